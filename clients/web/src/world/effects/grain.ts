/** Grain: the two textures of all effects, made here: a field of smooth noise that tiles, and a soft puff. */
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat } from "three";

const SIDE = 128;
const PUFF = 64;

/** Repeatable numbers, 0..1: what is scattered lies the same on every screen. */
export function scatter(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function field(cells: number, seed: number): (u: number, v: number) => number {
  const next = scatter(seed);
  const values = Array.from({ length: cells * cells }, next);
  const at = (i: number, j: number) => values[(((j % cells) + cells) % cells) * cells + (((i % cells) + cells) % cells)] as number;
  const soft = (t: number) => t * t * (3 - 2 * t);
  return (u, v) => {
    const x = u * cells;
    const y = v * cells;
    const i = Math.floor(x);
    const j = Math.floor(y);
    const a = soft(x - i);
    const b = soft(y - j);
    return (at(i, j) * (1 - a) + at(i + 1, j) * a) * (1 - b) + (at(i, j + 1) * (1 - a) + at(i + 1, j + 1) * a) * b;
  };
}

function texture(side: number, value: (u: number, v: number) => readonly [number, number]): DataTexture {
  const data = new Uint8Array(side * side * 4);
  for (let j = 0; j < side; j += 1) {
    for (let i = 0; i < side; i += 1) {
      const [grey, alpha] = value((i + 0.5) / side, (j + 0.5) / side);
      data.fill(Math.round(255 * grey), 4 * (j * side + i), 4 * (j * side + i) + 3);
      data[4 * (j * side + i) + 3] = Math.round(255 * alpha);
    }
  }
  const made = new DataTexture(data, side, side, RGBAFormat);
  made.wrapS = made.wrapT = RepeatWrapping;
  made.magFilter = LinearFilter;
  made.minFilter = LinearMipmapLinearFilter;
  made.generateMipmaps = true;
  made.needsUpdate = true;
  return made;
}

/** Smooth noise in grey, finer noise in alpha. */
export const noise = once(() => {
  const layers = [field(6, 11), field(13, 12), field(27, 13)];
  const fine = [field(24, 21), field(57, 22)];
  return texture(SIDE, (u, v) => [
    0.5 * (layers[0]?.(u, v) ?? 0) + 0.32 * (layers[1]?.(u, v) ?? 0) + 0.18 * (layers[2]?.(u, v) ?? 0),
    0.6 * (fine[0]?.(u, v) ?? 0) + 0.4 * (fine[1]?.(u, v) ?? 0),
  ]);
});

/** A round tuft: brightness of its folds in grey, how dense it is in alpha. */
export const puff = once(() => {
  const layers = [field(5, 31), field(11, 32)];
  return texture(PUFF, (u, v) => {
    const grain = 0.6 * (layers[0]?.(u, v) ?? 0) + 0.4 * (layers[1]?.(u, v) ?? 0);
    const away = 2 * Math.hypot(u - 0.5, v - 0.5) + 0.55 * (grain - 0.5);
    const dense = Math.max(0, 1 - away / 0.95);
    return [0.55 + 0.45 * grain, Math.min(1, dense * dense * (3 - 2 * dense) * 1.5)];
  });
});

/** A round glow without folds. */
export const glow = once(() =>
  texture(PUFF, (u, v) => {
    const dense = Math.max(0, 1 - 2 * Math.hypot(u - 0.5, v - 0.5));
    return [1, dense * dense];
  }),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
