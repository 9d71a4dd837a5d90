/** Weather: how far eyes carry, and what air, light and lamps look like by it. */
import type { Scene, Site } from "@/scene/scene";

/** Limits of sight, as `sim_core.observation` has them. */
const SIGHT_M = { day: 250, night: 120, fog: 60, nightFog: 40 };

export interface Weather {
  night: boolean;
  fog: boolean;
  rain: boolean;
}

export function sightOf({ night, fog }: { night: boolean; fog: boolean }): number {
  if (night) return fog ? SIGHT_M.nightFog : SIGHT_M.night;
  return fog ? SIGHT_M.fog : SIGHT_M.day;
}

/** Density of an exponential-squared haze. In fog little is left of a thing at the limit of sight; a clear day leaves
 * the plant's outline beyond it. Seen from far off (staff's free eye) the same haze would hide all: it is thinned. */
export function hazeOf(weather: Weather, eye_m: number): number {
  const left = weather.fog ? 0.05 : weather.night ? 0.3 : weather.rain ? 0.3 : 0.62;
  const sight_m = sightOf(weather);
  return Math.sqrt(-Math.log(left)) / Math.max(sight_m, sight_m + 2.2 * (eye_m - 20));
}

/** What air and light are made of. Colours are hexadecimal sRGB. */
export interface Light {
  zenith: number;
  horizon: number;
  sun: number;
  sunPower: number;
  sky: number;
  ground: number;
  skyPower: number;
  stars: number;
}

export function lightOf({ night, fog, rain }: Weather): Light {
  if (night) {
    return fog
      ? { zenith: 0x1b2026, horizon: 0x2b3138, sun: 0x9fb4d8, sunPower: 0.15, sky: 0x7d8ea6, ground: 0x2a2c2e, skyPower: 0.7, stars: 0 }
      : { zenith: 0x0a1020, horizon: 0x1c2738, sun: 0xa9bfe8, sunPower: 0.6, sky: 0x8096bd, ground: 0x3b3a3c, skyPower: 0.95, stars: rain ? 0 : 1 };
  }
  if (fog) return { zenith: 0xb6bcc0, horizon: 0xc3c8ca, sun: 0xfff4e2, sunPower: 0.5, sky: 0xdfe6ea, ground: 0x8d8f8c, skyPower: 2.1, stars: 0 };
  if (rain) return { zenith: 0x77828b, horizon: 0x9aa5ab, sun: 0xe8eef5, sunPower: 0.6, sky: 0xc4ced6, ground: 0x75787a, skyPower: 1.7, stars: 0 };
  return { zenith: 0x3f7fc4, horizon: 0xc4d8e4, sun: 0xfff1d8, sunPower: 2.6, sky: 0xbcd6f0, ground: 0x97907f, skyPower: 1.35, stars: 0 };
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
