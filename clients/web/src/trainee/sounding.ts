/** Sounding: what the seat hears, made audible: the scene about it, and what its own body does. */
import { inject, type InjectionKey, onBeforeUnmount, onMounted, watch } from "vue";
import { SoundScape, soundsOf, stepsBetween } from "@/sound";
import { choices } from "./choices";
import { turnsOf } from "./duration";
import type { Seat } from "./seat";

const EVERY_MS = 80;
const STEP_LOUD = 0.5;
const WHEEL_MS = 700;
/** Farther than this between two looks nobody walks: one was put there. */
const LEAP_M = 3;
const GESTURES = ["pointerdown", "keydown"] as const;

/** Where the ears are: the eye, while there is one. */
export interface EarsAt {
  x_m: number;
  y_m: number;
  yaw: number;
}

export interface Sounding {
  /** The predicted body; null: where the server has it. */
  follow(eye: EarsAt | null): void;
}

export const soundingKey: InjectionKey<Sounding> = Symbol("sounding");

/** The sounding of the screen that one is part of. */
export function theSounding(): Sounding {
  const sounding = inject(soundingKey);
  if (!sounding) throw new Error("a part of a seat's screen stands outside of it");
  return sounding;
}

export function useSounding(seat: Seat): Sounding {
  const { drill, names, body, scene, doing } = seat;
  const scape = new SoundScape();
  let eye: EarsAt | null = null;
  let at: { x_m: number; y_m: number } | null = null;
  let walked_m = 0;
  let turned_ms = 0;
  let timer = 0;

  function unlock(): void {
    void scape.unlock().then((sounds) => {
      if (sounds) for (const one of GESTURES) window.removeEventListener(one, unlock, true);
    });
  }

  function feet(now: EarsAt): void {
    const way_m = at ? Math.hypot(now.x_m - at.x_m, now.y_m - at.y_m) : 0;
    at = { x_m: now.x_m, y_m: now.y_m };
    if (way_m > LEAP_M) return;
    if (stepsBetween(walked_m, walked_m + way_m) > 0) scape.once("step", STEP_LOUD);
    walked_m += way_m;
  }

  function hands(now_ms: number): void {
    if (!doing.value || !turnsOf(doing.value.wish, names, body.value) || now_ms - turned_ms < WHEEL_MS) return;
    turned_ms = now_ms;
    scape.once("wheel");
  }

  function listen(): void {
    const runs = drill.phase.value === "running";
    const { x_m, y_m, place, worn, air_min } = body.value;
    const ears = { ...(eye ?? { x_m, y_m, yaw: 0 }), indoors: names.place(place)?.indoors ?? false };
    scape.hear(runs ? soundsOf(scene.value, names.site) : [], ears);
    scape.breathing(runs && worn.includes("scba") && air_min > 0);
    if (!runs) return;
    feet(ears);
    hands(performance.now());
  }

  watch(
    () => (choices.sound ? choices.volume / 100 : 0),
    (share) => (scape.volume = share),
    { immediate: true },
  );
  watch(
    () => drill.tidings.length,
    (length, before) => {
      const came = drill.tidings.slice(before);
      if (length - before < 5 && came.some((one) => one.type === "heard" && (one.via ?? "radio") === "radio")) scape.once("radio");
    },
  );
  watch(doing, (now) => {
    if (!now) return;
    const { wish } = now;
    if (wish.to) scape.once("radio", 0.7);
    else if (wish.kind === "wear" || wish.kind === "doff") scape.once("wear");
    else if (wish.kind === "operate" && !turnsOf(wish, names, body.value)) scape.once("press");
  });
  onMounted(() => {
    for (const one of GESTURES) window.addEventListener(one, unlock, true);
    // Not by frames: a page that is not looked at is still heard.
    timer = window.setInterval(listen, EVERY_MS);
  });
  onBeforeUnmount(() => {
    for (const one of GESTURES) window.removeEventListener(one, unlock, true);
    window.clearInterval(timer);
    scape.dispose();
  });

  return { follow: (what) => (eye = what) };
}
