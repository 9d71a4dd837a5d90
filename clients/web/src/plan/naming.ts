/** Naming: what the plan says in words, what matters most first. */
import { Levels } from "@/scene/levels";
import { named, runsOver, type Scene, type Site } from "@/scene/scene";
import { casualtyText, SIGHTS_SAID, sightText } from "@/scene/sightWords";
import type { Label, Side } from "./labels";
import { markSpots, spotOf } from "./marks";
import { bodyRadius, casualtySpots, deviceSpots, halfGlyph, halfMark, peopleSpots, sourceOf } from "./spots";
import words from "./words";

type Say = (key: keyof typeof words, values?: Record<string, string | number>) => string;

/** What stands: hazards, then devices away from normal, tanks, and the rest while one is near enough to read it. */
export function standing(site: Site, scene: Scene, perPixel: number, say: Say, has: (layer: string) => boolean): Label[] {
  return [
    ...(has("devices") ? tanks(site, scene, perPixel).filter((one) => one.must) : []),
    ...(has("hazards") ? [...hazards(site, scene, perPixel, say), ...sights(site, scene, perPixel)] : []),
    ...(has("devices") ? [...devices(site, scene, perPixel, say, true), ...tanks(site, scene, perPixel).filter((one) => !one.must)] : []),
    ...places(site, perPixel),
    ...(has("devices") ? devices(site, scene, perPixel, say, false) : []),
  ];
}

/** Those who move, by seat or name. */
export function moving(site: Site, scene: Scene, perPixel: number, say: Say): Label[] {
  const radius = bodyRadius(perPixel);
  const around: readonly Side[] = ["right", "left", "below", "above"];
  const people = peopleSpots(scene, perPixel).map(({ person, x, y }) => {
    const parts = [person.seat, person.posture === "down" ? say("down") : "", depth(site, scene, person.place, person.x_m, person.y_m, say)];
    const text = parts.filter(Boolean).join(" ");
    return { id: `seat ${person.seat}`, text, kind: "seat", x, y, reach: 1.5 * radius, size: 13 * perPixel, sides: around, must: true } as const;
  });
  const names = new Map(site.crowds.map((crowd) => [crowd.id, crowd.name]));
  const crowds = scene.crowds.map((crowd) => {
    const text = `${named(names.get(crowd.id) ?? ["", ""])}${crowd.number >= 0 ? ` ${crowd.number}` : ""}`;
    const [x, y] = [crowd.x_m - 2.4 * radius, -crowd.y_m];
    return { id: `crowd ${crowd.id}`, text, kind: "quiet", x, y, reach: 1.4 * radius, size: 11 * perPixel, sides: ["left", "below", "above"], must: false } as const;
  });
  return [...people, ...hurt(site, scene, perPixel, say), ...crowds];
}

/** How deep below the ground, or high above it, somebody is. Eyes that are told no place go by the point. */
function depth(site: Site, scene: Scene, place: string, x_m: number, y_m: number, say: Say): string {
  const levels = levelsOf(site);
  const z_m = (place ? levels.of(place) : levels.at(x_m, y_m, scene.at))?.z_m ?? 0;
  return z_m ? say(z_m < 0 ? "below" : "above", { metres: Math.abs(z_m) }) : "";
}

const known = new WeakMap<Site, Levels>();

function levelsOf(site: Site): Levels {
  const levels = known.get(site) ?? new Levels(site);
  known.set(site, levels);
  return levels;
}

/** Who is hurt, by name and how they are. */
function hurt(site: Site, scene: Scene, perPixel: number, say: Say): Label[] {
  const radius = bodyRadius(perPixel);
  const names = new Map(site.casualties?.map((one) => [one.id, one.name]));
  return casualtySpots(scene, perPixel).map(({ casualty, x, y }): Label => {
    const name = names.get(casualty.id);
    const parts = [name ? named(name) : casualty.id, casualtyText(casualty.state), depth(site, scene, casualty.place, casualty.x_m, casualty.y_m, say)];
    return { id: `casualty ${casualty.id}`, text: `✚ ${parts.filter(Boolean).join(" ")}`, kind: "bad", x, y, reach: 1.5 * radius, size: 12 * perPixel, sides: ["right", "below", "left", "above"], must: true };
  });
}

/** One line for all that one spot shows. */
function sights(site: Site, scene: Scene, perPixel: number): Label[] {
  const half = halfMark(perPixel);
  const found = new Map<string, Label>();
  for (const { one, x, y } of markSpots(site, scene.sights, half)) {
    const before = found.get(spotOf(one));
    const tone = SIGHTS_SAID[one.kind]?.tone ?? "warn";
    if (before) {
      before.text += ` · ${sightText(one, site)}`;
      if (tone === "bad") before.kind = "bad";
    } else {
      const sides: readonly Side[] = ["above", "left", "below", "right"];
      found.set(spotOf(one), { id: `sight ${one.kind} ${one.id}`, text: sightText(one, site), kind: tone, x, y, reach: 1.5 * half, size: 12 * perPixel, sides, must: tone !== "quiet" });
    }
  }
  return [...found.values()];
}

