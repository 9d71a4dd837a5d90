/** Candidates: a person of the class list stands in a drill by number alone; a name never goes there. */
import { matching, plain } from "@/administration/matching";
import type { Schemas } from "@/rest";

export type Person = Schemas["TraineeOut"];

/** Of a number, as the server has it (`server/api/drill_bodies.py`). */
const NUMBER = /^[0-9A-Za-z][0-9A-Za-z._/-]{0,31}$/;
const MOST = 50; // rows at once: more are found by typing

/** Who is meant. number: what goes to the server, "" = nothing yet. person: null = not on the list. */
export interface Meant {
  number: string;
  person: Person | null;
}

/** What somebody typed: a number, or the whole name of the one person who has it. */
export function meant(typed: string, people: readonly Person[]): Meant {
  const text = plain(typed).trim();
  const named = people.filter((one) => plain(one.name) === text);
  const person = people.find((one) => plain(one.number) === text) ?? (named.length === 1 ? named[0] : undefined);
  if (person) return { number: person.number, person };
  const number = named.length ? "" : typed.normalize("NFKC").trim();
  return { number: NUMBER.test(number) ? number : "", person: null };
}

/** Whom to offer, and how many more there would be. */
export function offered(typed: string, people: readonly Person[]): { shown: Person[]; more: number } {
  const found = matching(people, typed);
  return { shown: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
}
