import { expect, test } from "vitest";
import { seatsSeen, windOf } from "./seats";

const seat = { seat: "OUT", holder: "person", candidate: "", claimed: true, connected: true };

test("a seat as the true state has it", () => {
  const cells = { "person.OUT": [0, 0, "PH", "measure", "fit", ["scba"], 1239, false, true] };
  expect(seatsSeen([seat], cells)).toEqual([
    {
      seat: "OUT", holder: "person", claimed: true, connected: true,
      place: "PH", doing: "measure", state: "fit", worn: ["scba"], air_min: 30, radioDead: true,
    },
  ]);
});

test("before the first state nothing is said of anybody", () => {
  expect(seatsSeen([seat], {})[0]).toMatchObject({ place: "", state: "", air_min: -1, radioDead: false });
});

test.each([
  [[0, -20], 0],
  [[-20, 0], 90],
  [[0, 20], 180],
  [[20, 0], 270],
])("a wind of %o comes from %d degrees", (wind, from_deg) => {
  expect(windOf({ wind })?.from_deg).toBe(from_deg);
});

test("a calm comes from nowhere", () => {
  expect(windOf({ wind: [0, 0] })).toBeNull();
});
