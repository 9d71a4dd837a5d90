/** Mechanisms: wheels, stems, buttons, levers and lamps of the plant, set by the states of the scene or by a hand. */
import { type Material, type Mesh, type MeshStandardMaterial, type Object3D, Quaternion, Vector3 } from "three";
import type { DeviceShown, Site } from "@/scene/scene";
import type { Plant } from "./plant";

interface Moving {
  node: Object3D;
  rest: Quaternion;
  at: Vector3;
  axis: Vector3;
}

const MOVING_TURNS_PER_S = 0.4;
const STEM_M = 0.14; // how far a stem comes out on the whole way
const PRESSED_M = 0.02;
const LEVER_RAD = 1.1;
const LIT = new Set(["on", "running", "open"]);
const turned = new Quaternion();

export class Mechanisms {
  private readonly parts = new Map<string, Moving>();
  private readonly states = new Map<string, string>();
  private readonly byHand = new Set<string>();
  private readonly spinning = new Map<string, number>();

  constructor(
    private readonly plant: Plant,
    private readonly site: Site,
  ) {}

  /** After the plant is there. */
  find(): void {
    for (const device of this.site.devices) {
      for (const part of ["wheel", "stem", "button", "lever", "lamp"]) {
        const node = this.plant.part(device.id, part);
        if (!node) continue;
        const [x, y, z] = (node.userData["axis"] ?? [0, 1, 0]) as [number, number, number];
        const axis = new Vector3(x, y, z).normalize();
        this.parts.set(`${device.id}/${part}`, { node, rest: node.quaternion.clone(), at: node.position.clone(), axis });
        if (part === "lamp") node.traverse(ownMaterial);
      }
      this.show({ id: device.id, state: device.normal, open_percent: -1, stuck: false });
    }
  }

  show(device: DeviceShown): void {
    const { id, state, open_percent } = device;
    if (this.states.get(id) !== state) {
      this.states.set(id, state);
      if (state !== "moving") this.byHand.delete(id);
      this.settle(id, state);
    }
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

  /** Wheels of which one sees only that they turn. */
  frame(passed_s: number): void {
    for (const [id, turns] of this.spinning) {
      const on = turns + passed_s * MOVING_TURNS_PER_S;
      this.spinning.set(id, on);
      this.turn(id, on);
    }
  }

  private turnsOf(id: string): number {
    const given = Number(this.parts.get(`${id}/wheel`)?.node.userData["turns"] ?? 0);
    return given || this.site.devices.find((one) => one.id === id)?.turns || 1;
  }

  private turn(id: string, turns: number): void {
    const wheel = this.parts.get(`${id}/wheel`);
    // To open is anticlockwise, seen from where the axis points.
    wheel?.node.quaternion.copy(wheel.rest).multiply(turned.setFromAxisAngle(wheel.axis, turns * 2 * Math.PI));
    const stem = this.parts.get(`${id}/stem`);
    stem?.node.position.copy(stem.at).addScaledVector(stem.axis, (STEM_M * turns) / this.turnsOf(id));
  }

  private settle(id: string, state: string): void {
    const lit = LIT.has(state);
    const button = this.parts.get(`${id}/button`);
    button?.node.position.copy(button.at).addScaledVector(button.axis, lit ? PRESSED_M : 0);
    const lever = this.parts.get(`${id}/lever`);
    lever?.node.quaternion.copy(lever.rest).multiply(turned.setFromAxisAngle(lever.axis, lit ? 0 : LEVER_RAD));
    this.parts.get(`${id}/lamp`)?.node.traverse((node) => shine(node, lit));
  }
}

function ownMaterial(node: Object3D): void {
  const mesh = node as Mesh;
  if (!mesh.isMesh) return;
  mesh.material = (mesh.material as Material).clone();
}

function shine(node: Object3D, lit: boolean): void {
  const material = (node as Mesh).material as MeshStandardMaterial | undefined;
  if (!material?.emissive) return;
  material.emissive.copy(material.color);
  if (material.vertexColors) material.emissive.set(0xb03020);
  material.emissiveIntensity = lit ? 1.6 : 0;
}
