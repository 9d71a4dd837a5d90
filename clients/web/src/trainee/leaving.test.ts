import { expect, test } from "vitest";
import type { Wish } from "@/live/acts";
import { Leaving } from "./leaving";
import type { Seat } from "./seat";

const ROOM = { id: "CR", x_m: 10, y_m: 20, indoors: true };
const ROAD = { id: "RD", x_m: 10, y_m: 0, indoors: false };

function stage(code = "") {
  const acts: Wish[] = [];
  const body = { value: { x_m: 10, y_m: 20, place: "CR", moving: false } };
  const seat = {
    drill: {
      act: (wish: Wish) => {
        acts.push(wish);
        return Promise.resolve(code);
      },
    },
    names: { place: (id: string) => [ROOM, ROAD].find((one) => one.id === id), site: { ways: [["RD", "CR"]] } },
    body,
  };
  const leaving = new Leaving(seat as unknown as Seat);
  const out_m = (metres: number, moving = true) => {
    body.value = { x_m: 10, y_m: 20 - metres, place: "", moving };
    leaving.take();
  };
  return { acts, leaving, out_m, kinds: () => acts.map((one) => one.kind) };
}

test("one walks out toward the way and halts where the server has one clear of the door, however long that takes", () => {
  const { acts, leaving, out_m, kinds } = stage();
  expect(leaving.begin()).toBeCloseTo(Math.PI); // south
  expect(acts[0]?.words).toEqual([
    ["x", "0.0000"],
    ["y", "-1.0000"],
  ]);
  leaving.take(); // still inside: the step has not been taken yet
  out_m(0.4);
  out_m(1.1);
  expect(kinds()).toEqual(["steer"]);
  out_m(1.3);
  out_m(1.5);
  expect(kinds()).toEqual(["steer", "halt"]);
});

test("a way back in is not halted", () => {
  const { leaving, out_m, kinds } = stage();
  leaving.begin();
  out_m(0.6);
  expect(leaving.end(false)).toBe(false);
  out_m(1.4);
  expect(kinds()).toEqual(["steer"]);
});

test("what wants a stand has one first, and none after it", () => {
  const { leaving, out_m, kinds } = stage();
  leaving.begin();
  out_m(0.6);
  expect(leaving.end(true)).toBe(true);
  out_m(1.4);
  expect([leaving.end(true), kinds()]).toEqual([false, ["steer", "halt"]]);
});

test("who stands already, or was not let go, is not on the way", async () => {
  const stands = stage();
  stands.leaving.begin();
  stands.out_m(0.5, false);
  stands.out_m(1.5);
  const refused = stage("not_running");
  refused.leaving.begin();
  await Promise.resolve();
  await Promise.resolve();
  refused.out_m(1.5);
  expect([stands.kinds(), refused.kinds()]).toEqual([["steer"], ["steer"]]);
});
