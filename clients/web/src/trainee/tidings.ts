/** Tidings: what came by ear or of own acts, as lines that are read. */
import { said, type Both } from "@/locale";
import type { Tiding } from "@/live/drill";
import type { Wish } from "@/live/acts";
import type { Heard, Noted } from "@protocol";
import { type Begun, captionOf } from "@/sound";
import type { Sayable } from "./menu";
import { FREE } from "./menu";
import type { Names } from "./names";
import { foundWord } from "./found";
import { problemText } from "./problems";
import { refusals, unexplained } from "./refusals";

/** kind: heard, noted, declined, sound, life. */
export interface Line {
  key: string;
  tick: number;
  kind: string;
  text: string;
  urgent: boolean;
}

const WORDS: Record<string, Both> = {
  readBack: { zh: "复诵", en: "reads back" },
  orders: { zh: "命令", en: "orders" },
  reports: { zh: "报告", en: "reports" },
  manager: { zh: "生产经理（电话）", en: "production manager (phone)" },
  card: { zh: "预案卡", en: "Plan card" },
  tutor: { zh: "导师", en: "Tutor" },
  wind: { zh: "风", en: "wind" },
  missing: { zh: "缺 {n} 人", en: "{n} missing" },
  led: { zh: "请离 {n} 人", en: "{n} sent away" },
  gas: { zh: "可燃气 {n} %LEL", en: "gas {n} %LEL" },
  hot_line: { zh: "热线距水层 {n} m", en: "hot line {n} m over the water" },
  foam: { zh: "泡沫 {word}，{n} L", en: "foam {word}, {n} L" },
  bump: { zh: "通气测试 {word}", en: "bump test {word}" },
  alive: { zh: "有反应", en: "responds" },
  no_response: { zh: "无反应", en: "no response" },
  dead: { zh: "无反应", en: "no response" }, // the word of older records
  not_zero: { zh: "净空气中不归零", en: "does not return to zero" },
  permit: { zh: "票面 {what}：{word}", en: "permit, {what}: {word}" },
  inspect: { zh: "查验：{word}", en: "inspected: {word}" },
  cannot: { zh: "做不到", en: "Cannot" },
  notTaken: { zh: "服务器未接受", en: "Not taken by the server" },
};

