import { expect, test } from "vitest";
import { speak } from "@/locale";
import { refusals } from "./refusals";
import { cardsOf } from "./cards";
import { captionsOf, finding, lineOf, sayableOf } from "./tidings";
import { Names, type Briefing } from "./names";
import words from "./words";

const both = (text: string) => ({ zh: `${text}中`, en: text });
const names = new Names({
  seat: "IC",
  cards: [{ id: "outside", title: { zh: "泄漏", en: "Leak" }, lines: [both("close")] }],
  roles: [{ seat: "OUT", name: both("outside"), brief: both("") }],
  site: { places: [], devices: [], tanks: [], instruments: [], crowds: [] },
  vocabulary: { acts: [{ kind: "operate", name: both("operate"), ways: [{ detail: "close", name: both("close"), targets: [{ id: "V", name: both("V") }] }, { detail: "open", name: both("open"), targets: [] }] }] },
} as unknown as Briefing);
const order = { type: "heard", event: 4, tick: 20, sender: "OUT", kind: "order", topic: "operate", subject: "V", act: { detail: "close" } } as const;

test("every text stands in both languages and says something", () => {
  for (const table of [words, refusals]) {
    for (const [key, text] of Object.entries(table)) {
      expect(text.zh.trim() && text.en.trim(), key).toBeTruthy();
    }
  }
});

test("an order is a line, and waits for its read-back until it was given", () => {
  speak("en");
  expect(lineOf(names, order)?.text).toBe("OUT outside orders：close V");
  const sayable = sayableOf(names, [order], new Set());
  expect(sayable.map((one) => one.wish)).toEqual([
    { kind: "read_back", target: "V", detail: "operate", to: "OUT", via: "radio" },
  ]);
  expect(sayableOf(names, [order], new Set([4]))).toEqual([]);
});

test("a hint of the tutor speaks the language of now and names its source", () => {
  const act = { words: [["zh", "还没有：警报"], ["en", "not done yet: alarm"], ["source_zh", "条款"], ["source_en", "clause"]] };
  const hint = { type: "heard", event: 9, tick: 40, sender: "tutor", kind: "hint", topic: "ALARM", act } as const;
  speak("en");
  expect(lineOf(names, hint)).toMatchObject({ text: "Tutor：not done yet: alarm（clause）", urgent: true });
  speak("zh");
  expect(lineOf(names, hint)?.text).toBe("导师：还没有：警报（条款）");
  speak("en");
  expect(sayableOf(names, [hint], new Set())).toEqual([]);
});

test("who presses on the phone holds no seat and is called by what he is", () => {
  const rings = { type: "heard", event: 7, tick: 40, sender: "manager", kind: "report", topic: "restart_urged" } as const;
  speak("en");
  expect(lineOf(names, rings)?.text).toContain("production manager (phone) reports");
  speak("zh");
  expect(lineOf(names, rings)?.text).toContain("生产经理（电话）");
});

test("a plan card comes up once, and is called by its title", () => {
  const card = { type: "heard", event: 8, tick: 40, sender: "plan", kind: "card", topic: "outside" } as const;
  speak("en");
  expect(lineOf(names, card)).toMatchObject({ text: "Plan card：Leak（K）", urgent: true });
  expect(cardsOf(names, [card, { ...card, event: 9 }]).map((one) => one.id)).toEqual(["outside"]);
  expect(cardsOf(names, [order])).toEqual([]);
});

test("what was found can be passed on as it was found", () => {
  const noted = { type: "noted", event: 5, tick: 30, topic: "foam", subject: "FM-1", value: 16000, word: "AFFF" } as const;
  expect(lineOf(names, noted)?.text).toBe("foam AFFF, 16000 L");
  expect(sayableOf(names, [noted], new Set())[0]?.wish).toEqual({
    kind: "report", target: "foam", detail: "AFFF", value: 16000,
  });
});

test("a refusal is told with what helps, also one that is not known here", () => {
  const declined = { type: "declined", event: 6, tick: 40, act: "operate", target: "V", word: "out_of_reach" } as const;
  expect(lineOf(names, declined)?.text).toContain("Out of reach");
  expect(lineOf(names, { ...declined, word: "newer" })?.text).toContain("It cannot be done now");
});

test("a colleague's report of what was done names act and thing", () => {
  speak("zh");
  expect(finding(names, "gas", "", 12)).toBe("可燃气 12 %LEL");
  expect(finding(names, "led", "", 0)).toBe("请离 0 人");
});

test("what sounds in the background pushes nothing that is said out of the captions", () => {
  const line = (key: string, kind: string, urgent = false) => ({ key, tick: 0, kind, text: key, urgent });
  const said = [line("a", "heard"), line("siren", "sound", true), line("b", "heard")];
  const pump = line("pump", "sound");
  expect(captionsOf([pump, ...said])).toEqual(said);
  expect(captionsOf([...said, pump]).map((one) => one.key)).toEqual(["siren", "b", "pump"]);
});
