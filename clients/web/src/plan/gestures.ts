/** Gestures: one finger or the mouse moves the plan, two fingers or the wheel zoom it. */
import type { Ref } from "vue";
import { panned, zoomed, type Box } from "./frame";

const TAP_PX = 8;

export interface Gestures {
  down(event: PointerEvent): void;
  move(event: PointerEvent): void;
  up(event: PointerEvent): void;
  wheel(event: WheelEvent): void;
  /** Whether the last press moved the plan, so that its click is no tap. */
  moved(): boolean;
}

/** moving: called when a person takes the plan in hand. */
export function gesturesOn(svg: Ref<SVGSVGElement | null>, box: Ref<Box>, whole: () => Box, moving: () => void): Gestures {
  const fingers = new Map<number, { x: number; y: number }>();
  let far = 0;

  function inPlan(x: number, y: number): [number, number] {
    const at = svg.value?.getBoundingClientRect();
    if (!at || !at.width) return [0, 0];
    const { value } = box;
    return [value.x + ((x - at.left) / at.width) * value.width, value.y + ((y - at.top) / at.height) * value.height];
  }

  function perPixel(): number {
    const width = svg.value?.getBoundingClientRect().width ?? 0;
    return width ? box.value.width / width : 1;
  }

  function spread(): { x: number; y: number; apart: number } {
    const [a, b] = [...fingers.values()];
    if (!a || !b) return { x: 0, y: 0, apart: 0 };
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  }

  return {
    down(event) {
      if (fingers.size === 0) far = 0;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    move(event) {
      const was = fingers.get(event.pointerId);
      if (!was) return;
      const before = spread();
      const [dx, dy] = [event.clientX - was.x, event.clientY - was.y];
      far += Math.abs(dx) + Math.abs(dy);
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (far < TAP_PX) return;
      svg.value?.setPointerCapture(event.pointerId);
      moving();
      if (fingers.size === 1) {
        box.value = panned(box.value, -dx * perPixel(), -dy * perPixel(), whole());
      } else if (fingers.size === 2) {
        const now = spread();
        const step = perPixel();
        const [x, y] = inPlan(now.x, now.y);
        const moved = panned(box.value, (before.x - now.x) * step, (before.y - now.y) * step, whole());
        box.value = before.apart > 0 ? zoomed(moved, now.apart / before.apart, x, y, whole()) : moved;
      }
    },
    up(event) {
      fingers.delete(event.pointerId);
    },
    wheel(event) {
      const [x, y] = inPlan(event.clientX, event.clientY);
      moving();
      box.value = zoomed(box.value, Math.exp(-event.deltaY / 400), x, y, whole());
    },
    moved: () => far >= TAP_PX,
  };
}
