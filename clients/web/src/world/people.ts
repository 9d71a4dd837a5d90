/** People: all figures, one instanced mesh a part, so that thirty people cost as many draw calls as one. */
import {
  type BufferGeometry,
  Color,
  DynamicDrawUsage,
  Group,
  InstancedMesh,
  type Material,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  CircleGeometry,
} from "three";
import type { Actor } from "./cast";
import { HIP_M, type PartName, PARTS, pose, SHOULDER_M, strike, THIGH_M, UPPER_ARM_M } from "./figure";

export const MOST = 48;
const PAIRS: ReadonlySet<PartName> = new Set(["upperArm", "forearm", "thigh", "shin"]);

/** Colours of suit and helmet; seats are told apart by their label too. */
const CLOTHES: Record<string, readonly [number, number]> = {
  IC: [0x2f66b5, 0xffffff],
  DCS: [0x4c86c9, 0x2b62ad],
  OUT: [0xe07a2e, 0xf2c92e],
  SAF: [0x4f9a55, 0xd1342b],
  FF: [0x6d6357, 0xd1342b],
  LIA: [0x8571b8, 0xffffff],
};
const OTHERS: readonly [number, number] = [0x7d8790, 0xf2c92e];
const FIRE_SUIT: readonly [number, number] = [0xcdb27a, 0xd1342b];

/** Who does not stand: turned about the hips onto back or face, so far over the ground. */
const LYING: Readonly<Record<string, { turn_rad: number; over_m: number }>> = {
  down: { turn_rad: -Math.PI / 2, over_m: 0 },
  face_down: { turn_rad: Math.PI / 2, over_m: 0 },
  carried: { turn_rad: -Math.PI / 2, over_m: 0.95 },
};
const NECK_M = 1.5;
const MOST_ASIDE = 1.2;
const MOST_UP = 0.8;

export class People {
  readonly group = new Group();
  private readonly meshes = new Map<PartName, InstancedMesh>();
  private readonly shadow: InstancedMesh;
  private readonly counts = new Map<PartName, number>();
  private readonly stance = pose();
  private readonly root = new Matrix4();
  private readonly upper = new Matrix4();
  private readonly lower = new Matrix4();
  private readonly step = new Matrix4();
  private readonly suit = new Color();
  private readonly hat = new Color();
  private readonly white = new Color(1, 1, 1);
  private shadows = 0;

  constructor() {
    const cloth = new MeshLambertMaterial({ vertexColors: true });
    for (const name of Object.keys(PARTS) as PartName[]) {
      const mesh = instanced(PARTS[name](), cloth, PAIRS.has(name) ? 2 * MOST : MOST);
      mesh.castShadow = false;
      this.meshes.set(name, mesh);
      this.group.add(mesh);
    }
    const dark = new MeshBasicMaterial({ color: 0, transparent: true, opacity: 0.3, depthWrite: false });
    this.shadow = instanced(new CircleGeometry(0.42, 16).rotateX(-Math.PI / 2), dark, MOST);
    this.group.add(this.shadow);
  }

  /** Draw all of them. Whoever stands where the eye is, is not drawn. */
  frame(actors: readonly Actor[], time_s: number, eyeX_m: number, eyeY_m: number, eyeZ_m: number, inHead: boolean): void {
    for (const name of this.meshes.keys()) this.counts.set(name, 0);
    this.shadows = 0;
    for (const actor of actors) {
      if (actor.kind === "vehicle") continue;
      const { x_m, y_m } = actor.track;
      const own = actor.kind === "person" && Math.hypot(x_m - eyeX_m, y_m - eyeY_m) < 0.5 && Math.abs(actor.height_m + HIP_M - eyeZ_m) < 1.2;
      if (inHead && own) continue;
      for (let n = 0; n < actor.number && this.shadows < MOST; n += 1) this.draw(actor, n, time_s);
    }
    for (const [name, mesh] of this.meshes) show(mesh, this.counts.get(name) ?? 0);
    show(this.shadow, this.shadows);
  }

