export default {
  timeline: { zh: "时间线（演练时间）", en: "Timeline (drill time)" },
  at: { zh: "演练时间 {time}", en: "drill time {time}" },
  keys: {
    zh: "左右键 1 秒，翻页键 10 秒，方括号到上一个或下一个标记，End 到现在",
    en: "Left and right 1 s, page keys 10 s, square brackets to the mark before or after, End to now",
  },
  step: { zh: "识别的步骤", en: "detected step" },
  veto: { zh: "否决", en: "veto" },
  own: { zh: "自己的书签", en: "own mark" },
  cue: { zh: "征兆", en: "cue" },
  fact: { zh: "事实", en: "fact" },
  directed: { zh: "导调", en: "directed" },
};
