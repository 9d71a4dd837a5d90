/** Curtains: where a wall of water stands, of which eyes are told its middle alone: along the nearest side of a bund,
 * at least so long that it is a wall. Pure. */
import type { Site } from "./scene";

const LEAST_HALF_M = 28;

/** Metres, x east, y north. */
export interface Row {
  x0_m: number;
  y0_m: number;
  x1_m: number;
  y1_m: number;
}

export function rowOf(site: Site, { x_m, y_m }: { x_m: number; y_m: number }): Row {
  const sides = site.bunds.flatMap(({ x0_m, y0_m, x1_m, y1_m }) => [
    { off: Math.min(Math.abs(y_m - y0_m), Math.abs(y_m - y1_m)), half: (x1_m - x0_m) / 2, east: true },
    { off: Math.min(Math.abs(x_m - x0_m), Math.abs(x_m - x1_m)), half: (y1_m - y0_m) / 2, east: false },
  ]);
  const side = sides.sort((a, b) => a.off - b.off)[0];
  const half = Math.max(side?.half ?? 0, LEAST_HALF_M);
  const [east, north] = side && !side.east ? [0, half] : [half, 0];
  return { x0_m: x_m - east, y0_m: y_m - north, x1_m: x_m + east, y1_m: y_m + north };
}
