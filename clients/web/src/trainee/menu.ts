/** Menu: whom, what, where. Steps that come of the briefing's vocabulary; what has only one answer is not asked. */
import { said } from "@/locale";
import type { Wish } from "@/live/acts";
import type { ActKind, Names, Option, Way } from "./names";

export const ALL = "ALL";
export const MYSELF = "";
const SELF = { zh: "自己", en: "myself" };
export const FREE = "said";
/** Of the tools in the hand and on the body. */
export const TOOLS = ["wear", "doff", "read_wind", "measure", "bump", "watch", "check_foam", "record", "permit", "sds"];
const FOUND_BY_WALKING = ["go", "halt"];
const KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

export interface Choice {
  id: string;
  text: string;
  pick: (draft: Draft) => Draft;
}

/** An act that comes into being. whom: null = not chosen yet. */
export interface Draft {
  kind: "orders" | "radio" | "tools";
  whom: string | null;
  act: ActKind | null;
  way: Way | null;
  target: string | null;
  value: number | null;
  /** Set at once where something ready is chosen: a read-back, a finding. */
  ready: Wish | null;
  via: string;
}

export type StepName = "whom" | "what" | "where" | "much" | "content" | "free";

export interface Step {
  name: StepName;
  choices: Choice[];
}

/** What a seat may pass on besides the vocabulary: orders to read back, own findings. */
export interface Sayable {
  text: string;
  to: string;
  wish: Wish;
}

export function draftOf(kind: Draft["kind"]): Draft {
  const whom = kind === "tools" ? MYSELF : null;
  return { kind, whom, act: null, way: null, target: null, value: null, ready: null, via: "radio" };
}

/** The key of the n-th choice, "" beyond the keys. */
export function keyOf(n: number): string {
  return KEYS[n] ?? "";
}

/** The next question; null: the draft is an act. */
export function nextStep(draft: Draft, names: Names, own: string, sayable: readonly Sayable[] = []): Step | null {
  if (draft.ready) return null;
  if (draft.whom === null) return { name: "whom", choices: whom(draft, names, own, sayable) };
  if (!draft.act || !draft.way) {
    const choices = draft.kind === "radio" ? topics(draft, names, sayable) : whats(draft, names, own);
    return { name: "what", choices };
  }
  if (draft.target === null && draft.way.targets.length) return { name: "where", choices: targets(draft.way.targets, names) };
  if (draft.value === null && draft.way.values.length) return { name: "much", choices: values(draft.way.values) };
  if (draft.act.kind === "call") return { name: "content", choices: [] };
  return draft.target === FREE ? { name: "free", choices: [] } : null;
}

/** The act that a draft stands for. */
export function wishOf(draft: Draft, more: Partial<Wish> = {}): Wish {
  if (draft.ready) return { ...draft.ready, via: draft.via };
  const wish: Wish = { kind: draft.act?.kind ?? "" };
  if (draft.target) wish.target = draft.target;
  if (draft.way?.detail) wish.detail = draft.way.detail;
  if (draft.value !== null) wish.value = draft.value;
  if (draft.whom) Object.assign(wish, { to: draft.whom, via: draft.via });
  return { ...wish, ...more };
}

function whom(draft: Draft, names: Names, own: string, sayable: readonly Sayable[]): Choice[] {
  const seats = names.briefing.roles.filter((role) => role.seat !== own).map((role) => role.seat);
  const choices = seats.map((seat) => toWhom(seat, `${seat} ${names.seat(seat)}`));
  if (draft.kind === "orders") return [toWhom(MYSELF, `${said(SELF)} ${own}`), ...choices];
  const ready = sayable
    .filter((one) => one.to)
    .map((one) => ({ id: one.text, text: one.text, pick: (was: Draft) => ({ ...was, ready: one.wish }) }));
  return [...ready, ...choices, toWhom(ALL, ALL)];
}

function toWhom(seat: string, text: string): Choice {
  return { id: seat || "self", text, pick: (draft) => ({ ...draft, whom: seat }) };
}

/** Who may be told or may do it. */
function open(act: ActKind, seat: string): boolean {
  return !act.seats.length || act.seats.includes(seat);
}

function whats(draft: Draft, names: Names, own: string): Choice[] {
  const self = draft.whom === MYSELF;
  const acts = names.briefing.vocabulary.acts.filter((act) => {
    if (draft.kind === "tools" && !TOOLS.includes(act.kind)) return false;
    if (self && FOUND_BY_WALKING.includes(act.kind)) return act.kind === "go" && draft.kind === "orders";
    return !act.said && (self || act.orderable) && open(act, self ? own : (draft.whom ?? ""));
  });
  return acts.flatMap((act) => act.ways.map((way) => what(act, way)));
}

function what(act: ActKind, way: Way): Choice {
  const text = act.ways.length > 1 && act.kind !== "operate" ? `${said(act.name)}：${said(way.name)}` : said(way.name);
  const id = way.detail ? `${act.kind}/${way.detail}` : act.kind;
  return { id, text, pick: (draft) => ({ ...draft, act, way, target: only(way) }) };
}

/** The one target of a way that has just one. */
function only(way: Way): string | null {
  return way.targets.length === 1 ? (way.targets[0]?.id ?? null) : null;
}

function topics(draft: Draft, names: Names, sayable: readonly Sayable[]): Choice[] {
  const report = names.act("report");
  const sitrep = names.act("sitrep");
  const found = sayable
    .filter((one) => !one.to)
    .map((one) => {
      const wish = { ...one.wish, to: draft.whom ?? "" };
      return { id: one.text, text: one.text, pick: (was: Draft) => ({ ...was, ready: wish }) };
    });
  const said_ = [sitrep, report].flatMap((act) =>
    (act?.ways ?? []).flatMap((way) => way.targets.map((one) => topic(act as ActKind, way, one))),
  );
  return [...found, ...said_];
}

function topic(act: ActKind, way: Way, one: Option): Choice {
  const text = act.kind === "report" ? said(one.name) : `${said(act.name)}：${said(one.name)}`;
  return { id: one.id, text, pick: (draft) => ({ ...draft, act, way, target: one.id }) };
}

function targets(of: readonly Option[], names: Names): Choice[] {
  return of.map((one) => ({
    id: one.id,
    text: names.device(one.id) || names.place(one.id) ? names.label(one.id) : said(one.name),
    pick: (draft) => ({ ...draft, target: one.id }),
  }));
}

function values(of: readonly number[]): Choice[] {
  return of.map((m) => ({ id: String(m), text: `${m} m`, pick: (draft) => ({ ...draft, value: m }) }));
}
