/** Pads: what the keys of a gamepad do on a seat's screen. The same as the keyboard's; and through whatever is open one
 * goes by the cross or the left stick, presses with A and goes back with B. */
import type { PadKey } from "@/movement";

/** The key of the keyboard that does the same. */
export const SAME_AS: Readonly<Record<PadKey, string>> = {
  a: "f",
  b: "x",
  x: "g",
  y: "o",
  lb: "b",
  rb: "r",
  back: "m",
  start: "h",
  up: "t",
  down: "p",
  left: "l",
  right: "c",
};

const ALONG: Readonly<Partial<Record<PadKey, readonly [x: number, y: number]>>> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};
const OPEN_TO_KEYS =
  "button:not([disabled]), [role=button][tabindex='0'], select, input:not([disabled]), textarea, a[href], summary";
type Part = HTMLElement | SVGElement;
const FIRST = "[data-choice]";
const SLACK_PX = 4;
const ASIDE = 2.5;

/** A key within what is open; what is none of its keys does nothing there. */
export function pressWithin(root: HTMLElement, key: PadKey): void {
  const here = root.contains(document.activeElement) ? (document.activeElement as Part) : null;
  const on = here?.matches(OPEN_TO_KEYS) ? here : null;
  const along = ALONG[key];
  if (key === "b") {
    const back = root.querySelector<HTMLElement>("[data-back]");
    if (back) back.click();
    else (here ?? root).dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  } else if (key === "a") {
    if (on) on.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    else lookAt(first(root));
  } else if (along && !(on && changed(on, along[0]))) {
    lookAt(on ? (nearest(root, on, along) ?? on) : first(root));
  }
}

/** After a press: something of what is open now has the focus. */
export function settleWithin(root: HTMLElement): void {
  if (!document.activeElement?.matches(OPEN_TO_KEYS) || !root.contains(document.activeElement)) lookAt(first(root));
}

function lookAt(element: Part | null): void {
  element?.focus({ focusVisible: true } as FocusOptions);
  element?.scrollIntoView({ block: "nearest" });
}

function first(root: HTMLElement): Part | null {
  return root.querySelector<Part>(FIRST) ?? root.querySelector<Part>(OPEN_TO_KEYS);
}

function nearest(root: HTMLElement, from: Part, [x, y]: readonly [number, number]): Part | null {
  const middle = (element: Part) => {
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, shown: box.width > 0 };
  };
  const here = middle(from);
  let best: { element: Part; cost: number } | null = null;
  for (const element of root.querySelectorAll<Part>(OPEN_TO_KEYS)) {
    const there = middle(element);
    const ahead = (there.x - here.x) * x + (there.y - here.y) * y;
    const aside = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x);
    const cost = ahead + ASIDE * aside;
    if (there.shown && ahead > SLACK_PX && (!best || cost < best.cost)) best = { element, cost };
  }
  return best?.element ?? null;
}

/** Left and right choose within a list or along a slider. */
function changed(element: Part, by: number): boolean {
  if (!by) return false;
  if (element instanceof HTMLSelectElement) {
    element.selectedIndex = Math.max(0, Math.min(element.options.length - 1, element.selectedIndex + by));
  } else if (element instanceof HTMLInputElement && element.type === "range") {
    if (by > 0) element.stepUp();
    else element.stepDown();
  } else {
    return false;
  }
  for (const name of ["input", "change"]) element.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}
