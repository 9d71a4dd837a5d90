/** Cards: which plan cards the plant's warning system has brought up at a seat. */
import type { Tiding } from "@/live/drill";
import type { Card, Names } from "./names";

/** Each once, the newest first. */
export function cardsOf(names: Names, tidings: readonly Tiding[]): Card[] {
  const came = tidings.flatMap((one) => (one.type === "heard" && one.kind === "card" ? [one.topic] : []));
  return [...new Set(came.reverse())].flatMap((id) => names.card(id) ?? []);
}
