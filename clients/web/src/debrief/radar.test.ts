import { expect, test } from "vitest";
import { runs, shapes, spoke, type Axis } from "./radar";

const axis = (mean: number | null): Axis => ({
  id: "D1",
  name: { zh: "", en: "" },
  items: 3,
  mean,
  low: mean === null ? null : mean - 10,
  high: mean === null ? null : mean + 10,
  capped: false,
});

test("the first spoke points up, the others go clockwise", () => {
  expect(spoke(0, 8).map((one) => Math.round(one * 1000) / 1000)).toEqual([0, -1]);
  expect(spoke(2, 8).map((one) => Math.round(one * 1000) / 1000)).toEqual([1, -0]);
});

test("known spokes are joined with their neighbours, over the top too, and across nothing", () => {
  const axes = [50, 60, null, 70, null, null, 80, 90].map(axis);
  expect(runs(axes)).toEqual([[6, 7, 0, 1], [3]]);
});

test("a full circle is closed; nothing known draws nothing", () => {
  expect(shapes([50, 50, 50].map(axis))).toHaveLength(1);
  expect(shapes([50, 50, 50].map(axis))[0]?.mean.endsWith("Z")).toBe(true);
  expect(shapes([null, null, null].map(axis))).toEqual([]);
});
