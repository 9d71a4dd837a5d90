/** Input: what hands want of the legs and the eyes: keys, mouse, gamepad, and a stick under the thumb. */

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
const DEAD = 0.18;
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
  private stick = { ahead: 0, right: 0 };
  private readonly down = new Set<string>();
  private dragged: { pointer: number; px: number } | null = null;
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
    const pad = this.open ? this.gamepad() : null;
    const clip = (value: number) => Math.max(-1, Math.min(1, value));
    this.turn((sum(TURN) + (pad?.turn ?? 0)) * TURN_RAD_S * seconds, (pad?.tilt ?? 0) * TURN_RAD_S * seconds);
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
    this.dragged = { pointer: event.pointerId, px: 0 };
  }

  private move(event: PointerEvent): void {
    if (document.pointerLockElement !== this.view && !this.drags(event)) return;
    const sense = document.pointerLockElement === this.view ? 1 : -1; // a drag takes hold of the world
    this.turn(sense * event.movementX * LOOK_RAD_PX, -sense * event.movementY * LOOK_RAD_PX);
  }

  /** A press that hardly moves is a tap and belongs to what lies under it. */
  private drags(event: PointerEvent): boolean {
    if (this.dragged?.pointer !== event.pointerId) return false;
    const before = this.dragged.px;
    this.dragged.px += Math.hypot(event.movementX, event.movementY);
    if (before < DRAG_PX && this.dragged.px >= DRAG_PX) this.view.setPointerCapture(event.pointerId);
    return this.dragged.px >= DRAG_PX;
  }

  private gamepad(): { ahead: number; right: number; turn: number; tilt: number; run: boolean } | null {
    const pad = navigator.getGamepads?.().find((one) => one?.connected && one.axes.length >= 4);
    if (!pad) return null;
    const axis = (n: number) => (Math.abs(pad.axes[n] ?? 0) < DEAD ? 0 : (pad.axes[n] ?? 0));
    return {
      ahead: -axis(1),
      right: axis(0),
      turn: axis(2),
      tilt: -axis(3),
      run: pad.buttons[10]?.pressed ?? pad.buttons[4]?.pressed ?? false,
    };
  }
}
