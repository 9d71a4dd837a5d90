/** Curtains: where a wall of water stands, of which eyes are told its middle alone: along the nearest side of a bund,
 * at least so long that it is a wall; well inside a bund across the way to the nearest tank, as wide as that. Pure. */
import type { Site } from "./scene";

const LEAST_HALF_M = 28;
const INSIDE_M = 5;
const ASIDE_M = 4;

/** Metres, x east, y north. */
export interface Row {
  x0_m: number;
  y0_m: number;
  x1_m: number;
  y1_m: number;
}

export function rowOf(site: Site, { x_m, y_m }: { x_m: number; y_m: number }): Row {
  const inside = site.bunds.some(
    (one) =>
      Math.min(x_m - one.x0_m, one.x1_m - x_m) > INSIDE_M && Math.min(y_m - one.y0_m, one.y1_m - y_m) > INSIDE_M,
  );
  const far = (one: Site["tanks"][number]) => Math.hypot(one.x_m - x_m, one.y_m - y_m);
  const tank = inside ? [...site.tanks].sort((a, b) => far(a) - far(b))[0] : undefined;
  if (tank) {
    const reach = tank.diameter_m / 2 + ASIDE_M;
    const beside = Math.abs(tank.x_m - x_m) > Math.abs(tank.y_m - y_m);
    const [e, n] = beside ? [0, reach] : [reach, 0];
    return { x0_m: x_m - e, y0_m: y_m - n, x1_m: x_m + e, y1_m: y_m + n };
  }
  const sides = site.bunds.flatMap(({ x0_m, y0_m, x1_m, y1_m }) => [
    { off: Math.min(Math.abs(y_m - y0_m), Math.abs(y_m - y1_m)), half: (x1_m - x0_m) / 2, east: true },
    { off: Math.min(Math.abs(x_m - x0_m), Math.abs(x_m - x1_m)), half: (y1_m - y0_m) / 2, east: false },
  ]);
  const side = sides.sort((a, b) => a.off - b.off)[0];
  const half = Math.max(side?.half ?? 0, LEAST_HALF_M);
  const [east, north] = side && !side.east ? [0, half] : [half, 0];
  return { x0_m: x_m - east, y0_m: y_m - north, x1_m: x_m + east, y1_m: y_m + north };
}
