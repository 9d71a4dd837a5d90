/** Film: how far what lies in a bund has spread from where it came down. Pure. */
import type { Scene, Site } from "@/scene/scene";

type Bund = Site["bunds"][number];

const CELLS_X = 48;
const CELLS_Y = 32;

/** Distance from (x, y) within which the share of the bund's floor lies, tanks left out. */
export function reachOf(bund: Bund, site: Site, x_m: number, y_m: number, share: number): number {
  const tanks = site.tanks.filter((one) => one.bund === bund.id);
  const away: number[] = [];
  for (let j = 0; j < CELLS_Y; j += 1) {
    for (let i = 0; i < CELLS_X; i += 1) {
      const cx = bund.x0_m + ((i + 0.5) / CELLS_X) * (bund.x1_m - bund.x0_m);
      const cy = bund.y0_m + ((j + 0.5) / CELLS_Y) * (bund.y1_m - bund.y0_m);
      if (tanks.every((one) => Math.hypot(cx - one.x_m, cy - one.y_m) > one.diameter_m / 2)) {
        away.push(Math.hypot(cx - x_m, cy - y_m));
      }
    }
  }
  away.sort((a, b) => a - b);
  if (share >= 0.99 || away.length === 0) return 1000;
  return away[Math.floor(share * away.length)] as number;
}

/** Where it comes down: at the tank that pours over, else where it did, else at the bund's first tank. */
export function sourceOf(bund: Bund, scene: Scene, site: Site, known: readonly [number, number] | undefined): readonly [number, number] {
  const pours = site.tanks.find(
    (tank) => tank.bund === bund.id && scene.tanks.some((one) => one.id === tank.id && one.spill_kg_s > 0),
  );
  if (pours) return [pours.x_m, pours.y_m];
  if (known) return known;
  const first = site.tanks.find((tank) => tank.bund === bund.id);
  return first ? [first.x_m, first.y_m] : [(bund.x0_m + bund.x1_m) / 2, (bund.y0_m + bund.y1_m) / 2];
}

/** Points of a bund's floor that the film covers, tanks left out; at most `most`, always the same ones. */
export function coveredPoints(
  bund: Bund,
  site: Site,
  from: readonly [number, number],
  reach_m: number,
  most: number,
  chance: () => number,
): [number, number][] {
  const tanks = site.tanks.filter((one) => one.bund === bund.id);
  const points: [number, number][] = [];
  for (let tries = 0; tries < most * 40 && points.length < most; tries += 1) {
    const x = bund.x0_m + 0.8 + chance() * (bund.x1_m - bund.x0_m - 1.6);
    const y = bund.y0_m + 0.8 + chance() * (bund.y1_m - bund.y0_m - 1.6);
    if (Math.hypot(x - from[0], y - from[1]) > reach_m) continue;
    if (tanks.every((one) => Math.hypot(x - one.x_m, y - one.y_m) > one.diameter_m / 2 + 0.3)) points.push([x, y]);
  }
  return points;
}
