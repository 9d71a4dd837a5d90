/** Lamps: along the roads, with their light on the ground by night. */
import {
  AdditiveBlending,
  CylinderGeometry,
  DataTexture,
  Group,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PlaneGeometry,
  RGBAFormat,
  Vector3,
} from "three";
import type { Site } from "@/scene/scene";
import { Particles } from "./particles";

const HIGH_M = 7;
const ASIDE_M = 4.2;
const WIDE_M = 26;
const MOST = 96;
const APART_M = 2;
const LIT_KINDS = new Set(["road", "gate", "post", "control_room", "pump_house", "fire_station", "muster", "monitor"]);

/** Where lamps stand in the plain plant: beside the places of roads and doors. */
export function lampPosts(site: Site): Vector3[] {
  return site.places
    .filter((one) => LIT_KINDS.has(one.kind))
    .map((one) => new Vector3(one.x_m - ASIDE_M, HIGH_M, -(one.y_m - ASIDE_M)));
}

/** Where the glasses of the model's lamps are: the middles of the clusters of their points. */
export function glassesOf(points: { count: number; getX(n: number): number; getY(n: number): number; getZ(n: number): number }): Vector3[] {
  const found: Vector3[] = [];
  for (let n = 0; n < points.count; n += 1) {
    const x = points.getX(n);
    const z = points.getZ(n);
    if (!found.some((one) => Math.hypot(one.x - x, one.z - z) < APART_M)) found.push(new Vector3(x, points.getY(n), z));
  }
  return found;
}

export class Lamps {
  readonly group = new Group();
  private readonly burning = new Group();
  private readonly halo = new Particles({
    most: MOST,
    colours: [0xffe0a8, 0xffe0a8, 0xffe0a8],
    strength: 1,
    grow: [1, 1],
    gravity_m_s2: 0,
    drift: 0,
    spin: 0,
    glowing: true,
    round: true,
    order: 15,
  });

  constructor() {
    this.burning.visible = false;
    this.group.add(this.burning);
  }

  /** heads: where they shine from. poles: whether posts and glasses are drawn here, not by the model. */
  stand(heads: readonly Vector3[], poles: boolean): void {
    const count = Math.min(MOST / 2, heads.length);
    const onGround = new InstancedMesh(new PlaneGeometry(WIDE_M, WIDE_M).rotateX(-Math.PI / 2), lightOnGround(), count);
    const pole = new InstancedMesh(new CylinderGeometry(0.06, 0.1, HIGH_M, 6), new MeshLambertMaterial({ color: 0x7d868b }), poles ? count : 0);
    const at = new Matrix4();
    this.halo.begin();
    for (let n = 0; n < count; n += 1) {
      const { x, y, z } = heads[n] as Vector3;
      onGround.setMatrixAt(n, at.makeTranslation(x, 0.09, z));
      if (poles) pole.setMatrixAt(n, at.makeTranslation(x, HIGH_M / 2, z));
      // Two that take turns, so that the glow never fades.
      for (const phase of [0, 0.5]) this.halo.add(x, y, z, 0, 0, 0, 4, 3.2, phase);
    }
    this.halo.done();
    onGround.renderOrder = 3;
    onGround.frustumCulled = false;
    this.burning.add(onGround, this.halo.mesh);
    if (poles) this.group.add(pole);
  }

  show(burn: boolean): void {
    this.burning.visible = burn;
  }

  get burn(): boolean {
    return this.burning.visible;
  }

  frame(time_s: number): void {
    if (this.burning.visible) this.halo.frame(time_s, 0, 0, 1);
  }
}

function lightOnGround(): MeshBasicMaterial {
  const side = 64;
  const data = new Uint8Array(side * side * 4);
  for (let n = 0; n < side * side; n += 1) {
    const away = (2 / side) * Math.hypot((n % side) - side / 2 + 0.5, Math.floor(n / side) - side / 2 + 0.5);
    const bright = Math.max(0, 1 - away);
    data.set([255, 206, 140, Math.round(255 * bright * bright)], 4 * n);
  }
  const map = new DataTexture(data, side, side, RGBAFormat);
  map.needsUpdate = true;
  return new MeshBasicMaterial({ map, transparent: true, opacity: 0.6, blending: AdditiveBlending, depthWrite: false });
}
