/** Gamepad: sticks and keys of the standard mapping. Nobody tells of a key: each frame sees which have gone down. */

/** Keys by where they lie: four under the right thumb, two above the fingers, two in the middle, the cross. */
export type PadKey = "a" | "b" | "x" | "y" | "lb" | "rb" | "back" | "start" | "up" | "down" | "left" | "right";

/** -1..1 each; turn and tilt are of the eyes. */
export interface Sticks {
  ahead: number;
  right: number;
  turn: number;
  tilt: number;
  run: boolean;
}

const KEYS: Readonly<Record<number, PadKey>> = {
  0: "a",
  1: "b",
  2: "x",
  3: "y",
  4: "lb",
  5: "rb",
  8: "back",
  9: "start",
  12: "up",
  13: "down",
  14: "left",
  15: "right",
};
const RUN = 10;
const DEAD = 0.18;
const PUSHED = 0.6;
const REPEATS: readonly PadKey[] = ["up", "down", "left", "right"];
const FIRST_AGAIN_MS = 450;
const AGAIN_MS = 150;

export class Pad {
  sticks: Sticks | null = null;
  private readonly due = new Map<PadKey, number>();

  /** Once a frame: the keys that have gone down since the last one. leans: the left stick counts as the cross. */
  read(nowMs: number, leans: boolean): PadKey[] {
    const pad = navigator.getGamepads?.().find((one) => one?.connected && one.axes.length >= 4);
    this.sticks = pad ? sticksOf(pad) : null;
    const down = new Set<PadKey>();
    if (pad?.mapping === "standard") {
      for (const [n, key] of Object.entries(KEYS)) if (pad.buttons[Number(n)]?.pressed) down.add(key);
    }
    if (this.sticks && leans) leaning(this.sticks, down);
    return this.gone(down, nowMs);
  }

  private gone(down: ReadonlySet<PadKey>, nowMs: number): PadKey[] {
    for (const key of this.due.keys()) if (!down.has(key)) this.due.delete(key);
    return [...down].filter((key) => {
      const due = this.due.get(key);
      if (due !== undefined && nowMs < due) return false;
      const again = due === undefined ? FIRST_AGAIN_MS : AGAIN_MS;
      this.due.set(key, REPEATS.includes(key) ? nowMs + again : Infinity);
      return true;
    });
  }
}

function sticksOf(pad: Gamepad): Sticks {
  const axis = (n: number) => (Math.abs(pad.axes[n] ?? 0) < DEAD ? 0 : (pad.axes[n] ?? 0));
  return { ahead: -axis(1), right: axis(0), turn: axis(2), tilt: -axis(3), run: pad.buttons[RUN]?.pressed ?? false };
}

function leaning({ ahead, right }: Sticks, down: Set<PadKey>): void {
  if (Math.abs(ahead) > PUSHED) down.add(ahead > 0 ? "up" : "down");
  else if (Math.abs(right) > PUSHED) down.add(right > 0 ? "right" : "left");
}
