/** Blaze: how large a fire of a bund is drawn. Pure. */
import type { BundShown, Site } from "@/scene/scene";

const USUAL_KW_M2 = 2000; // petrol, for eyes that see only that it burns
const LOWEST_M = 3;
const HIGHEST_M = 48;

export interface Blaze {
  area_m2: number;
  high_m: number;
  flames: number;
  flame_m: number;
}

/** Flame height by Heskestad, L = 0.235 Q^0.4 - 1.02 D (SFPE Handbook, Fire plumes); Q in kW, D in m. */
export function heightOf(fire_kw: number, area_m2: number): number {
  const wide_m = Math.sqrt((4 * area_m2) / Math.PI);
  return Math.min(HIGHEST_M, Math.max(LOWEST_M, 0.235 * Math.pow(fire_kw, 0.4) - 1.02 * wide_m));
}

/** fire_kw 1 = burns, one does not know how hard. null = no fire. */
export function blazeOf(shown: BundShown, bund: Site["bunds"][number], most: number): Blaze | null {
  if (shown.fire_kw <= 0) return null;
  const floor_m2 = (bund.x1_m - bund.x0_m) * (bund.y1_m - bund.y0_m);
  const area_m2 = Math.max(8, floor_m2 * Math.max(shown.share, 0.01));
  const high_m = heightOf(shown.fire_kw > 1 ? shown.fire_kw : area_m2 * USUAL_KW_M2, area_m2);
  const flames = Math.round(Math.min(most, Math.max(14, area_m2 / 14)));
  return { area_m2, high_m, flames, flame_m: Math.min(15, Math.max(2.6, 2.7 * Math.sqrt(area_m2 / flames))) };
}
