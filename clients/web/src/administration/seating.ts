import { plain } from "./matching";

/** The seat plan as a grid: one cell for each place, empty ones included, so that each has its fields. */
export interface PlaceCell {
  column: number;
  row: number;
  device: string;
  seat: string;
}

type Place = Partial<PlaceCell> & Pick<PlaceCell, "column" | "row">;

export function cellsOf(columns: number, rows: number, places: readonly Place[]): PlaceCell[] {
  const known = new Map(places.map((place) => [`${place.row} ${place.column}`, place]));
  return Array.from({ length: columns * rows }, (_, n) => {
    const [row, column] = [Math.floor(n / columns), n % columns];
    const place = known.get(`${row} ${column}`);
    return { column, row, device: place?.device ?? "", seat: place?.seat ?? "" };
  });
}

/** What is written in the grid. */
export function placesOf(cells: readonly PlaceCell[]): PlaceCell[] {
  return cells
    .map((cell) => ({ ...cell, device: cell.device.trim(), seat: cell.seat.trim() }))
    .filter((cell) => cell.device || cell.seat);
}

function same(one: string, other: string): boolean {
  return plain(one).trim() === plain(other).trim();
}

/** The headset that stands at a place, by what is written there; null = another device, or none. */
export function headsetAt<H extends { label: string }>(device: string, inventory: readonly H[]): H | null {
  return inventory.find((one) => same(one.label, device)) ?? null;
}

/** Where in the room a headset has its place; null = nowhere. */
export function placeOf(label: string, places: readonly Place[]): PlaceCell | null {
  const found = places.find((one) => same(one.device ?? "", label));
  return found ? { device: "", seat: "", ...found } : null;
}

/** Labels that stand nowhere yet: those to be offered. */
export function unplaced(inventory: readonly { label: string }[], places: readonly Place[]): string[] {
  return inventory.map((one) => one.label).filter((label) => placeOf(label, places) === null);
}
