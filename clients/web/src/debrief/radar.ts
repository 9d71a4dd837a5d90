/** Radar: where band, mean line and grey spokes of eight axes lie, in a box of 200 around the middle. */
import type { Opening } from "./opened";

export type Axis = Opening["axes"][number];
export const RADIUS = 62;

export function spoke(place: number, of: number): [number, number] {
  const turn = (2 * Math.PI * place) / of;
  return [Math.sin(turn), -Math.cos(turn)];
}

export function at(place: number, of: number, value: number): string {
  const [x, y] = spoke(place, of);
  return `${((x * RADIUS * value) / 100).toFixed(2)},${((y * RADIUS * value) / 100).toFixed(2)}`;
}

export function ring(of: number, value: number): string {
  return `M${Array.from({ length: of }, (_, place) => at(place, of, value)).join("L")}Z`;
}

/** Neighbouring spokes that have a value, around the circle; a full circle is one run. */
export function runs(axes: readonly Axis[]): number[][] {
  const found: number[][] = [];
  axes.forEach((axis, place) => {
    if (axis.mean === null) return;
    const last = found.at(-1);
    if (last?.at(-1) === place - 1) last.push(place);
    else found.push([place]);
  });
  const [first] = found;
  const last = found.at(-1);
  if (found.length > 1 && first?.[0] === 0 && last?.at(-1) === axes.length - 1) {
    found.pop();
    found[0] = [...last, ...first];
  }
  return found;
}

/** Nothing is drawn where nothing is known. */
export function shapes(axes: readonly Axis[]): { band: string; mean: string }[] {
  const of = axes.length;
  return runs(axes).map((run) => {
    const value = (place: number, name: "mean" | "low" | "high") => at(place, of, axes[place]?.[name] ?? 0);
    const high = run.map((place) => value(place, "high"));
    const low = run.map((place) => value(place, "low"));
    const mean = run.map((place) => value(place, "mean")).join("L");
    const closed = run.length === of;
    const band = closed ? `M${high.join("L")}ZM${low.join("L")}Z` : `M${[...high, ...low.reverse()].join("L")}Z`;
    return { band, mean: `M${mean}${closed ? "Z" : ""}` };
  });
}
