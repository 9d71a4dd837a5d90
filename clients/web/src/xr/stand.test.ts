import { expect, test } from "vitest";
import { Stand, turned } from "./stand";

const BODY = { x: 10, z: -20 };

function eyes(stand: Stand, head: { x: number; z: number }): { x: number; z: number } {
  const origin = stand.origin(BODY);
  const off = turned(head, stand.turn_rad);
  return { x: origin.x + off.x, z: origin.z + off.z };
}

test("a quarter turn to the left takes north (-z) to west (-x)", () => {
  const west = turned({ x: 0, z: -1 }, Math.PI / 2);
  expect(west.x).toBeCloseTo(-1);
  expect(west.z).toBeCloseTo(0);
});

test("recentred, the eyes are above the body wherever one stands in the room", () => {
  const stand = new Stand();
  stand.turn_rad = 1.1;
  stand.recentre({ x: 2, y: 1.6, z: 0.7 }, false);
  expect(eyes(stand, { x: 2, z: 0.7 }).x).toBeCloseTo(10);
  expect(eyes(stand, { x: 2, z: 0.7 }).z).toBeCloseTo(-20);
  expect(stand.lift_m).toBe(0);
});

test("a turn leaves the eyes of one who leans where they are, and the lean as far", () => {
  const stand = new Stand();
  stand.recentre({ x: 0, y: 1.6, z: 0 }, false);
  const head = { x: 0.3, z: -0.4 };
  const before = eyes(stand, head);
  expect(before).toEqual({ x: 10.3, z: -20.4 });
  stand.turnBy(Math.PI / 6, head);
  stand.turnBy(Math.PI / 6, head);
  expect(eyes(stand, head).x).toBeCloseTo(10.3);
  expect(eyes(stand, head).z).toBeCloseTo(-20.4);
  expect(stand.lean_m(head)).toBeCloseTo(0.5);
});

test("seated, the eyes are as high as those of one who stands", () => {
  const stand = new Stand();
  stand.recentre({ x: 0, y: 1.15, z: 0 }, true);
  expect(1.15 + stand.lift_m).toBeCloseTo(1.65);
});
