/** Strokes: what drawers of sights share: where things of a tank are, and shapes of many tufts. */
import type { Scene, SightShown, Site } from "@/scene/scene";
import type { Brush, Tuft } from "./brush";
import { scatter } from "./grain";
import { toward } from "./target";

export type Tank = Site["tanks"][number];

export type Point = readonly [number, number, number];

export const LEG_M = 2; // under a sphere, as the model has it
export const FLANGE_M = 1.2;
export const TURN = 2 * Math.PI;
/** The tank that a sight is of, by name or by where it stands. */
export function tankOf(site: Site, one: SightShown): Tank | undefined {
  return site.tanks.find((tank) => tank.id === one.id) ?? site.tanks.find((tank) => Math.hypot(tank.x_m - one.x_m, tank.y_m - one.y_m) < 1);
}

/** Height of its top, and of its middle. */
export function topOf(tank: Tank): number {
  return tank.shape === "sphere" ? LEG_M + tank.diameter_m : tank.rim_m;
}

export function middleOf(tank: Tank): number {
  return tank.shape === "sphere" ? LEG_M + tank.diameter_m / 2 : 0.6 * tank.rim_m;
}

/** The tank under which it leaks. */
export function above(site: Site, one: SightShown): Tank | undefined {
  return site.tanks.find((tank) => Math.hypot(tank.x_m - one.x_m, tank.y_m - one.y_m) < tank.diameter_m / 2);
}

/** Unit vector from a leak to the mist that is seen near it; upward while none is. */
export function toMist(scene: Scene, one: SightShown): Point {
  const cloud = scene.sights.find((other) => other.kind === "cloud");
  if (!cloud) return [0, 0, 1];
  const [way, away_m] = toward(one.x_m, one.y_m, cloud.x_m, cloud.y_m);
  return away_m > 3 && away_m < 80 ? [0.98 * way[0], 0.98 * way[1], 0.2] : [0, 0, 1];
}

export function cone(brush: Brush, kind: Tuft, one: SightShown, way: Point, far_m: number, tufts: number, size_m: number): void {
  const chance = scatter(one.x_m + 13 * one.y_m + 2);
  const life_s = kind === "flame" ? 0.9 : 0.6 + far_m / 14;
  for (let n = 0; n < tufts; n += 1) {
    const fast = (far_m * (0.75 + 0.35 * chance())) / life_s;
    const off = () => 0.22 * (chance() - 0.5) * fast;
    const speed = [way[0] * fast + off(), way[1] * fast + off(), way[2] * fast + off()];
    brush.tuft(kind, [one.x_m, one.y_m, FLANGE_M], speed, life_s * (0.9 + 0.2 * chance()), size_m * (0.8 + 0.4 * chance()), chance());
  }
}

/** What strikes a shell from below spreads over the ground and climbs round it. */
export function wrapped(brush: Brush, kind: Tuft, one: SightShown, tank: Tank, far_m: number, tufts: number, size_m: number): void {
  const chance = scatter(one.x_m + 13 * one.y_m + 2);
  const radius_m = tank.diameter_m / 2 + 0.4;
  ring(tufts, chance, (turn) => {
    const life_s = 0.8 + 0.5 * chance();
    const climbs = kind === "flame" && chance() < 0.6;
    const off_m = climbs ? radius_m * (0.85 + 0.2 * chance()) : 1;
    const fast = climbs ? 0.5 : Math.min(far_m, radius_m + 3) / life_s;
    const at = [...around(tank, turn, off_m), climbs ? 1.5 + 0.5 * topOf(tank) * chance() : FLANGE_M];
    const speed = [fast * Math.cos(turn), fast * Math.sin(turn), climbs ? far_m * (0.3 + 0.4 * chance()) : 0.4];
    brush.tuft(kind, at, speed, life_s, size_m * (0.8 + 0.4 * chance()), chance());
  });
}

export function flame(brush: Brush, at: readonly number[], high_m: number, size_m: number, chance: () => number): void {
  const life_s = 1.1 + 0.7 * chance();
  const rise = (high_m * (0.15 + 0.75 * chance() * chance())) / life_s;
  brush.tuft("flame", at, [chance() - 0.5, chance() - 0.5, rise], life_s, size_m * (0.8 + 0.5 * chance()), chance());
}

export function soot(brush: Brush, at: readonly number[], wide_m: number, chance: () => number): void {
  const up = 4.5 + 3 * chance();
  brush.tuft("smoke", at, [chance() - 0.5, chance() - 0.5, up], 9 + 6 * chance(), 3 + wide_m * (0.5 + 0.4 * chance()), chance());
}

export function around(tank: Tank, turn: number, off_m: number): [number, number] {
  return [tank.x_m + off_m * Math.cos(turn), tank.y_m + off_m * Math.sin(turn)];
}

export function ring(count: number, chance: () => number, each: (turn: number) => void): void {
  for (let n = 0; n < count; n += 1) each(TURN * chance());
}
