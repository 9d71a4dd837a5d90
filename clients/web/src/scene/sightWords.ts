/** What is said of each sight of an incident, by kind and state, and of those who are hurt. */
import { said, type Both } from "@/locale";
import { colouredGas } from "./gases";
import type { SightShown, Site } from "./scene";

/** tone: how urgent the plan writes it. sign: a mark beside the word, so that nothing hangs on a colour. */
export interface Said {
  name: Both;
  sign: string;
  tone: "bad" | "warn" | "quiet";
  states: Readonly<Record<string, Both>>;
}

/** States that the name of the kind says already. */
export const PLAIN_STATES: ReadonlySet<string> = new Set(["burning", "pouring", "open", "white"]);

export const SIGHTS_SAID: Readonly<Record<string, Said>> = {
  pool: {
    name: { zh: "积液", en: "pool" },
    sign: "≈",
    tone: "bad",
    states: {
      small: { zh: "小片", en: "small" },
      wide: { zh: "大片", en: "wide" },
      full: { zh: "满堤", en: "all of the bund" },
      foamed: { zh: "泡沫覆盖", en: "under foam" },
    },
  },
  overflow: { name: { zh: "满溢", en: "overflow" }, sign: "≈", tone: "bad", states: {} },
  sparks: {
    name: { zh: "火源", en: "ignition source" },
    sign: "✦",
    tone: "warn",
    states: { working: { zh: "在用", en: "at work" }, stopped: { zh: "已停", en: "stopped" } },
  },
  fire: {
    name: { zh: "火", en: "fire" },
    sign: "▲",
    tone: "bad",
    states: { out: { zh: "已灭，冒烟", en: "out, it smokes" } },
  },
  tank_fire: {
    name: { zh: "罐火", en: "tank fire" },
    sign: "▲",
    tone: "bad",
    states: { rim: { zh: "密封圈", en: "rim seal" }, full: { zh: "全液面", en: "whole surface" } },
  },
  jet: {
    name: { zh: "泄漏", en: "leak" },
    sign: "»",
    tone: "bad",
    states: { weeping: { zh: "渗漏", en: "weeping" }, jet: { zh: "喷射", en: "a jet" }, roaring: { zh: "强烈喷射", en: "a roaring jet" } },
  },
  jet_fire: { name: { zh: "喷射火", en: "jet fire" }, sign: "▲»", tone: "bad", states: {} },
  fireball: { name: { zh: "火球", en: "fireball" }, sign: "▲●", tone: "bad", states: {} },
  flare: {
    name: { zh: "火炬", en: "flare" },
    sign: "▲│",
    tone: "quiet",
    states: { smoking: { zh: "冒黑烟", en: "smokes" } },
  },
  boil_over: { name: { zh: "沸溢", en: "boil-over" }, sign: "▲▲", tone: "bad", states: {} },
  cloud: {
    name: { zh: "白雾", en: "white mist" },
    sign: "☁",
    tone: "bad",
    states: { low: { zh: "贴地", en: "low" }, wide: { zh: "大片", en: "wide" } },
  },
  vapour: {
    name: { zh: "可见气体", en: "visible vapour" },
    sign: "☁",
    tone: "bad",
    states: { low: { zh: "贴地", en: "low" }, wide: { zh: "大片", en: "wide" }, brown: { zh: "棕黄", en: "brown" } },
  },
  frost: { name: { zh: "结霜", en: "frost" }, sign: "❄", tone: "warn", states: {} },
  shell: {
    name: { zh: "罐壁", en: "shell" },
    sign: "◍",
    tone: "bad",
    states: {
      glowing: { zh: "发红", en: "glows" },
      bulging: { zh: "鼓胀", en: "bulges" },
      buckled: { zh: "塌折", en: "folded" },
      burst: { zh: "破裂", en: "burst" },
    },
  },
  curtain: { name: { zh: "水幕", en: "water curtain" }, sign: "⫼", tone: "quiet", states: {} },
  spray: {
    name: { zh: "水", en: "water" },
    sign: "⁖",
    tone: "quiet",
    states: {
      fog: { zh: "喷雾", en: "fog" },
      jet: { zh: "直流", en: "solid jet" },
      cooling: { zh: "喷淋", en: "spray ring" },
      film: { zh: "罐壁水膜", en: "film on the shell" },
    },
  },
  sludge: {
    name: { zh: "污泥", en: "sludge" },
    sign: "∴",
    tone: "warn",
    states: { still: { zh: "静", en: "still" }, bubbling: { zh: "冒泡", en: "bubbling" } },
  },
  work: {
    name: { zh: "作业", en: "the work" },
    sign: "△",
    tone: "warn",
    states: {
      working: { zh: "进行中", en: "goes on" },
      stopped: { zh: "已停", en: "has stopped" },
      cracking: { zh: "槽边开裂", en: "the edge cracks" },
      collapsed: { zh: "槽壁坍塌", en: "the trench has collapsed" },
      hanging: { zh: "吊物悬空", en: "the load hangs" },
      swinging: { zh: "吊物摆动", en: "the load swings" },
      leaning: { zh: "吊车倾斜", en: "the crane leans" },
      dropped: { zh: "吊物坠落", en: "the load has fallen" },
    },
  },
  line: {
    name: { zh: "救生绳", en: "lifeline" },
    sign: "│",
    tone: "quiet",
    states: {
      taut: { zh: "绷紧", en: "taut" },
      loose: { zh: "松垂", en: "slack" },
      caught: { zh: "被平台边缘挂住", en: "caught under a landing" },
    },
  },
};

export const CASUALTIES_SAID: Readonly<Record<string, Both>> = {
  lying: { zh: "倒地，有动静", en: "down, moves" },
  still: { zh: "倒地不动", en: "down, still" },
  on_back: { zh: "仰卧", en: "on the back" },
  sitting: { zh: "瘫坐", en: "sits slumped" },
  face_down: { zh: "面朝下", en: "face down" },
  inside: { zh: "在池内", en: "in the pit" },
  carried: { zh: "搬运中", en: "being carried" },
  treated: { zh: "救治中", en: "being treated" },
  dead: { zh: "死亡", en: "dead" },
};

/** "▲ fire: burning". */
export function sightText({ kind, state }: SightShown, site: Site): string {
  const known = SIGHTS_SAID[kind];
  if (!known) return kind;
  const how = known.states[state];
  const name = kind === "cloud" ? (colouredGas(site)?.name ?? known.name) : known.name;
  return `${known.sign} ${said(name)}${how ? ` ${said(how)}` : ""}`;
}

export function casualtyText(state: string): string {
  const known = CASUALTIES_SAID[state];
  return known ? said(known) : state;
}
