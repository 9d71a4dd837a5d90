/** Walker: the own body. It moves at once as the server will have it move, and is drawn to where the server says it is.
 *
 * The server acts on a `steer` some ticks after it left, so its body runs behind on the same path. A state is held
 * against the own path at its tick and a little before: on the path there is nothing to mend, beside it there is.
 */
import { alongTheShell, freePath_m, STEER_S, type Heading, type Point } from "./law";
import type { Site } from "@/scene/scene";

const HEADINGS = 128;
const STEER_MS = 200;
const STEP_MS = 50;
/** How many ticks the server may be behind what left here. */
const BEHIND_TICKS = 16;
/** The wire has tenths of a metre. */
const BLUR_M = 0.08;
const PULL_S = 0.15;
const SNAP_M = 6;
const AFTER_ACT_MS = 500;

export interface Steering {
  steer(heading: Heading, speed_m_s: number): void;
  halt(): void;
}

/** What a state says of the own body. */
export interface BodyTold extends Point {
  moving: boolean;
  doing: string;
  place: string;
}

interface Step extends Point {
  tick: number;
}

interface Leg {
  heading: Heading;
  index: number;
  speed_m_s: number;
  since_ms: number;
}

export class Walker implements Point {
  x_m = 0;
  y_m = 0;
  /** Hands or mouth are busy, the drill stands still, or one lies on the ground: no step. */
  held = false;
  /** Times real time. Own steps are foreseen up to real time alone. */
  pace = 1;

  /** On the way by an own step when the server was last within call, so it still may be. */
  private adrift = false;
  private wanted: { heading: Heading; speed_m_s: number } | null = null;
  private leg: Leg | null = null;
  private steered_ms = -1e9;
  private stillUntil_ms = 0;
  private path: Step[] = [];
  private told: { tick: number; at_ms: number } & Point = { tick: -1, at_ms: 0, x_m: 0, y_m: 0 };
  private led: { from: Point; to: Point; since_ms: number; lasts_ms: number } | null = null;
  private pull: Point = { x_m: 0, y_m: 0 };

  constructor(
    private readonly site: Site,
    private readonly steering: Steering,
  ) {}

  get walking(): boolean {
    return this.leg !== null;
  }

  /** Go this way; speed 0 = stand. */
  want(heading: Heading, speed_m_s: number): void {
    this.wanted = speed_m_s > 0 ? { heading, speed_m_s } : null;
  }

  /** Stand still for an act that needs both feet on the ground. */
  stand(now_ms: number): void {
    this.stillUntil_ms = now_ms + AFTER_ACT_MS;
    this.stop();
  }

  /** The server did not take the last step. */
  refused(): void {
    this.leg = null;
    this.path = [];
  }

  /** The server cannot be told anything for a while. */
  away(): void {
    this.adrift ||= this.walking;
    this.refused();
  }

  /** It can be told again: nobody walks on by a step of before, whose key may be up by now. */
  back(): void {
    if (this.adrift) this.steering.halt();
    this.adrift = false;
  }

  /** Once a frame. */
  step(now_ms: number, seconds: number): void {
    this.decide(now_ms);
    if (this.leg && this.pace <= 1) {
      const free = freePath_m(this.site, this, this.leg.heading);
      const way = Math.min(this.leg.speed_m_s * this.pace * seconds, free);
      this.x_m += this.leg.heading.x * way;
      this.y_m += this.leg.heading.y * way;
    } else if (this.led) {
      const share = Math.min(1, (now_ms - this.led.since_ms) / this.led.lasts_ms);
      this.x_m = this.led.from.x_m + (this.led.to.x_m - this.led.from.x_m) * share;
      this.y_m = this.led.from.y_m + (this.led.to.y_m - this.led.from.y_m) * share;
    }
    this.drawn(seconds);
    this.remember(now_ms);
  }

