import { expect, test } from "vitest";
import type { LiveDrill } from "@/live/drill";
import { NOT_TRACKED, type Part } from "@/movement/pose";
import { Telling } from "./telling";
import type { OwnEye } from "./walking";

function stage() {
  const told: Part[][] = [];
  const drill = { status: { value: "live" }, tick: { value: 0 }, pose: (...parts: Part[]) => told.push(parts) };
  const telling = new Telling(drill as unknown as LiveDrill);
  const eye: OwnEye = { kind: "first", x_m: 0, y_m: 0, height_m: 1.65, yaw: 0, pitch: 0, place: "" };
  let nowMs = 0;
  const run = (seconds: number, each: () => void = () => undefined) => {
    for (let n = 0; n < seconds * 60; n += 1) {
      nowMs += 1000 / 60;
      drill.tick.value = Math.floor(nowMs / 50);
      each();
      telling.frame(nowMs, eye);
    }
  };
  return { told, drill, eye, run };
}

test("who looks straight on is told of once, and again every five seconds; hands are not tracked", () => {
  const { told, run } = stage();
  run(4);
  expect(told).toEqual([[[0, 0, 1650, 0, 0, 0, 0], NOT_TRACKED, NOT_TRACKED]]);
  run(12);
  expect(told.length).toBe(4);
});

test("who turns all the time is told of at most ten times a second", () => {
  const { told, eye, run } = stage();
  run(2, () => (eye.yaw += 0.05));
  expect(told.length).toBeGreaterThan(15);
  expect(told.length).toBeLessThanOrEqual(21);
});

test("nothing is said while nobody hears, and all again to a server that is back", () => {
  const { told, drill, run } = stage();
  run(1);
  drill.status.value = "lost";
  run(1);
  expect(told.length).toBe(1);
  drill.status.value = "live";
  run(1);
  expect(told.length).toBe(2);
});
