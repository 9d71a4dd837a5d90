/** Refusals: every word by which the core says that an act cannot be done, and what helps. */
import type { Both } from "@/locale";

export const refusals: Record<string, Both> = {
  malformed: { zh: "动作内容无法识别", en: "The act could not be read" },
  unknown_act: { zh: "没有这个动作", en: "There is no such act" },
  not_able: { zh: "您现在无法行动", en: "You cannot act now" },
  busy: { zh: "手或嘴正忙：等它做完，或按 X 放手", en: "Hands or mouth are busy: wait, or let go with X" },
  not_your_seat: { zh: "这不是本席位的动作，可命令相应席位", en: "Not an act of your seat; order the seat it belongs to" },
  unknown_seat: { zh: "没有这个席位", en: "There is no such seat" },
  unknown_way: { zh: "不能用这种方式传话", en: "It cannot be said in this way" },
  walking: { zh: "先站住再做", en: "Stand still first" },
  not_worn: { zh: "身上没有穿戴它", en: "You are not wearing it" },
  unknown_place: { zh: "没有这个地点", en: "There is no such place" },
  bad_value: { zh: "数值不对", en: "The value is not right" },
  unknown_number: { zh: "没有这个号码", en: "There is no such number" },
  out_of_reach: { zh: "够不着：走到 3 m 以内", en: "Out of reach: go within 3 m" },
  no_sock_here: { zh: "这里看不到风向袋或风速仪", en: "Neither sock nor meter can be seen from here" },
  unknown_device: { zh: "这件设备不能这样操作", en: "It cannot be operated in this way" },
  no_instrument: { zh: "手上没有便携检测仪", en: "There is no portable detector in your hand" },
  unknown_gear: { zh: "没有这种装备", en: "There is no such gear" },
  already_worn: { zh: "已经穿戴", en: "You are wearing it already" },
  no_set_here: { zh: "这里没有空气呼吸器", en: "No breathing sets hang here" },
  already_there: { zh: "已在此处", en: "You are there already" },
  no_way: { zh: "没有通路", en: "There is no way to it" },
  bad_heading: { zh: "方向不对", en: "The heading is not right" },
  in_the_way: { zh: "前面挡住了", en: "Something is in the way" },
  not_here: { zh: "此处没有这种处置", en: "There is nothing here to do it to" },
  not_an_esd: { zh: "这不是紧急停车按钮", en: "This is no emergency shut-down" },
  no_leak_here: { zh: "这里没有泄漏", en: "Nothing leaks here" },
  burning: { zh: "正在燃烧，不能这样做", en: "It burns: not like this" },
  in_the_flames: { zh: "被火包围，无法接近", en: "It stands in the flames" },
  alone: { zh: "须两人一起进入", en: "Two must go in together" },
  already_closed: { zh: "已关闭", en: "It is closed already" },
  not_burning: { zh: "没有在燃烧", en: "It does not burn" },
  not_at_panel: { zh: "只能在中控盘面上操作", en: "Only at the panel in the control room" },
};
/** What an unknown word is shown as: a newer server may have more. */
export const unexplained: Both = { zh: "现在做不到", en: "It cannot be done now" };
