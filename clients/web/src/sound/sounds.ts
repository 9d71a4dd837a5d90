/** Sounds: what is heard of a scene, where from and how loud; pure. What makes it audible is in `scape.ts`. */
import { runsOver, type Scene, type Site } from "@/scene/scene";
import type { Both } from "@/locale";
import words from "./words";

/** What a seat is told that it hears: sounds of the site, and those of an incident (`Noise.kind`). */
const NOISES = ["siren", "horn", "blast", "hiss", "scream", "roar", "frying", "retreat", "alarm", "shriek"] as const;
export type NoiseKind = (typeof NOISES)[number];
export type SoundKind = NoiseKind | "pump" | "foam" | "pour" | "fire" | "sparks" | "engine" | "wind" | "rain";
export type DeedKind = "step" | "wheel" | "press" | "radio" | "wear";

/** from: place of its source, null = all round. loud: at its source, 0..1. urgent: a caption of it stands out. */
export interface Sound {
  kind: SoundKind;
  id: string;
  from: readonly [number, number] | null;
  loud: number;
  urgent: boolean;
}

/** Half as loud this far off. */
const REACH_M: Record<SoundKind, number> = {
  siren: 1000,
  horn: 12,
  blast: 1000,
  pump: 14,
  foam: 30,
  pour: 26,
  fire: 45,
  sparks: 8,
  hiss: 35,
  scream: 220,
  shriek: 260,
  roar: 120,
  frying: 60,
  retreat: 1000,
  alarm: 200,
  engine: 20,
  wind: 1000,
  rain: 1000,
};
const NOISE_LOUD: Readonly<Record<NoiseKind, number>> = {
  siren: 0.5,
  horn: 0.5,
  blast: 1,
  hiss: 0.45,
  scream: 0.7,
  shriek: 0.8,
  roar: 0.7,
  frying: 0.6,
  retreat: 0.7,
  alarm: 0.5,
};
const COMES_OF: Readonly<Partial<Record<NoiseKind, readonly string[]>>> = {
  hiss: ["jet"],
  roar: ["fireball", "jet_fire", "tank_fire", "fire"],
  frying: ["boil_over", "tank_fire", "fire"],
};
const WIND_LOUD = [0, 0.08, 0.18, 0.32] as const;
const RAIN_LOUD = 0.2;
const STEP_M = 0.75;

/** All that sounds in a scene. Nothing but the scene says so: what a seat does not perceive is not heard. */
export function soundsOf(scene: Scene, site?: Site): Sound[] {
  const sounds: Sound[] = [];
  const put = (kind: SoundKind, id: string, from: readonly [number, number] | null, loud: number, urgent = true) => {
    sounds.push({ kind, id, from, loud, urgent });
  };
  for (const kind of NOISES) if (scene.heard.includes(kind)) put(kind, kind, sourceOf(kind, scene), NOISE_LOUD[kind]);
  const placeOf = (id: string) => {
    const place = site?.places.find((one) => one.id === id);
    return place ? ([place.x_m, place.y_m] as const) : null;
  };
  for (const device of scene.devices) {
    const known = site?.devices.find((one) => one.id === device.id);
    if (known?.kind === "pump" && device.state === "running") put("pump", device.id, placeOf(known.place), 0.3, false);
    if (known?.kind === "monitor" && device.state === "open") put("foam", device.id, placeOf(known.place), 0.5);
  }
  for (const tank of scene.tanks) {
    const known = site?.tanks.find((one) => one.id === tank.id);
    if (runsOver(site, tank)) put("pour", tank.id, known ? [known.x_m, known.y_m] : null, 0.5);
  }
  for (const bund of scene.bunds) {
    const known = site?.bunds.find((one) => one.id === bund.id);
    const middle = known ? ([(known.x0_m + known.x1_m) / 2, (known.y0_m + known.y1_m) / 2] as const) : null;
    if (bund.fire_kw > 0 && (known || !site)) put("fire", bund.id, middle, 0.7);
  }
  for (const one of scene.vehicles) if (one.moving) put("engine", one.id, [one.x_m, one.y_m], 0.4, false);
  for (const one of scene.sparks) {
    if (one.working && !one.id.startsWith("lamps")) put("sparks", one.id, [one.x_m, one.y_m], 0.3, false);
  }
  const wind = windLoud(scene);
  if (wind > 0) put("wind", "wind", null, wind, false);
  if (scene.rain) put("rain", "rain", null, RAIN_LOUD, false);
  return sounds;
}

