/** Settings of the headset, kept on this browser, never sent. */
import { reactive, watch } from "vue";

/** vignette: 0 = off, 1 = light, 2 = strong. heading: by what one walks ahead. */
export interface XrSettings {
  seated: boolean;
  vignette: 0 | 1 | 2;
  smoothTurn: boolean;
  heading: "head" | "hand";
}

const KEPT = "yanlian.xr";
const USUAL: XrSettings = { seated: false, vignette: 1, smoothTurn: false, heading: "head" };

function kept(): Partial<XrSettings> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Partial<XrSettings>;
  } catch {
    return {};
  }
}

export const settings = reactive<XrSettings>({ ...USUAL, ...kept() });
watch(settings, (now) => localStorage.setItem(KEPT, JSON.stringify(now)));
