import { expect, test } from "vitest";
import { boundsOf, centredOn, fitted, metresPerPixel, panned, zoomed, type Box } from "./frame";
import type { Site } from "@/scene/scene";

const whole: Box = { x: 0, y: 0, width: 400, height: 300 };

test("a fitted box has the window's shape and holds all of the box", () => {
  for (const window of [
    { width: 800, height: 200 },
    { width: 200, height: 800 },
  ]) {
    const box = fitted(whole, window);
    expect(box.width / box.height).toBeCloseTo(window.width / window.height);
    expect(box.x).toBeLessThanOrEqual(0);
    expect(box.x + box.width).toBeGreaterThanOrEqual(400);
    expect(box.y + box.height).toBeGreaterThanOrEqual(300);
  }
});

test("zooming keeps the point under the finger, and has its limits", () => {
  const near = zoomed(whole, 2, 100, 60, whole);
  expect((100 - near.x) / near.width).toBeCloseTo(100 / 400);
  expect((60 - near.y) / near.height).toBeCloseTo(60 / 300);
  expect(zoomed(near, 1e-6, 100, 60, whole).width).toBeCloseTo(400);
  expect(zoomed(near, 1e6, 100, 60, whole).width).toBeCloseTo(400 / 12);
});

test("nobody pans off the site", () => {
  const far = panned(whole, 1e6, -1e6, whole);
  expect(far.x + far.width / 2).toBe(400);
  expect(far.y + far.height / 2).toBe(0);
  expect(centredOn(whole, 50, 20, whole)).toMatchObject({ x: -150, y: -130 });
});

test("north is up", () => {
  const place = { name: ["", ""], kind: "", indoors: false, panel: false, scba: false } as const;
  const site = { places: [{ ...place, id: "N", x_m: 0, y_m: 100 }], bunds: [] } as unknown as Site;
  expect(boundsOf(site).y).toBe(-114);
  expect(metresPerPixel(whole, { width: 800, height: 600 })).toBe(0.5);
});
