/** Eye: from where the world is looked at. Bearings as a compass has them: 0 = north, clockwise, radians; pitch up.
 * place: where the feet of one's own eye stand, as it may lie above or below the ground. */
import { MathUtils, type PerspectiveCamera, Vector3 } from "three";
import type { Levels } from "@/scene/levels";
import type { Cast } from "./cast";

export type Eye =
  | { kind: "first"; x_m: number; y_m: number; height_m: number; yaw: number; pitch: number; place?: string }
  | { kind: "follow"; seat: string }
  | { kind: "free"; x_m: number; y_m: number; distance_m: number; yaw: number; pitch: number };

export type FirstEye = Extract<Eye, { kind: "first" }>;
export type FreeEye = Extract<Eye, { kind: "free" }>;

const NEAR_M = 0.08;
const FAR_OFF_NEAR_M = 0.8; // depth is finer the further off it begins
/** Behind and above whom it follows; of who is in a house, its roof is seen, and his name over it. */
const OUTDOORS = { behind_m: 7.5, above_m: 4.2 };
const INDOORS = { behind_m: 30, above_m: 19 };
const OVER_MOUTH_M = 1.9; // of who is in a pit, one looks down its mouth
const STEEPEST = -1.5;
const FLATTEST = -0.06;
export const NEAREST_M = 6;
export const FARTHEST_M = 700;

const wished = new Vector3();
const target = new Vector3();

/** Put the camera where the eye is. passed_s: since the last frame, for the smooth eye that follows a person. */
export function place(camera: PerspectiveCamera, eye: Eye, cast: Cast, passed_s: number, levels: Levels): void {
  const near_m = eye.kind === "first" ? NEAR_M : FAR_OFF_NEAR_M;
  if (camera.near !== near_m) {
    camera.near = near_m;
    camera.updateProjectionMatrix();
  }
  if (eye.kind === "first") {
    const feet = levels.of(eye.place ?? "") ?? { x_m: eye.x_m, y_m: eye.y_m, z_m: 0 };
    camera.position.set(feet.x_m, feet.z_m + eye.height_m, -feet.y_m);
    camera.rotation.set(eye.pitch, -eye.yaw, 0, "YXZ");
    return;
  }
  if (eye.kind === "free") {
    const flat_m = eye.distance_m * Math.cos(eye.pitch);
    camera.position.set(
      eye.x_m - flat_m * Math.sin(eye.yaw),
      Math.max(1, -eye.distance_m * Math.sin(eye.pitch)),
      -(eye.y_m - flat_m * Math.cos(eye.yaw)),
    );
    camera.lookAt(target.set(eye.x_m, 0, -eye.y_m));
    return;
  }
  const person = cast.personOf(eye.seat);
  if (!person) return;
  const { x_m, y_m, heading_rad } = person.track;
  if (person.over) {
    camera.position.set(person.over.x_m, OVER_MOUTH_M, -person.over.y_m + 0.01);
    camera.lookAt(target.set(x_m, person.height_m + 1, -y_m));
    return;
  }
  const { behind_m, above_m } = person.indoors ? INDOORS : OUTDOORS;
  wished.set(x_m - behind_m * Math.sin(heading_rad), person.height_m + above_m, -(y_m - behind_m * Math.cos(heading_rad)));
  const far = camera.position.distanceTo(wished) > 40;
  camera.position.lerp(wished, far ? 1 : Math.min(1, passed_s * 2.5));
  camera.lookAt(target.set(x_m, person.height_m + 1.5, -y_m));
}

/** Turn the free eye about what it looks at, by shares of the canvas. */
export function orbit(eye: FreeEye, rightward: number, downward: number): void {
  eye.yaw += rightward * Math.PI * 1.2;
  eye.pitch = MathUtils.clamp(eye.pitch - downward * Math.PI * 0.6, STEEPEST, FLATTEST);
}

/** Shift what the free eye looks at, by shares of the canvas: the ground goes with the finger. */
export function shift(eye: FreeEye, rightward: number, downward: number): void {
  const span_m = eye.distance_m * 0.9;
  const right_m = -rightward * span_m;
  const ahead_m = downward * span_m;
  eye.x_m += right_m * Math.cos(eye.yaw) + ahead_m * Math.sin(eye.yaw);
  eye.y_m += -right_m * Math.sin(eye.yaw) + ahead_m * Math.cos(eye.yaw);
}

export function zoom(eye: FreeEye, factor: number): void {
  eye.distance_m = MathUtils.clamp(eye.distance_m * factor, NEAREST_M, FARTHEST_M);
}
