/** Gases: what is seen of a gas that has a colour of its own, by the product of the site's tanks. */
import type { Both } from "@/locale";
import type { Site } from "./scene";

/** name: of its cloud. Its colours are the brush's. */
export interface Gas {
  name: Both;
}

export const COLOURED: Readonly<Record<string, Gas>> = {
  chlorine: { name: { zh: "黄绿色气云", en: "yellow-green cloud" } },
};

/** The coloured gas that the site holds; undefined: what is seen of its gas is white mist. */
export function colouredGas(site: Site): Gas | undefined {
  return site.tanks.map((tank) => COLOURED[tank.product]).find((gas) => gas !== undefined);
}
