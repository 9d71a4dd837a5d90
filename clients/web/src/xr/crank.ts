/** Crank: how far a hand has turned a wheel since it took hold of it. Anticlockwise, seen from where the axis points, is
 * positive, as it opens. A hand on the rim turns by going round; one at the hub, or one that holds the wheel from a way
 * off, turns by the twist of the wrist.
 */
import { Quaternion, Vector3 } from "three";

const HUB_M = 0.07;
const RIM_M = 0.75;

export class Crank {
  /** Whole turns and parts of them. */
  turns = 0;
  private readonly across = new Vector3();
  private readonly along = new Vector3();
  private readonly by: "going" | "twist";
  private before: number;
  private readonly held: Quaternion;

  /** axis: a unit vector. */
  constructor(
    private readonly centre: Vector3,
    private readonly axis: Vector3,
    hand: Vector3,
    wrist: Quaternion,
  ) {
    this.across.set(Math.abs(axis.x) < 0.9 ? 1 : 0, Math.abs(axis.x) < 0.9 ? 0 : 1, 0);
    this.across.addScaledVector(axis, -this.across.dot(axis)).normalize();
    this.along.crossVectors(axis, this.across);
    const out = off.subVectors(hand, centre);
    const radius_m = out.addScaledVector(axis, -out.dot(axis)).length();
    this.by = radius_m > HUB_M && radius_m < RIM_M ? "going" : "twist";
    this.held = wrist.clone().invert();
    this.before = this.angle(hand, wrist);
  }

  /** The hand is here now. Between two calls it turns by less than half a turn. */
  follow(hand: Vector3, wrist: Quaternion): number {
    const now = this.angle(hand, wrist);
    let step = now - this.before;
    if (step > Math.PI) step -= 2 * Math.PI;
    if (step < -Math.PI) step += 2 * Math.PI;
    this.before = now;
    this.turns += step / (2 * Math.PI);
    return this.turns;
  }

  private angle(hand: Vector3, wrist: Quaternion): number {
    if (this.by === "going") {
      off.subVectors(hand, this.centre);
      return Math.atan2(off.dot(this.along), off.dot(this.across));
    }
    twist.multiplyQuaternions(wrist, this.held);
    return 2 * Math.atan2(twist.x * this.axis.x + twist.y * this.axis.y + twist.z * this.axis.z, twist.w);
  }
}

const off = new Vector3();
const twist = new Quaternion();
