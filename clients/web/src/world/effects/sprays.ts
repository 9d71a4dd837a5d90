/** Sprays: the jet of a foam monitor, mist where liquid breaks up or boils off, sparks. */
import { Group } from "three";
import type { Scene, Site } from "@/scene/scene";
import { isLamp } from "../weather";
import { scatter } from "./grain";
import { Particles } from "./particles";
import type { Pools } from "./pools";
import { targetOf } from "./target";

const GRAVITY_M_S2 = 9.81;
const JETS = 3;
const TUFTS_A_JET = 170;
const MOUTH_M = 2.4; // height of the nozzle, and how far it stands out
const OUT_M = 1.5;
const MOST_SPARKS = 4;

export class Sprays {
  readonly group = new Group();
  private readonly jet = new Particles({
    most: JETS * TUFTS_A_JET,
    colours: [0xffffff, 0xf6f8f8, 0xeef1f0],
    strength: 0.8,
    grow: [0.75, 4.3],
    gravity_m_s2: GRAVITY_M_S2,
    drift: 0.12,
    spin: 1,
    glowing: false,
    born: 0.01,
    order: 13, // over flame and smoke: it must be seen where it goes
  });
  private readonly mist = new Particles({
    most: 220,
    colours: [0xffffff, 0xf4f7f8, 0xe9eef0],
    strength: 0.34,
    grow: [0.5, 1.5],
    gravity_m_s2: 0,
    drift: 0.45,
    spin: 0.7,
    glowing: false,
    order: 6,
  });
  private readonly sparks = new Particles({
    most: 48 * MOST_SPARKS,
    colours: [0xfff6d8, 0xffc04a, 0xff6a10],
    strength: 1,
    grow: [1, 0.4],
    gravity_m_s2: GRAVITY_M_S2,
    drift: 0,
    spin: 0,
    glowing: true,
    order: 14,
  });
  private told = "";

  constructor(
    private readonly site: Site,
    private readonly pools: Pools,
  ) {
    this.group.add(this.jet.mesh, this.mist.mesh, this.sparks.mesh);
  }

  show(scene: Scene): void {
    const open = scene.devices.filter((one) => one.state === "open").map((one) => one.id);
    const told = [
      scene.seat,
      open.join(),
      scene.tanks.filter((one) => one.spill_kg_s > 0).map((one) => one.id).join(),
      scene.bunds.map((one) => `${one.id}${one.share.toFixed(2)}${one.fire_kw > 0}${one.foam > 0.5}`).join(),
      scene.sparks.map((one) => `${one.id}${one.working}`).join(),
    ].join("|");
    if (told === this.told) return;
    this.told = told;
    this.jets(scene, open);
    this.mists(scene);
    this.sparking(scene);
  }

  frame(time_s: number, windEast: number, windNorth: number, brightness: number): void {
    this.jet.frame(time_s, windEast, windNorth, brightness);
    this.mist.frame(time_s, windEast, windNorth, Math.min(1, brightness * 1.3));
    this.sparks.frame(time_s, 0, 0, 1);
  }

  private jets(scene: Scene, open: readonly string[]): void {
    this.jet.begin();
    for (const device of this.site.devices) {
      if (device.kind !== "monitor" || !open.includes(device.id)) continue;
      const place = this.site.places.find((one) => one.id === device.place);
      const aimed = place && targetOf(scene, this.site, place.x_m, place.y_m);
      if (!place || !aimed) continue;
      const chance = scatter(place.x_m * 7 + place.y_m);
      const away_m = Math.hypot(aimed[0] - place.x_m, aimed[1] - place.y_m);
      const flight_s = 1 + away_m / 24;
      const x = place.x_m + ((aimed[0] - place.x_m) / away_m) * OUT_M;
      const y = place.y_m + ((aimed[1] - place.y_m) / away_m) * OUT_M;
      for (let n = 0; n < TUFTS_A_JET; n += 1) {
        const apart_m = 2.6;
        const vx = (aimed[0] - x + (chance() - 0.5) * 2 * apart_m) / flight_s;
        const vy = (aimed[1] - y + (chance() - 0.5) * 2 * apart_m) / flight_s;
        const up = 0.5 * GRAVITY_M_S2 * flight_s - MOUTH_M / flight_s + (chance() - 0.5) * 1.2;
        this.jet.add(x, MOUTH_M, -y, vx, up, -vy, flight_s / 0.8, 0.8 + 0.6 * chance(), n / TUFTS_A_JET);
      }
    }
    this.jet.done();
  }

  private mists(scene: Scene): void {
    this.mist.begin();
    // Staff see the vapour itself; what an eye would see of it is for the eye.
    if (scene.seat) this.mistSeen(scene);
    this.mist.done();
  }

  private mistSeen(scene: Scene): void {
    for (const tank of this.site.tanks) {
      if (!scene.tanks.some((one) => one.id === tank.id && one.spill_kg_s > 0)) continue;
      const chance = scatter(tank.x_m + 13 * tank.y_m);
      for (let n = 0; n < 90; n += 1) {
        const turn = chance() * 2 * Math.PI;
        const far_m = tank.diameter_m / 2 + 0.5 + 3 * chance();
        this.mist.add(tank.x_m + far_m * Math.cos(turn), 0.6 + chance(), -tank.y_m + far_m * Math.sin(turn), Math.cos(turn), 0.35 * chance(), Math.sin(turn), 4 + 4 * chance(), 3.2 + 2.4 * chance(), chance());
      }
    }
    for (const bund of this.site.bunds) {
      const shown = scene.bunds.find((one) => one.id === bund.id);
      const spread = this.pools.spreadOf(bund.id);
      if (!shown || !spread || shown.fire_kw > 0 || shown.foam > 0.5) continue;
      const chance = scatter(bund.x0_m + 3 * bund.y0_m + 5);
      for (let n = 0; n < 60; n += 1) {
        const x = bund.x0_m + 2 + chance() * (bund.x1_m - bund.x0_m - 4);
        const y = bund.y0_m + 2 + chance() * (bund.y1_m - bund.y0_m - 4);
        if (Math.hypot(x - spread.from[0], y - spread.from[1]) > spread.reach_m) continue;
        this.mist.add(x, 0.5, -y, 0.2 * (chance() - 0.5), 0.06, 0.2 * (chance() - 0.5), 7 + 5 * chance(), 3.5 + 3 * chance(), chance());
      }
    }
  }

  private sparking(scene: Scene): void {
    this.sparks.begin();
    for (const one of scene.sparks) {
      if (!one.working || isLamp(one.id)) continue;
      const chance = scatter(one.x_m + 5 * one.y_m);
      for (let n = 0; n < 40; n += 1) {
        const turn = chance() * 2 * Math.PI;
        const fast = 0.6 + 2 * chance();
        this.sparks.add(one.x_m, 1.1, -one.y_m, fast * Math.cos(turn), 1.2 + 2 * chance(), fast * Math.sin(turn), 0.35 + 0.4 * chance(), 0.09, chance());
      }
      for (let n = 0; n < 6; n += 1) this.sparks.add(one.x_m, 1.1, -one.y_m, 0, 0, 0, 0.13 + 0.1 * chance(), 1.6, chance());
    }
    this.sparks.done();
  }
}
