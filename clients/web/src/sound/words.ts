import type { Words } from "@/locale";

/** What captions say of sounds, by kind. */
export default {
  siren: { zh: "〔全厂警报声〕", en: "[site siren]" },
  horn: { zh: "〔中控报警声〕", en: "[alarm horn of the panel]" },
  blast: { zh: "〔爆燃声〕", en: "[blast]" },
  hiss: { zh: "〔气体喷出的嘶嘶声〕", en: "[hiss of escaping gas]" },
  shriek: { zh: "〔尖啸声越来越尖：罐内压力仍在上升〕", en: "[the screaming climbs in pitch: the pressure still rises]" },
  scream: { zh: "〔尖啸声：安全阀或呼吸口泄压〕", en: "[screaming: a valve or hatch lets off pressure]" },
  roar: { zh: "〔大火轰鸣声〕", en: "[roar of a large fire]" },
  frying: { zh: "〔油面噼啪爆响声〕", en: "[crackling, as of frying, in a tank]" },
  retreat: { zh: "〔撤退信号：连续长哨〕", en: "[retreat signal: long whistles]" },
  alarm: { zh: "〔现场报警器声〕", en: "[local alarm]" },
  pump: { zh: "〔泵在运转〕", en: "[pump running]" },
  foam: { zh: "〔泡沫喷射声〕", en: "[foam jet]" },
  pour: { zh: "〔液体倾泻声〕", en: "[liquid pouring]" },
  fire: { zh: "〔燃烧声〕", en: "[fire]" },
  sparks: { zh: "〔焊接声〕", en: "[welding]" },
  engine: { zh: "〔车辆声〕", en: "[vehicle]" },
  wind: { zh: "〔风声〕", en: "[wind]" },
  rain: { zh: "〔雨声〕", en: "[rain]" },
} satisfies Words;