function hazards(site: Site, scene: Scene, perPixel: number, say: Say): Label[] {
  const size = 12 * perPixel;
  const found: Label[] = [];
  for (const one of scene.tanks.filter((each) => each.spill_kg_s > 0)) {
    const tank = site.tanks.find((each) => each.id === one.id);
    if (!tank) continue;
    const over = runsOver(site, one);
    if (!over && scene.seat) continue;
    const text = over && scene.seat ? say("spilling") : say(over ? "spill" : "leaks", { rate: one.spill_kg_s.toFixed(1) });
    found.push({ id: `spill ${one.id}`, text, kind: "bad", x: tank.x_m, y: -tank.y_m, reach: tank.diameter_m / 2 + 2, size, sides: ["below", "above"], must: true });
  }
  for (const one of scene.bunds) {
    const plan = site.bunds.find((bund) => bund.id === one.id);
    // A seat is told words, staff numbers.
    const told = scene.sights.filter((sight) => sight.id === one.id && (sight.kind === "pool" || sight.kind === "fire"));
    const parts = scene.seat ? told.map((sight) => sightText(sight, site)) : [
      one.fire_kw > 0 ? `▲ ${say("fire")} ${(one.fire_kw / 1000).toFixed(1)} MW` : "",
      one.share > 0.001 ? say("pool", { percent: Math.max(1, Math.round(100 * one.share)) }) : "",
      one.foam > 0 ? say("foam", { percent: Math.round(100 * one.foam) }) : "",
    ].filter(Boolean);
    if (!plan || !parts.length) continue;
    const [x, y] = [plan.x0_m, -plan.y0_m];
    found.push({ id: `bund ${one.id}`, text: parts.join(" "), kind: "bad", x, y: y - 0.7 * size, reach: 2, size, sides: ["right", "left", "below"], must: true });
  }
  const source = sourceOf(site, scene);
  if (scene.zone_m > 0 && source) {
    const text = say("zone", { metres: Math.round(scene.zone_m) });
    found.push({ id: "zone", text, kind: "name", x: source.x_m, y: -source.y_m, reach: scene.zone_m + 1, size, sides: ["above", "below", "right"], must: false });
  }
  return found;
}

function devices(site: Site, scene: Scene, perPixel: number, say: Say, away: boolean): Label[] {
  const half = halfGlyph(perPixel);
  const states = new Map(scene.devices.map((one) => [one.id, one]));
  const found: Label[] = [];
  for (const { device, x, y } of deviceSpots(site, perPixel)) {
    const state = states.get(device.id);
    const differs = Boolean(state) && (state?.state !== device.normal || state.stuck);
    if (differs !== away || (!away && perPixel >= 0.35)) continue;
    const word = state?.state ?? "";
    const text = away ? [device.id, word in words ? say(word as keyof typeof words) : word, state?.stuck ? `✕ ${say("stuck")}` : ""].filter(Boolean).join(" ") : device.id;
    const size = (away ? 12 : 11) * perPixel;
    found.push({ id: `device ${device.id}`, text, kind: away ? "warn" : "quiet", x, y, reach: 1.2 * half, size, sides: ["below", "above", "right", "left"], must: away });
  }
  return found;
}

function tanks(site: Site, scene: Scene, perPixel: number): Label[] {
  const levels = new Map(scene.tanks.map((one) => [one.id, one.level_m]));
  const size = 12 * perPixel;
  return site.tanks.flatMap((tank) => {
    const level_m = levels.get(tank.id) ?? -1;
    const fits = tank.diameter_m > 3.4 * size && level_m >= 0;
    const base = { x: tank.x_m, reach: 0, size, sides: ["on"] as const };
    const id: Label = { ...base, id: `tank ${tank.id}`, text: tank.id, kind: "name", y: -tank.y_m - (fits ? 0.6 * size : 0), must: tank.diameter_m > size };
    const level: Label = { ...base, id: `level ${tank.id}`, text: `${level_m.toFixed(2)} m`, kind: "quiet", y: -tank.y_m + 0.6 * size, must: false };
    return fits ? [id, level] : [id];
  });
}

const HALF_M: Record<string, number> = { control_room: 9, office: 9, fire_station: 9, gate: 5, workshop: 8, boiler_house: 7 };
const BUILDINGS = new Set(["control_room", "office", "fire_station", "gate", "workshop", "boiler_house", "switchroom", "pump_house"]);

/** Half the width of a building's sign on the plan, metres; 0 = no building. */
export function halfOf(kind: string): number {
  return BUILDINGS.has(kind) ? (HALF_M[kind] ?? 6) : 0;
}

function places(site: Site, perPixel: number): Label[] {
  const size = 12 * perPixel;
  const close = perPixel < 0.75;
  const label = (id: string, text: string, x_m: number, y_m: number, reach: number, kind: "name" | "quiet"): Label => {
    return { id: `place ${id}`, text, kind, x: x_m, y: -y_m, reach, size: kind === "quiet" ? 0.92 * size : size, sides: ["below", "above", "right", "left"], must: false };
  };
  const of = (kind: string) => site.places.filter((place) => place.kind === kind);
  return [
    ...of("muster").map((one) => label(one.id, named(one.name), one.x_m, one.y_m, 5.5, "name")),
    ...site.bunds.map((bund) => ({ ...label(bund.id, bund.id, bund.x0_m, bund.y1_m, 0.4 * size, "quiet"), sides: ["right"] as const, y: -bund.y1_m - 0.6 * size })),
    ...(close ? site.places.filter((one) => halfOf(one.kind)).map((one) => label(one.id, named(one.name), one.x_m, one.y_m, 0.75 * halfOf(one.kind), "name")) : []),
    ...(close ? of("wind_sock").map((one) => label(one.id, named(one.name), one.x_m, one.y_m, 4, "quiet")) : []),
    ...(close ? of("mouth").map((one) => label(one.id, named(one.name), one.x_m, one.y_m, 1.2, "name")) : []),
    ...(close ? of("post").map((one) => label(one.id, one.id, one.x_m, one.y_m, 0.4 * size, "quiet")) : []),
  ];
}
