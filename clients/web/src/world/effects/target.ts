/** Target: what a foam monitor plays on. Pure. */
import type { Scene, Site } from "@/scene/scene";

const REACH_M = 110;

/** What a monitor plays on: the nearest bund in reach that burns, else that holds liquid, else the nearest. */
export function targetOf(scene: Scene, site: Site, x_m: number, y_m: number): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  let least = Infinity;
  for (const bund of site.bunds) {
    const at = [(bund.x0_m + bund.x1_m) / 2, (bund.y0_m + bund.y1_m) / 2] as const;
    const away_m = Math.hypot(at[0] - x_m, at[1] - y_m);
    if (away_m > REACH_M) continue;
    const shown = scene.bunds.find((one) => one.id === bund.id);
    const rank = away_m + (shown && shown.fire_kw > 0 ? 0 : shown && shown.share > 0 ? 1000 : 2000);
    if (rank < least) {
      least = rank;
      best = at;
    }
  }
  return best;
}
