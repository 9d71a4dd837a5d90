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

/** Where a head is, from the point on the ground where the body stands, and which way it looks: bearings as a compass
 * has them, radians, pitch up. */
export interface Look {
  east_m: number;
  north_m: number;
  height_m: number;
  yaw: number;
  pitch: number;
}

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

/** A head above the body, as a screen's eye holds it. */
export function headOf(yaw: number, pitch: number, height_m: number): Part {
  const turn = { w: Math.cos(yaw / 2), x: 0, y: -Math.sin(yaw / 2), z: 0 };
  const [up, along] = [Math.sin(pitch / 2), Math.cos(pitch / 2)];
  const whole_turn = { w: turn.w * along, x: turn.w * up, y: turn.y * along, z: -turn.y * up };
  return partOf({ x: 0, y: height_m, z: 0 }, whole_turn, { x_m: 0, y_m: 0 });
}

/** What a head sees; null: it is not tracked. */
export function lookOf([x, y, z, largest, ...steps]: Part): Look | null {
  if (largest > 3) return null;
  const turn = steps.map((step) => step / (TURN_STEPS * Math.SQRT2));
  turn.splice(largest, 0, Math.sqrt(Math.max(0, 1 - turn.reduce((sum, part) => sum + part * part, 0))));
  const [w, i, j, k] = turn as [number, number, number, number];
  const ahead = { east: 2 * (i * j - w * k), north: 1 - 2 * (i * i + k * k), up: 2 * (j * k + w * i) };
  return {
    east_m: x / 1000,
    north_m: y / 1000,
    height_m: z / 1000,
    yaw: Math.atan2(ahead.east, ahead.north),
    pitch: Math.asin(Math.max(-1, Math.min(1, ahead.up))),
  };
}

/** No -0: the wire would hold it as a float, and a lane has whole numbers. */
function whole(value: number): number {
  return Math.round(value) + 0;
}
