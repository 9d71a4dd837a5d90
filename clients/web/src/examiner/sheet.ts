/** Sheet: an examiner's sheet as single fields, the unit in which saves agree or conflict, and what it adds up to. */
import type { Schemas } from "@/rest";

export type SheetBody = Schemas["SheetAnswer"];
export type Mark = Schemas["MarkAnswer"];
/** null: nothing is there. A veto's value is whether it is drawn. */
export type Value = Mark | number | string | boolean | null;
export type Values = Readonly<Record<string, Value>>;
/** What a save says beside its id and version. */
export type Patch = Omit<Schemas["SaveBody"], "save_id" | "base_version">;

export const RATING = "global_rating";
export const NOTES = "notes";
export const markField = (item: string) => `marks/${item}`;
export const vetoField = (veto: string) => `vetoes/${veto}`;
export const EMPTY: SheetBody = { marks: {}, global_rating: null, vetoes: [], notes: "" };

export function valuesOf(sheet: SheetBody): Values {
  return {
    ...Object.fromEntries(Object.entries(sheet.marks).map(([item, mark]) => [markField(item), mark])),
    ...Object.fromEntries(sheet.vetoes.map((veto) => [vetoField(veto), true])),
    [RATING]: sheet.global_rating,
    [NOTES]: sheet.notes,
  };
}

export function patchOf(field: string, value: Value): Patch {
  if (field === RATING) return { global_rating: value as number | null } as Patch;
  if (field === NOTES) return { notes: value as string } as Patch;
  const [kind, id] = [field.slice(0, field.indexOf("/")), field.slice(field.indexOf("/") + 1)];
  if (kind === "vetoes") return { vetoes: { [id]: value === true } } as Patch;
  return { marks: { [id]: value as Mark | null } } as Patch;
}

export function same(a: Value | undefined, b: Value | undefined): boolean {
  const plain = (value: Value | undefined) => (value === undefined || value === false ? null : value);
  const [x, y] = [plain(a), plain(b)];
  if (typeof x !== "object" || typeof y !== "object" || x === null || y === null) return x === y;
  return x.points === y.points && x.time_points === y.time_points && x.reason === y.reason;
}

/** Amounts are counted in hundredths: no rounding ever. */
export function cents(amount: string | null): number {
  if (amount === null) return 0;
  const [whole = "0", part = ""] = amount.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0").slice(0, 2));
}

export function amount(hundredths: number): string {
  const whole = Math.max(0, Math.round(hundredths));
  return `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
}

/** A number for the eye: "8", "12.5"; null for what is no amount or out of 0..most (hundredths). */
export function short(text: string): string {
  return text.replace(/\.?0+$/, "") || "0";
}

export function amountOf(typed: string, most: number): number | null {
  const text = typed.trim().replace(",", ".").replace("。", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null;
  const found = cents(text);
  return found <= most ? found : null;
}
