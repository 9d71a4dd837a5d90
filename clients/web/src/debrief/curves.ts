/** Which curves belong together, as series of one chart. */
import type { Series } from "@/curves/chart";
import { said } from "@/locale";
import type { Curve } from "./opened";

/** The kind of a curve that is true, and of what an instrument shows of it ("" = none). */
export const GROUPS = {
  gas: { kind: "gas", shown: "gas_shown" },
  people: { kind: "gas_person", shown: "" },
  level: { kind: "level", shown: "level_shown" },
  heat: { kind: "fire", shown: "" },
  wall: { kind: "wall", shown: "" },
  air: { kind: "air", shown: "" },
} as const;
export type Group = keyof typeof GROUPS;

const TICKS_PER_S = 20;
const NONE = -100; // hundredths: no breathing set is worn

function points(curve: Curve, end: number): [number, number][] {
  const { hundredths } = curve;
  const only = hundredths.length === 1 ? (hundredths[0] ?? 0) / 100 : null;
  if (only !== null) return [[0, only], [end, only]]; // prettier-ignore
  return hundredths.map((value, s) => [s * TICKS_PER_S, value === NONE && curve.kind === "air" ? NaN : value / 100]);
}

/** Whether a curve says anything: it moves, or stands elsewhere than at nothing. */
export function tells(curve: Curve): boolean {
  return curve.hundredths.length > 1;
}

/** The series of a group: those that move; of instruments those whose truth or reading moves. */
export function seriesOf(curves: readonly Curve[], group: Group, end: number): Series[] {
  const { kind, shown: reading } = GROUPS[group];
  const found: Series[] = [];
  for (const truth of curves.filter((one) => one.kind === kind)) {
    const read = curves.find((one) => reading && one.kind === reading && subjectOf(one) === subjectOf(truth));
    if (!tells(truth) && !(read && tells(read))) continue;
    const name = short(truth);
    found.push({ name, unit: truth.unit, points: points(truth, end) });
    if (read) found.push({ name, unit: read.unit, points: points(read, end), dashed: true });
  }
  return found;
}

function short(curve: Curve): string {
  return curve.kind === "fire" || curve.kind === "gas_person" || curve.kind === "air" ? curve.id : curve.id || said(curve.name);
}

/** LT-101 reads T-101; a gas detector reads itself. */
function subjectOf(curve: Curve): string {
  return curve.kind.startsWith("level") ? curve.id.replace(/^LT-/, "T-") : curve.id;
}

export interface Compared {
  id: string;
  unit: string;
  truth: Curve;
  shown: Curve;
}

/** Each instrument beside what it should show. */
export function compared(curves: readonly Curve[]): Compared[] {
  return curves
    .filter((one) => one.kind === "gas_shown" || one.kind === "level_shown")
    .flatMap((shown) => {
      const kind = shown.kind === "gas_shown" ? "gas" : "level";
      const truth = curves.find((one) => one.kind === kind && subjectOf(one) === subjectOf(shown));
      return truth ? [{ id: shown.id, unit: shown.unit, truth, shown }] : [];
    });
}

/** Whether a difference is more than noise: of a level 5 cm; of gas 5 %LEL and a tenth of what is true. */
export function differs(one: Compared, truth: number, shown: number): boolean {
  const least = one.unit === "m" ? 0.05 : Math.max(5, 0.1 * Math.abs(truth));
  return Math.abs(truth - shown) > least;
}
