import { expect, test } from "vitest";
import { comesFrom, octant } from "./compass";

test("a wind that blows to the east comes from the west", () => {
  expect(octant(comesFrom(3, 0))).toBe("W");
  expect(octant(comesFrom(0, -3))).toBe("N");
  expect(octant(comesFrom(-2, -2))).toBe("NE");
  expect(octant(comesFrom(2, 2))).toBe("SW");
  expect(octant(-10)).toBe("N");
});
