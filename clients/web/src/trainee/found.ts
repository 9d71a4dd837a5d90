/** Found: what a field of a permit is called, and what a look on the spot can tell. */
import { said, type Both } from "@/locale";

export const found: Record<string, Both> = {
  as_it_should_be: { zh: "未见异常", en: "as it should be" },
  // fields of a permit
  grade: { zh: "级别", en: "grade" },
  test_age_min: { zh: "分析距今（分钟）", en: "minutes since the gas test" },
  card: { zh: "作业人员持证", en: "the worker's card" },
  load_kg: { zh: "吊物重量（kg）", en: "weight of the load (kg)" },
  supply_v: { zh: "电压（V）", en: "voltage (V)" },
  depth_m: { zh: "开挖深度（m）", en: "depth to be dug (m)" },
  closed_h: { zh: "断路时长（h）", en: "hours the road is closed" },
  valid: { zh: "有效", en: "valid" },
  expired: { zh: "已过期", en: "expired" },
  // what a look tells
  as_drawn: { zh: "与图一致", en: "as on the drawing" },
  wrong_flange: { zh: "法兰与图不符", en: "not the flange of the drawing" },
  tight: { zh: "阀门严密", en: "the valve holds" },
  passing: { zh: "阀门内漏", en: "the valve passes" },
  sound: { zh: "牢固", en: "sound" },
  loose: { zh: "松动", en: "loose" },
  whole: { zh: "完好", en: "whole" },
  rotten: { zh: "腐朽", en: "rotten" },
  damaged: { zh: "破损", en: "damaged" },
  as_paper: { zh: "与票面一致", en: "as on the permit" },
  heavier: { zh: "比票面重", en: "heavier than on the permit" },
  firm: { zh: "坚实", en: "firm" },
  soft: { zh: "松软", en: "soft" },
  ex_with_rcd: { zh: "防爆、漏保有效", en: "Ex, its RCD works" },
  none: { zh: "没有", en: "none" },
  there: { zh: "有电缆", en: "a cable is there" },
  clear: { zh: "畅通", en: "clear" },
  blocked: { zh: "堵住", en: "blocked" },
  ex: { zh: "防爆", en: "Ex" },
  not_ex: { zh: "非防爆或漏保失灵", en: "not Ex, or its RCD is dead" },
  // grades
  special: { zh: "特级", en: "special" },
  first: { zh: "一级", en: "first" },
  second: { zh: "二级", en: "second" },
  third: { zh: "三级", en: "third" },
};

/** The word in the language of the screen; an unknown one as it is. */
export function foundWord(id: string): string {
  const known = found[id];
  return known ? said(known) : id;
}
