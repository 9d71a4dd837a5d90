/** Sky: night, fog and rain, in words. */
import { said } from "@/locale";
import type { Scene } from "./scene";

export const SKY = {
  night: { zh: "夜间", en: "night" },
  fog: { zh: "有雾", en: "fog" },
  rain: { zh: "下雨", en: "rain" },
};

/** What there is of it; empty: a clear day. */
export function skyOf(scene: Pick<Scene, keyof typeof SKY>): string {
  const here = (Object.keys(SKY) as (keyof typeof SKY)[]).filter((one) => scene[one]);
  return here.map((one) => said(SKY[one])).join(said({ zh: "、", en: ", " }));
}
