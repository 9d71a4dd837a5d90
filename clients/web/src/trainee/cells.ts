/** Cells: what the portable detector shows, one line a cell, as the site names them. */
import { named, type Site } from "@/scene/scene";
import type { Body } from "./seat";

export interface CellReading {
  id: string;
  name: string;
  unit: string;
  /** "–" while the instrument shows nothing. */
  text: string;
}

export function cellsOf(body: Body, site: Site): CellReading[] {
  return site.portable.map((id, n) => {
    const channel = site.channels.find((one) => one.id === id);
    const value = body.gas[n];
    const text = value === undefined ? "–" : String(value);
    return { id, name: channel ? named(channel.name) : id, unit: channel?.unit ?? "", text };
  });
}

/** All cells in one line; a single one without its name. */
export function cellLine(body: Body, site: Site): string {
  const cells = cellsOf(body, site);
  return cells.map((one) => (cells.length > 1 ? `${one.name} ${one.text} ${one.unit}` : `${one.text} ${one.unit}`)).join(" · ");
}
