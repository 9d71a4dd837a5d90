/** Fires: flames, smoke and the light they throw. */
import { Group, PointLight } from "three";
import type { Scene, Site } from "@/scene/scene";
import { blazeOf } from "./blaze";
import { coveredPoints } from "./film";
import { scatter } from "./grain";
import { Particles } from "./particles";
import type { Pools } from "./pools";

const FLAMES_A_BUND = 150;
const SMOKE_A_BUND = 56;

export class Fires {
  readonly group = new Group();
  private readonly flames = new Particles({
    most: 320,
    colours: [0xffc65a, 0xf9761a, 0x7d1d05],
    strength: 0.9,
    grow: [1.1, 0.4],
    gravity_m_s2: 0,
    drift: 0.4,
    spin: 0,
    tall: 1.7,
    glowing: true,
    hides: 0.8,
    order: 12,
  });
  private readonly smoke = new Particles({
    most: 120,
    colours: [0x2a1a10, 0x191817, 0x3a3a3a],
    strength: 0.72,
    grow: [0.55, 2.3],
    gravity_m_s2: 0,
    drift: 0.8,
    spin: 1.2,
    glowing: false,
    order: 10,
  });
  private readonly light = new PointLight(0xff8c3a, 0, 0, 2);
  private power = 0;
  private told = "";

  constructor(
    private readonly site: Site,
    private readonly pools: Pools,
  ) {
    this.group.add(this.flames.mesh, this.smoke.mesh, this.light);
  }

  show(scene: Scene): void {
    const told = scene.bunds.map((one) => `${one.id} ${one.share.toFixed(2)} ${sizeStep(one.fire_kw)}`).join();
    if (told === this.told) return;
    this.told = told;
    this.flames.begin();
    this.smoke.begin();
    this.power = 0;
    for (const shown of scene.bunds) {
      const bund = this.site.bunds.find((one) => one.id === shown.id);
      const blaze = bund && blazeOf(shown, bund, FLAMES_A_BUND);
      if (!bund || !blaze) continue;
      const chance = scatter(bund.x0_m + 31 * bund.y0_m + 7);
      const spread = this.pools.spreadOf(bund.id);
      const from = spread?.from ?? [(bund.x0_m + bund.x1_m) / 2, (bund.y0_m + bund.y1_m) / 2];
      const points = coveredPoints(bund, this.site, from, spread?.reach_m ?? 1000, blaze.flames, chance);
      points.forEach(([x, y], n) => {
        const life_s = 1.1 + 0.7 * chance();
        // Most flames are low, a few reach the whole height.
        const rise_m_s = (blaze.high_m * (0.15 + 0.75 * chance() * chance())) / life_s;
        this.flames.add(x, 0.4 + blaze.flame_m * 0.35, -y, chance() - 0.5, rise_m_s, chance() - 0.5, life_s, blaze.flame_m * (0.8 + 0.5 * chance()), chance());
        if (n < SMOKE_A_BUND) this.soot(x, y, blaze.high_m, Math.sqrt(blaze.area_m2), chance);
      });
      const middle = points.reduce((sum, [x, y]) => [sum[0] + x / points.length, sum[1] + y / points.length] as [number, number], [0, 0] as [number, number]);
      this.light.position.set(middle[0], blaze.high_m * 0.5 + 2, -middle[1]);
      this.power = Math.max(this.power, 900 + blaze.area_m2 * 14);
    }
    this.flames.done();
    this.smoke.done();
  }

  frame(time_s: number, windEast: number, windNorth: number, brightness: number): void {
    this.flames.frame(time_s, windEast, windNorth, 1);
    this.smoke.frame(time_s, windEast, windNorth, 0.25 + 0.75 * brightness);
    // By day the sun outshines what a fire throws on the ground.
    this.light.intensity = this.power * (1.1 - brightness) * (0.85 + 0.1 * Math.sin(time_s * 9.1) + 0.05 * Math.sin(time_s * 17.3));
  }

  private soot(x: number, y: number, high_m: number, wide_m: number, chance: () => number): void {
    const life_s = 9 + 6 * chance();
    this.smoke.add(x, high_m * (0.55 + 0.3 * chance()), -y, chance() - 0.5, 4.5 + 3 * chance(), chance() - 0.5, life_s, 4 + wide_m * (0.35 + 0.25 * chance()), chance());
  }
}

/** Fires are written anew when they change by a step of a tenth, not by every kilowatt. */
function sizeStep(fire_kw: number): number {
  return fire_kw > 0 ? Math.round(Math.log(fire_kw) / Math.log(1.1)) : -1;
}
