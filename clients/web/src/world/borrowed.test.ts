import { expect, test } from "vitest";
import type { PersonShown } from "@/scene/scene";
import { BorrowedEye } from "./borrowed";

const STANDING: PersonShown = { seat: "OUT", x_m: 10, y_m: 20, place: "", posture: "standing", worn: [], look: null };
const EAST = { east_m: 0.2, north_m: 0, height_m: 1.3, yaw: Math.PI / 2, pitch: -0.4 };

test("they look where the head does, from where it is", () => {
  const eyes = new BorrowedEye();
  eyes.take({ ...STANDING, look: EAST });
  expect(eyes.eye).toEqual({ kind: "first", x_m: 10.2, y_m: 20, height_m: 1.3, yaw: Math.PI / 2, pitch: -0.4, place: "" });
});

test("of a head that tells nothing, the way of the last step counts, and goes on to count while one stands", () => {
  const eyes = new BorrowedEye();
  eyes.take(STANDING);
  eyes.take({ ...STANDING, x_m: 9.5 });
  for (let ms = 0; ms < 1000; ms += 16) eyes.frame(ms);
  expect(eyes.eye.yaw).toBeCloseTo(-Math.PI / 2);
  eyes.take({ ...STANDING, x_m: 9.5 });
  for (let ms = 1000; ms < 2000; ms += 16) eyes.frame(ms);
  expect(eyes.eye.yaw).toBeCloseTo(-Math.PI / 2);
});

test("they turn the short way round, without a jump", () => {
  const eyes = new BorrowedEye();
  eyes.take({ ...STANDING, look: { ...EAST, yaw: 3.1 } });
  eyes.frame(0);
  eyes.take({ ...STANDING, look: { ...EAST, yaw: -3.1 } });
  eyes.frame(16);
  expect(eyes.eye.yaw).toBeGreaterThan(3.1);
  expect(eyes.eye.yaw).toBeLessThan(3.12);
});

test("another person's eyes are there at once", () => {
  const eyes = new BorrowedEye();
  eyes.take(STANDING);
  eyes.take({ ...STANDING, seat: "SAF", x_m: 11, look: EAST });
  expect([eyes.eye.x_m, eyes.eye.yaw]).toEqual([11.2, Math.PI / 2]);
});
