/** Fire drawers: fires of tanks, jets that burn, fireballs. Slow tufts; nothing flashes. */
import type { SightShown } from "@/scene/scene";
import { heightOf } from "./blaze";
import type { Brush } from "./brush";
import type { Around } from "./drawers";
import { scatter } from "./grain";
import { above, around, cone, flame, FLANGE_M, ring, soot, tankOf, topOf, toMist, wrapped } from "./strokes";

const USUAL_KW_M2 = 2000;
/** A fire of a bund is drawn where bunds are. From the ground one cannot tell what of a tank burns. */
export function fire(brush: Brush, one: SightShown, { site, scene, shine }: Around): void {
  const tank = tankOf(site, one);
  if (site.bunds.some((bund) => bund.id === one.id)) return;
  if (!tank) {
    onTheGround(brush, one, shine);
    return;
  }
  const chance = scatter(tank.x_m + 17 * tank.y_m);
  const [top_m, radius_m] = [topOf(tank), tank.diameter_m / 2];
  if (one.state === "out") {
    ring(24, chance, (turn) => {
      const at = [...around(tank, turn, radius_m * Math.sqrt(chance())), top_m - 0.5];
      brush.tuft("gas", at, [0, 0, 1.2 + chance()], 7 + 3 * chance(), 2.6, chance());
    });
    return;
  }
  const known = scene.sights.some((other) => other.kind === "tank_fire" && other.id === tank.id);
  ring(known ? 0 : 60, chance, (turn) => {
    const at = [...around(tank, turn, radius_m * (0.5 + 0.5 * chance())), top_m];
    flame(brush, at, 9, 5, chance);
  });
  ring(46, chance, (turn) => {
    const at = [...around(tank, turn, radius_m * Math.sqrt(chance())), top_m + 4 + 6 * chance()];
    soot(brush, at, radius_m, chance);
  });
  shine(tank.x_m, tank.y_m, top_m + 6, 6000);
}

/** A small fire where somebody works, or its smoke. Bunds have their own. */
function onTheGround(brush: Brush, one: SightShown, shine: Around["shine"]): void {
  const chance = scatter(one.x_m + 13 * one.y_m);
  if (one.state === "out") {
    ring(14, chance, () => brush.tuft("gas", [one.x_m, one.y_m, 0.3], [0, 0, 1 + chance()], 5, 0.8, chance()));
    return;
  }
  ring(16, chance, (turn) => flame(brush, [one.x_m + 0.5 * Math.cos(turn), one.y_m + 0.5 * Math.sin(turn), 0.2], 2, 0.9, chance));
  ring(8, chance, () => soot(brush, [one.x_m, one.y_m, 2], 1, chance));
  shine(one.x_m, one.y_m, 1.5, 700);
}

/** From above: the seal burns here and there, or all of the surface does. */
export function tankFire(brush: Brush, one: SightShown, { site, shine }: Around): void {
  const tank = tankOf(site, one);
  if (!tank) return;
  const chance = scatter(tank.x_m + 29 * tank.y_m);
  const [top_m, radius_m] = [topOf(tank), tank.diameter_m / 2];
  const full = one.state !== "rim";
  const area_m2 = Math.PI * radius_m * radius_m;
  const high_m = full ? heightOf(area_m2 * USUAL_KW_M2, area_m2) : 4;
  ring(full ? 130 : 110, chance, (turn) => {
    const off_m = full ? radius_m * Math.sqrt(chance()) : radius_m - 0.5;
    const at = [...around(tank, full ? turn : 0.4 + 0.7 * turn, off_m), top_m - 0.8];
    flame(brush, at, high_m, full ? 6.5 : 2.8, chance);
  });
  shine(tank.x_m, tank.y_m, top_m + 6, full ? 9000 : 5000);
}

