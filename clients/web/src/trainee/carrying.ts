/** Carrying: the portable detector in the hand, or on the belt. It measures wherever it is worn, so this decides nothing:
 * it is what the hands have hold of, and both are wanted for a wheel. */
import { computed, ref, watch, type ComputedRef } from "vue";
import type { Wish } from "@/live/acts";
import { turnsOf } from "./duration";
import { refusals, unexplained } from "./refusals";
import type { Seat } from "./seat";
import words from "./words";

export interface Carrying {
  /** It is worn at all. */
  worn: ComputedRef<boolean>;
  inHand: ComputedRef<boolean>;
  /** Into the hand, or back; a line says why not. */
  toggle(): void;
}

const DETECTOR = "portable";
const HELD_TO_TEST = ["measure", "watch", "bump"];
const DRESSING = ["wear", "doff"];

export function useCarrying(seat: Seat): Carrying {
  const { body, doing, drill, names } = seat;
  const taken = ref(false);
  const worn = computed(() => body.value.worn.includes(DETECTOR));
  const inHand = computed(() => taken.value && worn.value);

  function takesBoth(wish: Wish): boolean {
    return !wish.to && (DRESSING.includes(wish.kind) || turnsOf(wish, names, body.value) > 0);
  }

  function busy(): boolean {
    if (doing.value) return takesBoth(doing.value.wish);
    return ["operate", ...DRESSING].includes(body.value.doing); // begun before this page was here
  }

  function toggle(): void {
    if (drill.tick.value < 0) return; // nothing is known of the body yet
    if (!worn.value) seat.say(refusals["no_instrument"] ?? unexplained);
    else if (!inHand.value && busy()) seat.say(words.handsFull);
    else taken.value = !inHand.value;
  }

  watch(worn, (now) => {
    if (!now) taken.value = false;
  });
  watch(doing, (now) => {
    if (!now || now.wish.to || !worn.value) return;
    if (HELD_TO_TEST.includes(now.wish.kind)) taken.value = true;
    if (!inHand.value || !takesBoth(now.wish)) return;
    taken.value = false;
    seat.say(words.putBack);
  });

  return { worn, inHand, toggle };
}
