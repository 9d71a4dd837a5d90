/** Spots: where things that stand on one point are drawn, so that each can be seen. Plan coordinates, metres. */
import type { Device, PersonShown, Scene, Site } from "@/scene/scene";

/** Between two that stand on one point, in halves of a glyph. */
const APART = 2.6;

export interface Spot {
  x: number;
  y: number;
}

/** Half a device's glyph, metres. */
export function halfGlyph(perPixel: number): number {
  return Math.max(1.6, 6 * perPixel);
}

/** A person's radius, metres. */
export function bodyRadius(perPixel: number): number {
  return Math.max(1.4, 7 * perPixel);
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

/** Where it comes from: the tank that spills, else the tank that is filled. */
export function sourceOf(site: Site, scene: Scene): Site["tanks"][number] | undefined {
  const spilling = scene.tanks.find((one) => one.spill_kg_s > 0)?.id ?? site.lines[0]?.tank;
  return site.tanks.find((tank) => tank.id === spilling);
}
