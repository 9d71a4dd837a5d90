/** Languages: Chinese where the browser asks for it, else English; every text stands in both, side by side. */
import { computed, type ComputedRef } from "vue";
import { createI18n, useI18n } from "vue-i18n";

export type Language = "zh" | "en";
/** What a person reads, as the server sends it too. */
export interface Both {
  zh: string;
  en: string;
}
export type Words = Record<string, Both>;

const KEPT = "yanlian.language";

export function languageOf(kept: string | null, asked: readonly string[]): Language {
  if (kept === "zh" || kept === "en") return kept;
  return asked[0]?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export const i18n = createI18n({
  legacy: false,
  locale: languageOf(localStorage.getItem(KEPT), navigator.languages),
  fallbackLocale: "en",
  messages: { zh: {}, en: {} },
});

export function language(): Language {
  return i18n.global.locale.value as Language;
}

export function speak(to: Language): void {
  localStorage.setItem(KEPT, to);
  show(to);
}

function show(to: Language): void {
  i18n.global.locale.value = to;
  document.documentElement.lang = to;
}

/** Chosen in one tab, it is so in all. */
window.addEventListener("storage", ({ key, newValue }) => {
  if (key === KEPT && newValue) show(languageOf(newValue, navigator.languages));
});

function inOne(words: Words, of: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[of]]));
}

/** The texts of a component: `const t = useWords(words)`, then `t("start")`. Named values: `{seat}` in the text. */
export function useWords<W extends Words>(
  words: W,
): (key: keyof W & string, values?: Record<string, string | number>) => string {
  const { t } = useI18n({
    useScope: "local",
    inheritLocale: true,
    messages: { zh: inOne(words, "zh"), en: inOne(words, "en") },
  });
  return (key, values) => t(key, values ?? {});
}

/** The text of a pair in the language of now. */
export function said(text: Both): string {
  return text[language()];
}

/** A text with its places filled, in both languages: told in either, whenever it is read. */
export function filled(text: Both, values: Record<string, string | number | Both>): Both {
  const fill = (of: Language) =>
    text[of].replace(/{(\w+)}/g, (_, key: string) => {
      const value = values[key] ?? "";
      return typeof value === "object" ? value[of] : String(value);
    });
  return { zh: fill("zh"), en: fill("en") };
}

/** The time of a clock on the wall, of an ISO 8601 instant. */
export function clockTime(iso: string, seconds = true): string {
  const of = new Date(iso);
  return of.toLocaleTimeString(language(), {
    hour: "2-digit",
    minute: "2-digit",
    second: seconds ? "2-digit" : undefined,
    hourCycle: "h23",
  });
}

/** Day and time of a clock on the wall, of an ISO 8601 instant. */
export function clockDate(iso: string, locale: string = language()): string {
  return new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
}

export const TICKS_PER_S = 20;

/** The time of a drill: minutes and seconds since its start. */
export function drillTime(tick: number): string {
  const s = Math.max(0, Math.floor(tick / TICKS_PER_S));
  return `${String(Math.floor(s / 60)).padStart(2, "0")}:${String(s % 60).padStart(2, "0")}`;
}

export function useLanguage(): ComputedRef<Language> {
  return computed(language);
}
