/** Hand: one controller as a gloved hand: where it is, where it points, what its keys say. */
import { type Group, type XRTargetRaySpace, Line, LineBasicMaterial, BufferGeometry, Mesh, MeshLambertMaterial, Quaternion, Ray, Vector3, type WebXRManager } from "three";
import { Solids } from "@/world/solids";

export type Side = "left" | "right";

const DEAD = 0.2;
const GLOVE = 0x2f3a40;
const CUFF = 0xd9a400;

export class Hand {
  side: Side | "" = "";
  trigger = false;
  squeeze = false;
  /** Since the last frame. */
  pressed = false;
  released = false;
  gripped = false;
  loosed = false;
  /** A key of the thumb (A, B, X, Y) since the last frame. */
  menu = false;
  /** right, ahead: -1..1. */
  stick = { right: 0, ahead: 0 };
  readonly at = new Vector3();
  readonly tip = new Vector3();
  readonly wrist = new Quaternion();
  readonly ray = new Ray();
  readonly pointer: XRTargetRaySpace;
  readonly grip: Group;
  private source: XRInputSource | null = null;
  private readonly glove: Mesh;
  private readonly beam: Line;
  private menuDown = false;
  private readonly ends: (() => void)[] = [];

  constructor(xr: WebXRManager, index: number) {
    this.pointer = xr.getController(index);
    this.grip = xr.getControllerGrip(index);
    this.glove = new Mesh(gloveShape(), new MeshLambertMaterial({ vertexColors: true }));
    const line = new BufferGeometry().setFromPoints([new Vector3(0, 0, -0.06), new Vector3(0, 0, -1)]);
    this.beam = new Line(line, new LineBasicMaterial({ color: 0x8fd3ea, transparent: true, opacity: 0.75, fog: false }));
    this.beam.visible = false;
    // The glove lies along the ray: the grip's own axes are those of a rod in the fist, tilted up by half a right angle.
    this.glove.position.set(0, -0.015, 0.04);
    this.pointer.add(this.beam, this.glove);
    // Only the start and the end of a press: browsers do not agree on when `select` comes between them.
    this.on("connected", (source) => this.take(source));
    this.on("disconnected", () => this.take(null));
    this.on("selectstart", () => (this.trigger = this.pressed = true));
    this.on("selectend", () => {
      this.trigger = false;
      this.released = true;
    });
    this.on("squeezestart", () => (this.squeeze = this.gripped = true));
    this.on("squeezeend", () => {
      this.squeeze = false;
      this.loosed = true;
    });
  }

  /** Whether it is there and tracked. */
  get tracked(): boolean {
    return this.source !== null && this.grip.visible;
  }

  /** Before a frame's work: where it is now. */
  update(): void {
    const axes = this.source?.gamepad?.axes ?? [];
    const axis = (n: number) => (Math.abs(axes[n] ?? 0) < DEAD ? 0 : (axes[n] ?? 0));
    this.stick = { right: axis(2), ahead: -axis(3) };
    const down = Boolean(this.source?.gamepad?.buttons[5]?.pressed || this.source?.gamepad?.buttons[4]?.pressed);
    this.menu = down && !this.menuDown;
    this.menuDown = down;
    if (!this.tracked) return;
    this.grip.updateWorldMatrix(true, false);
    this.pointer.updateWorldMatrix(true, false);
    this.grip.matrixWorld.decompose(this.at, this.wrist, scale);
    this.ray.origin.setFromMatrixPosition(this.pointer.matrixWorld);
    this.ray.direction.set(0, 0, -1).transformDirection(this.pointer.matrixWorld);
    this.tip.copy(this.at).addScaledVector(this.ray.direction, 0.1);
  }

  /** After a frame's work. */
  settle(): void {
    this.pressed = this.released = this.gripped = this.loosed = this.menu = false;
  }

  /** The beam, so long; 0 = none. */
  shine(length_m: number): void {
    this.beam.visible = length_m > 0;
    this.beam.scale.z = length_m;
  }

  /** strength: 0..1. */
  pulse(strength: number, ms: number): void {
    const felt = this.source?.gamepad?.hapticActuators?.[0];
    void felt?.pulse(strength, ms);
  }

  dispose(): void {
    for (const end of this.ends) end();
    this.pointer.removeFromParent();
    this.grip.removeFromParent();
    this.glove.removeFromParent();
    this.beam.removeFromParent();
    this.glove.geometry.dispose();
    this.beam.geometry.dispose();
  }

  private take(source: XRInputSource | null): void {
    this.source = source;
    this.side = source && source.handedness !== "none" ? source.handedness : "";
    this.glove.scale.x = this.side === "left" ? -1 : 1;
    if (!source) this.trigger = this.squeeze = false;
  }

  private on(name: "connected" | "disconnected" | "selectstart" | "selectend" | "squeezestart" | "squeezeend", hear: (source: XRInputSource) => void): void {
    const listen = (event: { data: XRInputSource }) => hear(event.data);
    this.pointer.addEventListener(name, listen);
    this.ends.push(() => this.pointer.removeEventListener(name, listen));
  }
}

const scale = new Vector3();

/** A right hand in a work glove, as a controller is held: fingers ahead (-z), thumb to the left. */
function gloveShape(): BufferGeometry {
  const hand = new Solids().box(GLOVE, 0.075, 0.034, 0.085, 0, 0, 0).cylinder(CUFF, 0.036, 0.042, 0.06, 0, 0, 0.075, { axis: "z", sides: 10 });
  for (const n of [0, 1, 2, 3]) {
    const long = n === 0 || n === 3 ? 0.06 : 0.07;
    hand.cylinder(GLOVE, 0.009, 0.0105, long, -0.028 + 0.019 * n, n === 0 ? 0 : -0.004, -0.042 - long / 2, { axis: "z", sides: 7 });
  }
  hand.box(GLOVE, 0.018, 0.02, 0.055, -0.048, 0.004, -0.018, 0.5);
  return hand.done();
}
