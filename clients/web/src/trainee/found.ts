/** Found: what a field of a permit is called, and what a look on the spot can tell. */
import { said, type Both } from "@/locale";

export const found: Record<string, Both> = {
  as_it_should_be: { zh: "未见异常", en: "as it should be" },
  // fields of a permit
  grade: { zh: "级别", en: "grade" },
  test_age_min: { zh: "分析距今（分钟）", en: "minutes since the gas test" },
  card: { zh: "作业人员持证", en: "the worker's card" },
  // what a look tells
  ex: { zh: "防爆", en: "Ex" },
  not_ex: { zh: "非防爆", en: "not Ex" },
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
