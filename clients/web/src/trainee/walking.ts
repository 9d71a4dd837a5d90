/** Walking: the own body on the screen: hands in, eye out, the server's word between. */
import { onBeforeUnmount, onMounted, watch, type Ref } from "vue";
import { headed, IN_SET_M_S, Input, RUN_M_S, steeringOf, unit, WALK_M_S, Walker } from "@/movement";
import type { Seat } from "./seat";

const EYE_M = 1.65;
const DOWN_M = 0.4;
const LONGEST_FRAME_S = 1;
const OUT_S = 1.5;

/** How the own eye stands; changed in place, once a frame. */
export interface OwnEye {
  kind: "first";
  x_m: number;
  y_m: number;
  height_m: number;
  yaw: number;
  pitch: number;
}

export interface Walking {
  eye: OwnEye;
  walker: Walker;
  input: () => Input | null;
  /** The headset moves the body now: it wants, and it steps, once a frame of its own. */
  worn: boolean;
  /** How fast the drill goes, and whether a step may be made; before `walker.step`. */
  pace(): void;
  /** Out of a room, on foot, toward the nearest way. */
  stepOut(): void;
}

/** listen: whether hands move the body now (no menu is open). */
export function useWalking(seat: Seat, view: Ref<HTMLElement | null>, listen: () => boolean): Walking {
  const { drill, names, body, able } = seat;
  const eye: OwnEye = { kind: "first", x_m: 0, y_m: 0, height_m: EYE_M, yaw: 0, pitch: 0 };
  const walker: Walker = new Walker(names.site, steeringOf(drill, () => walker.refused()));
  let input: Input | null = null;
  let frame = 0;
  let before_ms = performance.now();

  const indoors = () => names.place(body.value.place)?.indoors ?? false;
  const fit = () => body.value.state === "fit" || body.value.state === "hurt";

  watch(
    drill.cells,
    () => walker.take(drill.tick.value, body.value, performance.now()),
    { immediate: drill.tick.value >= 0 },
  );
  watch(able, (now) => {
    if (now) walker.back();
    else walker.away();
  });
  watch(
    () => drill.tidings.length,
    () => {
      const last = drill.tidings[drill.tidings.length - 1];
      if (last?.type !== "declined") return;
      if (last.act === "steer") walker.refused();
    },
  );
  seat.stand.value = (hands) => {
    if (walker.walking) walker.stand(performance.now());
    else if (hands && body.value.moving) void drill.act({ kind: "halt" });
  };

  function pace(): void {
    walker.pace = drill.speed.value || Number.POSITIVE_INFINITY;
    walker.held = !able.value || !fit() || indoors() || body.value.doing !== "" || seat.doing.value !== null;
  }

  function loop(now_ms: number): void {
    frame = requestAnimationFrame(loop);
    if (walking.worn) return;
    const seconds = Math.min(LONGEST_FRAME_S, (now_ms - before_ms) / 1000);
    before_ms = now_ms;
    if (input) {
      input.open = listen();
      const intent = input.read(seconds);
      const size = Math.min(1, Math.hypot(intent.ahead, intent.right));
      const brisk = body.value.worn.includes("scba") ? IN_SET_M_S : WALK_M_S;
      const speed = size < 0.2 ? 0 : intent.run ? RUN_M_S : Math.round(brisk * size * 10) / 10;
      walker.want(headed(input.yaw, intent.ahead, intent.right), speed);
      eye.yaw = input.yaw;
      eye.pitch = input.pitch;
    }
    pace();
    walker.step(now_ms, seconds);
    eye.x_m = walker.x_m;
    eye.y_m = walker.y_m;
    if (view.value) view.value.dataset["at"] = `${walker.x_m.toFixed(1)} ${walker.y_m.toFixed(1)}`;
    eye.height_m = fit() ? EYE_M : DOWN_M;
  }

  onMounted(() => {
    if (view.value) input = new Input(view.value);
    frame = requestAnimationFrame(loop);
  });
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame);
    input?.dispose();
  });

  const walking: Walking = { eye, walker, input: () => input, worn: false, pace, stepOut: () => outOf(seat, input) };
  return walking;
}

/** Out of a room, on foot, toward the nearest way, and stand there. */
function outOf({ drill, names, body }: Seat, input: Input | null): void {
  const here = names.place(body.value.place);
  const ways = names.site.ways.filter((way) => here && way.includes(here.id));
  const next = names.place(ways[0]?.find((id) => id !== here?.id) ?? "");
  if (!here || !next) return;
  const h = unit({ x: next.x_m - here.x_m, y: next.y_m - here.y_m });
  const words: [string, string][] = [
    ["x", h.x.toFixed(4)],
    ["y", h.y.toFixed(4)],
  ];
  if (input) input.yaw = Math.atan2(h.x, h.y);
  void drill.act({ kind: "steer", words, value: WALK_M_S }).then((code) => {
    if (!code) window.setTimeout(() => void drill.act({ kind: "halt" }), OUT_S * 1000);
  });
}
