/** Picking: what lies under a point of the canvas: a named thing of the plant, or a person. */
import { type Camera, type Object3D, type PerspectiveCamera, Raycaster, Vector2, Vector3 } from "three";
import type { Cast } from "./cast";
import type { Plant } from "./plant";

/** part: of a device ("wheel"), "person" for a seat, "" for the whole. */
export interface Picked {
  id: string;
  part: string;
  distance_m: number;
}

const BODY_M = 0.45;
const FARTHEST_M = 600;
const point = new Vector2();
const foot = new Vector3();
const head = new Vector3();

export class Picking {
  private readonly ray = new Raycaster();

  constructor(
    private readonly plant: Plant,
    private readonly cast: Cast,
  ) {
    this.ray.far = FARTHEST_M;
  }

  at(ndcX: number, ndcY: number, camera: PerspectiveCamera): Picked | null {
    this.ray.setFromCamera(point.set(ndcX, ndcY), camera as Camera);
    return this.along(this.ray);
  }

  /** Along any ray: a controller's too. */
  along(ray: Raycaster): Picked | null {
    const person = this.person(ray);
    for (const hit of ray.intersectObject(this.plant.root, true)) {
      if (person && person.distance_m <= hit.distance) return person;
      if (!seen(hit.object)) continue;
      const [id = "", part = ""] = this.plant.nameOf(hit.object).split("/");
      return id ? { id, part, distance_m: hit.distance } : null;
    }
    return person;
  }

  private person(ray: Raycaster): Picked | null {
    let best: Picked | null = null;
    for (const actor of this.cast.actors) {
      if (actor.kind !== "person") continue;
      foot.set(actor.track.x_m, actor.height_m + 0.3, -actor.track.y_m);
      head.set(actor.track.x_m, actor.height_m + 1.7, -actor.track.y_m);
      const distance_m = ray.ray.origin.distanceTo(foot);
      // A finger is broad: far off, a person is taken to be wider than he is.
      const wide_m = Math.max(BODY_M, distance_m * 0.018);
      if (ray.ray.distanceSqToSegment(foot, head) > wide_m * wide_m || distance_m < 0.6) continue;
      if (!best || distance_m < best.distance_m) best = { id: actor.id, part: "person", distance_m };
    }
    return best;
  }
}

function seen(hit: Object3D): boolean {
  for (let node: Object3D | null = hit; node; node = node.parent) if (!node.visible) return false;
  return true;
}
