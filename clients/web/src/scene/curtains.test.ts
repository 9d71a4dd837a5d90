import { expect, test } from "vitest";
import type { Site } from "./scene";
import { rowOf } from "./curtains";

const site = { bunds: [{ id: "B1", x0_m: 0, y0_m: 0, x1_m: 90, y1_m: 40, wall_m: 1 }] } as unknown as Site;

test("a curtain runs along the nearest side of a bund", () => {
  expect(rowOf(site, { x_m: 46, y_m: -5 })).toEqual({ x0_m: 1, y0_m: -5, x1_m: 91, y1_m: -5 });
});

test("it is a wall, however short the side", () => {
  expect(rowOf(site, { x_m: 95, y_m: 20 })).toEqual({ x0_m: 95, y0_m: -8, x1_m: 95, y1_m: 48 });
  expect(rowOf({ ...site, bunds: [] }, { x_m: 0, y_m: 0 })).toMatchObject({ x0_m: -28, x1_m: 28 });
});

test("inside a bund it shields the nearest tank", () => {
  const tanks = [{ x_m: 20, y_m: 20, diameter_m: 24 }, { x_m: 60, y_m: 20, diameter_m: 24 }];
  const farm = { ...site, tanks } as unknown as Site;
  expect(rowOf(farm, { x_m: 44, y_m: 20 })).toEqual({ x0_m: 44, y0_m: 4, x1_m: 44, y1_m: 36 });
});
