import { expect, test } from "vitest";
import { arranged, lengthOf, overlap, type Label } from "./labels";

const one = (id: string, more: Partial<Label> = {}): Label => ({
  id, text: "MV-1 关", kind: "warn", x: 0, y: 0, reach: 2, size: 1, sides: ["below", "above", "right", "left"], must: false, ...more,
});

test("words at one point stand around it, and none lies on another", () => {
  const placed = arranged([one("a"), one("b"), one("c"), one("d")]);
  expect(placed.map(({ label }) => label.id)).toEqual(["a", "b", "c", "d"]);
  for (const a of placed) for (const b of placed) if (a !== b) expect(overlap(a.rect, b.rect)).toBe(0);
});

test("what finds no room is left out, unless it must be told", () => {
  const crowd = [one("a", { sides: ["on"] }), one("b", { sides: ["on"] }), one("c", { sides: ["on"], must: true })];
  expect(arranged(crowd).map(({ label }) => label.id)).toEqual(["a", "c"]);
});

test("what is taken already is kept off", () => {
  const [first] = arranged([one("a")]);
  expect(first?.y).toBeGreaterThan(0);
  const [second] = arranged([one("a")], first ? [first.rect] : []);
  expect(second?.y).toBeLessThan(0);
});

test("a word stands within the window where there is a choice", () => {
  const window = { left: -20, top: -20, right: 1, bottom: 20 };
  const [first] = arranged([one("a", { sides: ["right", "left"], must: true })], [], window);
  expect(first?.anchor).toBe("end");
  expect(arranged([one("a", { sides: ["right"] })], [], window)).toHaveLength(1);
});

test("Chinese letters are as wide as high", () => {
  expect(lengthOf("关闭")).toBe(2);
  expect(lengthOf("ab")).toBeCloseTo(1.12);
});
