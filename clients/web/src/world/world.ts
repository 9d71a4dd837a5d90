/** World: draws the newest scene over the site's model, from one eye. */
import {
  ACESFilmicToneMapping,
  Box3,
  type Material,
  type Mesh,
  type Object3D,
  PCFShadowMap,
  PerspectiveCamera,
  Scene as Scene3d,
  Vector3,
  WebGLRenderer,
} from "three";
import { Levels } from "@/scene/levels";
import { named, type Scene, type Site } from "@/scene/scene";
import { Cast } from "./cast";
import { Effects } from "./effects";
import { glassesOf, lampPosts } from "./effects/lamps";
import { type Eye, place } from "./eye";
import { Labels } from "./labels";
import { Mechanisms, ownMaterial, shine } from "./mechanisms";
import { People } from "./people";
import { type Picked, Picking } from "./picking";
import { type ModelState, Plant } from "./plant";
import { Sky } from "./sky";
import { Vehicles } from "./vehicles";
import type { Weather } from "./weather";
import { Wet } from "./wet";

/** quality: without it, "low" where there is no graphics card. labels: names over people. nameOf: what stands there. */
export interface WorldOptions {
  quality?: "low" | "high";
  labels?: boolean;
  nameOf?: (seat: string) => string;
}

/** scriptMs: own work of a frame; renderMs: what the renderer's script takes beside it. Both smoothed. */
export interface WorldStats {
  calls: number;
  triangles: number;
  scriptMs: number;
  renderMs: number;
}

const SMOOTH = 0.05;
const DETAIL_MS = 250;
const SOCK_M = 8;
const LOW_RATIO = 0.75;

export class World {
  readonly renderer: WebGLRenderer;
  readonly scene3d = new Scene3d();
  readonly camera = new PerspectiveCamera(68, 1, 0.08, 1600);
  readonly ready: Promise<void>;
  readonly quality: "low" | "high";
  eye: Eye = { kind: "free", x_m: 50, y_m: 40, distance_m: 190, yaw: 0.5, pitch: -0.55 };
  private readonly plant: Plant;
  private readonly mechanisms: Mechanisms;
  private readonly cast: Cast;
  private readonly people = new People();
  private readonly vehicles = new Vehicles();
  private readonly labels: Labels | null;
  private readonly effects: Effects;
  private readonly sky: Sky;
  private readonly wet = new Wet();
  private readonly picking: Picking;
  private readonly levels: Levels;
  private weather = "";
  private readonly glasses: Object3D[] = [];
  private lit = false;
  private lastMs = 0;
  private detailMs = -Infinity;
  private gone = false;
  private readonly told: WorldStats = { calls: 0, triangles: 0, scriptMs: 0, renderMs: 0 };

