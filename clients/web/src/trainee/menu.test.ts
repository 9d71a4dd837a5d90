import { expect, test } from "vitest";
import type { Draft } from "./menu";
import { draftOf, nextStep, wishOf } from "./menu";
import { Names, type ActKind, type Briefing } from "./names";
import { reachOf } from "./reach";
import { secondsOf } from "./duration";
import type { Body } from "./seat";
import { traineeScene } from "@/scene/trainee";

const both = (text: string) => ({ zh: text, en: text });
const option = (id: string) => ({ id, name: both(id) });
const way = (targets: string[], detail = "", values: number[] = []) =>
  ({ detail, name: both(detail || "way"), targets: targets.map(option), values });
const act = (kind: string, ways: ReturnType<typeof way>[], more: Partial<ActKind> = {}): ActKind =>
  ({ kind, name: both(kind), seats: [], where: "anywhere", seconds: 3, orderable: true, said: false, ways, ...more });
const role = (seat: string) => ({ seat, name: both(seat), brief: both("") });
const device = (id: string, place: string, more: object = {}) =>
  ({ id, name: [id, id], kind: "hand_valve", place, normal: "open", stroke_s: 0, turns: 20, turn_s: 2, remote: false, local: true, bund: "", ...more });
const spot = (id: string, x_m: number, more: object = {}) =>
  ({ id, name: [id, id], x_m, y_m: 0, kind: "road", indoors: false, panel: false, scba: false, ...more });

const names = new Names({
  seat: "IC",
  roles: ["IC", "OUT", "FF"].map(role),
  site: {
    places: [spot("MF", 0), spot("CR", 2, { indoors: true, panel: true }), spot("MP", 90)],
    devices: [device("HV-1", "MF"), device("XV-1", "MF", { remote: true, local: false, turns: 0, kind: "rosov" })],
    tanks: [], instruments: [], crowds: [], ways: [], bunds: [], lines: [],
  },
  vocabulary: {
    acts: [
      act("go", [way(["MF", "CR", "MP"])]),
      act("operate", [way(["HV-1", "XV-1"], "close"), way(["HV-1", "XV-1"], "open")]),
      act("wear", [way(["scba"])]),
      act("foam", [way(["FM-1"], "start")], { seats: ["FF"] }),
      act("decide", [way(["offensive", "defensive"])], { seats: ["IC"] }),
      act("zone", [way([], "", [100, 150])]),
      act("call", [way(["119", "120"])]),
      act("report", [way(["gas", "said"])], { said: true, orderable: false }),
    ],
    gear_s: { IC: { scba: 60 }, FF: { scba: 30 } },
    calls: [], content: [], via: [], speak_s: 3,
  },
} as unknown as Briefing);

function choose(kind: Draft["kind"], ...ids: string[]): Draft {
  return ids.reduce((draft, id) => {
    const choice = nextStep(draft, names, "IC")?.choices.find((one) => one.id === id);
    if (!choice) throw new Error(`${id} is not among the choices`);
    return choice.pick(draft);
  }, draftOf(kind));
}
const offered = (draft: Draft) => nextStep(draft, names, "IC")?.choices.map((one) => one.id);

test("three choices make an order", () => {
  const draft = choose("orders", "OUT", "operate/close", "HV-1");
  expect(nextStep(draft, names, "IC")).toBeNull();
  expect(wishOf(draft)).toEqual({ kind: "operate", target: "HV-1", detail: "close", to: "OUT", via: "radio" });
});

test("a seat is offered what it may do, and told what it may be told", () => {
  expect(offered(choose("orders", "OUT"))).toEqual(["go", "operate/close", "operate/open", "wear", "zone", "call"]);
  expect(offered(choose("orders", "FF"))).toContain("foam/start");
  expect(offered(choose("orders", "self"))).toContain("decide");
  expect(offered(choose("orders", "self"))).not.toContain("foam/start");
});

test("what has one answer is not asked, a number is chosen, a call wants its content", () => {
  expect(wishOf(choose("tools", "wear"))).toEqual({ kind: "wear", target: "scba" });
  expect(wishOf(choose("orders", "self", "zone", "150"))).toEqual({ kind: "zone", value: 150 });
  expect(nextStep(choose("orders", "self", "call", "119"), names, "IC")?.name).toBe("content");
  expect(nextStep(choose("radio", "ALL", "said"), names, "IC")?.name).toBe("free");
});

test("a report goes to whom it was meant for, by the way that was chosen", () => {
  const draft = { ...choose("radio", "OUT", "gas"), via: "runner" };
  expect(wishOf(draft)).toEqual({ kind: "report", target: "gas", to: "OUT", via: "runner" });
});

test("an order that waits for its read-back is one choice", () => {
  const wish = { kind: "read_back", target: "HV-1", detail: "operate", to: "OUT" };
  const step = nextStep(draftOf("radio"), names, "IC", [{ text: "read back", to: "OUT", wish }]);
  const draft = step?.choices[0]?.pick(draftOf("radio")) as Draft;
  expect(wishOf({ ...draft, via: "radio" })).toEqual({ ...wish, via: "radio" });
});

const BODY: Body = { x_m: 0.5, y_m: 0, place: "MF", moving: false, doing: "", worn: [], air_min: -1, state: "fit", smell: 0, lel: -1, gas: [], alarm: false };
const seeing = (state: string) => traineeScene({ seen: [["device", "HV-1"]], "seen.device.HV-1": [0, 0, state] }, 0);

test("hands are offered what is not so already, the door what leads in, and nothing that the panel alone works", () => {
  const things = reachOf(names, "IC", BODY, seeing("open"));
  expect(things.map((one) => [one.id, one.acts.map((a) => a.wish.detail ?? a.wish.kind)])).toEqual([
    ["HV-1", ["close"]],
    ["XV-1", []],
    ["CR", ["go"]],
  ]);
  expect(reachOf(names, "IC", BODY, seeing("moving"))[0]?.acts).toHaveLength(2);
  expect(reachOf(names, "IC", { ...BODY, place: "CR", x_m: 2 }, seeing("open"))).toEqual([]);
});

test("a wheel takes its turns, more in a set; a key three seconds; gear what the seat takes", () => {
  const wheel = { kind: "operate", target: "HV-1", detail: "close" };
  expect(secondsOf(wheel, names, "IC", BODY)).toBe(40);
  expect(secondsOf(wheel, names, "IC", { ...BODY, worn: ["scba"] })).toBe(52);
  expect(secondsOf({ ...wheel, target: "XV-1" }, names, "IC", { ...BODY, place: "CR" })).toBe(3);
  expect(secondsOf({ kind: "wear", target: "scba" }, names, "FF", BODY)).toBe(30);
  expect(secondsOf({ ...wheel, to: "OUT" }, names, "IC", BODY)).toBe(3);
});
