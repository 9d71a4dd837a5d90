/** Figure: the parts of a person, each with its joint at the origin, facing north (-z), limbs hanging down. */
import type { BufferGeometry } from "three";
import { Solids } from "./solids";

export const HIP_M = 0.92;
export const SHOULDER_M = 1.43;
export const THIGH_M = 0.45;
export const UPPER_ARM_M = 0.3;
const STRIP = 0xffffff;
const CLOTH = 0x9a9a9a; // times the colour of the suit
const GLOVE = 0x2c2c2c;
const BOOT = 0x1c1c1c;

/** Parts by name; `pair` ones are drawn twice. */
export const PARTS: Record<PartName, () => BufferGeometry> = {
  torso: () =>
    new Solids()
      .cylinder(CLOTH, 0.2, 0.165, 0.36, 0, HIP_M + 0.34, 0, { sides: 10 })
      .cylinder(CLOTH, 0.165, 0.18, 0.2, 0, HIP_M + 0.06, 0, { sides: 10 })
      .cylinder(STRIP, 0.198, 0.192, 0.055, 0, HIP_M + 0.33, 0, { sides: 10 })
      .cylinder(0x3a3a3a, 0.172, 0.172, 0.05, 0, HIP_M + 0.14, 0, { sides: 10 })
      .box(CLOTH, 0.44, 0.1, 0.17, 0, SHOULDER_M - 0.01, 0)
      .done()
      .scale(1, 1, 0.74),
  head: () =>
    new Solids()
      .ball(0xd3a07c, 0.105, 0, 1.62, 0, 1.18)
      .cylinder(0xc08f6d, 0.055, 0.06, 0.1, 0, 1.49, 0, { sides: 8 })
      .done(),
  helmet: () =>
    new Solids()
      .ball(0xffffff, 0.135, 0, 1.66, 0, 0.9, true)
      .cylinder(0xffffff, 0.15, 0.16, 0.022, 0, 1.66, -0.015, { sides: 14 })
      .done(),
  upperArm: () => new Solids().cylinder(CLOTH, 0.065, 0.052, UPPER_ARM_M, 0, -UPPER_ARM_M / 2, 0, { sides: 7 }).done(),
  forearm: () =>
    new Solids()
      .cylinder(CLOTH, 0.052, 0.042, 0.24, 0, -0.12, 0, { sides: 7 })
      .cylinder(STRIP, 0.05, 0.05, 0.045, 0, -0.17, 0, { sides: 7 })
      .ball(GLOVE, 0.055, 0, -0.28, 0)
      .done(),
  thigh: () => new Solids().cylinder(CLOTH, 0.095, 0.072, THIGH_M, 0, -THIGH_M / 2, 0, { sides: 8 }).done(),
  shin: () =>
    new Solids()
      .cylinder(CLOTH, 0.07, 0.058, 0.38, 0, -0.19, 0, { sides: 8 })
      .cylinder(STRIP, 0.071, 0.071, 0.05, 0, -0.24, 0, { sides: 8 })
      .box(BOOT, 0.11, 0.1, 0.27, 0, -0.42, -0.05)
      .done(),
  set: () =>
    new Solids()
      .cylinder(0xd8b21a, 0.085, 0.085, 0.44, 0, 1.2, 0.24, { sides: 10 })
      .ball(0xd8b21a, 0.085, 0, 1.42, 0.24)
      .box(0x26282a, 0.26, 0.46, 0.05, 0, 1.22, 0.165)
      .box(0x26282a, 0.05, 0.42, 0.31, 0.13, 1.25, 0.02)
      .box(0x26282a, 0.05, 0.42, 0.31, -0.13, 1.25, 0.02)
      .ball(0x16181a, 0.085, 0, 1.59, -0.07, 1.1)
      .cylinder(0x16181a, 0.035, 0.045, 0.09, 0, 1.54, -0.15, { axis: "z", sides: 8 })
      .done(),
};

export type PartName = "torso" | "head" | "helmet" | "upperArm" | "forearm" | "thigh" | "shin" | "set";

/** Angles of the joints in radians, forward is positive. */
export interface Pose {
  thigh: [number, number];
  knee: [number, number];
  arm: [number, number];
  elbow: [number, number];
  lean: number;
  bob_m: number;
}

export function pose(): Pose {
  return { thigh: [0, 0], knee: [0, 0], arm: [0, 0], elbow: [0, 0], lean: 0, bob_m: 0 };
}

const STRIDE_M = 1.5;

/** How the joints stand. time_s: any running clock, for hands that work. */
export function strike(into: Pose, posture: string, speed_m_s: number, walked_m: number, time_s: number): Pose {
  into.lean = 0;
  into.bob_m = 0;
  if (posture === "walking" || (speed_m_s > 0.3 && posture !== "carried")) {
    const brisk = Math.min(1.5, 0.75 + speed_m_s * 0.2);
    const phase = (walked_m / STRIDE_M) * 2 * Math.PI;
    for (let side = 0; side < 2; side += 1) {
      const swing = Math.sin(phase + side * Math.PI);
      into.thigh[side] = 0.5 * brisk * swing;
      into.knee[side] = -0.12 - 0.75 * brisk * Math.max(0, Math.cos(phase + side * Math.PI));
      into.arm[side] = -0.42 * brisk * swing;
      into.elbow[side] = 0.35 * brisk;
    }
    into.lean = -0.05 * brisk;
    into.bob_m = -0.035 + 0.03 * Math.abs(Math.cos(phase));
    return into;
  }
  if (posture === "sitting") {
    for (let side = 0; side < 2; side += 1) {
      into.thigh[side] = 1.5;
      into.knee[side] = -0.35;
      into.arm[side] = 0.25;
      into.elbow[side] = 0.3;
    }
    into.lean = -0.3;
    into.bob_m = 0.12 - HIP_M;
    return into;
  }
  const works = posture === "operate";
  for (let side = 0; side < 2; side += 1) {
    into.thigh[side] = side ? 0.04 : -0.03;
    into.knee[side] = -0.05;
    const round = time_s * 2.2 + side * Math.PI;
    into.arm[side] = works ? 0.95 + 0.2 * Math.sin(round) : 0.03;
    into.elbow[side] = works ? 0.5 + 0.2 * Math.cos(round) : 0.16;
  }
  into.lean = works ? -0.14 : 0;
  return into;
}
