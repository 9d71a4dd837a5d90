import { expect, test } from "vitest";
import { headOf, lookOf, NOT_TRACKED, partOf } from "./pose";

const HERE = { x_m: 100, y_m: 40 };

test("a head that looks north, 1.65 m up, is w alone", () => {
  expect(partOf({ x: 100, y: 1.65, z: -40 }, { x: 0, y: 0, z: 0, w: 1 }, HERE)).toEqual([0, 0, 1650, 0, 0, 0, 0]);
});

test("east of the body is +x, north of it +y", () => {
  expect(partOf({ x: 100.25, y: 1, z: -40.5 }, { x: 0, y: 0, z: 0, w: 1 }, HERE).slice(0, 3)).toEqual([250, 500, 1000]);
});

test("a quarter turn to the left is about z: cos 45 and sin 45, both 511 steps at most", () => {
  const half = Math.SQRT1_2;
  // w and z are equal: the first of them is left out, the other stands at the end of its range.
  expect(partOf({ x: 100, y: 0, z: -40 }, { x: 0, y: half, z: 0, w: half }, HERE).slice(3)).toEqual([0, 0, 0, 511]);
});

test("the largest is made positive, and what is left keeps w, x, y, z order", () => {
  // About the vertical by 300 degrees: w = cos 150 = -0.8660, z = sin 150 = 0.5; after the sign z = -0.5.
  // -0.5 * 511 * sqrt 2 = -361.33.
  const turn = { x: 0, y: 0.5, z: 0, w: -Math.sqrt(3) / 2 };
  expect(partOf({ x: 100, y: 0, z: -40 }, turn, HERE).slice(3)).toEqual([0, 0, 0, -361]);
  // Head tilted up by 120 degrees: x = sin 60 = 0.8660 is left out; w = 0.5 leads: 361.
  expect(partOf({ x: 100, y: 0, z: -40 }, { x: Math.sqrt(3) / 2, y: 0, z: 0, w: 0.5 }, HERE).slice(3)).toEqual([
    1, 361, 0, 0,
  ]);
  // Roll to the left about the way one looks (three's z is south): y of the site turns the other way round.
  expect(partOf({ x: 100, y: 0, z: -40 }, { x: 0, y: 0, z: 0.5, w: Math.sqrt(3) / 2 }, HERE).slice(3)).toEqual([
    0, 0, -361, 0,
  ]);
});

test("what no tracker knows is not tracked, and nothing leaves the range of the lane or is a negative zero", () => {
  expect(partOf({ x: Number.NaN, y: 0, z: 0 }, { x: 0, y: 0, z: 0, w: 1 }, HERE)).toEqual(NOT_TRACKED);
  expect(partOf({ x: 0, y: 0, z: 0 }, { x: 0, y: 0, z: 0, w: 0 }, HERE)).toEqual(NOT_TRACKED);
  const far = partOf({ x: 1e6, y: 0, z: 1e6 }, { x: 0, y: 0, z: 0, w: 1 }, HERE);
  expect(far.slice(0, 3)).toEqual([32_767, -32_767, 0]);
  expect(far.some((value) => Object.is(value, -0))).toBe(false);
});

test("a screen's head looks east as one in a headset does: a quarter turn to the right, w and -z alike", () => {
  expect(headOf(Math.PI / 2, 0, 1.65)).toEqual([0, 0, 1650, 0, 0, 0, -511]);
  expect(headOf(0, Math.PI / 2, 1.65)).toEqual([0, 0, 1650, 0, 511, 0, 0]); // straight up: about east
});

test.each([
  [0, 0],
  [0.7, 0.4],
  [-2.9, -1.3],
  [3.1, 1.2],
  [Math.PI / 2, -0.2],
])("who looks along %f, %f is seen to look there, within half a degree", (yaw, pitch) => {
  const look = lookOf(headOf(yaw, pitch, 1.65));
  const turned = Math.atan2(Math.sin((look?.yaw ?? 9) - yaw), Math.cos((look?.yaw ?? 9) - yaw));
  expect(Math.abs(turned) * Math.cos(pitch)).toBeLessThan(0.009);
  expect(Math.abs((look?.pitch ?? 9) - pitch)).toBeLessThan(0.009);
  expect([look?.east_m, look?.north_m, look?.height_m]).toEqual([0, 0, 1.65]);
});

test("nothing is seen of a head that nobody tracks", () => {
  expect(lookOf(NOT_TRACKED)).toBeNull();
});
