import { expect, test } from "vitest";
import { pose, strike } from "./figure";

test("who walks swings arms against legs; who works has the hands before him; who stands is still", () => {
  const walks = strike(pose(), "walking", 1.4, 0.375, 0);
  expect(Math.sign(walks.thigh[0])).toBe(-Math.sign(walks.thigh[1]));
  expect(Math.sign(walks.arm[0])).toBe(-Math.sign(walks.thigh[0]));
  const works = strike(pose(), "operate", 0, 0, 1);
  expect(works.arm[0]).toBeGreaterThan(0.6);
  expect(strike(pose(), "standing", 0, 0, 1)).toEqual(strike(pose(), "standing", 0, 9, 7));
});
