/** Playback: where one looks in a record, running or not. Keys: space, arrows, home, end. */
import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from "vue";
import { TICKS_PER_S } from "@/locale";
import { loadStates } from "./opened";
import { Spans, type Span } from "./spans";

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64] as const;
const LONGEST_FRAME_MS = 250;

export interface Playback {
  now: Ref<number>;
  playing: Ref<boolean>;
  speed: Ref<number>;
  /** The span around `now`; the last one that was here while the next is on its way. */
  span: Readonly<Ref<Span | null>>;
  waiting: Readonly<Ref<boolean>>;
  trouble: Readonly<Ref<Error | null>>;
  seek: (tick: number) => void;
  toggle: () => void;
}

export function usePlayback(drill: string, end: number, seat: Ref<string>, start: number): Playback {
  const spans = new Spans((wanted) => loadStates(drill, wanted), end);
  const now = ref(clamped(start));
  const playing = ref(false);
  const speed = ref(1);
  const span = shallowRef<Span | null>(null);
  const trouble = shallowRef<Error | null>(null);
  const here = computed(() => span.value !== null && now.value >= span.value.from && now.value <= span.value.to);

  function clamped(tick: number): number {
    return Math.min(Math.max(0, Math.round(tick)), end);
  }

  function seek(tick: number): void {
    now.value = clamped(tick);
  }

  function toggle(): void {
    if (!playing.value && now.value >= end) now.value = 0;
    playing.value = !playing.value;
  }

  let wish = 0;
  async function look(): Promise<void> {
    const mine = ++wish;
    const known = spans.at(now.value, speed.value, seat.value);
    if (known) span.value = known;
    try {
      const found = await spans.need(now.value, speed.value, seat.value);
      if (mine === wish) span.value = found;
      trouble.value = null;
    } catch (error) {
      if (mine === wish) trouble.value = error as Error;
    }
  }
  watch([() => Math.floor(now.value / 100), speed, seat], () => void look(), { immediate: true });

  let before = 0;
  let frame = 0;
  function run(at_ms: number): void {
    const passed_ms = Math.min(at_ms - before, LONGEST_FRAME_MS);
    before = at_ms;
    if (playing.value && here.value) {
      now.value = Math.min(end, now.value + (passed_ms / 1000) * TICKS_PER_S * speed.value);
      if (now.value >= end) playing.value = false;
    }
    frame = requestAnimationFrame(run);
  }

  function key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input,textarea,select,[role=slider],.plan")) return;
    const by: Record<string, () => void> = {
      ArrowLeft: () => seek(now.value - (event.shiftKey ? 10 : 1) * TICKS_PER_S),
      ArrowRight: () => seek(now.value + (event.shiftKey ? 10 : 1) * TICKS_PER_S),
      Home: () => seek(0),
      End: () => seek(end),
    };
    if (event.key === " " && !target.closest("button,a,summary,[role=button],[role=radio],[role=tab]")) toggle();
    else if (by[event.key]) by[event.key]?.();
    else return;
    event.preventDefault();
  }

  onMounted(() => {
    window.addEventListener("keydown", key);
    frame = requestAnimationFrame(run);
  });
  onBeforeUnmount(() => {
    window.removeEventListener("keydown", key);
    cancelAnimationFrame(frame);
  });
  return { now, playing, speed, span, waiting: computed(() => !here.value), trouble, seek, toggle };
}