/** Where a noise comes from, as far as one sees it; null = all round. */
function sourceOf(kind: NoiseKind, scene: Scene): readonly [number, number] | null {
  const seen = scene.sights.find((one) => COMES_OF[kind]?.includes(one.kind));
  return seen ? [seen.x_m, seen.y_m] : null;
}

function windLoud(scene: Scene): number {
  if (scene.wind_m_s) return Math.min(0.4, 0.05 * Math.hypot(...scene.wind_m_s));
  return WIND_LOUD[scene.sock?.strength ?? 0] ?? 0;
}

/** Softer than this nothing comes to the ears. */
export const FAINTEST = 0.004;
const CAPTION_FROM = 0.02;
/** What comes and goes as one walks or looks about is told once within so long; a siren or a horn each time. */
const AGAIN_TICKS = 20 * 20;

/** A sound that has begun, for a caption. */
export interface Begun {
  kind: SoundKind;
  id: string;
  tick: number;
  urgent: boolean;
}

/** Tells what begins to be heard, so that nothing is known by sound alone. */
export class Listening {
  private readonly last = new Map<string, number>();
  private before = new Set<string>();

  begins(sounds: readonly Sound[], ears: Ears, tick: number): Begun[] {
    const heard = sounds.filter((one) => loudAt(one, ears) >= CAPTION_FROM);
    const begun = heard.filter((one) => !this.before.has(keyOf(one)) && this.worthTelling(one, tick));
    for (const one of heard) this.last.set(keyOf(one), tick);
    this.before = new Set(heard.map(keyOf));
    return begun.map(({ kind, id, urgent }) => ({ kind, id, tick, urgent }));
  }

  private worthTelling(sound: Sound, tick: number): boolean {
    const last = this.last.get(keyOf(sound));
    return last === undefined || tick < last || tick - last > AGAIN_TICKS || (sound.urgent && !sound.from);
  }
}

export function keyOf(sound: Sound): string {
  return `${sound.kind}.${sound.id}`;
}

/** What a caption says of it. */
export function captionOf(kind: SoundKind): Both {
  return words[kind];
}

/** Whose ears. yaw: compass, as of an eye. indoors: what is outside comes muffled. */
export interface Ears {
  x_m: number;
  y_m: number;
  yaw: number;
  indoors: boolean;
}

/** How loud it comes to the ears, 0..1. */
export function loudAt(sound: Sound, ears: Ears): number {
  const walls = ears.indoors && sound.kind !== "horn" ? 0.35 : 1;
  if (!sound.from) return sound.loud * walls;
  const reach_m = REACH_M[sound.kind];
  const away_m = Math.hypot(sound.from[0] - ears.x_m, sound.from[1] - ears.y_m);
  return (walls * sound.loud * reach_m * reach_m) / (reach_m * reach_m + away_m * away_m);
}

/** From which side it comes: -1 left, 1 right. */
export function sideOf(sound: Sound, ears: Ears): number {
  if (!sound.from) return 0;
  const dx = sound.from[0] - ears.x_m;
  const dy = sound.from[1] - ears.y_m;
  return 0.8 * Math.sin(Math.atan2(dx, dy) - ears.yaw) * Math.min(1, Math.hypot(dx, dy) / 3);
}

/** Feet that touch ground between two lengths of the way walked. */
export function stepsBetween(walked_m: number, on_m: number): number {
  return Math.max(0, Math.floor(on_m / STEP_M) - Math.floor(walked_m / STEP_M));
}
