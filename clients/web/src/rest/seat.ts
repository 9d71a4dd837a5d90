/** Seats held on this browser: tokens by drill, kept so that a closed tab or a dead battery does not lose a seat. */
import { answer, clientWith, type Schemas } from "@/rest";

/** A seat held here. lastEvent: number of the last event shown, so that nothing is missed after a reload. */
export interface HeldSeat {
  drill: string;
  seat: string;
  token: string;
}

const PREFIX = "yanlian.seat.";

export function heldSeat(drill: string): HeldSeat | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + drill) ?? "null") as HeldSeat | null;
  } catch {
    return null;
  }
}

export function heldSeats(): HeldSeat[] {
  const drills = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  return drills.map((key) => heldSeat(key.slice(PREFIX.length))).filter((held) => held !== null);
}

export function keepSeat(held: HeldSeat): void {
  localStorage.setItem(PREFIX + held.drill, JSON.stringify(held));
}

export function forgetSeat(drill: string): void {
  localStorage.removeItem(PREFIX + drill);
}

/** Take a seat by its code. ProblemError if the code is no good. */
export async function claimSeat(code: string): Promise<HeldSeat> {
  const held = await answer(clientWith(() => "").POST("/api/seats/claim", { body: { code } }));
  keepSeat(held);
  return held;
}

/** What the holder of a seat is told before the start. */
export function briefing(drill: string): Promise<Schemas["SeatBriefing"]> {
  return answer(clientWith(() => heldSeat(drill)?.token ?? "").GET("/api/seat"));
}
