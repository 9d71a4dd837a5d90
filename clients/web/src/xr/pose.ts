/** Pose: head and hands as the lane of the record keeps them (`Pose` of the protocol).
 *
 * Axes are those of the site: x east, y north, z up, from the point on the ground where the body stands; mm. A part
 * that is not turned looks north with its top up. three.js has x east, y up, z south: (x, y, z) there is (x, -z, y) here.
 */
import type { Pose } from "@protocol";

export type Part = Pose["head"];

export const NOT_TRACKED: Part = [0, 0, 0, 4, 0, 0, 0];
export const POSE_MS = 100;
const TURN_STEPS = 511;
const FARTHEST_MM = 32_767;

interface Vector {
  x: number;
  y: number;
  z: number;
}

/** at, turn: in the axes of three.js; ground: where the body stands, of the site. */
export function partOf(at: Vector, turn: Vector & { w: number }, ground: { x_m: number; y_m: number }): Part {
  const mm = (metres: number) => whole(Math.max(-FARTHEST_MM, Math.min(FARTHEST_MM, 1000 * metres)));
  const length = Math.hypot(turn.w, turn.x, turn.y, turn.z);
  if (!(length > 0) || !Number.isFinite(length + at.x + at.y + at.z)) return NOT_TRACKED;
  const whole_turn = [turn.w, turn.x, -turn.z, turn.y];
  const sizes = whole_turn.map(Math.abs);
  const largest = sizes.indexOf(Math.max(...sizes));
  const sign = (whole_turn[largest] as number) > 0 ? 1 : -1;
  const [a = 0, b = 0, c = 0] = whole_turn
    .filter((_, n) => n !== largest)
    .map((part) => whole(Math.max(-TURN_STEPS, Math.min(TURN_STEPS, (sign * part * TURN_STEPS * Math.SQRT2) / length))));
  return [mm(at.x - ground.x_m), mm(-at.z - ground.y_m), mm(at.y), largest, a, b, c];
}

/** No -0: the wire would hold it as a float, and a lane has whole numbers. */
function whole(value: number): number {
  return Math.round(value) + 0;
}
