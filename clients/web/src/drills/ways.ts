/** Ways: which screens of a drill somebody of a role may open now. */
import type { Schemas } from "@/rest";
import type { Role } from "@/rest/session";
import { mayEnter, screens } from "@/shell/screens";
import { isOver } from "./phases";

export type Way = "direct" | "examine" | "debrief" | "result";

const WAYS: readonly Way[] = ["examine", "direct", "debrief", "result"];

function isOpen(way: Way, drill: Schemas["DrillOut"]): boolean {
  const scored = drill.mode === "exam" && drill.outcome !== "annulled" && drill.outcome !== "safety_stop";
  if (way === "debrief") return drill.phase === "sealed";
  if (way === "result") return drill.phase === "sealed" && scored;
  if (way === "examine") return drill.mode === "exam" ? !isOver(drill.phase) || scored : !isOver(drill.phase);
  return true;
}

/** The ways into a drill, the usual one first. */
export function waysInto(drill: Schemas["DrillOut"], role: Role | null): Way[] {
  const open = WAYS.filter((way) => {
    const found = screens.find(({ name }) => name === way);
    return found !== undefined && mayEnter(found.screen, role) && isOpen(way, drill);
  });
  return isOver(drill.phase) ? [...open.filter((way) => way !== "direct"), ...open.filter((way) => way === "direct")] : open;
}
