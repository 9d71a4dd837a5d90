import { expect, test } from "vitest";
import { rangeOf, Track } from "./curves";

test("a track keeps the newest, in order", () => {
  const track = new Track(4);
  for (let n = 1; n <= 6; n += 1) track.push(n * 10, n);
  expect([0, 1, 2, 3].map((n) => [track.tick(n), track.value(n)])).toEqual([[30, 3], [40, 4], [50, 5], [60, 6]]);
  expect(track.last).toBe(6);
  track.push(20, 2);
  expect([track.length, track.last]).toEqual([1, 2]);
});

test("the scale holds everything that is seen and is never flat", () => {
  const track = new Track(10);
  expect(rangeOf([track], 0)).toEqual([0, 1]);
  for (const [tick, value] of [[1, -500], [10, 12], [20, 48], [30, NaN]] as const) track.push(tick, value);
  const [low, high] = rangeOf([track], 5);
  expect(low).toBeLessThanOrEqual(12);
  expect(low).toBeGreaterThan(-500);
  expect(high).toBeGreaterThanOrEqual(48);
  const flat = new Track(10);
  flat.push(1, 3);
  const [a, b] = rangeOf([flat], 0);
  expect(b).toBeGreaterThan(a);
});
