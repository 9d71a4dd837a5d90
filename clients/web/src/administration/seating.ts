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
