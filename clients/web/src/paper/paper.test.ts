import { afterEach, expect, test } from "vitest";
import { speak } from "@/locale";
import { paperLanguage, paperWords, printed, printedDate, printedLines, printIn } from ".";

const words = { seat: { zh: "席位 {id}", en: "seat {id}" }, same: { zh: "A4", en: "A4" } };
const AT = "2026-03-01T08:05:00";

afterEach(() => printIn(null));

test("paper speaks the language of the base, not of the screen", () => {
  speak("en");
  expect(printed(words.seat, { id: "IC" })).toBe("seat IC");
  printIn("zh");
  expect(paperWords(words)("seat", { id: "IC" })).toBe("席位 IC");
  expect([paperLanguage(), printedDate(AT)]).toEqual(["zh", "2026年3月1日 08:05"]);
});

test("both languages stand one after the other, and what is the same in both stands once", () => {
  printIn("both");
  expect(printed(words.seat, { id: "IC" })).toBe("席位 IC seat IC");
  expect(printedLines(words.seat, { id: "IC" })).toEqual(["席位 IC", "seat IC"]);
  expect(printed(words.same)).toBe("A4");
  expect([paperLanguage(), printedDate(AT)]).toEqual([undefined, "2026-03-01 08:05"]);
});
