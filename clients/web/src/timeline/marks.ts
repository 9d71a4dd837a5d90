/** Marks: moments on a timeline, and which of them a tap means. */

export type MarkKind = "step" | "veto" | "own" | "cue" | "fact" | "directed";

export interface TimeMark {
  tick: number;
  kind: MarkKind;
  text: string;
  id?: string;
  /** Of one of the lanes; without it, the first. */
  lane?: string;
}

export interface TimeLane {
  id: string;
  name: string;
}

export interface Span {
  from: number;
  to: number;
}

/** Shape of each kind in a box from -1 to 1: told apart without colour. */
export const SHAPES: Readonly<Record<MarkKind, string>> = {
  step: "M0-.8A.8.8 0 1 1-.01-.8Z",
  veto: "M0-1 1 0 0 1-1 0Z",
  own: "M0-1 .28-.35 .95-.31 .44.13 .59.81 0 .45-.59.81-.44.13-.95-.31-.28-.35Z",
  cue: "M-.9-.7H.9L0 .9Z",
  fact: "M-.75-.75H.75V.75H-.75Z",
  directed: "M-.9.7H.9L0-.9Z",
};

/** Where a tick lies, 0..1; outside the span it stays at the edge. */
export function shareOf(tick: number, { from, to }: Span): number {
  return to > from ? Math.min(1, Math.max(0, (tick - from) / (to - from))) : 0;
}

export function tickAt(share: number, { from, to }: Span): number {
  return Math.round(from + Math.min(1, Math.max(0, share)) * (to - from));
}

/** The mark that a tap at a tick means: the nearest within reach, else none. */
export function nearest(marks: readonly TimeMark[], tick: number, reach: number): TimeMark | null {
  let found: TimeMark | null = null;
  for (const mark of marks) {
    const away = Math.abs(mark.tick - tick);
    if (away <= reach && (!found || away < Math.abs(found.tick - tick))) found = mark;
  }
  return found;
}

/** The next mark after (or before) a tick. */
export function next(marks: readonly TimeMark[], tick: number, forward: boolean): TimeMark | null {
  const rest = marks.filter((mark) => (forward ? mark.tick > tick : mark.tick < tick));
  return rest.reduce<TimeMark | null>((best, mark) => {
    if (!best) return mark;
    return forward === mark.tick < best.tick ? mark : best;
  }, null);
}

/** Even distances for the scale, in ticks, so that there are at most `most` of them. */
export function stepOf({ from, to }: Span, most: number): number {
  const steps_s = [5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600];
  const fits = steps_s.find((s) => (to - from) / (20 * s) <= most) ?? 7200;
  return fits * 20;
}

export function scaleOf(span: Span, most: number): number[] {
  const step = stepOf(span, Math.max(1, most));
  const found: number[] = [];
  for (let tick = Math.ceil(span.from / step) * step; tick <= span.to; tick += step) found.push(tick);
  return found;
}
