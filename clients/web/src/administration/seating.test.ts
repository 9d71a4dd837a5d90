import { expect, test } from "vitest";
import { cellsOf, headsetAt, placeOf, placesOf, unplaced } from "./seating";

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

test("a headset and its place find each other by the label, however it is written", () => {
  const inventory = [{ label: "H-1" }, { label: "H-2" }];
  const places = [
    { column: 0, row: 1, device: "ｈ-2 ", seat: "IC" },
    { column: 1, row: 0, device: "PC-3" },
  ];
  expect(headsetAt(" Ｈ-2", inventory)).toBe(inventory[1]);
  expect([headsetAt("PC-3", inventory), headsetAt("", inventory)]).toEqual([null, null]);
  expect(placeOf("H-2", places)).toMatchObject({ column: 0, row: 1, seat: "IC" });
  expect(placeOf("H-1", places)).toBeNull();
  expect(unplaced(inventory, places)).toEqual(["H-1"]);
});
