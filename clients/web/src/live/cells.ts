/** Cells: a state as named values, put together from a baseline and what changed since. */
import type { Baseline, State } from "@protocol";

export type Cells = Readonly<Record<string, unknown>>;

/** Read a whole state. */
export function cellsOf(baseline: Baseline): Cells {
  if (baseline.keys.length !== baseline.values.length) throw new StateError("a baseline has as many values as keys");
  return Object.fromEntries(baseline.keys.map((key, n) => [key, baseline.values[n]]));
}

/** Read the state at a State's tick. StateError if it is not one of this baseline. */
export function patched(baseline: Baseline, state: State): Cells {
  const at = state.at ?? [];
  const values = state.values ?? [];
  if (state.baseline !== baseline.number || at.length !== values.length) {
    throw new StateError(`state of baseline ${state.baseline}, at hand is ${baseline.number}`);
  }
  const cells: Record<string, unknown> = { ...cellsOf(baseline) };
  at.forEach((place, n) => (cells[keyAt(baseline, place)] = values[n]));
  for (const place of state.gone ?? []) Reflect.deleteProperty(cells, keyAt(baseline, place));
  return Object.assign(cells, state.new ?? {});
}

export class StateError extends Error {}

function keyAt(baseline: Baseline, place: number): string {
  const key = baseline.keys[place];
  if (key === undefined) throw new StateError("a position beyond the baseline");
  return key;
}
