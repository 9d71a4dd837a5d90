/** Input: what hands want of the legs and the eyes: keys, mouse, gamepad, and a stick under the thumb. */
import { Pad, type PadKey } from "./gamepad";

export interface Intent {
  /** -1..1 each. */
  ahead: number;
  right: number;
  run: boolean;
}

const AHEAD: Record<string, number> = { KeyW: 1, ArrowUp: 1, KeyS: -1, ArrowDown: -1 };
const RIGHT: Record<string, number> = { KeyD: 1, KeyA: -1 };
const TURN: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, KeyE: 1, KeyQ: -1 };
const TURN_RAD_S = 1.9;
const LOOK_RAD_PX = 0.0032;
const STEEPEST = 1.35;
const DRAG_PX = 8;

/** Whether typing goes into a field, not to the legs. */
export function typesInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

export class Input {
  yaw = 0;
  pitch = 0;
  /** Off while a menu has the keys. */
  open = true;
  /** A key of the gamepad has gone down. */
  padded: (key: PadKey) => void = () => undefined;
  private readonly pad = new Pad();
  private stick = { ahead: 0, right: 0 };
  private readonly down = new Set<string>();
  private dragged: { pointer: number; px: number; x: number; y: number } | null = null;
  private readonly leaving: (() => void)[] = [];

  constructor(private readonly view: HTMLElement) {
    this.on(window, "keydown", (event) => this.key(event as KeyboardEvent, true));
    this.on(window, "keyup", (event) => this.key(event as KeyboardEvent, false));
    this.on(window, "blur", () => this.down.clear());
    this.on(view, "pointerdown", (event) => this.grab(event as PointerEvent));
    this.on(view, "pointermove", (event) => this.move(event as PointerEvent));
    this.on(view, "pointerup", () => (this.dragged = null));
    this.on(view, "pointercancel", () => (this.dragged = null));
    this.on(view, "dblclick", () => this.lock());
  }

  /** What is wanted now; turns the eyes by keys and gamepad. */
  read(seconds: number): Intent {
    const sum = (of: Record<string, number>) =>
      this.open ? [...this.down].reduce((total, code) => total + (of[code] ?? 0), 0) : 0;
    const pressed = this.pad.read(performance.now(), !this.open);
    const pad = this.open ? this.pad.sticks : null;
    const clip = (value: number) => Math.max(-1, Math.min(1, value));
    this.turn((sum(TURN) + (pad?.turn ?? 0)) * TURN_RAD_S * seconds, (pad?.tilt ?? 0) * TURN_RAD_S * seconds);
    for (const key of pressed) this.padded(key);
    return {
      ahead: clip(sum(AHEAD) + this.stick.ahead + (pad?.ahead ?? 0)),
      right: clip(sum(RIGHT) + this.stick.right + (pad?.right ?? 0)),
      run: this.down.has("ShiftLeft") || this.down.has("ShiftRight") || (pad?.run ?? false),
    };
  }

  turn(rightward: number, upward: number): void {
    this.yaw += rightward;
    this.pitch = Math.max(-STEEPEST, Math.min(STEEPEST, this.pitch + upward));
  }

  /** The stick on the screen. */
  thumb(ahead: number, right: number): void {
    this.stick = { ahead, right };
  }

  /** The mouse turns the head without a button held, where the browser lets it. */
  lock(): void {
    const asked = this.view.requestPointerLock?.() as Promise<void> | undefined;
    asked?.catch(() => undefined);
  }

  dispose(): void {
    for (const leave of this.leaving) leave();
    if (document.pointerLockElement === this.view) document.exitPointerLock();
  }

  private on(target: EventTarget, name: string, hear: (event: Event) => void): void {
    target.addEventListener(name, hear);
    this.leaving.push(() => target.removeEventListener(name, hear));
  }

  private key(event: KeyboardEvent, pressed: boolean): void {
    if (!pressed) {
      this.down.delete(event.code);
      return;
    }
    if (!this.open || typesInto(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const walks = event.code in AHEAD || event.code in RIGHT || event.code in TURN;
    if (walks && event.code.startsWith("Arrow")) event.preventDefault();
    if (walks || event.code.startsWith("Shift")) this.down.add(event.code);
  }

  private grab(event: PointerEvent): void {
    if (event.button !== 0 || document.pointerLockElement) return;
    this.dragged = { pointer: event.pointerId, px: 0, x: event.clientX, y: event.clientY };
  }

  private move(event: PointerEvent): void {
    if (document.pointerLockElement === this.view) {
      this.turn(event.movementX * LOOK_RAD_PX, -event.movementY * LOOK_RAD_PX);
    } else {
      this.drag(event);
    }
  }

  /** A drag takes hold of the world. A press that hardly moves is a tap and belongs to what lies under it. */
  private drag(event: PointerEvent): void {
    const held = this.dragged;
    if (held?.pointer !== event.pointerId) return;
    // By the places: not every browser says of a finger how far it moved.
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    const begun = held.px >= DRAG_PX;
    Object.assign(held, { px: held.px + Math.hypot(right, down), x: event.clientX, y: event.clientY });
    if (held.px < DRAG_PX) return;
    if (!begun) this.view.setPointerCapture(event.pointerId);
    this.turn(-right * LOOK_RAD_PX, down * LOOK_RAD_PX);
  }
}
