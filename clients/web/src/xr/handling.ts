/** Handling: hands on things of the plant: a wheel is gripped and turned, a lever pulled, a button pressed, all else
 * pointed at and chosen.
 *
 * A turn of the wheel by a little begins the act; from then on the server's time decides and the wheel follows it, also
 * when the hand lets go: a minute of cranking the air teaches nothing and tires. To stop, grip it and turn against, or
 * let go on the wrist. Meshes are not searched: what is in reach is known, and its parts are few.
 */
import { type Object3D, Quaternion, type Ray, Vector3 } from "three";
import type { Wish } from "@/live/acts";
import type { Seat } from "@/trainee/seat";
import type { Thing } from "@/trainee/reach";
import type { World } from "@/world";
import { Crank } from "./crank";
import type { Hand } from "./hand";

const PARTS = ["wheel", "lever", "button"] as const;
const GRIP_M = 0.5;
const RAY_M = 4.5;
const BESIDE_M = 0.3;
const TOUCH_M = 0.06;
const REARM_M = 0.14;
const PULL_M = 0.15;
const BEGINS_TURNS = 0.08;
const AGAINST_TURNS = 0.15;
const TAP_MS = 350;
const TAP_TURNS = 0.03;
const CLICKS_PER_TURN = 8;

interface Held {
  thing: Thing;
  kind: "wheel" | "lever";
  crank: Crank | null;
  from: Vector3;
  since_ms: number;
  done: boolean;
  clicked: number;
  farthest: number;
}

export class Handling {
  private readonly held = new Map<Hand, Held>();
  private readonly near = new Map<Hand, string>();

  /** choose: asked which of several acts is meant. */
  constructor(
    private readonly seat: Seat,
    private readonly world: World,
    private readonly things: () => readonly Thing[],
    private readonly choose: (thing: Thing) => void,
  ) {}

  holds(hand: Hand): boolean {
    return this.held.has(hand);
  }

  /** Grip and trigger alike take hold of a wheel or a lever; the trigger on anything else asks what is meant. */
  take(hand: Hand, nowMs: number): boolean {
    const near = this.nearest((part) => part.distanceTo(hand.at), GRIP_M);
    const aimed = near ?? this.aimedAt(hand.ray);
    if (!aimed) return false;
    const { thing } = aimed;
    const part = this.partOf(thing.id);
    if (part && (part.name === "wheel" || part.name === "lever")) {
      part.node.getWorldPosition(middle);
      const crank = part.name === "wheel" ? new Crank(middle.clone(), axisOf(part.node), hand.at, hand.wrist) : null;
      this.held.set(hand, { thing, kind: part.name, crank, from: hand.at.clone(), since_ms: nowMs, done: false, clicked: 0, farthest: 0 });
      hand.pulse(0.4, 30);
      return true;
    }
    if (hand.pressed) this.ask(thing);
    return hand.pressed;
  }

  follow(hand: Hand): void {
    const held = this.held.get(hand);
    if (!held) {
      this.touch(hand);
      return;
    }
    if (held.crank) this.turn(hand, held, held.crank.follow(hand.at, hand.wrist));
    else if (!held.done && hand.at.distanceTo(held.from) > PULL_M) {
      held.done = true;
      hand.pulse(0.8, 60);
      this.ask(held.thing);
    }
  }

  /** The hand opens. A short press that turned nothing was meant as a question. */
  loose(hand: Hand, nowMs: number): void {
    const held = this.held.get(hand);
    if (!held) return;
    this.held.delete(hand);
    if (held.kind === "wheel" && !held.done && !this.working(held.thing)) this.world.setTurn(held.thing.id, this.rest(held.thing));
    if (!held.done && nowMs - held.since_ms < TAP_MS && held.farthest < TAP_TURNS) this.choose(held.thing);
  }

  /** How far the thing is that a ray points at; 0 = none. */
  pointed(ray: Ray): number {
    return this.aimedAt(ray)?.away_m ?? 0;
  }

