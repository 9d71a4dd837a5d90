/** Pages: what the panel shows, from the cells of the own observation and the instruments of the site. */
import type { Cells } from "@/live/cells";
import type { Instrument, Site } from "@/scene/scene";
import { fromWire } from "@/scene/trainee";

/** alarm: 0 none, 1 raised and not acknowledged, 2 acknowledged. moved_s: second of the drill of its last change. */
export interface Reading {
  instrument: Instrument;
  value: number;
  alarm: number;
  moved_s: number;
}

/** urgent: ◆, high: ▲; each has its shape, its word and its colour. */
export type Priority = "urgent" | "high";

export function readingsOf(cells: Cells, site: Site): Reading[] {
  return site.instruments
    .filter((instrument) => `reading.${instrument.tag}` in cells)
    .map((instrument) => ({
      instrument,
      value: fromWire(cells[`reading.${instrument.tag}`]),
      alarm: Number(cells[`alarm.${instrument.tag}`] ?? 0),
      moved_s: Number(cells[`moved.${instrument.tag}`] ?? 0),
    }));
}

/** Beyond the upper limit, or an independent switch: urgent. */
export function priorityOf({ instrument, value }: Reading): Priority {
  const beyond = instrument.high_high > 0 && value >= instrument.high_high;
  return beyond || instrument.kind === "level_switch" ? "urgent" : "high";
}

/** Alarms in the order in which one deals with them: not acknowledged first, urgent first. */
export function alarmsOf(readings: readonly Reading[]): Reading[] {
  const rank = (one: Reading) => (one.alarm === 1 ? 0 : 2) + (priorityOf(one) === "urgent" ? 0 : 1);
  return readings.filter((one) => one.alarm > 0).sort((a, b) => rank(a) - rank(b));
}

/** The instrument that tells of a device: its position, its running, its flow. */
export function feedbackOf(readings: readonly Reading[], device: string): Reading | null {
  const of = readings.filter((one) => one.instrument.subject === device);
  return of.find((one) => ["position", "running"].includes(one.instrument.kind)) ?? of[0] ?? null;
}

/** A reading as it is displayed: no more digits than the display has. */
export function shown(value: number, instrument: Instrument): string {
  const digits = instrument.resolution >= 1 ? 0 : instrument.resolution >= 0.1 ? 1 : 2;
  return value.toFixed(digits);
}