export function jetFire(brush: Brush, one: SightShown, { scene, site, shine }: Around): void {
  const way = toMist(scene, one);
  const tank = way[2] === 1 ? above(site, one) : undefined;
  if (tank) wrapped(brush, "flame", one, tank, 14, 130, 3);
  else cone(brush, "flame", one, way, 20, 120, 2.6);
  const chance = scatter(one.x_m + 3 * one.y_m + 1);
  ring(24, chance, () => soot(brush, [one.x_m + 14 * way[0], one.y_m + 14 * way[1], FLANGE_M + (tank ? topOf(tank) : 14 * way[2] + 4)], 4, chance));
  shine(one.x_m + 8 * way[0], one.y_m + 8 * way[1], 5 + 6 * way[2], 5000);
}

const TIP_M = 42; // of the stack that stands where the sight is

/** Over the tip of its stack: a flame, and black smoke once it is given too much. */
export function flare(brush: Brush, one: SightShown, { shine }: Around): void {
  const chance = scatter(one.x_m + 31 * one.y_m);
  const smoking = one.state === "smoking";
  ring(smoking ? 70 : 45, chance, (turn) => {
    const at = [one.x_m + 0.4 * Math.cos(turn), one.y_m + 0.4 * Math.sin(turn), TIP_M + 2 * chance()];
    flame(brush, at, smoking ? 16 : 9, 3, chance);
  });
  ring(smoking ? 40 : 0, chance, (turn) => soot(brush, [one.x_m + Math.cos(turn), one.y_m + Math.sin(turn), TIP_M + 10], 3, chance));
  shine(one.x_m, one.y_m, TIP_M + 4, smoking ? 6000 : 3000);
}

/** It burns for seconds: slow tufts, and a body behind them, so that nothing flickers. */
export function fireball(brush: Brush, one: SightShown, { shine }: Around): void {
  const chance = scatter(one.x_m + one.y_m);
  const [radius_m, middle_m] = [34, 46];
  for (const [share, colour] of [[0.86, 0xd9480f], [0.66, 0xff9a2e]] as const) {
    const size = [share * radius_m, share * radius_m, share * radius_m] as const;
    brush.body("glow", "ball", colour, { at: [one.x_m, one.y_m, middle_m], size });
  }
  ring(150, chance, (turn) => {
    const tilt = Math.acos(2 * chance() - 1);
    const off_m = radius_m * (0.6 + 0.4 * chance());
    const at = [one.x_m + off_m * Math.sin(tilt) * Math.cos(turn), one.y_m + off_m * Math.sin(tilt) * Math.sin(turn), middle_m + off_m * Math.cos(tilt)];
    brush.tuft("flame", at, [0, 0, 3], 3 + 2 * chance(), 15, chance());
  });
  ring(50, chance, (turn) => soot(brush, [one.x_m + 9 * Math.cos(turn), one.y_m + 9 * Math.sin(turn), 12 * chance()], 14, chance));
  shine(one.x_m, one.y_m, middle_m, 60_000);
}

export function boilOver(brush: Brush, one: SightShown, { site, shine }: Around): void {
  const tank = tankOf(site, one);
  const [top_m, radius_m] = tank ? [topOf(tank), tank.diameter_m / 2] : [0, 6];
  const chance = scatter(one.x_m + 41 * one.y_m);
  ring(150, chance, (turn) => {
    const off_m = radius_m * Math.sqrt(chance());
    const at = [one.x_m + off_m * Math.cos(turn), one.y_m + off_m * Math.sin(turn), top_m];
    brush.tuft("flame", at, [4 * Math.cos(turn), 4 * Math.sin(turn), 12 + 14 * chance()], 2.6 + chance(), 8, chance());
  });
  ring(50, chance, (turn) => {
    const at = [one.x_m + radius_m * Math.cos(turn), one.y_m + radius_m * Math.sin(turn), top_m];
    soot(brush, at, radius_m, chance);
  });
  shine(one.x_m, one.y_m, top_m + 15, 20_000);
}
