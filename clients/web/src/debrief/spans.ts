/** Spans: states of the record by pieces, asked for ahead of the playback and kept; what is under the eye comes first. */
import type { Cells } from "@/live/cells";
import type { Frame, States, Wanted } from "./opened";

/** A state that is known: all its cells. */
export interface Known {
  tick: number;
  cells: Cells;
}

export interface Span {
  from: number;
  to: number;
  truth: readonly Known[];
  seen: readonly Known[];
}

/** How finely a speed is shown: ticks between states, and ticks in a span. */
export function grainOf(speed: number): { step: number; length: number } {
  if (speed <= 4) return { step: 10, length: 200 };
  return speed <= 16 ? { step: 40, length: 800 } : { step: 100, length: 2000 };
}

/** Put the cells together, frame by frame. */
export function whole(frames: readonly Frame[]): Known[] {
  let cells: Record<string, unknown> = {};
  return frames.map((frame) => {
    cells = { ...cells, ...frame.cells };
    for (const name of frame.gone) Reflect.deleteProperty(cells, name);
    return { tick: frame.tick, cells };
  });
}

/** The newest state at or before a tick, and the one after it. */
export function around(states: readonly Known[], tick: number): [Known | null, Known | null] {
  let at = -1;
  states.forEach((one, n) => {
    if (one.tick <= tick) at = n;
  });
  return [states[at] ?? null, states[at + 1] ?? null];
}

const KEPT = 24;

export class Spans {
  private readonly kept = new Map<string, Span>();
  private readonly asked = new Map<string, Promise<Span>>();

  constructor(
    private readonly load: (wanted: Wanted) => Promise<States>,
    private readonly end: number,
  ) {}

  /** The span around a tick, if it is here. */
  at(tick: number, speed: number, seat: string): Span | null {
    return this.kept.get(this.key(tick, speed, seat)) ?? null;
  }

  /** The span around a tick, here or on its way; the next one is asked for as soon as it is there. */
  async need(tick: number, speed: number, seat: string): Promise<Span> {
    const span = await this.fetch(tick, speed, seat);
    if (span.to < this.end) void this.fetch(span.to, speed, seat).catch(() => undefined);
    return span;
  }

  private fetch(tick: number, speed: number, seat: string): Promise<Span> {
    const key = this.key(tick, speed, seat);
    const here = this.kept.get(key);
    if (here) return Promise.resolve(here);
    const waiting = this.asked.get(key);
    if (waiting) return waiting;
    const { step, length } = grainOf(speed);
    const from = this.start(tick, length);
    const coming = this.load({ from, to: Math.min(from + length, this.end), step, seat })
      .then(({ truth, seen }) => this.keep(key, { from, to: from + length, truth: whole(truth), seen: whole(seen) }))
      .finally(() => this.asked.delete(key));
    this.asked.set(key, coming);
    return coming;
  }

  private keep(key: string, span: Span): Span {
    this.kept.set(key, span);
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - KEPT))) this.kept.delete(oldest);
    return span;
  }

  private start(tick: number, length: number): number {
    const last = Math.floor(Math.max(0, this.end - 1) / length);
    return Math.min(Math.floor(tick / length), last) * length;
  }

  private key(tick: number, speed: number, seat: string): string {
    const { step, length } = grainOf(speed);
    return `${seat}/${step}/${this.start(tick, length)}`;
  }
}
