/** Seats as a director sees them: from the cells of the true state (`server/views/staff.py`) and the drill's seats. */
import type { Cells } from "@/live/cells";
import type { Both } from "@/locale";
import type { Schemas } from "@/rest";

/** A set is breathed at 40 litres a minute (`sim_core/people/bodies.py`). */
const AIR_L_MIN = 40;

/** What is worn, in short. */
export const WORN: Record<string, Both> = {
  antistatic: { zh: "防静电服", en: "antistatic" },
  portable: { zh: "检测仪", en: "detector" },
  scba: { zh: "空呼", en: "SCBA" },
  fire_suit: { zh: "隔热服", en: "fire suit" },
};

export interface SeatSeen {
  seat: string;
  holder: string;
  claimed: boolean;
  connected: boolean;
  /** "" = on the way. */
  place: string;
  /** Kind of act, "" = nothing. */
  doing: string;
  /** fit, hurt, down, dead; "" = not told yet. */
  state: string;
  worn: readonly string[];
  /** -1 = breathes no set. */
  air_min: number;
  radioDead: boolean;
}

type Row = [number, number, string, string, string, string[], number, boolean, boolean];

export function seatsSeen(seats: readonly Schemas["SeatOut"][], cells: Cells): SeatSeen[] {
  return seats.map(({ seat, holder, claimed, connected }) => {
    const row = cells[`person.${seat}`] as Row | undefined;
    const [, , place, doing, state, worn, air_l, , radioDead] = row ?? [0, 0, "", "", "", [], -1, false, false];
    const air_min = air_l < 0 ? -1 : Math.floor(air_l / AIR_L_MIN);
    return { seat, holder, claimed, connected, place, doing, state, worn, air_min, radioDead };
  });
}

/** Where the wind comes from, whole degrees clockwise from north, and its speed; null = calm or not known. */
export function windOf(cells: Cells): { from_deg: number; speed_m_s: number } | null {
  const wind = cells["wind"] as [number, number] | undefined;
  if (!wind || (wind[0] === 0 && wind[1] === 0)) return null;
  const [u_m_s, v_m_s] = [wind[0] / 10, wind[1] / 10];
  const from_deg = Math.round((Math.atan2(-u_m_s, -v_m_s) * 180) / Math.PI + 360) % 360;
  return { from_deg, speed_m_s: Math.hypot(u_m_s, v_m_s) };
}
