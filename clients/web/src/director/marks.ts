/** Marks on the course of a drill, from what has happened so far. */
import type { Happened } from "@protocol";
import type { Tiding } from "@/live/drill";
import { isHappened, tell } from "./telling";
import type { Names } from "./station";

export interface CourseMark {
  tick: number;
  kind: "cue" | "fact" | "directed";
  text: string;
}

const SHOWN: Record<string, CourseMark["kind"]> = {
  cue_revealed: "cue",
  fact: "fact",
  harm: "fact",
  alarm: "cue",
  directed: "directed",
};

export function marksOf(tidings: readonly Tiding[], names: Names): CourseMark[] {
  return tidings.filter(isHappened).flatMap((event: Happened) => {
    const kind = SHOWN[event.kind];
    return kind ? [{ tick: event.tick, kind, text: tell(event, names) }] : [];
  });
}
