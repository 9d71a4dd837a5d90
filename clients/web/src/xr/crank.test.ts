import { Quaternion, Vector3 } from "three";
import { expect, test } from "vitest";
import { Crank } from "./crank";

const UP = new Vector3(0, 1, 0);
const STILL = new Quaternion();
const AT = new Vector3(5, 1.1, -3);

function rim(degrees: number, radius_m = 0.24): Vector3 {
  const rad = (degrees * Math.PI) / 180;
  // From above, east (x) to north (-z) is anticlockwise.
  return new Vector3(5 + radius_m * Math.cos(rad), 1.1, -3 - radius_m * Math.sin(rad));
}

test("going round from east to north, seen from above, opens; back closes", () => {
  const crank = new Crank(AT, UP, rim(0), STILL);
  for (const degrees of [30, 60, 90]) crank.follow(rim(degrees), STILL);
  expect(crank.turns).toBeCloseTo(0.25);
  for (const degrees of [45, 0, -45, -90]) crank.follow(rim(degrees), STILL);
  expect(crank.turns).toBeCloseTo(-0.25);
});

test("two turns and a half are counted, across the seam of the angle", () => {
  const crank = new Crank(AT, UP, rim(150), STILL);
  for (let degrees = 150; degrees >= 150 - 900; degrees -= 50) crank.follow(rim(degrees), STILL);
  expect(crank.turns).toBeCloseTo(-2.5);
});

test("from a way off, the twist of the wrist about the wheel's axis turns it", () => {
  const crank = new Crank(AT, UP, rim(0, 2), STILL);
  for (const degrees of [40, 80, 120, 160, 200]) {
    crank.follow(rim(0, 2), new Quaternion().setFromAxisAngle(UP, (degrees * Math.PI) / 180));
  }
  expect(crank.turns).toBeCloseTo(200 / 360);
});

test("a nod is no turn of a wheel that lies flat", () => {
  const crank = new Crank(AT, UP, rim(0, 2), STILL);
  crank.follow(rim(0, 2), new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), 0.6));
  expect(crank.turns).toBeCloseTo(0);
});
