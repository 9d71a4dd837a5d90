/** Scenes of a debrief: what was so, and what a seat could see of it, at any tick; people glide between states. */
import type { Puff, Scene, Site } from "@/scene/scene";
import { staffScene } from "@/scene/staff";
import { fromWire, traineeScene } from "@/scene/trainee";
import { around, type Known, type Span } from "./spans";

const made = new WeakMap<object, Scene>();

function once(known: Known, make: () => Scene): Scene {
  const here = made.get(known.cells);
  if (here) return here;
  const scene = make();
  made.set(known.cells, scene);
  return scene;
}

/** The true state. */
export function trueScene(span: Span, tick: number, site: Site): Scene | null {
  const [now, next] = around(span.truth, tick);
  if (!now) return null;
  const scene = once(now, () => staffScene(now.cells, now.tick, site));
  if (!next) return { ...scene, tick };
  const after = once(next, () => staffScene(next.cells, next.tick, site));
  return between(scene, after, (tick - now.tick) / (next.tick - now.tick), tick);
}

/** What a seat perceived, as recorded; the seat itself is drawn where it knew itself to be. */
export function seenScene(span: Span, tick: number): Scene | null {
  const [known] = around(span.seen, tick);
  return known ? once(known, () => withOneself(known)) : null;
}

function withOneself({ cells, tick }: Known): Scene {
  const scene = traineeScene(cells, tick);
  const down = cells["body.state"] === "down" || cells["body.state"] === "dead";
  const self = {
    seat: String(cells["seat"]),
    x_m: fromWire(cells["body.x_m"]),
    y_m: fromWire(cells["body.y_m"]),
    place: String(cells["body.place"]),
    posture: down ? "down" : cells["body.moving"] ? "walking" : "standing",
    worn: (cells["body.worn"] ?? []) as string[],
    look: null,
  };
  return { ...scene, people: [...scene.people, self] };
}

interface Somewhere {
  x_m: number;
  y_m: number;
}

function glide<T extends Somewhere>(from: readonly T[], to: readonly T[], share: number, name: (one: T) => string): T[] {
  const later = new Map(to.map((one) => [name(one), one]));
  return from.map((one) => {
    const next = later.get(name(one));
    return next ? { ...one, x_m: mix(one.x_m, next.x_m, share), y_m: mix(one.y_m, next.y_m, share) } : one;
  });
}

function drift(from: readonly Puff[], to: readonly Puff[], share: number): readonly Puff[] {
  if (from.length !== to.length) return from;
  return from.map((puff, n) => {
    const next = to[n] as Puff;
    return {
      x_m: mix(puff.x_m, next.x_m, share),
      y_m: mix(puff.y_m, next.y_m, share),
      radius_m: mix(puff.radius_m, next.radius_m, share),
      height_m: mix(puff.height_m, next.height_m, share),
      vapour_kg: mix(puff.vapour_kg, next.vapour_kg, share),
    };
  });
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** A scene between two; only places move, nothing else is invented. */
export function between(from: Scene, to: Scene, share: number, tick: number): Scene {
  return {
    ...from,
    tick,
    people: glide(from.people, to.people, share, (one) => one.seat),
    crowds: glide(from.crowds, to.crowds, share, (one) => one.id),
    vehicles: glide(from.vehicles, to.vehicles, share, (one) => one.id),
    casualties: glide(from.casualties, to.casualties, share, (one) => one.id),
    cloud: drift(from.cloud, to.cloud, share),
  };
}