  /** Throws where the browser has no WebGL. */
  constructor(
    canvas: HTMLCanvasElement,
    private readonly site: Site,
    modelUrl: string,
    options: WorldOptions = {},
  ) {
    this.renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: "high-performance" });
    this.quality = options.quality ?? (drawnBySoftware(this.renderer) ? "low" : "high");
    const high = this.quality === "high";
    this.renderer.toneMapping = ACESFilmicToneMapping;
    this.renderer.shadowMap.enabled = high;
    this.renderer.shadowMap.type = PCFShadowMap;
    this.levels = new Levels(site);
    this.sky = new Sky(this.scene3d, high, this.levels.mouths);
    this.plant = new Plant(site);
    this.mechanisms = new Mechanisms(this.plant, site);
    this.cast = new Cast(site);
    this.effects = new Effects(site);
    this.labels = options.labels === false ? null : new Labels((id) => this.nameOf(id, options));
    this.picking = new Picking(this.plant, this.cast);
    this.scene3d.add(this.plant.root, this.people.group, this.vehicles.group, this.effects.group);
    if (this.labels) this.scene3d.add(this.labels.group);
    this.camera.add(this.sky.torch, this.sky.torch.target);
    this.scene3d.add(this.camera);
    canvas.addEventListener("webglcontextrestored", () => (this.sky.sun.shadow.needsUpdate = true));
    this.ready = this.load(modelUrl);
  }

  get model(): ModelState {
    return this.plant.state;
  }

  /** The newest scene: what moves goes there from where it is drawn. */
  show(scene: Scene): void {
    const nowMs = performance.now();
    const { night, fog, rain } = scene;
    const weather: Weather = { night, fog, rain };
    const told = JSON.stringify(weather);
    if (told !== this.weather) {
      this.weather = told;
      this.sky.show(weather);
      this.wet.show(rain);
      this.effects.rain.lines.visible = rain;
    }
    this.cast.show(scene, nowMs);
    this.effects.show(scene);
    for (const device of scene.devices) this.mechanisms.show(device, scene);
    this.burn(this.effects.lamps.burn);
  }

  /** The cloud as it truly is; a trainee's scene holds none. */
  showCloud(shown: boolean): void {
    this.effects.cloud.shown = shown;
  }

  resize(wide: number, high: number, ratio: number): void {
    this.renderer.setPixelRatio(this.quality === "low" ? LOW_RATIO : Math.min(2, ratio));
    this.renderer.setSize(wide, high, false);
    this.camera.aspect = wide / Math.max(1, high);
    this.camera.updateProjectionMatrix();
  }

  pick(ndcX: number, ndcY: number): Picked | null {
    return this.picking.at(ndcX, ndcY, this.camera);
  }

  /** Along any ray, as of a controller. */
  get picker(): Picking {
    return this.picking;
  }

  devicePart(id: string, part: string): Object3D | null {
    return this.plant.part(id, part);
  }

  setTurn(id: string, turns: number): void {
    this.mechanisms.setTurn(id, turns);
  }

  /** Draw. In a headset the camera is the headset's, else the eye's. */
  frame(nowMs: number): void {
    if (this.gone) return;
    const begun = performance.now();
    const passed_s = Math.min(0.2, Math.max(0, nowMs - this.lastMs) / 1000);
    this.lastMs = nowMs;
    this.cast.move(performance.now());
    const worn = this.renderer.xr.isPresenting;
    if (!worn) place(this.camera, this.eye, this.cast, passed_s, this.levels);
    this.camera.updateMatrixWorld();
    const { x, y, z } = at.setFromMatrixPosition(this.camera.matrixWorld);
    const inHead = worn || this.eye.kind === "first";
    this.people.frame(this.cast.actors, nowMs / 1000, x, -z, y, inHead);
    this.labels?.frame(this.cast.actors, this.camera, inHead);
    this.vehicles.frame(this.cast.actors);
    this.mechanisms.frame(passed_s, this.effects.wind);
    if (nowMs - this.detailMs > DETAIL_MS) {
      this.detailMs = nowMs;
      this.plant.detail(this.camera);
    }
    this.sky.frame(inHead || this.eye.kind === "follow" ? 0 : y, inHead);
    this.effects.frame(nowMs, passed_s, this.camera, this.sky.brightness, this.sky.fog.color);
    const worked = performance.now();
    this.renderer.render(this.scene3d, this.camera);
    this.measure(worked - begun, performance.now() - worked);
  }

  stats(): Readonly<WorldStats> {
    return this.told;
  }

  dispose(): void {
    this.gone = true;
    this.scene3d.traverse((node) => {
      const { geometry, material } = node as { geometry?: { dispose(): void }; material?: { dispose(): void } };
      geometry?.dispose();
      material?.dispose();
    });
    this.renderer.dispose();
    this.renderer.forceContextLoss(); // a browser keeps only so many; screens come and go
  }

  /** Seats by what the screen calls them, the hurt by the names that the site has for them. */
  private nameOf(id: string, { nameOf }: WorldOptions): string {
    const hurt = this.site.casualties?.find((one) => one.id === id);
    return hurt ? named(hurt.name) : (nameOf?.(id) ?? id);
  }

  private burn(lit: boolean): void {
    if (lit === this.lit) return;
    this.lit = lit;
    for (const node of this.glasses) shine(node, lit ? 2.2 : 0);
  }

  private async load(modelUrl: string): Promise<void> {
    await this.plant.load(modelUrl);
    if (this.gone) return;
    this.mechanisms.find();
    this.wet.find(this.plant.root);
    this.lamps();
    this.effects.rain.shelter(this.openRoofs());
    this.sky.sun.shadow.needsUpdate = true;
    // Of what is hidden too, so that the first fire or overflow does not halt the picture. Nobody waits for it.
    void this.renderer.compileAsync(this.scene3d, this.camera);
    const sock = this.site.places.find((one) => one.kind === "wind_sock");
    const hung = sock && this.plant.part(sock.id, "sock");
    if (hung) {
      hung.getWorldPosition(this.effects.mast);
      hung.visible = false; // the cloth is drawn here, where it can move
    } else if (sock) {
      this.effects.mast.set(sock.x_m, SOCK_M, -sock.y_m);
    }
  }

  /** The model's own road lamps where it has them, else posts of ours. */
  private lamps(): void {
    const heads: Vector3[] = [];
    this.plant.part("roadlamps", "")?.traverse((node) => {
      const mesh = node as Mesh;
      if (!mesh.isMesh || (mesh.material as Material).name !== "roadlamp") return;
      ownMaterial(mesh);
      this.glasses.push(mesh);
      heads.push(...glassesOf(mesh.geometry.getAttribute("position")));
    });
    const own = heads.length === 0;
    this.effects.lamps.stand(own ? lampPosts(this.site) : heads, own);
  }

  private openRoofs(): Box3[] {
    const houses = this.site.places.filter((one) => one.kind === "pump_house").map((one) => this.plant.part(one.id, ""));
    return houses.flatMap((one) => (one ? [new Box3().setFromObject(one)] : []));
  }

  private measure(scriptMs: number, renderMs: number): void {
    const { render } = this.renderer.info;
    this.told.calls = render.calls;
    this.told.triangles = render.triangles;
    this.told.scriptMs += (scriptMs - this.told.scriptMs) * SMOOTH;
    this.told.renderMs += (renderMs - this.told.renderMs) * SMOOTH;
  }
}

const at = new Vector3();

/** Whether the browser draws without a graphics card: then shadows and fine pixels are left out. */
function drawnBySoftware(renderer: WebGLRenderer): boolean {
  const gl = renderer.getContext();
  const asked = gl.getExtension("WEBGL_debug_renderer_info");
  const name = asked ? String(gl.getParameter(asked.UNMASKED_RENDERER_WEBGL)) : "";
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}
