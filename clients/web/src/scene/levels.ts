/** Levels: where somebody is drawn who stands above or below the ground. Pure. */
import type { Site } from "./scene";

export interface Spot {
  x_m: number;
  y_m: number;
  /** Of the feet, above the ground. */
  z_m: number;
}

/** A pit is drawn below its mouth: so far from the mouth's middle its farthest place is put, and the lowest almost right
 * below it, past the landings, where the rope comes down. The site's own figures tell how far one climbs, not how wide it is. */
const WITHIN_M = 1.05;
const LOWEST = { east_m: -0.3, north_m: -0.1 };
/** Whoever is at a mouth stands on its kerb, west of it, where neither winch nor ladder is in the way. */
const KERB_M = 0.45;
const SAME_M = 0.06; // the wire has tenths of a metre

export class Levels {
  private readonly spots = new Map<string, Spot>();
  private readonly told: { id: string; x_m: number; y_m: number; zone: string; into: string }[];

  constructor(site: Site) {
    this.told = site.places.map(({ id, x_m, y_m, zone = "", into = "" }) => ({ id, x_m, y_m, zone, into }));
    for (const place of site.places) {
      const { id, x_m, y_m, z_m = 0, zone = "" } = place;
      if (z_m > 0) this.spots.set(id, { x_m, y_m, z_m });
      if (place.kind === "mouth") this.spots.set(id, { x_m: x_m - KERB_M, y_m, z_m: 0 });
      if (z_m >= 0) continue;
      const mouth = this.mouthOf(zone) ?? place;
      const inside = site.places.filter((one) => one.zone === zone && (one.z_m ?? 0) < 0);
      const far_m = Math.max(...inside.map((one) => Math.hypot(one.x_m - mouth.x_m, one.y_m - mouth.y_m)), WITHIN_M);
      const share = WITHIN_M / far_m;
      if (inside.every((one) => (one.z_m ?? 0) >= z_m)) this.spots.set(id, { x_m: mouth.x_m + LOWEST.east_m, y_m: mouth.y_m + LOWEST.north_m, z_m });
      else this.spots.set(id, { x_m: mouth.x_m + share * (x_m - mouth.x_m), y_m: mouth.y_m + share * (y_m - mouth.y_m), z_m });
    }
  }

  /** Where who stands at a place is drawn; null: where he is, on the ground. */
  of(place: string): Spot | null {
    return this.spots.get(place) ?? null;
  }

  /** The same by the point alone, for eyes that are told no place. from: where they are; into a pit one sees only from
   * its edge or its inside. */
  at(x_m: number, y_m: number, from: string): Spot | null {
    const here = this.told.find((one) => one.id === from);
    for (const one of this.told) {
      const spot = this.spots.get(one.id);
      if (!spot || Math.abs(one.x_m - x_m) > SAME_M || Math.abs(one.y_m - y_m) > SAME_M) continue;
      if (spot.z_m >= 0 || (here && (here.zone === one.zone || here.into === one.zone))) return spot;
    }
    return null;
  }

  /** The lowest place, the bottom of a pit; null: there is none. */
  get bottom(): Spot | null {
    const below = [...this.spots.values()].filter((one) => one.z_m < 0);
    return below.sort((a, b) => a.z_m - b.z_m)[0] ?? null;
  }

  /** All mouths over pits. */
  get mouths(): { x_m: number; y_m: number }[] {
    const deep = new Set(this.told.filter((one) => (this.spots.get(one.id)?.z_m ?? 0) < 0).map((one) => one.zone));
    return [...deep].flatMap((zone) => this.mouthOf(zone) ?? []);
  }

  /** The mouth over a place inside a pit. */
  mouthOver(place: string): { x_m: number; y_m: number } | null {
    const here = this.told.find((one) => one.id === place);
    const spot = this.spots.get(place);
    return here && spot && spot.z_m < 0 ? this.mouthOf(here.zone) : null;
  }

  private mouthOf(zone: string): { x_m: number; y_m: number } | null {
    return this.told.find((one) => zone !== "" && one.into === zone) ?? null;
  }
}
