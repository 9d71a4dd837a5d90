/** Law: how one walks, as the server has it (`sim_core/people/walking.py`): straight on, until a shell is in the way. */
import type { Place, Site } from "@/scene/scene";

export const REACH_M = 3;
export const WALK_M_S = 1.7;
export const IN_SET_M_S = 1.3;
export const RUN_M_S = 3;
/** The server walks on by itself this long at most after one `steer`. */
export const STEER_S = 60;
const CLEAR_M = 0.5;
const BLOCKED_M = 0.15;

export interface Point {
  x_m: number;
  y_m: number;
}

/** A unit vector: x east, y north. */
export interface Heading {
  x: number;
  y: number;
}

/** How far one can walk along a heading before a shell (0.5 m clear) is in the way. */
export function freePath_m(site: Site, at: Point, h: Heading): number {
  let free = 1e9;
  for (const tank of site.tanks) {
    const dx = tank.x_m - at.x_m;
    const dy = tank.y_m - at.y_m;
    const r = 0.5 * tank.diameter_m + CLEAR_M;
    const along = dx * h.x + dy * h.y;
    const off2 = dx * dx + dy * dy - along * along;
    if (along > 0 && off2 < r * r) free = Math.min(free, Math.max(0, along - Math.sqrt(r * r - off2)));
  }
  return free;
}

/** The heading one takes who wants to go along `h`: along the shell where it is in the way; null = no way on. */
export function alongTheShell(site: Site, at: Point, h: Heading): Heading | null {
  if (freePath_m(site, at, h) >= BLOCKED_M) return h;
  const tank = site.tanks.reduce((best, one) => (gap_m(one, at) < gap_m(best, at) ? one : best));
  const dx = at.x_m - tank.x_m;
  const dy = at.y_m - tank.y_m;
  const far = Math.hypot(dx, dy) || 1;
  const n = { x: dx / far, y: dy / far };
  const inward = h.x * n.x + h.y * n.y;
  const t = { x: h.x - inward * n.x, y: h.y - inward * n.y };
  const size = Math.hypot(t.x, t.y);
  if (size < 0.2) return null;
  // A straight leg beside a circle needs a little way outward.
  const slid = unit({ x: t.x / size + 0.12 * n.x, y: t.y / size + 0.12 * n.y });
  return freePath_m(site, at, slid) >= BLOCKED_M ? slid : null;
}

function gap_m(tank: Site["tanks"][number], at: Point): number {
  return Math.hypot(tank.x_m - at.x_m, tank.y_m - at.y_m) - 0.5 * tank.diameter_m;
}

export function unit(h: Heading): Heading {
  const size = Math.hypot(h.x, h.y) || 1;
  return { x: h.x / size, y: h.y / size };
}

/** The heading of a compass bearing (radians, 0 = north, clockwise), with a part ahead and a part to the right. */
export function headed(yaw: number, ahead: number, right: number): Heading {
  return unit({
    x: ahead * Math.sin(yaw) + right * Math.cos(yaw),
    y: ahead * Math.cos(yaw) - right * Math.sin(yaw),
  });
}

/** Places whose things are within reach, nearest first. */
export function inReach(site: Site, at: Point): Place[] {
  const far = (place: Place) => Math.hypot(place.x_m - at.x_m, place.y_m - at.y_m);
  return site.places.filter((place) => far(place) <= REACH_M).sort((a, b) => far(a) - far(b));
}