  /** A state of the server. */
  take(tick: number, body: BodyTold, now_ms: number): void {
    const first = this.told.tick < 0;
    const gone_ms = Math.max(STEP_MS, ((tick - this.told.tick) * STEP_MS) / Math.max(this.pace, 0.05));
    this.told = { tick, at_ms: now_ms, x_m: body.x_m, y_m: body.y_m };
    const off = this.offPath(tick);
    if (first || Math.hypot(off.x_m, off.y_m) > SNAP_M) {
      this.put(body);
      return;
    }
    if (!this.leg && body.moving && !this.steeredLately(now_ms)) {
      // Led along the ways, or at more than real time: from state to state.
      this.led = { from: { x_m: this.x_m, y_m: this.y_m }, to: body, since_ms: now_ms, lasts_ms: Math.min(500, gone_ms) };
      this.pull = { x_m: 0, y_m: 0 };
      return;
    }
    this.led = null;
    this.pull = Math.hypot(off.x_m, off.y_m) <= BLUR_M ? { x_m: 0, y_m: 0 } : off;
  }

  /** Be there, without walking. */
  put(at: Point): void {
    this.x_m = at.x_m;
    this.y_m = at.y_m;
    this.path = [];
    this.led = null;
    this.pull = { x_m: 0, y_m: 0 };
  }

  private decide(now_ms: number): void {
    if (this.held) return; // the server refuses a step now, and to halt would let go of what the hands are at
    if (!this.wanted || now_ms < this.stillUntil_ms) {
      this.stop();
      return;
    }
    const heading = alongTheShell(this.site, this, this.wanted.heading);
    if (!heading) {
      this.stop();
      return;
    }
    const index = Math.round((Math.atan2(heading.y, heading.x) / (2 * Math.PI)) * HEADINGS);
    const speed_m_s = this.wanted.speed_m_s;
    const same = this.leg && this.leg.index === index && this.leg.speed_m_s === speed_m_s;
    if (same && now_ms - (this.leg as Leg).since_ms < (STEER_S - 10) * 1000) return;
    if (now_ms - this.steered_ms < STEER_MS) return;
    const angle = (index / HEADINGS) * 2 * Math.PI;
    const taken = { x: Math.cos(angle), y: Math.sin(angle) };
    this.leg = { heading: taken, index, speed_m_s, since_ms: now_ms };
    this.led = null;
    this.steered_ms = now_ms;
    this.steering.steer(taken, speed_m_s);
  }

  private stop(): void {
    if (!this.leg) return;
    this.leg = null;
    this.steering.halt();
  }

  private steeredLately(now_ms: number): boolean {
    return now_ms - this.steered_ms < BEHIND_TICKS * STEP_MS || this.path.some((step) => this.away_m(step) > BLUR_M);
  }

  private away_m(step: Point): number {
    return Math.hypot(step.x_m - this.x_m, step.y_m - this.y_m);
  }

  /** From the own path, about the state's tick, to where the server says one is. */
  private offPath(tick: number): Point {
    const near = this.path.filter((step) => step.tick >= tick - BEHIND_TICKS && step.tick <= tick + 2);
    let best: Point = { x_m: this.told.x_m - this.x_m, y_m: this.told.y_m - this.y_m };
    for (const step of near) {
      const off = { x_m: this.told.x_m - step.x_m, y_m: this.told.y_m - step.y_m };
      if (Math.hypot(off.x_m, off.y_m) < Math.hypot(best.x_m, best.y_m)) best = off;
    }
    return best;
  }

  private drawn(seconds: number): void {
    const share = 1 - Math.exp(-seconds / PULL_S);
    const by = { x_m: this.pull.x_m * share, y_m: this.pull.y_m * share };
    this.pull = { x_m: this.pull.x_m - by.x_m, y_m: this.pull.y_m - by.y_m };
    this.x_m += by.x_m;
    this.y_m += by.y_m;
    for (const step of this.path) {
      step.x_m += by.x_m;
      step.y_m += by.y_m;
    }
  }

  private remember(now_ms: number): void {
    if (this.told.tick < 0) return;
    const tick = this.told.tick + ((now_ms - this.told.at_ms) * this.pace) / STEP_MS;
    this.path.push({ tick, x_m: this.x_m, y_m: this.y_m });
    while (this.path[0] && this.path[0].tick < tick - BEHIND_TICKS - 8) this.path.shift();
  }
}
