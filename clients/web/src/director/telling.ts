/** Telling: what happened in a drill, as one line for staff. */
import type { Happened } from "@protocol";
import { said, type Both } from "@/locale";
import type { Tiding } from "@/live/drill";
import type { Names } from "./station";

export const KINDS: Record<string, Both> = {
  cue_revealed: { zh: "征兆", en: "Cue" },
  ordered: { zh: "命令", en: "Order" },
  read_back: { zh: "复诵", en: "Read-back" },
  did: { zh: "动作", en: "Act" },
  refused: { zh: "未成", en: "Refused" },
  changed: { zh: "设备", en: "Equipment" },
  alarm: { zh: "报警", en: "Alarm" },
  told: { zh: "消息", en: "Message" },
  fact: { zh: "事实", en: "Fact" },
  harm: { zh: "伤害", en: "Harm" },
  beyond: { zh: "超范围", en: "Beyond range" },
  directed: { zh: "导调", en: "Direction" },
  ended: { zh: "结束", en: "End" },
};

const DIRECTIONS: Record<string, Both> = {
  brief: { zh: "交底", en: "brief" },
  start: { zh: "开始", en: "start" },
  freeze: { zh: "冻结", en: "freeze" },
  resume: { zh: "继续", en: "resume" },
  speed: { zh: "变速", en: "speed" },
  interrupted: { zh: "中断（秒）", en: "interrupted (s)" },
  inject: { zh: "注入", en: "inject" },
  takeover: { zh: "接管", en: "take over" },
  finish: { zh: "结束", en: "finish" },
  annul: { zh: "作废", en: "annul" },
  safety_stop: { zh: "安全暂停", en: "safety stop" },
  person: { zh: "交还学员", en: "back to a person" },
  colleague: { zh: "由模拟同事担任", en: "a colleague" },
};

/** Kinds that tell the course of a drill at a glance; the rest is who said and did what. */
const MATTER = new Set(["beyond", "cue_revealed", "fact", "harm", "alarm", "directed", "refused", "ended"]);
/** Here nought is an answer too. */
const FINDINGS = new Set(["count", "measure", "watch", "missing", "led", "gas"]);
/** What the speaker's own line has already said. */
const ROUTINE = new Set(["told order", "told read_back"]);

export function isHappened(tiding: Tiding): tiding is Happened {
  return tiding.type === "happened" && !ROUTINE.has(`${tiding.kind} ${tiding.act ?? ""}`);
}

export function matters(event: Happened): boolean {
  return MATTER.has(event.kind);
}

function actOf(kind: string, names: Names): string {
  const found = names[`act:${kind}`] ?? DIRECTIONS[kind];
  return found ? said(found) : kind;
}

function nameOf(code: string, names: Names): string {
  const found = names[code] ?? DIRECTIONS[code];
  if (found) return said(found);
  const [act = "", subject] = code.split(":", 2);
  return subject === undefined ? code : `${actOf(act, names)} ${nameOf(subject, names)}`;
}

function amount(event: Happened): string {
  const value = event.value ?? 0;
  const found = FINDINGS.has(event.act ?? "") || FINDINGS.has(event.detail ?? "");
  return value || found ? String(Number(value.toPrecision(4))) : "";
}

/** One line, without time and kind. */
export function tell(event: Happened, names: Names): string {
  const name = (code: string | undefined) => (code ? nameOf(code, names) : "");
  const act = event.act ? actOf(event.act, names) : "";
  const { seat = "", to = "", by = "" } = event;
  const order = by && by !== seat ? said({ zh: `（奉 ${by} 之命）`, en: `(by order of ${by})` }) : "";
  const parts = (() => {
    switch (event.kind) {
      case "ordered":
      case "read_back":
        return [seat, "→", `${to}:`, act, name(event.subject), name(event.detail)];
      case "told":
        return [seat, "←", `${to}:`, name(event.detail), name(event.subject), amount(event)];
      case "directed":
        return [act, name(event.subject), name(event.detail), amount(event)];
      case "refused":
        return [seat.replace("@staff", said(KINDS["directed"] as Both)), act, name(event.subject), "—", name(event.detail)];
      case "alarm":
        return [name(event.subject), name(event.detail), amount(event)];
      case "did":
        return [seat, act, to ? `→ ${to}:` : "", name(event.subject), name(event.detail), amount(event), order];
      default:
        return [seat, name(event.subject), name(event.detail), amount(event), order];
    }
  })();
  return parts.filter((part) => part).join(" ");
}
