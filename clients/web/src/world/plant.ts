/** Plant: the site's model, its named nodes and its moving parts. Where the model cannot be had, plain shapes stand in. */
import { type Camera, Group, type Mesh, type Object3D, Vector3 } from "three";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import type { Site } from "@/scene/scene";
import { plainPlant } from "./plain";

export type ModelState = "loading" | "model" | "plain";

interface Levels {
  at: Vector3;
  nodes: { node: Object3D; beyond_m: number }[];
  shown: number;
}

const OVER = 1.12; // a level is left again only this much further off, so that nothing flickers
const here = new Vector3();

export class Plant {
  readonly root = new Group();
  state: ModelState = "loading";
  /** By name: `P-101`, `P-101/wheel`. */
  readonly nodes = new Map<string, Object3D>();
  private readonly levels: Levels[] = [];

  constructor(private readonly site: Site) {}

  async load(url: string): Promise<void> {
    let model: Object3D;
    try {
      model = (await new GLTFLoader().loadAsync(url)).scene;
      this.state = "model";
    } catch {
      model = plainPlant(this.site);
      this.state = "plain";
    }
    this.root.add(model);
    this.root.updateMatrixWorld(true);
    this.index(model);
  }

  part(id: string, part: string): Object3D | null {
    return this.nodes.get(part ? `${id}/${part}` : id) ?? null;
  }

  /** The name of a node or of the nearest named one above it. */
  nameOf(hit: Object3D): string {
    for (let node: Object3D | null = hit; node && node !== this.root; node = node.parent) {
      const name = givenName(node);
      const id = name.split("/")[0] ?? "";
      if (name && this.nodes.has(id) && this.nodes.get(id)?.userData["kind"]) return levelless(name);
    }
    return "";
  }

  /** Which level of detail each thing shows from here. */
  detail(camera: Camera): void {
    here.setFromMatrixPosition(camera.matrixWorld);
    for (const one of this.levels) {
      const level = levelAt(one.nodes, one.at.distanceTo(here), one.shown);
      if (level === one.shown) continue;
      one.shown = level;
      for (let n = 0; n < one.nodes.length; n += 1) (one.nodes[n] as { node: Object3D }).node.visible = n === level;
    }
  }

  private index(model: Object3D): void {
    const levels = new Map<string, Levels>();
    model.traverse((node) => {
      const name = givenName(node);
      if (name && !this.nodes.has(name)) this.nodes.set(name, node);
      const detail = /^(.+)\/lod\d+$/.exec(name);
      if (detail) {
        const key = detail[1] as string;
        const known = levels.get(key) ?? { at: node.getWorldPosition(new Vector3()), nodes: [], shown: -1 };
        known.nodes.push({ node, beyond_m: Number(node.userData["beyond_m"] ?? 0) });
        levels.set(key, known);
      }
      if (node.userData["axis"] === undefined) node.matrixAutoUpdate = false;
      if ((node as Mesh).isMesh) {
        node.castShadow = name !== "ground";
        node.receiveShadow = true;
      }
    });
    for (const one of levels.values()) {
      one.nodes.sort((a, b) => a.beyond_m - b.beyond_m);
      this.levels.push(one);
    }
  }
}

/** Names hold "/", which the loader takes out of `name`; it keeps the given one. */
export function givenName(node: Object3D): string {
  return String(node.userData["name"] ?? node.name);
}

function levelless(name: string): string {
  return name.replace(/\/lod\d+$/, "");
}

/** The level to show at a distance; the one shown is kept within a margin. levels: nearest first. */
export function levelAt(levels: readonly { beyond_m: number }[], away_m: number, shown: number): number {
  let level = 0;
  for (let n = 1; n < levels.length; n += 1) {
    const beyond_m = (levels[n] as { beyond_m: number }).beyond_m;
    if (away_m > (shown >= n ? beyond_m / OVER : beyond_m)) level = n;
  }
  return level;
}
