/** Locomotion: sticks and aim move the body, by the server's law; nothing else does.
 *
 * Teleport is a leg: the server decides where one walks and how long it takes, so pointing at the ground and letting go
 * walks the body straight to that point (`steer`, then `halt`), at the pace of a walk, with the view narrowed meanwhile.
 * `go` to the nearest place would be the other way; it was left because one points to stand beside a wheel, and places
 * lie up to three metres off it. Long ways by `go` are on the wrist. The authoritative position never jumps.
 */
import { BufferGeometry, CircleGeometry, Line, LineBasicMaterial, Mesh, MeshBasicMaterial, type Ray, Vector3 } from "three";
import { headed, IN_SET_M_S, RUN_M_S, WALK_M_S, type Heading, type Point } from "@/movement";
import type { Walking } from "@/trainee/walking";
import type { Seat } from "@/trainee/seat";
import type { Hand } from "./hand";
import { settings } from "./settings";

const SNAP_RAD = Math.PI / 6;
const SNAP_AT = 0.7;
const SNAP_REARM = 0.4;
const SMOOTH_RAD_S = 1.4;
const RUN_AT = 0.98;
const ARRIVED_M = 0.2;
const FARTHEST_M = 25;
const NEAREST_M = 0.7;
const STUCK_MS = 1500;

export class Locomotion {
  /** Where the trigger points on the ground. */
  readonly mark = new Mesh(new CircleGeometry(0.35, 32), new MeshBasicMaterial({ color: 0x8fd3ea, transparent: true, opacity: 0.7, depthWrite: false, fog: false }));
  readonly way = new Line(new BufferGeometry().setFromPoints([new Vector3(), new Vector3()]), new LineBasicMaterial({ color: 0x8fd3ea, fog: false }));
  private leg: (Point & { near_m: number; since_ms: number }) | null = null;
  private turned = false;

  constructor(
    private readonly seat: Seat,
    private readonly walking: Walking,
  ) {
    this.mark.rotation.x = -Math.PI / 2;
    this.mark.visible = this.way.visible = false;
  }

  get onLeg(): boolean {
    return this.leg !== null;
  }

  get moving(): boolean {
    return this.walking.walker.walking;
  }

  /** walks, turns: the hands whose sticks do; yaw: compass bearing of the head. Gives how far to turn to the left. */
  frame(nowMs: number, seconds: number, walks: Hand | null, turns: Hand | null, yaw: number): number {
    const stick = walks?.stick ?? { ahead: 0, right: 0 };
    const size = Math.min(1, Math.hypot(stick.ahead, stick.right));
    const pace = this.seat.body.value.worn.includes("scba") ? IN_SET_M_S : WALK_M_S;
    if (size > 0) this.leg = null;
    const bearing = settings.heading === "hand" && walks ? bearingOf(walks.ray.direction) : yaw;
    let heading: Heading = headed(bearing, stick.ahead, stick.right);
    let speed = size === 0 ? 0 : size >= RUN_AT && stick.ahead > 0.9 && walks?.squeeze ? RUN_M_S : Math.round(pace * size * 10) / 10;
    if (this.leg) {
      const to = this.toward(nowMs, this.leg);
      if (to) {
        heading = to;
        speed = pace;
      } else this.leg = null;
    }
    this.walking.walker.want(heading, speed);
    this.walking.pace();
    this.walking.walker.step(nowMs, seconds);
    return this.turning(turns?.stick.right ?? 0, seconds);
  }

  /** Show where a ray meets the ground within reach of a leg; null: it does not. */
  aim(ray: Ray): Point | null {
    const down = -ray.direction.y;
    const along = down > 0.02 ? ray.origin.y / down : Infinity;
    if (along > FARTHEST_M) return this.hide();
    const x = ray.origin.x + ray.direction.x * along;
    const z = ray.origin.z + ray.direction.z * along;
    const { walker } = this.walking;
    if (Math.hypot(x - walker.x_m, -z - walker.y_m) < NEAREST_M) return this.hide();
    this.mark.position.set(x, 0.03, z);
    const points = this.way.geometry.getAttribute("position");
    points.setXYZ(0, ray.origin.x, ray.origin.y, ray.origin.z);
    points.setXYZ(1, x, 0.03, z);
    points.needsUpdate = true;
    this.mark.visible = this.way.visible = true;
    return { x_m: x, y_m: -z };
  }

  hide(): null {
    this.mark.visible = this.way.visible = false;
    return null;
  }

  walkTo(to: Point, nowMs: number): void {
    this.leg = { ...to, near_m: Infinity, since_ms: nowMs };
  }

  halt(): void {
    this.leg = null;
    this.walking.walker.want({ x: 0, y: 1 }, 0);
  }

  dispose(): void {
    for (const one of [this.mark, this.way]) {
      one.removeFromParent();
      one.geometry.dispose();
    }
  }

  /** Along the leg; null: there, or no nearer for a while (something is in the way). */
  private toward(nowMs: number, leg: NonNullable<Locomotion["leg"]>): Heading | null {
    const { walker } = this.walking;
    const x = leg.x_m - walker.x_m;
    const y = leg.y_m - walker.y_m;
    const far_m = Math.hypot(x, y);
    if (far_m < leg.near_m - 0.05) {
      leg.near_m = far_m;
      leg.since_ms = nowMs;
    }
    if (far_m < ARRIVED_M || nowMs - leg.since_ms > STUCK_MS) return null;
    return { x: x / far_m, y: y / far_m };
  }

  private turning(right: number, seconds: number): number {
    if (settings.smoothTurn) return -right * SMOOTH_RAD_S * seconds;
    if (Math.abs(right) < SNAP_REARM) this.turned = false;
    if (this.turned || Math.abs(right) < SNAP_AT) return 0;
    this.turned = true;
    return -Math.sign(right) * SNAP_RAD;
  }
}

/** Compass bearing of a direction: 0 = north, clockwise. */
export function bearingOf(direction: { x: number; z: number }): number {
  return Math.atan2(direction.x, -direction.z);
}
