/** Steering: what a walker asks of a drill, as acts. */
import type { LiveDrill } from "@/live/drill";
import type { Heading } from "./law";
import type { Steering } from "./walker";

/** refused: the server did not take it (the drill stands still, the seat is gone). */
export function steeringOf(drill: LiveDrill, refused: () => void): Steering {
  const settled = (code: string) => {
    if (code && code !== "replaced") refused();
  };
  return {
    steer(heading: Heading, speed_m_s: number): void {
      const words = [
        ["x", heading.x.toFixed(4)],
        ["y", heading.y.toFixed(4)],
      ] as [string, string][];
      const act = { kind: "steer", words, value: speed_m_s };
      void drill.act(act, { replaces: true }).then(settled);
    },
    halt(): void {
      void drill.act({ kind: "halt" }).then(settled);
    },
  };
}
