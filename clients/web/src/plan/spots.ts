/** Spots: where things that stand on one point are drawn, so that each can be seen. Plan coordinates, metres. */
import type { Device, PersonShown, Scene, Site } from "@/scene/scene";

/** Larger on the screen nothing is drawn, however near one looks. */
const MOST_PX = 12;
/** Between two that stand on one point, in halves of a glyph. */
const APART = 2.6;

export interface Spot {
  x: number;
  y: number;
}

/** Half a device's glyph, metres. */
export function halfGlyph(perPixel: number): number {
  return Math.max(6 * perPixel, Math.min(1.6, MOST_PX * perPixel));
}

/** Half a sight's mark, metres. */
export function halfMark(perPixel: number): number {
  return Math.max(8 * perPixel, Math.min(1.4, MOST_PX * perPixel));
}

/** A person's radius, metres. */
export function bodyRadius(perPixel: number): number {
  return Math.max(7 * perPixel, Math.min(1.4, MOST_PX * perPixel));
}

/** Devices of one place stand side by side. */
export function deviceSpots(site: Site, perPixel: number): (Spot & { device: Device })[] {
  const places = new Map(site.places.map((place) => [place.id, place]));
  const taken = new Map<string, number>();
  return site.devices.map((device) => {
    const n = taken.get(device.place) ?? 0;
    taken.set(device.place, n + 1);
    const place = places.get(device.place);
    return { device, x: (place?.x_m ?? 0) + n * APART * halfGlyph(perPixel), y: -(place?.y_m ?? 0) };
  });
}

/** People on one spot stand one above the other. */
export function peopleSpots(scene: Scene, perPixel: number): (Spot & { person: PersonShown })[] {
  const taken = new Map<string, number>();
  return scene.people.map((person) => {
    const spot = `${person.x_m.toFixed(0)}/${person.y_m.toFixed(0)}`;
    const n = taken.get(spot) ?? 0;
    taken.set(spot, n + 1);
    return { person, x: person.x_m, y: -person.y_m - n * APART * bodyRadius(perPixel) };
  });
}

/** Who is hurt lies beside who stands there. */
export function casualtySpots(scene: Scene, perPixel: number): (Spot & { casualty: Scene["casualties"][number] })[] {
  return scene.casualties.map((casualty, n) => {
    const away = APART * bodyRadius(perPixel) * (1 + (n % 3));
    return { casualty, x: casualty.x_m + 0.4 * away, y: -casualty.y_m + 0.9 * away };
  });
}

/** Where it comes from: the tank that spills, else the tank that is filled. */
export function sourceOf(site: Site, scene: Scene): Site["tanks"][number] | undefined {
  const spilling = scene.tanks.find((one) => one.spill_kg_s > 0)?.id ?? site.lines[0]?.tank;
  return site.tanks.find((tank) => tank.id === spilling);
}
