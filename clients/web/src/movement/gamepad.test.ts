import { beforeEach, expect, test, vi } from "vitest";
import { Pad } from "./gamepad";

const one = { connected: true, mapping: "standard", axes: [0, 0, 0, 0], buttons: Array.from({ length: 17 }, () => ({ pressed: false })) };

beforeEach(() => {
  vi.stubGlobal("navigator", { getGamepads: () => [null, one] });
  one.mapping = "standard";
  one.axes = [0, 0, 0, 0];
  for (const button of one.buttons) button.pressed = false;
});

function hold(n: number, pressed = true): void {
  (one.buttons[n] as { pressed: boolean }).pressed = pressed;
}

test("a key that is held is one press, and another once it was let go", () => {
  const pad = new Pad();
  hold(0);
  expect([pad.read(0, false), pad.read(16, false), pad.read(5000, false)]).toEqual([["a"], [], []]);
  hold(0, false);
  pad.read(5016, false);
  hold(0);
  expect(pad.read(5032, false)).toEqual(["a"]);
});

test("the cross repeats while it is held, so does a stick that leans where a menu is open", () => {
  const pad = new Pad();
  one.axes = [0, 1, 0, 0];
  const came = Array.from({ length: 61 }, (_, n) => pad.read((n * 1000) / 60, true)).flat();
  expect(came.every((key) => key === "down")).toBe(true);
  expect(came.length).toBe(5); // at once, after 450 ms, then every 150 ms
  expect(new Pad().read(0, false)).toEqual([]);
});

test("keys of a gamepad whose layout nobody knows are not guessed at, its sticks are", () => {
  one.mapping = "";
  one.axes = [0, -1, 0.1, 0];
  hold(0);
  const pad = new Pad();
  expect(pad.read(0, false)).toEqual([]);
  expect(pad.sticks).toMatchObject({ ahead: 1, turn: 0 });
});
