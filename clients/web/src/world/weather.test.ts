import { expect, test } from "vitest";
import { scene, SITE } from "./sample.test-data";
import { hazeOf, lampsBurn, sightOf } from "./weather";

test("sight carries as far as the observation has it", () => {
  expect(sightOf({ night: false, fog: false })).toBe(250);
  expect(sightOf({ night: true, fog: false })).toBe(120);
  expect(sightOf({ night: false, fog: true })).toBe(60);
  expect(sightOf({ night: true, fog: true })).toBe(40);
});

const left = (weather: { night: boolean; fog: boolean; rain: boolean }, away_m: number, eye_m: number) =>
  Math.exp(-Math.pow(hazeOf(weather, eye_m) * away_m, 2));

test("in fog nearly nothing is left at the limit of sight, and half of it is seen well", () => {
  const fog = { night: false, fog: true, rain: false };
  expect(left(fog, 60, 1.7)).toBeLessThan(0.06);
  expect(left(fog, 20, 1.7)).toBeGreaterThan(0.6);
});

test("a clear day leaves the outline of the plant beyond the limit; an eye far up looks through", () => {
  const day = { night: false, fog: false, rain: false };
  expect(left(day, 250, 1.7)).toBeGreaterThan(0.5);
  expect(left({ night: false, fog: true, rain: false }, 200, 150)).toBeGreaterThan(0.3);
});

test("lamps burn by night, unless their breaker is off or all of them are seen to be out", () => {
  const lamp = (id: string, working: boolean) => ({ id, x_m: 0, y_m: 0, working });
  expect(lampsBurn(scene(), SITE)).toBe(false);
  expect(lampsBurn(scene({ night: true }), SITE)).toBe(true);
  const off = { id: "PB-1", state: "stopped", open_percent: 0, stuck: false };
  expect(lampsBurn(scene({ night: true, devices: [off] }), SITE)).toBe(false);
  expect(lampsBurn(scene({ night: true, devices: [{ ...off, id: "P-101" }] }), SITE)).toBe(true);
  expect(lampsBurn(scene({ night: true, sparks: [lamp("lamps-south", false)] }), SITE)).toBe(false);
  expect(lampsBurn(scene({ night: true, sparks: [lamp("lamps-south", false), lamp("lamps-east", true)] }), SITE)).toBe(true);
  expect(lampsBurn(scene({ night: true, sparks: [lamp("workshop", false)] }), SITE)).toBe(true);
});
