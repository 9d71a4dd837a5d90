import { expect, test } from "vitest";
import { nearest, next, scaleOf, shareOf, tickAt, type TimeMark } from "./marks";

const marks: TimeMark[] = [
  { tick: 500, kind: "step", text: "b" },
  { tick: 100, kind: "cue", text: "a" },
  { tick: 900, kind: "veto", text: "c" },
];
const span = { from: 100, to: 1100 };

test("a tap means the nearest mark within reach, or none", () => {
  expect(nearest(marks, 520, 30)?.text).toBe("b");
  expect(nearest(marks, 700, 30)).toBeNull();
  expect(nearest(marks, 480, 1000)?.text).toBe("b");
});

test("forward and back by marks, in order of time whatever their order in the list", () => {
  expect(next(marks, 100, true)?.text).toBe("b");
  expect(next(marks, 500, true)?.text).toBe("c");
  expect(next(marks, 900, true)).toBeNull();
  expect(next(marks, 900, false)?.text).toBe("b");
  expect(next(marks, 100, false)).toBeNull();
});

test("places and ticks are each other's inverse, and stay inside", () => {
  for (const tick of [100, 350, 1100]) expect(tickAt(shareOf(tick, span), span)).toBe(tick);
  expect(shareOf(5000, span)).toBe(1);
  expect(tickAt(-3, span)).toBe(100);
  expect(shareOf(5, { from: 5, to: 5 })).toBe(0);
});

test("a scale has no more strokes than fit", () => {
  expect(scaleOf({ from: 0, to: 1200 }, 6)).toEqual([0, 200, 400, 600, 800, 1000, 1200]);
  expect(scaleOf({ from: 0, to: 30000 }, 5)).toEqual([0, 6000, 12000, 18000, 24000, 30000]);
});
