/** Choices of the person at this browser: captions, sound, size of letters, hand. Kept here, never sent. */
import { reactive, watch } from "vue";

export interface Choices {
  captions: boolean;
  sound: boolean;
  /** Of sound, per cent. */
  volume: number;
  large: boolean;
  leftHand: boolean;
  /** Turning and walking by buttons on the screen. */
  stick: boolean;
}

const KEPT = "yanlian.trainee";
const USUAL: Choices = { captions: true, sound: true, volume: 80, large: false, leftHand: false, stick: navigator.maxTouchPoints > 0 };

function kept(): Partial<Choices> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Partial<Choices>;
  } catch {
    return {};
  }
}

export const choices = reactive<Choices>({ ...USUAL, ...kept() });
watch(choices, (now) => localStorage.setItem(KEPT, JSON.stringify(now)));
