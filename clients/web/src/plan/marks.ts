/** Marks: how each kind of sight is drawn on the plan: a sign, and what of the ground it takes. Pure. */
import { rowOf } from "@/scene/curtains";
import type { SightShown, Site } from "@/scene/scene";
import type { Spot } from "./spots";

/** look: which lines and fills; each differs from the others by shape, not by colour alone. */
export type Look = "flame" | "gas" | "water" | "metal" | "plain";

/** A circle about the sight, or a line through it. Plan coordinates, metres. */
export type Ground = { radius: number } | { x0: number; y0: number; x1: number; y1: number };

/** d: a path in a square of two about its middle. elsewhere: what draws bunds, rims and sparks draws it too. */
export interface Mark {
  look: Look;
  d: string;
  elsewhere?: (one: SightShown, site: Site) => boolean;
  ground?: (one: SightShown, site: Site) => Ground;
}

const FLAME = "M0-1C.9-.3.8.1.7.4A.75.75 0 0 1-.7.4C-.8-.1-.3-.1-.3-.5-.1-.4 0-.2.1 0 .3-.4.2-.7 0-1Z";
const CLOUD = "M-.7.5A.4.4 0 0 1-.6-.25.5.5 0 0 1 .25-.45.42.42 0 0 1 .75.1.3.3 0 0 1 .65.5Z";
const DROPS = "M-.6-.8C-.2-.3-.2-.1-.6 0-1-.1-1-.3-.6-.8ZM.6-.8C1-.3 1-.1.6 0 .2-.1.2-.3.6-.8ZM0 0C.4.5.4.8 0 .9-.4.8-.4.5 0 0Z";
const always = () => true;
const inBund = (one: SightShown, site: Site) => site.bunds.some((bund) => bund.id === one.id);

export const MARKS: Readonly<Record<string, Mark>> = {
  pool: { look: "water", d: DROPS, elsewhere: always },
  overflow: { look: "water", d: DROPS, elsewhere: always },
  sparks: { look: "flame", d: FLAME, elsewhere: always },
  fire: { look: "flame", d: FLAME, elsewhere: inBund, ground: overTank },
  tank_fire: { look: "flame", d: FLAME, ground: overTank },
  jet: { look: "gas", d: "M-.9 0H.3M-.1-.5.5 0-.1.5M.35-.5.95 0 .35.5" },
  jet_fire: { look: "flame", d: "M-.95.5 0-.6.3.1.55-.9.9.5Z" },
  fireball: { look: "flame", d: "M0-.9A.9.9 0 1 1-.01-.9ZM0-.4A.4.4 0 1 1-.01-.4Z", ground: () => ({ radius: 34 }) },
  flare: { look: "flame", d: "M-.2.9V-.1H.2V.9ZM0-1C.5-.6.4-.3 0-.2-.4-.3-.4-.5 0-1Z" },
  boil_over: { look: "flame", d: "M-.9.8-.5-.7-.2.1 0-.9.3.1.6-.7.9.8Z", ground: overTank },
  cloud: { look: "gas", d: CLOUD, ground: (one) => ({ radius: one.state === "wide" ? 26 : 10 }) },
  vapour: { look: "gas", d: CLOUD, ground: (one) => ({ radius: one.state === "wide" ? 26 : 10 }) },
  frost: { look: "plain", d: "M0-.9V.9M-.8-.45.8.45M-.8.45.8-.45" },
  shell: { look: "metal", d: "M-.8.8V-.3L-.4-.8.0-.3.4-.8.8-.3V.8", ground: overTank },
  curtain: { look: "water", d: "M-.7.8V-.8M0 .8V-.8M.7.8V-.8", ground: alongBund },
  spray: { look: "water", d: DROPS },
  sludge: { look: "plain", d: "M-.9 0Q-.6-.4-.3 0T.3 0 .9 0M-.9.5Q-.6.1-.3.5T.3.5.9.5" },
  line: { look: "plain", d: "M0-.9V.5A.3.3 0 1 1-.3.2" },
  work: { look: "plain", d: "M-.9.8 0-.9.9.8ZM0-.3V.2M0 .4V.6" },
};

function overTank(one: SightShown, site: Site): Ground {
  const tank = site.tanks.find((known) => known.id === one.id);
  return { radius: tank ? tank.diameter_m / 2 + 1.2 : 0 };
}

function alongBund(one: SightShown, site: Site): Ground {
  const { x0_m, y0_m, x1_m, y1_m } = rowOf(site, one);
  return { x0: x0_m, y0: -y0_m, x1: x1_m, y1: -y1_m };
}

export interface MarkSpot extends Spot {
  one: SightShown;
  mark: Mark;
}

const APART = 2.3; // between marks of one spot, in halves of a mark

/** Marks of one spot stand side by side, at a tank above it. half: of a mark, metres. */
export function markSpots(site: Site, sights: readonly SightShown[], half: number): MarkSpot[] {
  // Who sees which fire of a tank it is need not be told that the tank burns.
  const twice = (one: SightShown) => one.kind === "fire" && sights.some((other) => other.kind === "tank_fire" && other.id === one.id);
  const drawn = (one: SightShown) => MARKS[one.kind] && !MARKS[one.kind]?.elsewhere?.(one, site) && !twice(one);
  const taken = new Map<string, number>();
  return sights.filter(drawn).flatMap((one) => {
    const mark = MARKS[one.kind] as Mark;
    const many = sights.filter((other) => drawn(other) && spotOf(other) === spotOf(one)).length;
    const spot = spotOf(one);
    const n = taken.get(spot) ?? 0;
    taken.set(spot, n + 1);
    const tank = site.tanks.find((known) => Math.hypot(known.x_m - one.x_m, known.y_m - one.y_m) < 1);
    return [{ one, mark, x: one.x_m + (n - (many - 1) / 2) * APART * half, y: -one.y_m - (tank ? tank.diameter_m / 2 + 1.6 * half : 0) }];
  });
}

/** What is said of one spot is said in one line. */
export function spotOf({ x_m, y_m }: SightShown): string {
  return `${x_m.toFixed(0)}/${y_m.toFixed(0)}`;
}
