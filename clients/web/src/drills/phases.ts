/** Phases and ends of a drill in words; a phase is told by shape and text, never by colour alone. */
import type { Both } from "@/locale";

export const PHASES: Record<string, Both> = {
  lobby: { zh: "候场", en: "Gathering" },
  briefing: { zh: "交底", en: "Briefing" },
  running: { zh: "进行中", en: "Running" },
  frozen: { zh: "已冻结", en: "Frozen" },
  ended: { zh: "已结束，正在封存", en: "Over, being sealed" },
  sealed: { zh: "已封存", en: "Sealed" },
};

/** Path in a box of 16 by 16. */
export const SHAPES: Record<string, string> = {
  lobby: "M8 2a6 6 0 1 0 0.01 0zM8 4.2a3.8 3.8 0 1 1 -0.01 0z",
  briefing: "M2 3h12v8H8l-3 3v-3H2z",
  running: "M4 2l10 6-10 6z",
  frozen: "M3 2h4v12H3zM9 2h4v12H9z",
  ended: "M3 3h10v10H3z",
  sealed: "M4 7V5a4 4 0 0 1 8 0v2h1v7H3V7zM6 7h4V5a2 2 0 0 0-4 0z",
};

export const ENDS: Record<string, Both> = {
  handover: { zh: "完成移交", en: "Handed over" },
  time: { zh: "时间到", en: "Time is up" },
  finished: { zh: "导演结束", en: "Ended by the director" },
  finish: { zh: "导演结束", en: "Ended by the director" },
  safety_stop: { zh: "安全暂停，不计分", en: "Safety stop, nothing counts" },
  annulled: { zh: "已作废", en: "Annulled" },
  annul: { zh: "已作废", en: "Annulled" },
  never_opened: { zh: "未曾开始", en: "Never began" },
};

export const MODES: Record<string, Both> = {
  training: { zh: "训练", en: "Training" },
  exam: { zh: "考试", en: "Exam" },
  week: { zh: "魔鬼周", en: "Drill week" },
};

export const HOLDERS: Record<string, Both> = {
  person: { zh: "学员", en: "Person" },
  bot: { zh: "程序", en: "Bot" },
  colleague: { zh: "模拟同事", en: "Colleague" },
};

export const FAMILIES: Record<string, Both> = {
  tank_leak: { zh: "罐区泄漏", en: "Tank leak" },
  fire_explosion: { zh: "火灾爆炸", en: "Fire and explosion" },
  poisoning: { zh: "中毒窒息", en: "Poisoning and asphyxiation" },
};

/** The words of a code; a code without words is shown as it is. */
export function worded(words: Record<string, Both>, code: string): Both {
  return words[code] ?? { zh: code, en: code };
}

export function isOver(phase: string): boolean {
  return phase === "ended" || phase === "sealed";
}
