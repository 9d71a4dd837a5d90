import { expect, test, vi } from "vitest";
import type { Wanted } from "./opened";
import { around, grainOf, Spans, whole } from "./spans";

function states(wanted: Wanted) {
  const frame = (tick: number) => ({ tick, cells: { at: tick }, gone: [] });
  return Promise.resolve({
    from_tick: wanted.from,
    to_tick: wanted.to,
    step: wanted.step,
    seat: wanted.seat,
    truth: [frame(wanted.from), frame(wanted.to)],
    seen: [],
  });
}

test("frames are put together one after the other; what is gone is gone", () => {
  const known = whole([
    { tick: 0, cells: { a: 1, b: 2 }, gone: [] },
    { tick: 10, cells: { a: 3 }, gone: ["b"] },
    { tick: 20, cells: { b: 4 }, gone: [] },
  ]);
  expect(known.map((one) => one.cells)).toEqual([{ a: 1, b: 2 }, { a: 3 }, { a: 3, b: 4 }]);
});

test("a tick lies between two states, or beyond the last", () => {
  const known = whole([
    { tick: 10, cells: {}, gone: [] },
    { tick: 20, cells: {}, gone: [] },
  ]);
  expect(around(known, 5).map((one) => one?.tick ?? null)).toEqual([null, 10]);
  expect(around(known, 10).map((one) => one?.tick ?? null)).toEqual([10, 20]);
  expect(around(known, 99).map((one) => one?.tick ?? null)).toEqual([20, null]);
});

test("a span is asked for once, and the next one ahead of time", async () => {
  const load = vi.fn(states);
  const spans = new Spans(load, 1000);
  await Promise.all([spans.need(250, 1, ""), spans.need(399, 1, "")]);
  await Promise.resolve();
  expect(load.mock.calls.map(([wanted]) => [wanted.from, wanted.to])).toEqual([
    [200, 400],
    [400, 600],
  ]);
  expect(spans.at(210, 1, "")?.from).toBe(200);
  expect(spans.at(210, 1, "OUT")).toBeNull();
});

test("the end of the record belongs to its last span", async () => {
  const load = vi.fn(states);
  const spans = new Spans(load, 430);
  const span = await spans.need(430, 1, "");
  expect(span.from).toBe(400);
  expect(load.mock.calls.map(([wanted]) => [wanted.from, wanted.to])).toEqual([[400, 430]]);
});

test("a faster playback is coarser, never with more than 21 states in a span", () => {
  for (const speed of [0.25, 1, 4, 8, 16, 32, 64]) expect(grainOf(speed).length / grainOf(speed).step).toBe(20);
});
