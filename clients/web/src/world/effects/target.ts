/** Target: what a monitor plays on, of foam or of water. Pure. */
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

const THROW_M = 90;
const HURT = new Set(["shell", "fire", "tank_fire", "jet_fire", "jet"]);

/** What a water monitor plays on: the nearest tank in its throw at which something is wrong, else the nearest. */
export function playedOn(scene: Scene, site: Site, x_m: number, y_m: number): Site["tanks"][number] | null {
  let best: Site["tanks"][number] | null = null;
  let least = Infinity;
  for (const tank of site.tanks) {
    const away_m = Math.hypot(tank.x_m - x_m, tank.y_m - y_m);
    const near = (one: { x_m: number; y_m: number }) => Math.hypot(one.x_m - tank.x_m, one.y_m - tank.y_m) < tank.diameter_m;
    const hurt = scene.sights.some((one) => HURT.has(one.kind) && near(one));
    const rank = away_m + (away_m > THROW_M ? 2000 : 0) + (hurt ? 0 : 1000);
    if (rank >= least) continue;
    least = rank;
    best = tank;
  }
  return best;
}

/** Unit vector from one point to another, and how far it is. */
export function toward(x_m: number, y_m: number, toX_m: number, toY_m: number): [readonly [number, number], number] {
  const away_m = Math.hypot(toX_m - x_m, toY_m - y_m);
  return [away_m > 0 ? [(toX_m - x_m) / away_m, (toY_m - y_m) / away_m] : [0, 1], away_m];
}
