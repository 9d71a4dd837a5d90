/** Seat: what a trainee's screen knows of one drill: the own body, what is heard, and how to act. */
import { computed, onScopeDispose, reactive, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from "vue";
import type { Wish } from "@/live/acts";
import type { LiveDrill } from "@/live/drill";
import { type Both, TICKS_PER_S, language, said } from "@/locale";
import { fromWire, traineeScene } from "@/scene/trainee";
import type { Scene } from "@/scene/scene";
import { type Begun, Listening, soundsOf } from "@/sound";
import { secondsOf } from "./duration";
import { sayableOf, lineOf, refusedLine, soundLine, type Line } from "./tidings";
import type { Sayable } from "./menu";
import { Names, type Briefing } from "./names";

export interface Body {
  x_m: number;
  y_m: number;
  place: string;
  moving: boolean;
  doing: string;
  worn: readonly string[];
  air_min: number;
  state: string;
  smell: number;
  lel: number;
  /** Cells of the detector carried, aligned with `site.portable`; empty: none carried. */
  gas: readonly number[];
  /** It sounds. */
  alarm: boolean;
}

/** An own act that is under way. seconds: how long it takes, as far as it can be known beforehand. */
export interface Doing {
  wish: Wish;
  from: number;
  seconds: number;
}

export interface Seat {
  drill: LiveDrill;
  names: Names;
  own: string;
  body: ComputedRef<Body>;
  scene: ComputedRef<Scene>;
  lines: readonly Line[];
  sayable: ComputedRef<Sayable[]>;
  doing: ShallowRef<Doing | null>;
  /** Acts of the moment are taken: the drill runs and the link is live. */
  able: ComputedRef<boolean>;
  /** Called before an act: what the hands do wants both feet on the ground. */
  stand: Ref<(wish: Wish) => void>;
  act(wish: Wish): Promise<string>;
  letGo(): void;
  /** A line of the screen's own: why something is not so. */
  say(text: Both): void;
}

export function bodyOf(cells: LiveDrill["cells"]["value"]): Body {
  return {
    x_m: fromWire(cells["body.x_m"] ?? 0),
    y_m: fromWire(cells["body.y_m"] ?? 0),
    place: String(cells["body.place"] ?? ""),
    moving: Boolean(cells["body.moving"]),
    doing: String(cells["body.doing"] ?? ""),
    worn: (cells["body.worn"] ?? []) as string[],
    air_min: fromWire(cells["body.air_min"] ?? -100),
    state: String(cells["body.state"] ?? "fit"),
    smell: Number(cells["body.smell"] ?? 0),
    lel: fromWire(cells["body.lel"] ?? -100),
    gas: ((cells["body.gas"] ?? []) as unknown[]).map(fromWire),
    alarm: Boolean(cells["body.alarm"]),
  };
}

export function useSeat(drill: LiveDrill, briefing: Briefing): Seat {
  const names = new Names(briefing);
  const body = computed(() => bodyOf(drill.cells.value));
  const scene = computed(() => traineeScene(drill.cells.value, drill.tick.value));
  const sounds = useSounds(drill, names, scene, body);
  const own = reactive<Line[]>([]);
  const readBack = reactive(new Set<number>());
  const doing = shallowRef<Doing | null>(null);
  const stand = ref<(wish: Wish) => void>(() => undefined);
  const lines = computed<Line[]>(() => {
    language();
    const told = drill.tidings.map((one) => lineOf(names, one)).filter((one) => one !== null);
    const heard = sounds.map((one) => soundLine(names, one));
    return [...told, ...own, ...heard].sort((a, b) => a.tick - b.tick);
  });
  const able = computed(() => drill.status.value === "live" && drill.phase.value === "running");
  watch(body, (now) => {
    const begun = doing.value;
    const gone = begun && !now.doing && drill.tick.value - begun.from > TICKS_PER_S;
    if (gone) doing.value = null;
  });
  watch(
    () => drill.tidings.length,
    (length) => {
      const last = drill.tidings[length - 1];
      if (last?.type === "declined" && last.act === doing.value?.wish.kind) doing.value = null;
    },
  );

  async function act(wish: Wish): Promise<string> {
    stand.value(wish);
    const code = await drill.act(wish);
    if (code) {
      own.push(refusedLine(names, wish, code, drill.tick.value, own.length));
      return code;
    }
    const seconds = secondsOf(wish, names, briefing.seat, body.value);
    if (seconds > 0) doing.value = { wish, from: drill.tick.value, seconds };
    if (wish.kind === "read_back") noteReadBack(wish);
    return "";
  }

  function noteReadBack(wish: Wish): void {
    for (const one of drill.tidings) {
      const same = one.type === "heard" && one.kind === "order" && one.sender === wish.to;
      if (same && one.topic === wish.detail && (one.subject ?? "") === wish.target) readBack.add(one.event);
    }
  }

  return {
    drill,
    names,
    own: briefing.seat,
    body,
    scene,
    get lines() {
      return lines.value;
    },
    sayable: computed(() => sayableOf(names, drill.tidings, readBack)),
    doing,
    able,
    stand,
    act,
    letGo(): void {
      doing.value = null;
      void drill.act({ kind: "halt" });
    },
    say(text: Both): void {
      own.push({ key: `o${own.length}`, tick: drill.tick.value, kind: "noted", text: said(text), urgent: false });
    },
  };
}

/** Sounds that begin to be heard where one stands. */
function useSounds(drill: LiveDrill, names: Names, scene: Ref<Scene>, body: Ref<Body>): Begun[] {
  const begun = reactive<Begun[]>([]);
  const listening = new Listening();
  const stop = watch(drill.cells, () => {
    const { x_m, y_m, place } = body.value;
    const ears = { x_m, y_m, yaw: 0, indoors: names.place(place)?.indoors ?? false };
    begun.push(...listening.begins(soundsOf(scene.value, names.site), ears, drill.tick.value));
  });
  onScopeDispose(stop);
  return begun;
}
