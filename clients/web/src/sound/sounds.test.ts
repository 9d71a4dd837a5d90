import { expect, test } from "vitest";
import { scene, SITE } from "@/world/sample.test-data";
import { captionOf, type Ears, Listening, loudAt, sideOf, type Sound, type SoundKind, soundsOf, stepsBetween } from "./sounds";
import { breathAt } from "./voices";
import words from "./words";

const ears: Ears = { x_m: 0, y_m: 0, yaw: 0, indoors: false };
const kinds = (sounds: readonly Sound[]) => sounds.map((one) => one.kind).sort();

test("nothing sounds but what the scene holds", () => {
  expect(soundsOf(scene(), SITE)).toEqual([]);
  const all = soundsOf(
    scene({
      heard: ["siren", "horn", "blast"],
      devices: [
        { id: "P-101", state: "running", open_percent: 100, stuck: false },
        { id: "FM-1", state: "open", open_percent: 100, stuck: false },
        { id: "PB-1", state: "running", open_percent: 100, stuck: false },
      ],
      tanks: [{ id: "T-101", level_m: -1, spill_kg_s: 1 }],
      bunds: [{ id: "B1", share: 1, foam: 0, fire_kw: 1 }],
      vehicles: [{ id: "engine", x_m: 0, y_m: 9, moving: true }],
      sparks: [
        { id: "workshop", x_m: 0, y_m: 0, working: true },
        { id: "lamps-south", x_m: 0, y_m: 0, working: true },
      ],
      sock: { octant: 2, strength: 2 },
      rain: true,
    }),
    SITE,
  );
  expect(kinds(all)).toEqual(["blast", "engine", "fire", "foam", "horn", "pour", "pump", "rain", "siren", "sparks", "wind"]);
  const stopped = { id: "P-101", state: "stopped", open_percent: 0, stuck: false };
  expect(soundsOf(scene({ devices: [stopped] }), SITE)).toEqual([]);
});

test("whatever begins to be heard is told once, in both languages; not what is too far off", () => {
  const listening = new Listening();
  const pump = { id: "P-101", state: "running", open_percent: 100, stuck: false };
  const heard = soundsOf(scene({ heard: ["siren"], devices: [pump], sock: { octant: 2, strength: 2 } }), SITE);
  const near = heard.find((one) => one.kind === "pump")?.from ?? [0, 0];
  const begins = (x_m: number, y_m: number, tick: number) =>
    listening.begins(heard, { ...ears, x_m, y_m }, tick).map((one) => one.kind).sort();
  expect(begins(near[0] + 500, near[1], 0)).toEqual(["siren", "wind"]);
  expect(begins(near[0], near[1], 20)).toEqual(["pump"]);
  expect(begins(near[0], near[1], 40)).toEqual([]);
  expect(begins(near[0] + 500, near[1], 60)).toEqual([]);
  expect(begins(near[0], near[1], 80)).toEqual([]); // gone for a moment
  expect(begins(near[0] + 500, near[1], 600)).toEqual([]);
  expect(begins(near[0], near[1], 620)).toEqual(["pump"]);
  expect(listening.begins([], ears, 640)).toEqual([]);
  expect(begins(near[0], near[1], 660)).toEqual(["siren"]); // it rings anew
  for (const kind of Object.keys(words) as SoundKind[]) {
    expect(captionOf(kind).zh && captionOf(kind).en, kind).toBeTruthy();
  }
});

test("rain is heard all round, on a roof too, and told when it begins", () => {
  const indoors = { ...ears, indoors: true };
  const [rain] = soundsOf(scene({ rain: true }), SITE) as [Sound];
  expect(loudAt(rain, indoors)).toBeLessThan(loudAt(rain, ears) / 2);
  const listening = new Listening();
  expect(listening.begins([], indoors, 0)).toEqual([]);
  expect(listening.begins([rain], indoors, 20)).toEqual([{ kind: "rain", id: "rain", tick: 20, urgent: false }]);
});

test("far off is fainter, walls muffle, the side is that of the compass", () => {
  const [pour] = soundsOf(scene({ tanks: [{ id: "T-101", level_m: -1, spill_kg_s: 1 }] }), SITE) as [Sound];
  const near = loudAt(pour, { ...ears, x_m: 20, y_m: 10 });
  expect(loudAt(pour, { ...ears, x_m: 200 })).toBeLessThan(near / 4);
  expect(loudAt(pour, { ...ears, x_m: 20, y_m: 10, indoors: true })).toBeLessThan(near / 2);
  expect(sideOf(pour, { ...ears, y_m: 20 })).toBeGreaterThan(0.5); // it is east, one looks north
  expect(sideOf(pour, { ...ears, y_m: 20, yaw: Math.PI })).toBeLessThan(-0.5);
  expect(sideOf(pour, { ...ears, y_m: 20, yaw: Math.PI / 2 })).toBeCloseTo(0);
});

test("feet touch ground by the way walked, however the frames fall", () => {
  let steps = 0;
  for (let n = 0; n < 100; n += 1) steps += stepsBetween(n * 0.1, (n + 1) * 0.1);
  expect(steps).toBe(stepsBetween(0, 10));
  expect(stepsBetween(0, 10)).toBe(13);
  expect(stepsBetween(1, 1)).toBe(0);
});

test("a breath goes in, stops, goes out, rests", () => {
  expect(breathAt(0.65)).toBeGreaterThan(0.5);
  expect(breathAt(1.45)).toBe(0);
  expect(breathAt(2.3)).toBeGreaterThan(0.9);
  expect(breathAt(3.3)).toBe(0);
});
