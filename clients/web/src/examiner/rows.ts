/** Rows: the lines of the sheet as the console shows them: the machine's reading, the own mark, and which of them counts. */
import type { Both } from "@/locale";
import type { Schemas } from "@/rest";
import { amount, cents, markField, RATING, same, type Mark, type Value, type Values } from "./sheet";
import type { Own } from "./useSheet";
import type { LineWatched, Watched } from "./useWatching";

export const SECTIONS = ["procedure", "timing", "outcome", "command", "closing"] as const;

/** given: by the examiner, where a person must judge. confirmed, overridden: of the machine's. standing: the machine's,
 * not looked at. seen: the machine's reading of a drill that goes on. */
export type RowState = "open" | "given" | "standing" | "confirmed" | "overridden" | "seen" | "not_yet" | "holds";

export interface Row {
  item: string;
  field: string;
  name: Both;
  section: string;
  critical: boolean;
  human: boolean;
  standard: Both;
  state: RowState;
  /** What counts, in hundredths; null = nothing yet. */
  points: number | null;
  time: number | null;
  max: number;
  timeMax: number;
  mark: Mark | null;
  /** Whether it may be marked now. */
  open: boolean;
  /** An override that says no reason. */
  needsReason: boolean;
  machine: Reading | null;
}

/** What the machine says of a line. */
export interface Reading {
  points: number | null;
  time: number | null;
  state: LineWatched["state"];
  provisional: boolean;
  reason: Both;
  what: Both | null;
  tick: number | null;
  cueTick: number | null;
  seconds: string | null;
  tooFast: boolean;
}

type Line = Schemas["LineAnswer"];

export function rowsOf(own: Own, watched: Watched | null, values: Values, locked: boolean): Row[] {
  const seen = new Map(watched?.lines.map((line) => [line.item, line]));
  return own.lines.map((line) => rowOf(line, seen.get(line.item) ?? null, values[markField(line.item)], own.sealed, locked));
}

function readingOf(line: Line, seen: LineWatched | null, sealed: boolean): Reading | null {
  if (line.human) return null;
  if (sealed) {
    const points = line.points === null ? null : cents(line.points);
    return {
      points,
      time: cents(line.time_points),
      state: points ? "done" : "lost",
      provisional: false,
      reason: line.reason,
      what: seen?.what.en ? seen.what : null,
      tick: line.tick,
      cueTick: seen?.cue_tick ?? null,
      seconds: line.seconds,
      tooFast: line.too_fast,
    };
  }
  if (!seen) return null;
  return {
    points: seen.points === null ? null : cents(seen.points),
    time: seen.time_points === null ? null : cents(seen.time_points),
    state: seen.state,
    provisional: true,
    reason: seen.reason,
    what: seen.what.en ? seen.what : null,
    tick: seen.tick,
    cueTick: seen.cue_tick,
    seconds: seen.seconds,
    tooFast: seen.too_fast,
  };
}

function rowOf(line: Line, seen: LineWatched | null, value: Value | undefined, sealed: boolean, locked: boolean): Row {
  const machine = readingOf(line, seen, sealed);
  const mark = (value ?? null) as Mark | null;
  const state = stateOf(line.human, mark, machine, sealed);
  return {
    item: line.item,
    field: markField(line.item),
    name: line.name,
    section: line.section,
    critical: line.critical,
    human: line.human,
    standard: line.standard,
    state,
    points: mark ? cents(mark.points) : (machine?.points ?? null),
    time: mark ? cents(mark.time_points) : (machine?.time ?? null),
    max: cents(line.max_points),
    timeMax: cents(sealed ? line.time_max : (seen?.time_max ?? line.time_max)),
    mark,
    open: line.open && !locked,
    needsReason: state === "overridden" && !mark?.reason.trim(),
    machine,
  };
}

function stateOf(human: boolean, mark: Mark | null, machine: Reading | null, sealed: boolean): RowState {
  if (human) return mark ? "given" : "open";
  if (sealed) {
    if (!mark) return "standing";
    return cents(mark.points) === machine?.points && cents(mark.time_points) === machine.time ? "confirmed" : "overridden";
  }
  if (machine?.state === "holds") return "holds";
  return machine && machine.points !== null ? "seen" : "not_yet";
}

/** The mark that confirms what the machine says. */
export function confirmation(row: Row): Mark {
  return { points: amount(row.machine?.points ?? 0), time_points: amount(row.machine?.time ?? 0), reason: "" };
}

/** Points so far, in hundredths, before any veto. */
export function totalOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.points ?? 0) + (row.time ?? 0), 0);
}

/** What the sheet lacks before it can be locked. */
export interface Lacking {
  items: Row[];
  reasons: Row[];
  rating: boolean;
}

export function lackingOf(rows: readonly Row[], values: Values): Lacking {
  return {
    items: rows.filter((row) => row.state === "open"),
    reasons: rows.filter((row) => row.needsReason),
    rating: same(values[RATING], null),
  };
}
