/** Walking: the own body on the screen: hands in, eye out, the server's word between. */
import { onBeforeUnmount, onMounted, watch, type Ref } from "vue";
import { headed, IN_SET_M_S, Input, type PadKey, RUN_M_S, steeringOf, WALK_M_S, Walker } from "@/movement";
import { Leaving } from "./leaving";
import type { Seat } from "./seat";
import { Telling } from "./telling";

const EYE_M = 1.65;
const DOWN_M = 0.4;
const LONGEST_FRAME_S = 1;

/** How the own eye stands; changed in place, once a frame. */
export interface OwnEye {
  kind: "first";
  x_m: number;
  y_m: number;
  height_m: number;
  yaw: number;
  pitch: number;
  place: string;
}

export interface Walking {
  eye: OwnEye;
  walker: Walker;
  input: () => Input | null;
  /** The headset moves the body now: it wants, and it steps, once a frame of its own. */
  worn: boolean;
  /** How fast the drill goes, and whether a step may be made; before `walker.step`. */
  pace(): void;
  /** Out of a room, on foot, to before its door. */
  stepOut(): void;
}

export interface Hands {
  /** Whether they move the body now: no menu is open. */
  walk: () => boolean;
  /** A key of the gamepad has gone down. */
  padded: (key: PadKey) => void;
}

export function useWalking(seat: Seat, view: Ref<HTMLElement | null>, hands: Hands): Walking {
  const { drill, names, body, able } = seat;
  const eye: OwnEye = { kind: "first", x_m: 0, y_m: 0, height_m: EYE_M, yaw: 0, pitch: 0, place: "" };
  const walker: Walker = new Walker(names.site, steeringOf(drill, () => walker.refused()));
  const leaving = new Leaving(seat);
  const telling = new Telling(drill);
  let input: Input | null = null;
  let frame = 0;
  let before_ms = performance.now();

  const indoors = () => names.place(body.value.place)?.indoors ?? false;
  const fit = () => body.value.state === "fit" || body.value.state === "hurt";

  heed(seat, walker, leaving);

  function pace(): void {
    if (walker.walking) leaving.end(false);
    walker.pace = drill.speed.value || Number.POSITIVE_INFINITY;
    walker.held = !able.value || !fit() || indoors() || body.value.doing !== "" || seat.doing.value !== null;
  }

  function loop(now_ms: number): void {
    frame = requestAnimationFrame(loop);
    if (walking.worn) return;
    const seconds = Math.min(LONGEST_FRAME_S, (now_ms - before_ms) / 1000);
    before_ms = now_ms;
    if (input) {
      input.open = hands.walk();
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
    eye.place = body.value.moving || walker.walking ? "" : body.value.place;
    eye.height_m = fit() ? EYE_M : DOWN_M;
    if (view.value) show(view.value, eye);
    telling.frame(now_ms, eye);
  }

  function stepOut(): void {
    const yaw = leaving.begin();
    if (input && yaw !== null) input.yaw = yaw;
  }

  onMounted(() => {
    if (view.value) input = new Input(view.value);
    if (input) input.padded = hands.padded;
    frame = requestAnimationFrame(loop);
  });
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame);
    input?.dispose();
  });

  const walking: Walking = { eye, walker, input: () => input, worn: false, pace, stepOut };
  return walking;
}

/** For whoever asks the page where the own body is drawn (m), and which way it looks (degrees). */
function show(view: HTMLElement, { x_m, y_m, yaw, pitch }: OwnEye): void {
  const degrees = [yaw, pitch].map((angle) => Math.round((angle * 180) / Math.PI));
  view.dataset["at"] = `${x_m.toFixed(1)} ${y_m.toFixed(1)}`;
  view.dataset["look"] = degrees.join(" ");
}

/** What comes of the server, and of acts, for legs and feet. */
function heed(seat: Seat, walker: Walker, leaving: Leaving): void {
  const { drill, body, able } = seat;
  watch(
    drill.cells,
    () => {
      walker.take(drill.tick.value, body.value, performance.now());
      leaving.take();
    },
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
      if (last?.type !== "declined" || last.act !== "steer") return;
      walker.refused();
      leaving.end(false);
    },
  );
  seat.stand.value = ({ kind, to }) => {
    if (leaving.end(kind !== "go")) return; // a halt that came later would cut short what is done now
    if (walker.walking) walker.stand(performance.now());
    else if (!to && kind !== "go" && body.value.moving) void drill.act({ kind: "halt" });
  };
}
