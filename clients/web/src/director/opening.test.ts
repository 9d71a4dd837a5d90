import { expect, test } from "vitest";
import { bodyOf, missing, nextHolder, usualSeats, type Choice } from "./opening";

const chair = { account: "a", external: false, declared: true };
const exam: Choice = {
  scenario: "tank_overfill",
  mode: "exam",
  seats: { IC: "person", OUT: "colleague" },
  candidate: "0417",
  numbers: { IC: "0411" },
  chairs: [chair, { ...chair, account: "b" }, { ...chair, account: "c", external: true }],
  extras: { stratum: 3, falseAlarm: true, tutored: true },
  barred: { trainingAlone: ["lifting"], unsigned: ["tank_fire"] },
};

test("a false alarm and a tutor belong to training, difficulty to both", () => {
  expect(bodyOf(exam)).toMatchObject({ stratum: 3, false_alarm: "never", tutored: false });
  expect(bodyOf({ ...exam, mode: "training" })).toMatchObject({ stratum: 3, false_alarm: "may", tutored: true });
});

test("the usual crew is a commander among colleagues", () => {
  expect(usualSeats(["DCS", "IC", "OUT"])).toEqual({ DCS: "colleague", IC: "person", OUT: "colleague" });
  expect(usualSeats(["OUT", "DCS"])).toEqual({ OUT: "person", DCS: "colleague" });
});

test("a tap goes round", () => {
  expect(nextHolder(nextHolder(nextHolder("person")))).toBe("person");
});

test("training needs a scenario and somebody in it", () => {
  expect(missing({ ...exam, mode: "training", candidate: "", chairs: [] })).toEqual([]);
  expect(missing({ ...exam, mode: "training", seats: { IC: "colleague" } })).toEqual(["needPerson"]);
  expect(missing({ ...exam, scenario: "" })).toEqual(["needScenario"]);
});

test("an exam needs its whole panel, one from outside, all of them declared", () => {
  expect(missing(exam)).toEqual([]);
  const [first, second, third] = exam.chairs as [typeof chair, typeof chair, typeof chair];
  expect(missing({ ...exam, candidate: "" })).toEqual(["needCandidate"]);
  expect(missing({ ...exam, chairs: [first, third, { ...second, account: "" }] })).toEqual(["needExaminers"]);
  expect(missing({ ...exam, chairs: [first, third, { ...second, account: "a" }] })).toEqual(["needDifferent"]);
  expect(missing({ ...exam, chairs: [first, second, { ...third, external: false }] })).toEqual(["needExternal"]);
  expect(missing({ ...exam, chairs: [first, third, { ...second, declared: false }] })).toEqual(["needDeclared"]);
});

test("nobody is examined by unconfirmed values, nor by what is for training alone", () => {
  expect(missing({ ...exam, scenario: "tank_fire" })).toEqual(["needSigned"]);
  expect(missing({ ...exam, scenario: "lifting" })).toEqual(["needExamined"]);
  expect(missing({ ...exam, mode: "training", scenario: "tank_fire" })).toEqual([]);
  expect(missing({ ...exam, mode: "training", scenario: "lifting" })).toEqual([]);
});

test("in training a number may stand at each seat that a person holds, once", () => {
  const seats = { IC: "person", OUT: "person", DCS: "colleague" } as const;
  const training: Choice = { ...exam, mode: "training", seats, numbers: { IC: "0411", OUT: "", DCS: "0412" } };
  expect(missing(training)).toEqual([]);
  expect(bodyOf(training).candidates).toEqual({ IC: "0411" });
  expect(missing({ ...training, numbers: { IC: "0411", OUT: "0411" } })).toEqual(["needOneSeatEach"]);
  expect(bodyOf({ ...training, mode: "exam" }).candidates).toEqual({});
});

test("colleagues are not named, and training has neither candidate nor panel", () => {
  expect(bodyOf(exam)).toMatchObject({ people: { IC: "person" }, candidate: "0417", mode: "exam" });
  expect(bodyOf(exam).examiners).toHaveLength(3);
  expect(bodyOf({ ...exam, mode: "training" })).toMatchObject({ candidate: "", examiners: [] });
});
