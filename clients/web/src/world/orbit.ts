/** Orbit: fingers and mouse move a free eye. One finger turns, two shift and zoom; right button or Shift shifts. */
import { type Eye, orbit, shift, zoom } from "./eye";

const KEYS_STEP = 0.06;

/** Returns what takes the listeners off again. */
export function orbitBy(canvas: HTMLCanvasElement, eyeNow: () => Eye): () => void {
  const fingers = new Map<number, { x: number; y: number }>();
  const free = () => {
    const eye = eyeNow();
    return eye.kind === "free" ? eye : null;
  };
  const down = (event: PointerEvent) => {
    if (!free()) return;
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const up = (event: PointerEvent) => void fingers.delete(event.pointerId);
  const move = (event: PointerEvent) => {
    const eye = free();
    const finger = fingers.get(event.pointerId);
    if (!eye || !finger) return;
    const right = (event.clientX - finger.x) / canvas.clientWidth;
    const below = (event.clientY - finger.y) / canvas.clientHeight;
    if (fingers.size === 2) {
      const before = spread(fingers);
      finger.x = event.clientX;
      finger.y = event.clientY;
      const after = spread(fingers);
      if (before > 0 && after > 0) zoom(eye, before / after);
      shift(eye, right / 2, below / 2);
      return;
    }
    finger.x = event.clientX;
    finger.y = event.clientY;
    if (event.shiftKey || event.buttons === 2) shift(eye, right, below);
    else orbit(eye, right, below);
  };
  const wheel = (event: WheelEvent) => {
    const eye = free();
    if (!eye) return;
    event.preventDefault();
    zoom(eye, Math.exp(Math.sign(event.deltaY) * Math.min(60, Math.abs(event.deltaY)) * 0.002));
  };
  const key = (event: KeyboardEvent) => {
    const eye = free();
    if (!eye) return;
    if (event.key === "ArrowLeft") orbit(eye, -KEYS_STEP, 0);
    else if (event.key === "ArrowRight") orbit(eye, KEYS_STEP, 0);
    else if (event.key === "ArrowUp") shift(eye, 0, KEYS_STEP);
    else if (event.key === "ArrowDown") shift(eye, 0, -KEYS_STEP);
    else if (event.key === "+" || event.key === "=") zoom(eye, 0.9);
    else if (event.key === "-") zoom(eye, 1.1);
    else return;
    event.preventDefault();
  };
  const noMenu = (event: Event) => {
    if (free()) event.preventDefault();
  };
  canvas.addEventListener("pointerdown", down);
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("wheel", wheel, { passive: false });
  canvas.addEventListener("keydown", key);
  canvas.addEventListener("contextmenu", noMenu);
  return () => {
    canvas.removeEventListener("pointerdown", down);
    canvas.removeEventListener("pointerup", up);
    canvas.removeEventListener("pointercancel", up);
    canvas.removeEventListener("pointermove", move);
    canvas.removeEventListener("wheel", wheel);
    canvas.removeEventListener("keydown", key);
    canvas.removeEventListener("contextmenu", noMenu);
  };
}

function spread(fingers: Map<number, { x: number; y: number }>): number {
  const [a, b] = [...fingers.values()];
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}
