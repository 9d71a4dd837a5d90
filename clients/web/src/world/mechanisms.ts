/** Mechanisms: what moves on the plant (wheel, stem, button, lever, lamp, barrel, vane), set by the scene or by a hand.
 * A moving node says how: `axis`, `turns` from one end to the other, `travel_m` along the axis meanwhile. */
import { Color, type BufferAttribute, type Material, type Mesh, type MeshStandardMaterial, type Object3D, Quaternion, Vector3 } from "three";
import type { DeviceShown, Scene, Site } from "@/scene/scene";
import type { Blown } from "./effects/sock";
import { playedOn, targetOf } from "./effects/target";
import type { Plant } from "./plant";

interface Moving {
  node: Object3D;
  rest: Quaternion;
  at: Vector3;
  axis: Vector3;
  turns: number;
  travel_m: number;
}

const MOVING_TURNS_PER_S = 0.4;
const CUPS_RAD_PER_M = 1.6;
const LIT = new Set(["on", "running", "open", "fog", "jet"]);
const PLAYS = new Set(["open", "fog", "jet"]);
const PARTS = ["wheel", "stem", "button", "lever", "lamp", "barrel"] as const;
const UP = new Vector3(0, 1, 0);
const turned = new Quaternion();
const aimed = new Vector3();

export class Mechanisms {
  private readonly parts = new Map<string, Moving>();
  private readonly states = new Map<string, string>();
  private readonly byHand = new Set<string>();
  private readonly spinning = new Map<string, number>();
  private readonly vanes: Moving[] = [];
  private readonly cups: Moving[] = [];
  private cups_rad = 0;

  constructor(
    private readonly plant: Plant,
    private readonly site: Site,
  ) {}

  /** After the plant is there. */
  find(): void {
    for (const device of this.site.devices) {
      for (const part of PARTS) {
        const node = this.plant.part(device.id, part);
        if (!node) continue;
        this.parts.set(`${device.id}/${part}`, movingOf(node));
        if (part === "lamp") node.traverse(ownMaterial);
      }
      this.show({ id: device.id, state: device.normal, open_percent: -1, stuck: false });
    }
    for (const { tag } of this.site.instruments) {
      const vane = this.plant.part(tag, "vane");
      const cups = this.plant.part(tag, "cups");
      if (vane) this.vanes.push(movingOf(vane));
      if (cups) this.cups.push(movingOf(cups));
    }
  }

  show(device: DeviceShown, scene?: Scene): void {
    const { id, state, open_percent } = device;
    if (this.states.get(id) !== state) {
      this.states.set(id, state);
      if (state !== "moving") this.byHand.delete(id);
      this.settle(id, state);
    }
    if (scene && PLAYS.has(state)) this.train(id, scene);
    if (this.byHand.has(id)) return;
    const turns = this.turnsOf(id);
    if (open_percent >= 0) {
      this.spinning.delete(id);
      this.turn(id, (turns * open_percent) / 100);
    } else if (state === "moving") {
      if (!this.spinning.has(id)) this.spinning.set(id, turns / 2);
    } else {
      this.spinning.delete(id);
      this.turn(id, state === "open" ? turns : 0);
    }
  }

  /** The hand on the wheel: it holds until the valve has come to rest. */
  setTurn(id: string, turns: number): void {
    this.byHand.add(id);
    this.spinning.delete(id);
    this.turn(id, turns);
  }

  frame(passed_s: number, blown: Blown): void {
    // Wheels of which one sees only that they turn.
    for (const [id, turns] of this.spinning) {
      const on = turns + passed_s * MOVING_TURNS_PER_S;
      this.spinning.set(id, on);
      this.turn(id, on);
    }
    this.cups_rad += passed_s * CUPS_RAD_PER_M * Math.hypot(blown.east_m_s, blown.north_m_s);
    for (const one of this.cups) rotate(one, this.cups_rad);
    // At rest a vane points as in a wind from the west: toward the east.
    for (const one of this.vanes) rotate(one, Math.PI / 2 - blown.toward_rad);
  }

  private turnsOf(id: string): number {
    return this.parts.get(`${id}/wheel`)?.turns || this.site.devices.find((one) => one.id === id)?.turns || 1;
  }

  private turn(id: string, turns: number): void {
    const wheel = this.parts.get(`${id}/wheel`);
    // Opening is anticlockwise, seen from where the axis points.
    if (wheel) rotate(wheel, turns * 2 * Math.PI);
    const stem = this.parts.get(`${id}/stem`);
    if (!stem) return;
    const share = turns / this.turnsOf(id);
    if (stem.turns) rotate(stem, share * stem.turns * 2 * Math.PI);
    stem.node.position.copy(stem.at).addScaledVector(stem.axis, stem.travel_m * share);
  }

  private settle(id: string, state: string): void {
    const lit = LIT.has(state);
    const button = this.parts.get(`${id}/button`);
    button?.node.position.copy(button.at).addScaledVector(button.axis, lit ? button.travel_m : 0);
    const lever = this.parts.get(`${id}/lever`);
    if (lever) rotate(lever, lit ? lever.turns * 2 * Math.PI : 0);
    this.parts.get(`${id}/lamp`)?.node.traverse((node) => shine(node, lit ? 1.8 : 0));
  }

  /** A monitor's barrel looks south at rest; it is trained on what it plays on. */
  private train(id: string, scene: Scene): void {
    const barrel = this.parts.get(`${id}/barrel`);
    const device = this.site.devices.find((one) => one.id === id);
    const place = this.site.places.find((one) => one.id === device?.place);
    if (!barrel?.node.parent || !place) return;
    const tank = device?.kind === "water_monitor" ? playedOn(scene, this.site, place.x_m, place.y_m) : null;
    const target = tank ? ([tank.x_m, tank.y_m] as const) : targetOf(scene, this.site, place.x_m, place.y_m);
    if (!target) return;
    barrel.node.parent.worldToLocal(aimed.set(target[0], 0, -target[1])).sub(barrel.at);
    rotate(barrel, Math.atan2(aimed.x, aimed.z));
  }
}

function movingOf(node: Object3D): Moving {
  const { axis = [0, 1, 0], turns = 0, travel_m = 0 } = node.userData as { axis?: [number, number, number]; turns?: number; travel_m?: number };
  return { node, rest: node.quaternion.clone(), at: node.position.clone(), axis: axis.length === 3 ? new Vector3(...axis).normalize() : UP, turns, travel_m };
}

function rotate(moving: Moving, angle_rad: number): void {
  moving.node.quaternion.copy(moving.rest).multiply(turned.setFromAxisAngle(moving.axis, angle_rad));
}

/** A lamp shines or not by itself, so its material is its own. Its colour is that of its points. */
export function ownMaterial(node: Object3D): void {
  const mesh = node as Mesh;
  if (!mesh.isMesh) return;
  const own = (mesh.material as Material).clone() as MeshStandardMaterial;
  const points = mesh.geometry.getAttribute("color") as BufferAttribute | undefined;
  own.emissive = points ? new Color(points.getX(0), points.getY(0), points.getZ(0)) : own.color.clone();
  own.emissiveIntensity = 0;
  mesh.material = own;
}

export function shine(node: Object3D, strength: number): void {
  const mesh = node as Mesh;
  if (mesh.isMesh) (mesh.material as MeshStandardMaterial).emissiveIntensity = strength;
}
