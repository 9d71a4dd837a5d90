import { expect, test } from "vitest";
import { cellsOf, placesOf } from "./seating";

test("a grid holds every place, and what is written survives another size", () => {
  const cells = cellsOf(2, 2, [{ column: 1, row: 0, device: "PC-2", seat: "IC" }]);
  expect(cells.map((cell) => [cell.row, cell.column, cell.device])).toEqual([
    [0, 0, ""],
    [0, 1, "PC-2"],
    [1, 0, ""],
    [1, 1, ""],
  ]);
  const larger = cellsOf(3, 1, placesOf(cells));
  expect(larger[1]).toEqual({ column: 1, row: 0, device: "PC-2", seat: "IC" });
});

test("empty places are not stored", () => {
  expect(placesOf(cellsOf(2, 2, []))).toEqual([]);
  expect(placesOf([{ column: 0, row: 0, device: " H-1 ", seat: "" }])).toEqual([
    { column: 0, row: 0, device: "H-1", seat: "" },
  ]);
});
