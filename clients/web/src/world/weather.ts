/** Weather: how far eyes carry, and what air, light and lamps look like by it. Whoever watches, and is nobody of the
 * drill, is not to be blind: for him nights are lit and haze is thinned (`watched`). */
import type { Scene, Site } from "@/scene/scene";

export type Weather = Pick<Scene, "night" | "fog" | "rain">;

/** Limits of sight, as `sim_core.observation` has them: dry, in rain. */
const SIGHT_M = { day: [250, 150], night: [120, 80], fog: [60, 50], nightFog: [40, 35] } as const;
const WATCHED_M = 150;

export function sightOf({ night, fog, rain }: Weather): number {
  const [dry, wet] = SIGHT_M[fog ? (night ? "nightFog" : "fog") : night ? "night" : "day"];
  return rain ? wet : dry;
}

/** Density of an exponential-squared haze. In fog little is left of a thing at the limit of sight; a clear day leaves
 * the plant's outline beyond it. Seen from far off the same haze would hide all: it is thinned. */
export function hazeOf(weather: Weather, eye_m: number, watched: boolean): number {
  const { night, fog, rain } = weather;
  const left = watched ? (fog ? 0.35 : rain ? 0.5 : 0.62) : fog ? 0.05 : night || rain ? 0.3 : 0.62;
  const sight_m = Math.max(sightOf(weather), watched ? WATCHED_M : 0);
  return Math.sqrt(-Math.log(left)) / Math.max(sight_m, sight_m + 2.2 * (eye_m - 20));
}

/** What air and light are made of. Colours are hexadecimal sRGB. bright: of what no light falls on (films, smoke). */
export interface Light {
  zenith: number;
  horizon: number;
  sun: number;
  sunPower: number;
  sky: number;
  ground: number;
  skyPower: number;
  stars: number;
  bright: number;
}

const DAY: Light = { zenith: 0x3f7fc4, horizon: 0xc4d8e4, sun: 0xfff1d8, sunPower: 2.6, sky: 0xbcd6f0, ground: 0x97907f, skyPower: 1.35, stars: 0, bright: 1 };
const DAY_FOG: Light = { zenith: 0xb6bcc0, horizon: 0xc3c8ca, sun: 0xfff4e2, sunPower: 0.5, sky: 0xdfe6ea, ground: 0x8d8f8c, skyPower: 2.1, stars: 0, bright: 0.8 };
const DAY_RAIN: Light = { zenith: 0x77828b, horizon: 0x9aa5ab, sun: 0xe8eef5, sunPower: 0.6, sky: 0xc4ced6, ground: 0x75787a, skyPower: 1.7, stars: 0, bright: 0.8 };
const NIGHT: Light = { zenith: 0x0a1020, horizon: 0x1c2738, sun: 0xa9bfe8, sunPower: 0.6, sky: 0x8096bd, ground: 0x3b3a3c, skyPower: 0.95, stars: 1, bright: 0.16 };
const NIGHT_FOG: Light = { zenith: 0x1b2026, horizon: 0x2b3138, sun: 0x9fb4d8, sunPower: 0.15, sky: 0x7d8ea6, ground: 0x2a2c2e, skyPower: 0.7, stars: 0, bright: 0.16 };
/** A full moon, and eyes that are used to it: plainly night, and all of the plant to be read. */
const WATCHED_NIGHT: Light = { zenith: 0x101c33, horizon: 0x33445f, sun: 0xc9d8f5, sunPower: 2.1, sky: 0xa4bae2, ground: 0x5b5f68, skyPower: 2.1, stars: 1, bright: 0.42 };

export function lightOf({ night, fog, rain }: Weather, watched: boolean): Light {
  if (!night) return fog ? DAY_FOG : rain ? DAY_RAIN : DAY;
  const light = watched ? WATCHED_NIGHT : fog ? NIGHT_FOG : NIGHT;
  return fog || rain ? { ...light, stars: 0 } : light;
}

/** Whether the farm's lamps burn: by night, unless their breaker is off, or all lamps in sight are seen to be out. */
export function lampsBurn(scene: Scene, site: Site): boolean {
  if (!scene.night) return false;
  for (const device of scene.devices) {
    if (device.state === "stopped" && site.devices.some((one) => one.id === device.id && one.kind === "breaker")) return false;
  }
  let lamps = 0;
  let out = 0;
  for (const one of scene.sparks) {
    if (isLamp(one.id)) {
      lamps += 1;
      if (!one.working) out += 1;
    }
  }
  return lamps === 0 || out < lamps;
}

/** Of the things that shine, the road lamps; the others throw sparks. */
export function isLamp(id: string): boolean {
  return id.startsWith("lamps");
}
