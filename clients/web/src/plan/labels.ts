/** Labels: where words stand on a plan so that none lies on another. Plan coordinates: x east, y south, metres. */

export type Side = "on" | "below" | "above" | "right" | "left";

/** reach: how far from its point a word keeps. size: of the letters. sides: where it may stand, the best first.
 * must: it stands there even if it has to lie on another; else it is left out. */
export interface Label {
  id: string;
  text: string;
  kind: "name" | "quiet" | "seat" | "warn" | "bad";
  x: number;
  y: number;
  reach: number;
  size: number;
  sides: readonly Side[];
  must: boolean;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** x, y: of the baseline, at the anchor. */
export interface Placed {
  label: Label;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  rect: Rect;
}

const ASCENT = 0.82; // of the size, above the baseline
const DESCENT = 0.2;
const LATIN = 0.56; // mean width of a letter
const BOLD = 1.1; // times as wide
const LIGHT = new Set(["name", "quiet"]);
const FIRST_WIDE = 0x2e80; // from here on letters are as wide as high

/** How long a text is, in sizes. */
export function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= FIRST_WIDE ? 1 : LATIN), 0);
}

/** Place labels one after the other, each off all before it and off what is taken, and where there is a choice not over
 * the edge of the window. */
export function arranged(labels: readonly Label[], taken: readonly Rect[] = [], window?: Rect): Placed[] {
  const rects = [...taken];
  const found: Placed[] = [];
  for (const label of labels) {
    const ways = label.sides.map((side) => put(label, side));
    const lies = ways.map((way) => rects.reduce((sum, rect) => sum + overlap(rect, way.rect), 0));
    const costs = ways.map((way, n) => (lies[n] ?? 0) + (window ? 2 * beyond(way.rect, window) : 0));
    const at = costs.indexOf(Math.min(...costs));
    const best = ways[at];
    if (!best || ((lies[at] ?? 0) > 0 && !label.must)) continue;
    rects.push(best.rect);
    found.push(best);
  }
  return found;
}

function put(label: Label, side: Side): Placed {
  const { size, reach } = label;
  const length = lengthOf(label.text) * size * (LIGHT.has(label.kind) ? 1 : BOLD);
  const anchor = side === "right" ? "start" : side === "left" ? "end" : "middle";
  const across: Record<Side, number> = { on: 0, below: 0, above: 0, right: reach, left: -reach };
  const middle = ((ASCENT - DESCENT) / 2) * size;
  const down: Record<Side, number> = { on: middle, right: middle, left: middle, below: reach + ASCENT * size, above: -reach - DESCENT * size };
  const [x, y] = [label.x + across[side], label.y + down[side]];
  const left = anchor === "start" ? x : anchor === "end" ? x - length : x - length / 2;
  return { label, x, y, anchor, rect: { left, top: y - ASCENT * size, right: left + length, bottom: y + DESCENT * size } };
}

/** Square metres of a word that lie outside. */
function beyond(word: Rect, window: Rect): number {
  return (word.right - word.left) * (word.bottom - word.top) - overlap(word, window);
}

/** A square about a point. */
export function about(x: number, y: number, half: number): Rect {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

/** Square metres that two have in common. */
export function overlap(a: Rect, b: Rect): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}
