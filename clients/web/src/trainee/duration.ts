/** Duration: how long hands or mouth are busy with an act, as the core has it, for the bar that shows it. */
import type { Wish } from "@/live/acts";
import type { Body } from "./seat";
import type { Names } from "./names";

const PRESS_S = 3;
const IN_SET = 1.3;
const AT_ONCE = ["go", "halt", "steer"];

export function secondsOf(wish: Wish, names: Names, own: string, body: Body): number {
  const words = names.briefing.vocabulary;
  if (wish.to && !names.act(wish.kind)?.said && wish.kind !== "read_back") return words.speak_s;
  if (AT_ONCE.includes(wish.kind)) return 0;
  if (wish.kind === "wear") return words.gear_s[own]?.[wish.target ?? ""] ?? 0;
  if (wish.kind === "operate") return wheel_s(wish, names, body);
  return names.act(wish.kind)?.seconds ?? PRESS_S;
}

/** A key takes three seconds, a wheel its turns. How far it is turned already is not known: at most so long. */
function wheel_s(wish: Wish, names: Names, body: Body): number {
  const device = names.device(wish.target ?? "");
  const atPanel = names.place(body.place)?.panel ?? false;
  if (!device || !device.turns || (device.remote && atPanel)) return PRESS_S;
  return Math.max(PRESS_S, device.turns * device.turn_s * (body.worn.includes("scba") ? IN_SET : 1));
}

/** Whether hands turn a wheel, and how many turns in all. */
export function turnsOf(wish: Wish, names: Names, body: Body): number {
  const device = names.device(wish.target ?? "");
  const atPanel = names.place(body.place)?.panel ?? false;
  return wish.kind === "operate" && device && !wish.to && !(device.remote && atPanel) ? device.turns : 0;
}
