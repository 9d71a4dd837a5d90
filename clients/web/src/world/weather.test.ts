import { expect, test } from "vitest";
import { scene, SITE } from "./sample.test-data";
import { hazeOf, lampsBurn, lightOf, sightOf, type Weather } from "./weather";

test("sight carries as far as the observation has it", () => {
  const far = (night: boolean, fog: boolean) => [false, true].map((rain) => sightOf({ night, fog, rain }));
  expect(far(false, false)).toEqual([250, 150]);
  expect(far(true, false)).toEqual([120, 80]);
  expect(far(false, true)).toEqual([60, 50]);
  expect(far(true, true)).toEqual([40, 35]);
});

const left = (weather: Weather, away_m: number, eye_m: number, watched = false) =>
  Math.exp(-Math.pow(hazeOf(weather, eye_m, watched) * away_m, 2));

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

test("rain takes the outline that a clear day leaves", () => {
  const [dry, wet] = [false, true].map((rain) => left({ night: false, fog: false, rain }, 200, 1.7)) as [number, number];
  expect(wet).toBeLessThan(0.2);
  expect(dry).toBeGreaterThan(0.6);
});

test("by night and in fog whoever watches reads the plant; eyes that are somebody's do not", () => {
  for (const fog of [false, true]) {
    const night = { night: true, fog, rain: false };
    expect(left(night, 120, 1.7)).toBeLessThan(0.31);
    expect(left(night, 120, 1.7, true)).toBeGreaterThan(0.5);
    expect(lightOf(night, true).skyPower).toBeGreaterThan(2 * lightOf(night, false).skyPower);
    expect(lightOf(night, true).bright).toBeLessThan(0.5); // it is night all the same
  }
  const day = { night: false, fog: false, rain: false };
  expect(lightOf(day, true)).toEqual(lightOf(day, false));
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
