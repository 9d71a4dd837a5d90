import { expect, test } from "vitest";
import { span } from "./span";

test("days, hours and minutes", () => {
  expect(span(59)).toEqual({ d: 0, h: 0, m: 0 });
  expect(span(2 * 86400 + 3 * 3600 + 4 * 60 + 5)).toEqual({ d: 2, h: 3, m: 4 });
});
