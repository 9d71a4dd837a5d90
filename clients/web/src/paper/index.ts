/** Paper: what is printed speaks the language of the base, whatever the screen speaks; both: Chinese, then English. */
import { shallowRef } from "vue";
import { clockDate, filled, language, type Both, type Language, type Words } from "@/locale";
import { answer, type Schemas } from "@/rest";
import { rest } from "@/rest/session";

export type Paper = NonNullable<Schemas["Base"]["language"]>;
type Values = Record<string, string | number>;

/** null = not read yet: as the screen. */
const paper = shallowRef<Paper | null>(null);

export function printIn(of: Paper | null): void {
  paper.value = of;
}

/** The settings of the base; from here on paper speaks its language. ProblemError. */
export async function readBase(): Promise<Schemas["Base"]> {
  const base = await answer(rest.GET("/api/settings"));
  printIn(base.language);
  return base;
}

function tongues(): readonly Language[] {
  const of = paper.value ?? language();
  return of === "both" ? ["zh", "en"] : [of];
}

/** A text line by line, one for each language in which it differs. */
export function printedLines(text: Both, values: Values = {}): string[] {
  const whole = filled(text, values);
  return [...new Set(tongues().map((of) => whole[of]))];
}

export function printed(text: Both, values: Values = {}): string {
  return printedLines(text, values).join(" ");
}

/** The texts of a component on paper, as `useWords` has them on the screen. */
export function paperWords<W extends Words>(words: W): (key: keyof W & string, values?: Values) => string {
  return (key, values) => printed(words[key] as Both, values);
}

/** Day and time of a clock on the wall; in both languages at once by figures alone. */
export function printedDate(iso: string): string {
  const [only, more] = tongues();
  if (!more) return clockDate(iso, only);
  return new Date(iso).toLocaleString("sv", { dateStyle: "short", timeStyle: "short" });
}

/** For the `lang` of what is printed; undefined = several. */
export function paperLanguage(): Language | undefined {
  const [only, more] = tongues();
  return more ? undefined : only;
}