function filled(text: Both, values: Record<string, string | number>): string {
  return said(text).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

function word(id: string): string {
  const known = WORDS[id];
  return known ? said(known) : id;
}

/** What was reported or found: topic, subject and value as a phrase. */
export function finding(names: Names, topic: string, subject: string, value: number, how = ""): string {
  const at = subject ? ` ${names.label(subject)}` : "";
  if (topic === "wind") return `${word("wind")} ${value} m/s`;
  if (topic === "missing") return `${filled(WORDS["missing"] as Both, { n: value })}${at}`;
  if (topic === "led") return `${filled(WORDS["led"] as Both, { n: value })}${at}`;
  if (topic === "gas") return `${filled(WORDS["gas"] as Both, { n: value })}${at}`;
  if (topic === "foam") return filled(WORDS["foam"] as Both, { word: how || subject, n: value });
  if (topic === "hot_line") return `${filled(WORDS["hot_line"] as Both, { n: value.toFixed(2) })}${at}`;
  if (topic === "bump") {
    return filled(WORDS["bump"] as Both, { word: how ? `${names.label(subject)} ${word(how)}` : word(subject) });
  }
  if (topic === "permit") return filled(WORDS["permit"] as Both, { what: foundWord(subject), word: how ? foundWord(how) : value });
  if (topic === "inspect") return `${filled(WORDS["inspect"] as Both, { word: foundWord(how || subject) })}${how ? at : ""}`;
  if (topic === FREE) return `“${subject}”`;
  const [kind, target] = subject.split(":");
  const what = names.act(kind ?? "") ? names.sentence(kind ?? "", target ?? "", "") : names.thing(subject);
  return subject ? `${names.topic(topic) ?? names.thing(topic)}：${what}` : (names.topic(topic) ?? names.thing(topic));
}

/** What the tutor says, in the language of now, with where it comes from. */
function hintText(m: Heard): string {
  const words = Object.fromEntries((m.act?.["words"] as [string, string][] | undefined) ?? []);
  const text = said({ zh: words["zh"] ?? "", en: words["en"] ?? "" });
  const source = said({ zh: words["source_zh"] ?? "", en: words["source_en"] ?? "" });
  return source ? `${word("tutor")}：${text}（${source}）` : `${word("tutor")}：${text}`;
}

export function heardText(names: Names, m: Heard): string {
  if (m.kind === "hint") return hintText(m);
  if (m.kind === "card") return `${word("card")}：${said(names.card(m.topic)?.title ?? { zh: m.topic, en: m.topic })}（K）`;
  const who = WORDS[m.sender] ? word(m.sender) : `${m.sender} ${names.seat(m.sender)}`;
  if (m.kind === "order") {
    const detail = typeof m.act?.["detail"] === "string" ? (m.act["detail"] as string) : "";
    return `${who} ${word("orders")}：${names.sentence(m.topic, m.subject ?? "", detail, m.value)}`;
  }
  if (m.kind === "read_back") return `${who} ${word("readBack")}：${names.sentence(m.topic, m.subject ?? "", "")}`;
  if (m.kind === "sitrep") return `${who} ${names.actName("sitrep")}：${names.thing(m.topic)}`;
  return `${who} ${word("reports")}：${finding(names, m.topic, m.subject ?? "", m.value ?? 0)}`;
}

/** One line for what came; null: nothing to read. */
export function lineOf(names: Names, tiding: Tiding): Line | null {
  if (tiding.type === "heard") {
    const text = heardText(names, tiding);
    return { key: `e${tiding.event}`, tick: tiding.tick, kind: "heard", text, urgent: ["order", "hint", "card"].includes(tiding.kind) };
  }
  if (tiding.type === "noted") {
    const text = finding(names, tiding.topic, tiding.subject, tiding.value ?? 0, tiding.word);
    return { key: `e${tiding.event}`, tick: tiding.tick, kind: "noted", text, urgent: false };
  }
  if (tiding.type === "declined" && tiding.act !== "steer") {
    const act = names.sentence(tiding.act, tiding.target, "");
    const text = `${word("cannot")}：${act}。${said(refusals[tiding.word] ?? unexplained)}`;
    return { key: `e${tiding.event}`, tick: tiding.tick, kind: "declined", text, urgent: true };
  }
  return null;
}

/** A sound that begins, by the thing it comes of where it has a name. */
export function soundLine(names: Names, { kind, id, tick, urgent }: Begun): Line {
  const of = names.device(id) || names.tank(id) ? ` ${id}` : "";
  return { key: `s${kind}${id}${tick}`, tick, kind: "sound", text: `${said(captionOf(kind))}${of}`, urgent };
}

/** The last three lines. What only sounds in the background gives way to what is said. */
export function captionsOf(lines: readonly Line[]): Line[] {
  return lines.filter((one, n) => one.urgent || one.kind !== "sound" || n === lines.length - 1).slice(-3);
}

/** An act that the server has not taken, and why: it may be long after it was asked for, once the link is back. */
export function refusedLine(names: Names, wish: Wish, code: string, tick: number, n: number): Line {
  const act = names.sentence(wish.kind, wish.target ?? "", wish.detail ?? "");
  const text = `${word("notTaken")}：${act}。${problemText(code)}`;
  return { key: `r${n}`, tick, kind: "declined", text, urgent: true };
}

/** Orders without a read-back of one's own, and findings that can be passed on. readBack: numbers of those read back. */
export function sayableOf(names: Names, tidings: readonly Tiding[], readBack: ReadonlySet<number>): Sayable[] {
  const orders = tidings
    .filter((one): one is Heard => one.type === "heard" && one.kind === "order" && !readBack.has(one.event))
    .map((one) => ({ text: `${word("readBack")} → ${heardText(names, one)}`, to: one.sender, wish: readBackOf(one) }));
  const found = tidings.filter((one): one is Noted => one.type === "noted").slice(-3);
  return [...orders.slice(-3).reverse(), ...found.reverse().map((one) => passedOn(names, one))];
}

export function readBackOf(order: Heard): Wish {
  return { kind: "read_back", target: order.subject ?? "", detail: order.topic, to: order.sender, via: order.via ?? "radio" };
}

function passedOn(names: Names, one: Noted): Sayable {
  const text = finding(names, one.topic, one.subject, one.value ?? 0, one.word);
  const wish = { kind: "report", target: one.topic, detail: one.word || one.subject, value: one.value ?? 0 };
  return { text, to: "", wish };
}
