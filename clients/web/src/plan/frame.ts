/** Frame: which part of the site a plan shows. Plan coordinates: x east, y south (SVG), metres. */
import type { Site } from "@/scene/scene";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

const MARGIN_M = 14;
const NEAREST = 12; // times the whole site
const FARTHEST = 1;

/** Everything that the site has, with a margin. */
export function boundsOf(site: Site): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const place of site.places) {
    xs.push(place.x_m);
    ys.push(-place.y_m);
  }
  for (const bund of site.bunds) {
    xs.push(bund.x0_m, bund.x1_m);
    ys.push(-bund.y0_m, -bund.y1_m);
  }
  if (!xs.length) return { x: -50, y: -50, width: 100, height: 100 };
  const [x, y] = [Math.min(...xs) - MARGIN_M, Math.min(...ys) - MARGIN_M];
  return { x, y, width: Math.max(...xs) + MARGIN_M - x, height: Math.max(...ys) + MARGIN_M - y };
}

/** The plant itself: bunds and what stands close to them; where things happen first. */
export function coreOf(site: Site): Box {
  const all = boundsOf(site);
  if (!site.bunds.length) return aboutDevices(site, all);
  const x0 = Math.min(...site.bunds.map((b) => b.x0_m)) - 40;
  const x1 = Math.max(...site.bunds.map((b) => b.x1_m)) + 140;
  const y0 = Math.min(...site.bunds.map((b) => -b.y1_m)) - 45;
  const y1 = Math.max(...site.bunds.map((b) => -b.y0_m)) + 90;
  const [left, top] = [Math.max(all.x, x0), Math.max(all.y, y0)];
  const [right, bottom] = [Math.min(all.x + all.width, x1), Math.min(all.y + all.height, y1)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where no tank stands: where hands have most to do. */
function aboutDevices(site: Site, all: Box): Box {
  const worked = site.places.filter((place) => place.into || site.devices.some((one) => one.place === place.id && one.local !== false));
  if (!worked.length) return all;
  const [xs, ys] = [worked.map((one) => one.x_m), worked.map((one) => -one.y_m)];
  const [x, y] = [Math.min(...xs) - MARGIN_M, Math.min(...ys) - MARGIN_M];
  return { x, y, width: Math.max(...xs) + MARGIN_M - x, height: Math.max(...ys) + MARGIN_M - y };
}

/** The box, grown to the shape of the window, so that all of it is seen. */
export function fitted(box: Box, window: Size): Box {
  if (window.width <= 0 || window.height <= 0) return box;
  const shape = window.width / window.height;
  const width = Math.max(box.width, box.height * shape);
  const height = width / shape;
  return { x: box.x - (width - box.width) / 2, y: box.y - (height - box.height) / 2, width, height };
}

/** Metres that a pixel shows. */
export function metresPerPixel(box: Box, window: Size): number {
  return window.width > 0 ? box.width / window.width : 1;
}

/** Nearer (factor > 1) or farther, the point (in plan metres) staying where it is on the screen. */
export function zoomed(box: Box, factor: number, x: number, y: number, whole: Box): Box {
  const least = whole.width / NEAREST;
  const width = Math.min(Math.max(box.width / factor, least), whole.width / FARTHEST);
  const by = width / box.width;
  return clamped(
    { x: x - (x - box.x) * by, y: y - (y - box.y) * by, width, height: box.height * by },
    whole,
  );
}

/** Moved by metres. */
export function panned(box: Box, dx: number, dy: number, whole: Box): Box {
  return clamped({ ...box, x: box.x + dx, y: box.y + dy }, whole);
}

export function centredOn(box: Box, x: number, y: number, whole: Box): Box {
  return clamped({ ...box, x: x - box.width / 2, y: y - box.height / 2 }, whole);
}

/** The middle of the window stays on the site, so that nobody gets lost. */
function clamped(box: Box, whole: Box): Box {
  const middleX = Math.min(Math.max(box.x + box.width / 2, whole.x), whole.x + whole.width);
  const middleY = Math.min(Math.max(box.y + box.height / 2, whole.y), whole.y + whole.height);
  return { ...box, x: middleX - box.width / 2, y: middleY - box.height / 2 };
}
