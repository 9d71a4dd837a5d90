import type { Happened } from "@protocol";
import { beforeAll, expect, test } from "vitest";
import { speak } from "@/locale";
import { isHappened, tell } from "./telling";

const names = {
  "act:operate": { zh: "操作", en: "operate" },
  "P-101": { zh: "P-101 进油泵", en: "P-101 filling pump" },
  stop: { zh: "停止", en: "stop" },
  wind: { zh: "风向转为来自某方位", en: "the wind turns to blow from a bearing" },
  "act:order": { zh: "命令", en: "order" },
};
const event = (what: Partial<Happened>): Happened => ({ type: "happened", timeline: "", event: 1, tick: 20, kind: "did", ...what });

beforeAll(() => speak("en"));

test.each([
  [{ seat: "DCS", act: "operate", subject: "P-101", detail: "stop", by: "IC" }, "DCS operate P-101 filling pump stop (by order of IC)"],
  [{ kind: "ordered", seat: "IC", to: "DCS", act: "operate", subject: "P-101", detail: "stop" }, "IC → DCS: operate P-101 filling pump stop"],
  [{ kind: "directed", seat: "@staff", act: "inject", subject: "wind", value: 90 }, "inject the wind turns to blow from a bearing 90"],
  [{ kind: "directed", seat: "@staff", act: "takeover", subject: "DCS", detail: "person" }, "take over DCS back to a person"],
  [{ kind: "told", seat: "IC", to: "SAF", detail: "missing", value: 0 }, "IC ← SAF: missing 0"],
  [{ kind: "fact", subject: "operate:P-101" }, "operate P-101 filling pump"],
])("%o", (what, line) => {
  expect(tell(event(what as Partial<Happened>), names)).toBe(line);
});

test("what the speaker's own line has said is not told twice", () => {
  expect(isHappened(event({ kind: "told", act: "order" }))).toBe(false);
  expect(isHappened(event({ kind: "told", act: "report" }))).toBe(true);
});
