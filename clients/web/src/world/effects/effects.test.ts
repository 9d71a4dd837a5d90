import { expect, test } from "vitest";
import { scene, SITE } from "../sample.test-data";
import { blazeOf, heightOf } from "./blaze";
import { richness } from "./cloud";
import { coveredPoints, reachOf, sourceOf } from "./film";
import { scatter } from "./grain";
import { glassesOf } from "./lamps";
import { flowOf } from "./pools";
import { blownBy } from "./sock";
import { targetOf } from "./target";

const B1 = SITE.bunds[0] as (typeof SITE.bunds)[number];
const bund = (id: string, share: number, fire_kw = 0) => ({ id, share, foam: 0, fire_kw });

test("a film reaches as far as its share of the floor, outside the tank that it comes from", () => {
  const near = reachOf(B1, SITE, 20, 20, 0.05);
  const far = reachOf(B1, SITE, 20, 20, 0.5);
  expect(near).toBeGreaterThan(11);
  expect(far).toBeGreaterThan(near);
  expect(reachOf(B1, SITE, 20, 20, 1)).toBeGreaterThan(80);
  // Half of the floor: as many points of it lie within the reach as beyond.
  let inside = 0;
  let all = 0;
  for (let x = 0.25; x < 80; x += 0.5) {
    for (let y = 0.25; y < 40; y += 0.5) {
      if (Math.hypot(x - 20, y - 20) < 11 || Math.hypot(x - 60, y - 20) < 11) continue;
      all += 1;
      if (Math.hypot(x - 20, y - 20) < far) inside += 1;
    }
  }
  expect(inside / all).toBeCloseTo(0.5, 1);
});

test("it comes down at the tank that pours, and lies there still when that has stopped", () => {
  const pours = scene({ tanks: [{ id: "T-102", level_m: -1, spill_kg_s: 1 }] });
  expect(sourceOf(B1, pours, SITE, undefined)).toEqual([60, 20]);
  expect(sourceOf(B1, scene(), SITE, [60, 20])).toEqual([60, 20]);
  expect(sourceOf(B1, scene(), SITE, undefined)).toEqual([20, 20]);
});

test("flames stand on the film, beside the tanks, always at the same points", () => {
  const points = coveredPoints(B1, SITE, [20, 20], 25, 40, scatter(1));
  expect(points).toHaveLength(40);
  for (const [x, y] of points) {
    expect(Math.hypot(x - 20, y - 20)).toBeGreaterThan(11);
    expect(Math.hypot(x - 20, y - 20)).toBeLessThanOrEqual(25);
  }
  expect(coveredPoints(B1, SITE, [20, 20], 25, 40, scatter(1))).toEqual(points);
});

test("a fire is as high as Heskestad has it, within what can be drawn; one that is only seen goes by the bund", () => {
  // Worked: 2.0 GW over 1000 m2: 0.235 * (2e6)^0.4 - 1.02 * 35.68 = 77.79 - 36.39
  expect(heightOf(2.0e6, 1000)).toBeCloseTo(41.4, 0);
  expect(heightOf(10, 500)).toBe(3);
  expect(blazeOf(bund("B1", 0.5), B1, 150)).toBeNull();
  const seen = blazeOf(bund("B1", 1, 1), B1, 150);
  expect(seen?.area_m2).toBe(3200);
  expect(seen?.flames).toBe(150);
  const small = blazeOf(bund("B1", 0.01, 2000), B1, 150);
  expect(small?.flames).toBeLessThan(20);
});

test("a monitor plays on what burns, else on what lies, within its reach", () => {
  const near = [40, -42] as const;
  expect(targetOf(scene(), SITE, ...near)).toEqual([40, 20]);
  expect(targetOf(scene({ bunds: [bund("B1", 0.2), bund("B2", 1, 1)] }), SITE, 40, 50)).toEqual([40, 80]);
  expect(targetOf(scene({ bunds: [bund("B2", 0.2)] }), SITE, 40, 50)).toEqual([40, 80]);
  expect(targetOf(scene(), SITE, 400, 400)).toBeNull();
});

test("the sock points away from where the wind comes, by octant or by the true wind; indoors nothing tells", () => {
  const south = blownBy(scene({ sock: { octant: 0, strength: 2 } }));
  expect(south?.north_m_s).toBeLessThan(0);
  expect(south?.east_m_s).toBeCloseTo(0);
  expect(Math.cos((south?.toward_rad ?? 0) - Math.PI)).toBeCloseTo(1);
  const east = blownBy(scene({ wind_m_s: [6, 0] }));
  expect(east?.toward_rad).toBeCloseTo(Math.PI / 2);
  expect(east?.strength).toBe(3);
  expect(blownBy(scene({ sock: { octant: -1, strength: 0 } }))?.strength).toBe(0);
  expect(blownBy(scene())).toBeNull();
});

test("vapour is as rich as it is held in little room; what runs grows with the spill", () => {
  const puff = { x_m: 0, y_m: 0, radius_m: 10, height_m: 1, vapour_kg: 9.42 };
  expect(richness(puff)).toBeCloseTo(1, 1);
  expect(richness({ ...puff, radius_m: 20 })).toBeCloseTo(0.25, 2);
  expect(flowOf(10)).toBeLessThan(flowOf(100));
  expect(flowOf(1e6)).toBe(1);
});

test("the glasses of the model's lamps are found as clusters of points", () => {
  const at = [[0, 7.5, 0], [0.4, 7.5, 0.4], [30, 7.5, 0], [30.4, 7.4, 0]] as const;
  const points = { count: 4, getX: (n: number) => at[n]?.[0] ?? 0, getY: (n: number) => at[n]?.[1] ?? 0, getZ: (n: number) => at[n]?.[2] ?? 0 };
  expect(glassesOf(points)).toHaveLength(2);
});
