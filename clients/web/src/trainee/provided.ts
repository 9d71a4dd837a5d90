/** What the parts of a seat's screen share: its seat, and its walker. */
import { inject, type InjectionKey } from "vue";
import type { Seat } from "./seat";

export const seatKey: InjectionKey<Seat> = Symbol("seat");

/** The seat of the screen that one is part of. */
export function theSeat(): Seat {
  const seat = inject(seatKey);
  if (!seat) throw new Error("a part of a seat's screen stands outside of it");
  return seat;
}
