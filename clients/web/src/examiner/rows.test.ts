import { expect, test } from "vitest";
import { confirmation, lackingOf, rowsOf, totalOf } from "./rows";
import { amountOf, cents, amount, short } from "./sheet";
import type { Own } from "./useSheet";
import type { LineWatched, Watched } from "./useWatching";

const both = { zh: "", en: "" };
const line = (item: string, more: object) => ({
  item, name: both, section: "procedure", human: false, critical: false, standard: both, open: false, max_points: "5.00",
  points: null, time_max: "0.00", time_points: "0.00", reason: both, tick: null, seconds: null, too_fast: false, ...more,
}); // prettier-ignore
const sheet = { marks: {}, global_rating: null, vetoes: [], notes: "" };
const live = { drill: "d", state: "draft", version: 0, saved_at: null, sealed: false, total: "0.00", sheet, vetoes: [], missing: null, reasons: {},
  lines: [line("alarm", {}), line("unhurt", {}), line("stop", {}), line("talk", { human: true, open: true, max_points: "15.00" })] } as Own; // prettier-ignore
const seen = (item: string, more: Partial<LineWatched>) => ({ item, state: "not_yet", provisional: true, points: null, time_points: null, time_max: "1.36",
  reason: both, what: both, tick: null, cue_tick: null, seconds: null, too_fast: false, ...more }) as LineWatched; // prettier-ignore
const watched = { lines: [seen("alarm", { state: "done", points: "5.00", time_points: "1.10", tick: 40 }), seen("unhurt", { state: "holds" }), seen("stop", {})] } as Watched;
const sealed = { ...live, sealed: true, lines: [line("alarm", { open: true, points: "5.00", time_points: "1.10", time_max: "1.36" }), line("unhurt", { open: true, points: "5.00" }), line("stop", { open: true, points: "0.00" }), live.lines[3]] } as Own;

test("while the drill goes on, what is not done is not yet, and no zero", () => {
  const rows = rowsOf(live, watched, {}, false);
  expect(rows.map((row) => [row.state, row.points])).toEqual([["seen", 500], ["holds", null], ["not_yet", null], ["open", null]]);
  expect(rows.map((row) => row.open)).toEqual([false, false, false, true]);
  expect(totalOf(rows)).toBe(610);
});

test("once sealed, the machine's marks stand until they are confirmed or overridden, and an override needs a reason", () => {
  const alarm = rowsOf(sealed, watched, {}, false)[0];
  expect(alarm?.state).toBe("standing");
  const confirmed = { "marks/alarm": alarm ? confirmation(alarm) : null };
  expect(rowsOf(sealed, watched, confirmed, false)[0]?.state).toBe("confirmed");
  const lower = { "marks/alarm": { points: "3.00", time_points: "1.10", reason: "" }, global_rating: 3 };
  const rows = rowsOf(sealed, watched, lower, false);
  expect(rows[0]).toMatchObject({ state: "overridden", needsReason: true, points: 300 });
  expect(totalOf(rows)).toBe(300 + 110 + 500);
  const lacking = lackingOf(rows, lower);
  expect([lacking.items.map((row) => row.item), lacking.reasons.length, lacking.rating]).toEqual([["talk"], 1, false]);
});

test("a locked sheet takes nothing", () => {
  expect(rowsOf(sealed, watched, {}, true).some((row) => row.open)).toBe(false);
});

test("amounts are counted, not measured", () => {
  expect([cents("12.50"), cents("0.1"), cents("7")]).toEqual([1250, 10, 700]);
  expect(amount(cents("0.10") + cents("0.20"))).toBe("0.30");
  expect(["8.00", "12.50", "0.00", "10.00"].map(short)).toEqual(["8", "12.5", "0", "10"]);
  expect([amountOf("3,5", 500), amountOf("5.01", 500), amountOf("1e1", 9999), amountOf("-1", 500)]).toEqual([350, null, null, null]);
});
