/** Borrowed eyes: a person's, for those who look through them. They glide to where the newest scene has them. */
import type { PersonShown } from "@/scene/scene";
import type { FirstEye } from "./eye";

const EYE_M = 1.6;
const DOWN_M = 0.4;
const GLIDE_MS = 80;
const LEAP_M = 5;
const STEP_M = 0.05;

export class BorrowedEye {
  readonly eye: FirstEye = { kind: "first", x_m: 0, y_m: 0, height_m: EYE_M, yaw: 0, pitch: 0, place: "" };
  private person: PersonShown | null = null;
  private wanted: Omit<FirstEye, "kind" | "place"> = { ...this.eye };
  private beforeMs = 0;

  /** The newest of a person. Who tells nothing of his head is taken to look the way he last went. */
  take(now: PersonShown): void {
    const was = this.person?.seat === now.seat ? this.person : null;
    this.person = now;
    this.eye.place = now.place;
    const { look } = now;
    if (look) {
      const { east_m, north_m, height_m, yaw, pitch } = look;
      this.wanted = { x_m: now.x_m + east_m, y_m: now.y_m + north_m, height_m, yaw, pitch };
    } else {
      const [east, north] = was ? [now.x_m - was.x_m, now.y_m - was.y_m] : [0, 0];
      const went = Math.hypot(east, north) > STEP_M;
      const yaw = went ? Math.atan2(east, north) : was ? this.wanted.yaw : 0;
      const height_m = now.posture === "down" ? DOWN_M : EYE_M;
      this.wanted = { x_m: now.x_m, y_m: now.y_m, height_m, yaw, pitch: 0 };
    }
    const far_m = Math.hypot(this.wanted.x_m - this.eye.x_m, this.wanted.y_m - this.eye.y_m);
    if (!was || far_m > LEAP_M) Object.assign(this.eye, this.wanted);
  }

  /** Once a frame. */
  frame(nowMs: number): void {
    const share = 1 - Math.exp(-Math.max(0, nowMs - this.beforeMs) / GLIDE_MS);
    this.beforeMs = nowMs;
    const { eye, wanted } = this;
    for (const name of ["x_m", "y_m", "height_m", "pitch"] as const) eye[name] += (wanted[name] - eye[name]) * share;
    eye.yaw += Math.atan2(Math.sin(wanted.yaw - eye.yaw), Math.cos(wanted.yaw - eye.yaw)) * share;
  }
}
