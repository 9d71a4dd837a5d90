/** Where one looks: at the drill as it goes on, or back at its last minutes. Looking back stops nothing. */
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from "vue";
import { TICKS_PER_S } from "@/locale";
import type { Cells } from "@/live/cells";
import type { LiveDrill } from "@/live/drill";
import { Ring } from "./ring";

const KEPT_S = 300;
const STEP_MS = 100;

export interface Look {
  /** The tick that is looked back at; null = live. */
  readonly back: ShallowRef<number | null>;
  readonly playing: ShallowRef<boolean>;
  readonly cells: ComputedRef<Cells>;
  readonly tick: ComputedRef<number>;
  /** Oldest tick that can be looked at here. */
  readonly from: ShallowRef<number>;
  /** Look at a tick, or the nearest that is kept; false: it is too long ago, or not yet. */
  at(tick: number): boolean;
  /** Ten seconds further back, playing on from there. */
  tenBack(): void;
  live(): void;
  /** Hold, or play on. */
  toggle(): void;
}

export function useLook(drill: LiveDrill): Look {
  const ring = new Ring(KEPT_S * TICKS_PER_S);
  const back = shallowRef<number | null>(null);
  const playing = shallowRef(false);
  const from = shallowRef(-1);
  watch(
    drill.tick,
    (tick) => {
      if (tick < 0) return;
      ring.push(tick, drill.cells.value);
      if (from.value !== ring.from) from.value = ring.from;
    },
    { immediate: true, flush: "sync" },
  );
  const seen = computed(() => (back.value === null ? null : ring.at(back.value)));

  function at(tick: number): boolean {
    const within = tick >= ring.from && tick <= ring.to;
    back.value = Math.min(Math.max(tick, ring.from), ring.to);
    playing.value = false;
    return within;
  }

  function step(): void {
    if (back.value === null || !playing.value) return;
    const next = back.value + (TICKS_PER_S * STEP_MS) / 1000;
    if (next >= ring.to && drill.phase.value !== "running") playing.value = false;
    back.value = Math.min(next, ring.to);
  }

  const timer = window.setInterval(step, STEP_MS);
  onScopeDispose(() => window.clearInterval(timer));
  return {
    back,
    playing,
    from,
    cells: computed(() => seen.value?.cells ?? drill.cells.value),
    tick: computed(() => back.value ?? drill.tick.value),
    at,
    tenBack() {
      at((back.value ?? ring.to) - 10 * TICKS_PER_S);
      playing.value = true;
    },
    live() {
      back.value = null;
      playing.value = false;
    },
    toggle: () => (playing.value = !playing.value),
  };
}