  private turn(hand: Hand, held: Held, turns: number): void {
    held.farthest = Math.max(held.farthest, Math.abs(turns));
    const click = Math.round(turns * CLICKS_PER_TURN);
    if (click !== held.clicked) hand.pulse(0.25, 15);
    held.clicked = click;
    const working = this.working(held.thing);
    if (working) {
      const against = working === "open" ? -turns : turns;
      if (held.done || against < AGAINST_TURNS) return;
      held.done = true;
      this.seat.letGo();
      return;
    }
    if (held.done) return;
    const wish = this.wishFor(held.thing, turns > 0 ? "open" : "close");
    const free = wish ? turns : 0; // against its stop a wheel does not give
    this.world.setTurn(held.thing.id, this.rest(held.thing) + free);
    if (!wish || Math.abs(turns) < BEGINS_TURNS) return;
    held.done = true;
    hand.pulse(0.8, 80);
    void this.seat.act(wish);
  }

  /** A finger on a button presses it once, until it has left it. */
  private touch(hand: Hand): void {
    const near = this.nearest((part) => part.distanceTo(hand.tip), REARM_M, "button");
    const was = this.near.get(hand) ?? "";
    if (!near) this.near.delete(hand);
    else if (near.away_m < TOUCH_M && was !== near.thing.id) {
      this.near.set(hand, near.thing.id);
      hand.pulse(0.9, 40);
      this.ask(near.thing);
    }
  }

  /** One act is done, several are asked about. */
  private ask(thing: Thing): void {
    const only = thing.acts.length === 1 ? thing.acts[0] : undefined;
    if (only) void this.seat.act(only.wish);
    else if (thing.acts.length) this.choose(thing);
  }

  private wishFor(thing: Thing, detail: string): Wish | null {
    return thing.acts.find((one) => one.wish.kind === "operate" && one.wish.detail === detail)?.wish ?? null;
  }

  /** Which way hands turn this thing already: "open", "close"; "" = they do not. */
  private working(thing: Thing): string {
    const wish = this.seat.doing.value?.wish;
    return wish?.kind === "operate" && wish.target === thing.id && !wish.to ? (wish.detail ?? "") : "";
  }

  /** Where the wheel stands untouched. Of one half-way nobody sees how far it is. */
  private rest(thing: Thing): number {
    const turns = this.seat.names.device(thing.id)?.turns ?? 0;
    return thing.state === "open" ? turns : thing.state === "moving" ? turns / 2 : 0;
  }

  private partOf(id: string, only?: string): { name: string; node: Object3D } | null {
    for (const name of PARTS) {
      const node = only && only !== name ? null : this.world.devicePart(id, name);
      if (node) return { name, node };
    }
    return null;
  }

  private nearest(far: (at: Vector3) => number, within_m: number, only?: string): { thing: Thing; away_m: number } | null {
    let best: { thing: Thing; away_m: number } | null = null;
    for (const thing of this.things()) {
      const part = this.partOf(thing.id, only);
      if (!part) continue;
      const away_m = far(part.node.getWorldPosition(middle));
      if (away_m < within_m && (!best || away_m < best.away_m)) best = { thing, away_m };
    }
    return best;
  }

  private aimedAt(ray: Ray): { thing: Thing; away_m: number } | null {
    let best: { thing: Thing; away_m: number } | null = null;
    let closest = BESIDE_M;
    for (const thing of this.things()) {
      const part = this.partOf(thing.id)?.node;
      const node = part ?? this.world.devicePart(thing.id, "");
      if (!node) continue;
      node.getWorldPosition(middle);
      if (!part) middle.y = Math.max(middle.y, 1);
      const beside_m = ray.distanceToPoint(middle);
      const away_m = middle.distanceTo(ray.origin);
      if (beside_m < closest && away_m < RAY_M) {
        closest = beside_m;
        best = { thing, away_m };
      }
    }
    return best;
  }
}

const middle = new Vector3();
const turn = new Quaternion();

/** The axis of a moving part in the world. */
function axisOf(node: Object3D): Vector3 {
  const [x, y, z] = (node.userData["axis"] ?? [0, 1, 0]) as [number, number, number];
  return new Vector3(x, y, z).applyQuaternion(node.getWorldQuaternion(turn)).normalize();
}
