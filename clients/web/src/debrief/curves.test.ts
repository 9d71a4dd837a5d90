import { expect, test } from "vitest";
import { compared, differs, seriesOf } from "./curves";
import { valueAt, type Curve } from "./opened";

const name = { zh: "", en: "" };
const curve = (kind: string, id: string, hundredths: number[], unit = "%LEL"): Curve => ({ kind, id, name, unit, hundredths });
const CURVES = [
  curve("gas", "LEL-1", [0, 100, 4000]),
  curve("gas_shown", "LEL-1", [0]),
  curve("gas", "LEL-2", [0]),
  curve("gas_shown", "LEL-2", [0]),
  curve("level", "T-101", [1450, 1451], "m"),
  curve("level_shown", "LT-101", [1390], "m"),
];

test("a curve that never moves is left out, unless its instrument or its truth does", () => {
  const series = seriesOf(CURVES, "gas", 60);
  expect(series.map((one) => [one.name, one.dashed ?? false])).toEqual([
    ["LEL-1", false],
    ["LEL-1", true],
  ]);
  expect(series[0]?.points).toEqual([
    [0, 0],
    [20, 1],
    [40, 40],
  ]);
  expect(series[1]?.points).toEqual([
    [0, 0],
    [60, 0],
  ]);
});

test("each instrument is held against its truth: a dead detector and a low gauge differ, a quiet one does not", () => {
  const found = compared(CURVES).map((one) => [one.id, differs(one, valueAt(one.truth, 40), valueAt(one.shown, 40))]);
  expect(found).toEqual([
    ["LEL-1", true],
    ["LEL-2", false],
    ["LT-101", true],
  ]);
});

test("the value of a curve holds to the end, and a lone value throughout", () => {
  expect(valueAt(CURVES[0] as Curve, 39)).toBe(1);
  expect(valueAt(CURVES[0] as Curve, 9999)).toBe(40);
  expect(valueAt(CURVES[5] as Curve, 9999)).toBe(13.9);
});
