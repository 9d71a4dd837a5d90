/** Brush: what the sights of an incident are drawn with: tufts of flame, smoke, gas, mist and water, and plain bodies.
 * Few meshes for all of them, so that ten sights cost as many draw calls as one. */
import {
  BoxGeometry,
  type BufferGeometry,
  CircleGeometry,
  Color,
  CylinderGeometry,
  DoubleSide,
  Euler,
  Group,
  InstancedMesh,
  type Material,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Quaternion,
  SphereGeometry,
  Vector3,
} from "three";
import { type Look, Particles } from "./particles";

const GRAVITY_M_S2 = 9.81;
const STILL = { gravity_m_s2: 0, spin: 0.8, glowing: false } as const;
const WHITE = [0xffffff, 0xf4f7f8, 0xe9eef0] as const;

/** Each kind of tuft, and how it looks. */
const TUFTS = {
  flame: {
    most: 420, colours: [0xffc65a, 0xf9761a, 0x7d1d05], strength: 0.9, grow: [1.1, 0.4], gravity_m_s2: 0, drift: 0.4,
    spin: 0, tall: 1.7, glowing: true, hides: 0.8, order: 12,
  },
  smoke: { ...STILL, most: 180, colours: [0x2a1a10, 0x191817, 0x3a3a3a], strength: 0.72, grow: [0.55, 2.3], drift: 0.8, order: 10 },
  gas: { ...STILL, most: 420, colours: WHITE, strength: 0.55, grow: [0.3, 2.6], drift: 0.3, born: 0.03, order: 8 },
  mist: { ...STILL, most: 320, colours: WHITE, strength: 0.36, grow: [0.6, 1.4], drift: 0.2, order: 6 },
  coloured: { ...STILL, most: 420, colours: [0xdde06a, 0xc3cc4e, 0xaebd4a], strength: 0.42, grow: [0.6, 1.6], drift: 0.2, born: 0.05, order: 7 },
  water: {
    most: 1400, colours: [0xe8f4fb, 0xd2e6f2, 0xdfeaf0], strength: 0.5, grow: [0.5, 2.4], gravity_m_s2: GRAVITY_M_S2,
    drift: 0.12, spin: 1, glowing: false, born: 0.02, order: 13,
  },
} satisfies Record<string, Look>; // prettier-ignore

/** Plain bodies of size one about their middle; a drum and petals stand on their foot. */
const BODIES = {
  ball: () => new SphereGeometry(1, 20, 12),
  drum: () => new CylinderGeometry(1, 1, 1, 40, 1, true).translate(0, 0.5, 0),
  disc: () => new CircleGeometry(1, 28).rotateX(-Math.PI / 2),
  bar: () => new BoxGeometry(1, 1, 1),
} satisfies Record<string, () => BufferGeometry>;
const MOST_BODIES = 64;

export type Tuft = keyof typeof TUFTS;
export type Body = keyof typeof BODIES;
/** paint: lit as all else. glow: shines by itself, and one sees through it. */
export type Skin = "paint" | "glow";

/** Where and how a body stands; sizes are radii, of a bar its edges. turn: about x, then y, in radians. */
export interface Standing {
  at: readonly [number, number, number];
  size: readonly [number, number, number];
  turn?: readonly [number, number];
}

export class Brush {
  readonly group = new Group();
  private readonly tufts = new Map<Tuft, Particles>();
  private readonly bodies = new Map<string, InstancedMesh>();
  private strokes = 0;

  constructor() {
    for (const [name, look] of Object.entries(TUFTS) as [Tuft, Look][]) {
      const made = new Particles(look);
      this.tufts.set(name, made);
      this.group.add(made.mesh);
    }
    const skins: Record<Skin, Material> = {
      paint: new MeshLambertMaterial({ side: DoubleSide }),
      glow: new MeshBasicMaterial({ transparent: true, opacity: 0.5, depthWrite: false, side: DoubleSide, toneMapped: false }),
    };
    for (const [skin, material] of Object.entries(skins)) {
      for (const [body, made] of Object.entries(BODIES)) {
        const mesh = new InstancedMesh(made(), material, MOST_BODIES);
        mesh.setColorAt(0, white);
        mesh.frustumCulled = false;
        mesh.renderOrder = skin === "glow" ? 5 : 0;
        this.bodies.set(`${skin} ${body}`, mesh);
        this.group.add(mesh);
      }
    }
    this.begin();
    this.done();
  }

  /** How much has been drawn since `begin`. */
  get drawn(): number {
    return this.strokes;
  }

  begin(): void {
    this.strokes = 0;
    for (const one of this.tufts.values()) one.begin();
    for (const mesh of this.bodies.values()) mesh.count = 0;
  }

  /** One tuft that is born again and again. x east, y north, z up. */
  tuft(kind: Tuft, at: readonly number[], speed: readonly number[], life_s: number, size_m: number, phase: number): void {
    const [x = 0, y = 0, z = 0] = at;
    const [vx = 0, vy = 0, vz = 0] = speed;
    (this.tufts.get(kind) as Particles).add(x, z, -y, vx, vz, -vy, life_s, size_m, phase);
    this.strokes += 1;
  }

  body(skin: Skin, body: Body, colour: number, { at: [x, y, z], size: [wide, deep, high], turn = [0, 0] }: Standing): void {
    const mesh = this.bodies.get(`${skin} ${body}`) as InstancedMesh;
    if (mesh.count >= MOST_BODIES) return;
    turned.setFromEuler(bent.set(turn[0], turn[1], 0, "YXZ"));
    mesh.setMatrixAt(mesh.count, matrix.compose(spot.set(x, z, -y), turned, span.set(wide, high, deep)));
    mesh.setColorAt(mesh.count, paint.set(colour));
    mesh.count += 1;
    this.strokes += 1;
  }

  done(): void {
    for (const one of this.tufts.values()) one.done();
    for (const mesh of this.bodies.values()) {
      mesh.visible = mesh.count > 0;
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
    }
  }

  frame(time_s: number, windEast: number, windNorth: number, brightness: number): void {
    for (const [name, one] of this.tufts) {
      const bright = name === "smoke" ? 0.25 + 0.75 * brightness : Math.min(1, brightness * 1.2);
      one.frame(time_s, windEast, windNorth, bright);
    }
  }
}

const white = new Color(1, 1, 1);
const paint = new Color();
const matrix = new Matrix4();
const spot = new Vector3();
const span = new Vector3();
const turned = new Quaternion();
const bent = new Euler();
