/** Opening: what a director chooses before a drill is opened. */
import type { Schemas } from "@/rest";

export type Mode = "training" | "exam";
export type Holder = "person" | "bot" | "colleague";

/** account: "" = this chair is still empty. */
export interface Chair {
  account: string;
  external: boolean;
  declared: boolean;
}

export interface Choice {
  scenario: string;
  mode: Mode;
  seats: Readonly<Record<string, Holder>>;
  candidate: string;
  /** Who sits where in training: numbers by seat. */
  numbers: Readonly<Record<string, string>>;
  chairs: readonly Chair[];
  extras: Extras;
  barred: Barred;
}

/** Scenarios by which nobody is examined: not made for it, or their values are not confirmed. */
export interface Barred {
  trainingAlone: readonly string[];
  unsigned: readonly string[];
}

/** What else is chosen. stratum: 0 = as drawn; falseAlarm, tutored: in training alone. */
export interface Extras {
  stratum: number;
  falseAlarm: boolean;
  tutored: boolean;
}

const COMMANDER = "IC";
const NEXT: Record<Holder, Holder> = { person: "bot", bot: "colleague", colleague: "person" };

/** The usual crew: a person in the commander's seat, colleagues in the others. */
export function usualSeats(seats: readonly string[]): Record<string, Holder> {
  const first = seats.includes(COMMANDER) ? COMMANDER : seats[0];
  return Object.fromEntries(seats.map((seat) => [seat, seat === first ? "person" : "colleague"]));
}

/** What one tap on a seat's tile makes of it. */
export function nextHolder(holder: Holder): Holder {
  return NEXT[holder];
}

/** What is still missing, as keys of the words; nothing = it may be opened. */
export function missing(choice: Choice): string[] {
  const found: string[] = [];
  if (!choice.scenario) return ["needScenario"];
  if (Object.values(choice.seats).every((holder) => holder === "colleague")) found.push("needPerson");
  if (choice.mode === "training") {
    const numbers = Object.values(numbersOf(choice));
    return new Set(numbers).size < numbers.length ? [...found, "needOneSeatEach"] : found;
  }
  if (choice.barred.trainingAlone.includes(choice.scenario)) return [...found, "needExamined"];
  if (choice.barred.unsigned.includes(choice.scenario)) found.push("needSigned");
  const seated = choice.chairs.filter((chair) => chair.account);
  if (!choice.candidate) found.push("needCandidate");
  if (seated.length < choice.chairs.length) found.push("needExaminers");
  if (new Set(seated.map((chair) => chair.account)).size < seated.length) found.push("needDifferent");
  if (!seated.some((chair) => chair.external)) found.push("needExternal");
  if (seated.some((chair) => !chair.declared)) found.push("needDeclared");
  return found;
}

/** Numbers of the seats that people hold. */
function numbersOf(choice: Choice): Record<string, string> {
  const held = Object.entries(choice.numbers).filter(([seat, number]) => number && choice.seats[seat] === "person");
  return Object.fromEntries(held);
}

/** The body that opens it. */
export function bodyOf(choice: Choice): Schemas["NewDrill"] {
  const people: Record<string, "person" | "bot"> = {};
  for (const [seat, holder] of Object.entries(choice.seats)) {
    if (holder !== "colleague") people[seat] = holder;
  }
  const exam = choice.mode === "exam";
  return {
    scenario: choice.scenario,
    mode: choice.mode,
    people,
    candidate: exam ? choice.candidate : "",
    candidates: exam ? {} : numbersOf(choice),
    examiners: exam ? choice.chairs.map((chair) => ({ ...chair })) : [],
    stratum: choice.extras.stratum,
    false_alarm: !exam && choice.extras.falseAlarm ? "may" : "never",
    tutored: !exam && choice.extras.tutored,
  };
}
