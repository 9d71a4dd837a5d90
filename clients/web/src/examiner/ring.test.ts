import { expect, test } from "vitest";
import { Ring } from "./ring";

test("gives the state that stood at a tick, and forgets what is too old", () => {
  const ring = new Ring(1000);
  expect(ring.at(5)).toBeNull();
  for (let tick = 0; tick <= 4000; tick += 2) ring.push(tick, { n: tick });
  expect(ring.at(3501)?.cells["n"]).toBe(3500);
  expect(ring.at(99_999)?.tick).toBe(4000);
  expect(ring.from).toBeGreaterThanOrEqual(2800);
  expect(ring.at(0)?.tick).toBe(ring.from);
});

test("a drill that was wound back has no future left", () => {
  const ring = new Ring(1000);
  for (const tick of [10, 20, 30]) ring.push(tick, { n: tick });
  ring.push(20, { n: -20 });
  expect(ring.to).toBe(20);
  expect(ring.at(35)?.cells["n"]).toBe(-20);
});
