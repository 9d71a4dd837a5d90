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
  SphereGeometry,
} from "three";
import type { Site } from "@/scene/scene";
import { scatter } from "./grain";
import { Particles } from "./particles";

const HIGH_M = 7;
const ASIDE_M = 4.2;
const WIDE_M = 22;
const LIT_KINDS = new Set(["road", "gate", "post", "control_room", "pump_house", "fire_station", "muster", "monitor"]);

/** Where lamps stand: beside the places of roads and doors. */
export function lampPosts(site: Site): (readonly [number, number])[] {
  return site.places.filter((one) => LIT_KINDS.has(one.kind)).map((one) => [one.x_m - ASIDE_M, one.y_m - ASIDE_M] as const);
}

export class Lamps {
  readonly group = new Group();
  private readonly burning = new Group();
  private readonly halo = new Particles({
    most: 96,
    colours: [0xffe2b0, 0xffd9a0, 0xffe2b0],
    strength: 0.8,
    grow: [1, 1],
    gravity_m_s2: 0,
    drift: 0,
    spin: 0,
    glowing: true,
    order: 15,
  });

  constructor(site: Site) {
    const posts = lampPosts(site);
    const pole = new InstancedMesh(new CylinderGeometry(0.06, 0.1, HIGH_M, 6).translate(0, HIGH_M / 2, 0), new MeshLambertMaterial({ color: 0x7d868b }), posts.length);
    const bulb = new InstancedMesh(new SphereGeometry(0.22, 8, 6), new MeshBasicMaterial({ color: 0xfff0cf, toneMapped: false }), posts.length);
    const onGround = new InstancedMesh(new PlaneGeometry(WIDE_M, WIDE_M).rotateX(-Math.PI / 2), lightOnGround(), posts.length);
    const at = new Matrix4();
    const chance = scatter(3);
    this.halo.begin();
    posts.forEach(([x_m, y_m], n) => {
      pole.setMatrixAt(n, at.makeTranslation(x_m, 0, -y_m));
      bulb.setMatrixAt(n, at.makeTranslation(x_m, HIGH_M, -y_m));
      onGround.setMatrixAt(n, at.makeTranslation(x_m, 0.07, -y_m));
      for (let twice = 0; twice < 2; twice += 1) this.halo.add(x_m, HIGH_M, -y_m, 0, 0, 0, 6, 2.6, chance);
    });
    this.halo.done();
    onGround.renderOrder = 3;
    this.burning.add(bulb, onGround, this.halo.mesh);
    this.burning.visible = false;
    this.group.add(pole, this.burning);
  }

  show(burn: boolean): void {
    this.burning.visible = burn;
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
    data.set([255, 226, 178, Math.round(255 * bright * bright)], 4 * n);
  }
  const map = new DataTexture(data, side, side, RGBAFormat);
  map.needsUpdate = true;
  return new MeshBasicMaterial({ map, transparent: true, opacity: 0.55, blending: AdditiveBlending, depthWrite: false });
}
