/** Scene: what plan and world draw at one moment, whoever looks. A trainee's holds what the seat perceives, no more. */
import { language } from "@/locale";
import type { Look } from "@/movement/pose";

/** posture: standing, walking, operate, down. */
export interface PersonShown {
  seat: string;
  x_m: number;
  y_m: number;
  /** "" = on the way, or not known. */
  place: string;
  posture: string;
  /** antistatic, portable, scba, fire_suit; empty where it is not known. */
  worn: readonly string[];
  /** Where the head is and looks; null: it does not tell. Only staff know. */
  look: Look | null;
}

export interface CrowdShown {
  id: string;
  x_m: number;
  y_m: number;
  walking: boolean;
  /** -1 = not known. */
  number: number;
}

export interface VehicleShown {
  id: string;
  x_m: number;
  y_m: number;
  moving: boolean;
}

/** open_percent: -1 = not known. stuck: only staff know. */
export interface DeviceShown {
  id: string;
  state: string;
  open_percent: number;
  stuck: boolean;
}

/** level_m: -1 = not known. spill_kg_s: 0 = nothing goes over; a trainee sees only that it does (1). */
export interface TankShown {
  id: string;
  level_m: number;
  spill_kg_s: number;
}

/** What lies or burns in a bund. share: of its floor, 0..1. foam: share of the pool covered. fire_kw: 0 = none; a
 * trainee sees only that it burns (1). */
export interface BundShown {
  id: string;
  share: number;
  foam: number;
  fire_kw: number;
}

export interface Puff {
  x_m: number;
  y_m: number;
  radius_m: number;
  height_m: number;
  vapour_kg: number;
}

export interface SparksShown {
  id: string;
  x_m: number;
  y_m: number;
  working: boolean;
}

/** Something of the incident as eyes have it. kind: of the rule module's list; state: a word that eyes can tell. */
export interface SightShown {
  kind: string;
  id: string;
  x_m: number;
  y_m: number;
  state: string;
}

/** Somebody without a seat who must be helped. state: as eyes tell it: lying, still, sitting, on_back, face_down,
 * inside, carried, treated, dead. place: "" = not known, or carried. */
export interface CasualtyShown {
  id: string;
  x_m: number;
  y_m: number;
  place: string;
  state: string;
}

export interface Scene {
  tick: number;
  /** The seat whose eyes these are; "" = staff, who see all. */
  seat: string;
  /** The place where that seat stands; "" = on the way, or staff. */
  at: string;
  night: boolean;
  fog: boolean;
  rain: boolean;
  /** The true wind, east and north; null = only the sock tells. */
  wind_m_s: readonly [number, number] | null;
  /** octant: eighth of the compass the wind comes from, 0 = north, clockwise, -1 = it hangs; strength 0..3. */
  sock: { octant: number; strength: number } | null;
  /** siren, horn, blast, and what the incident sounds like. */
  heard: readonly string[];
  people: readonly PersonShown[];
  crowds: readonly CrowdShown[];
  vehicles: readonly VehicleShown[];
  devices: readonly DeviceShown[];
  tanks: readonly TankShown[];
  bunds: readonly BundShown[];
  sparks: readonly SparksShown[];
  /** All that the incident shows, in the order it was put up. */
  sights: readonly SightShown[];
  casualties: readonly CasualtyShown[];
  /** Vapour as it truly is; empty for a trainee. */
  cloud: readonly Puff[];
  muster: string;
  post: string;
  zone_m: number;
  workStopped: boolean;
}

/** Whether what leaves a tank runs over its rim; from a vessel under pressure it leaks. */
export function runsOver(site: Site | undefined, { id, spill_kg_s }: TankShown): boolean {
  const shape = site?.tanks.find((one) => one.id === id)?.shape ?? "cylinder";
  return spill_kg_s > 0 && shape === "cylinder";
}

/** A name as the site holds it: Chinese, English. */
export type Pair = readonly [string, string];

export function named(pair: Pair): string {
  return pair[language() === "zh" ? 0 : 1];
}

/** The plant as anyone may know it, of `SeatBriefing.site` and `BriefingOut.site`. x east, y north, metres. */
export interface Site {
  id: string;
  name: Pair;
  places: readonly Place[];
  ways: readonly (readonly [string, string])[];
  bunds: readonly { id: string; x0_m: number; y0_m: number; x1_m: number; y1_m: number; wall_m: number }[];
  tanks: readonly {
    id: string;
    name: Pair;
    bund: string;
    x_m: number;
    y_m: number;
    diameter_m: number;
    rim_m: number;
    product: string;
    /** cylinder, sphere, bullet; left out = cylinder. */
    shape?: string;
  }[];
  devices: readonly Device[];
  instruments: readonly Instrument[];
  lines: readonly { pump: string; valves: readonly string[]; tank: string }[];
  crowds: readonly { id: string; name: Pair; place: string; number: number }[];
  casualties?: readonly { id: string; name: Pair }[];
  channels: readonly { id: string; name: Pair; unit: string; high: number; low: number }[];
  /** Channels of the portable detector. */
  portable: readonly string[];
}

export interface Place {
  id: string;
  name: Pair;
  x_m: number;
  y_m: number;
  kind: string;
  indoors: boolean;
  panel: boolean;
  scba: boolean;
  /** The confined space it lies in, and the one that is looked into from here; "" or left out = none. */
  zone?: string;
  into?: string;
  /** Above the ground; left out = on it. */
  z_m?: number;
}

export interface Device {
  id: string;
  name: Pair;
  /** rosov, hand_valve, pump, breaker, drain_valve, alarm_point, monitor ... */
  kind: string;
  place: string;
  normal: string;
  stroke_s: number;
  turns: number;
  turn_s: number;
  remote: boolean;
  local: boolean;
  bund: string;
}

export interface Instrument {
  tag: string;
  name: Pair;
  kind: string;
  subject: string;
  unit: string;
  x_m: number;
  y_m: number;
  resolution: number;
  high: number;
  high_high: number;
}
