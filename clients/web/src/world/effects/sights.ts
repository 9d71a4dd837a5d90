/** Sights: what an incident shows, by the table of drawers. Written anew when it changes, not with every frame. */
import { Group, PointLight } from "three";
import { Levels } from "@/scene/levels";
import type { Scene, SightShown, Site } from "@/scene/scene";
import { Brush } from "./brush";
import { type Around, DRAWERS } from "./drawers";

export class Sights {
  readonly group = new Group();
  private readonly brush = new Brush();
  private readonly light = new PointLight(0xff8c3a, 0, 0, 2);
  private readonly levels: Levels;
  private power = 0;
  private told = "";
  /** What is drawn now, by kind. */
  kinds: readonly string[] = [];

  constructor(private readonly site: Site) {
    this.levels = new Levels(site);
    this.group.add(this.brush.group, this.light);
  }

  /** How many tufts and bodies are drawn now. */
  get drawn(): number {
    return this.brush.drawn;
  }

  show(scene: Scene): void {
    const told = scene.sights.map(({ kind, id, x_m, y_m, state }) => `${kind} ${id} ${x_m} ${y_m} ${state}`).join("|");
    if (told === this.told) return;
    this.told = told;
    this.power = 0;
    this.brush.begin();
    const around: Around = { site: this.site, scene, levels: this.levels, shine: (...at) => this.shine(...at) };
    for (const one of scene.sights) this.draw(one, around);
    this.kinds = scene.sights.map((one) => one.kind);
    this.brush.done();
  }

  frame(time_s: number, windEast: number, windNorth: number, brightness: number): void {
    this.brush.frame(time_s, windEast, windNorth, brightness);
    // About one swing a second and a half: nothing on a screen flashes faster than three a second.
    this.light.intensity = this.power * (1.1 - brightness) * (0.9 + 0.1 * Math.sin(time_s * 9.1));
  }

  private draw(one: SightShown, around: Around): void {
    DRAWERS[one.kind]?.(this.brush, one, around);
  }

  private shine(x_m: number, y_m: number, z_m: number, power: number): void {
    if (power < this.power) return;
    this.power = power;
    this.light.position.set(x_m, z_m, -y_m);
  }
}