  private draw(actor: Actor, n: number, time_s: number): void {
    const { track, posture } = actor;
    // A crowd stands in a loose spiral of its own.
    const far_m = actor.kind === "crowd" ? 0.75 * Math.sqrt(n) : 0;
    const x = track.x_m + far_m * Math.cos(n * 2.4);
    const z = -track.y_m + far_m * Math.sin(n * 2.4);
    const turn_rad = -track.heading_rad + (actor.kind === "crowd" && posture !== "walking" ? n * 1.9 : 0);
    const stance = strike(this.stance, posture, track.speed_m_s, track.walked_m + n * 0.37, time_s);
    this.root.makeRotationY(turn_rad);
    this.root.setPosition(x, actor.height_m + stance.bob_m, z);
    this.step.makeTranslation(x, actor.height_m + 0.03, z);
    this.shadow.setMatrixAt(this.shadows, this.step);
    this.shadows += 1;
    const lies = LYING[posture];
    if (lies) {
      this.root.multiply(this.step.makeTranslation(0, lies.over_m, 0));
      this.root.multiply(this.step.makeRotationX(lies.turn_rad));
      this.root.multiply(this.step.makeTranslation(0, -0.9, 0.16 * -Math.sign(lies.turn_rad)));
    }
    this.dress(actor);
    this.limbs();
    this.root.multiply(this.step.makeTranslation(0, HIP_M, 0));
    this.root.multiply(this.step.makeRotationX(stance.lean));
    this.root.multiply(this.step.makeTranslation(0, -HIP_M, 0));
    this.put("torso", this.root, this.suit);
    this.face(actor);
    this.put("head", this.upper, this.white);
    if (actor.id !== "staff") this.put("helmet", this.upper, this.hat);
    if (actor.worn.includes("scba")) this.put("set", this.root, this.white);
    this.arms();
  }

  /** The head where it looks, as far as a neck goes. */
  private face({ look, posture, track }: Actor): void {
    this.upper.copy(this.root);
    if (!look || posture in LYING) return;
    const aside = Math.atan2(Math.sin(look.yaw - track.heading_rad), Math.cos(look.yaw - track.heading_rad));
    this.upper.multiply(this.step.makeTranslation(0, NECK_M, 0));
    this.upper.multiply(this.step.makeRotationY(-bounded(aside, MOST_ASIDE)));
    this.upper.multiply(this.step.makeRotationX(bounded(look.pitch, MOST_UP)));
    this.upper.multiply(this.step.makeTranslation(0, -NECK_M, 0));
  }

  private dress(actor: Actor): void {
    const [suit, hat] = actor.worn.includes("fire_suit") ? FIRE_SUIT : (CLOTHES[actor.id] ?? OTHERS);
    this.suit.set(suit);
    this.hat.set(hat);
  }

  private limbs(): void {
    const { thigh, knee } = this.stance;
    for (let side = 0; side < 2; side += 1) {
      this.upper.copy(this.root).multiply(this.step.makeTranslation(side ? 0.1 : -0.1, HIP_M, 0));
      this.upper.multiply(this.step.makeRotationX(thigh[side] as number));
      this.put("thigh", this.upper, this.suit);
      this.lower.copy(this.upper).multiply(this.step.makeTranslation(0, -THIGH_M, 0));
      this.lower.multiply(this.step.makeRotationX(knee[side] as number));
      this.put("shin", this.lower, this.suit);
    }
  }

  private arms(): void {
    const { arm, elbow } = this.stance;
    for (let side = 0; side < 2; side += 1) {
      this.upper.copy(this.root).multiply(this.step.makeTranslation(side ? 0.255 : -0.255, SHOULDER_M, 0));
      this.upper.multiply(this.step.makeRotationX(arm[side] as number));
      this.put("upperArm", this.upper, this.suit);
      this.lower.copy(this.upper).multiply(this.step.makeTranslation(0, -UPPER_ARM_M, 0));
      this.lower.multiply(this.step.makeRotationX(elbow[side] as number));
      this.put("forearm", this.lower, this.suit);
    }
  }

  private put(name: PartName, at: Matrix4, colour: Color): void {
    const mesh = this.meshes.get(name) as InstancedMesh;
    const n = this.counts.get(name) as number;
    mesh.setMatrixAt(n, at);
    mesh.setColorAt(n, colour);
    this.counts.set(name, n + 1);
  }
}

function bounded(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

function instanced(geometry: BufferGeometry, material: Material, most: number): InstancedMesh {
  const mesh = new InstancedMesh(geometry, material, most);
  mesh.instanceMatrix.setUsage(DynamicDrawUsage);
  mesh.frustumCulled = false;
  mesh.setColorAt(0, new Color(1, 1, 1));
  mesh.count = 0;
  return mesh;
}

function show(mesh: InstancedMesh, count: number): void {
  mesh.count = count;
  mesh.visible = count > 0;
  mesh.instanceMatrix.needsUpdate = true;
  if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
}
