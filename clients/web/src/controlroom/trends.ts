/** Trends: what was read while one was at the panel, a sample a second, the last ten minutes. */
import { shallowReactive } from "vue";
import { TICKS_PER_S } from "@/locale";
import type { Reading } from "./pages";

const KEPT_S = 600;

export interface Sample {
  second: number;
  value: number;
}

export class Trends {
  readonly samples = shallowReactive(new Map<string, Sample[]>());

  take(tick: number, readings: readonly Reading[]): void {
    const second = Math.floor(tick / TICKS_PER_S);
    for (const { instrument, value } of readings) {
      const before = this.samples.get(instrument.tag) ?? [];
      const last = before[before.length - 1];
      if (last && last.second > second) {
        this.samples.set(instrument.tag, [{ second, value }]); // a drill that was taken back in time
      } else if (last?.second !== second) {
        this.samples.set(instrument.tag, [...before.filter((one) => one.second > second - KEPT_S), { second, value }]);
      }
    }
  }

  of(tag: string): readonly Sample[] {
    return this.samples.get(tag) ?? [];
  }
}

const kept = new Map<string, Trends>();

/** The trends of a drill on this screen; they stay when one leaves the room. */
export function trendsOf(drill: string): Trends {
  const found = kept.get(drill) ?? new Trends();
  kept.set(drill, found);
  return found;
}
