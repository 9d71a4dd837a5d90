/** Curves: the last minutes of chosen readings, kept in a fixed piece of memory and drawn onto a canvas. */
import type { Cells } from "@/live/cells";
import type { Site } from "@/scene/scene";

export type CurveKind = "gas" | "level" | "heat";

/** One reading that can be drawn. of: its value in a staff state, NaN = none. */
export interface Channel {
  id: string;
  kind: CurveKind;
  unit: string;
  of: (cells: Cells) => number;
}

/** What can be drawn of a site: gas detectors, levels as they truly are, walls of tanks and fires. */
export function channelsOf(site: Site): Channel[] {
  const gas = site.instruments
    .filter((one) => one.kind === "gas")
    .map(({ tag, unit }) => ({ id: tag, kind: "gas" as const, unit, of: (cells: Cells) => cell(cells, `instrument.${tag}`, 0) }));
  const level = site.tanks.map(({ id }) => ({
    id,
    kind: "level" as const,
    unit: "m",
    of: (cells: Cells) => cell(cells, `tank.${id}`, 0) / 1000,
  }));
  const wall = site.tanks.map(({ id }) => ({
    id: `${id} wall`,
    kind: "heat" as const,
    unit: "°C",
    of: (cells: Cells) => cell(cells, `tank.${id}`, 2) / 10 - 273.15,
  }));
  return [...gas, ...level, ...wall];
}

function cell(cells: Cells, key: string, at: number): number {
  const row = cells[key] as unknown[] | undefined;
  return typeof row?.[at] === "number" ? row[at] : NaN;
}

/** Ticks and values of one channel, the newest `most` of them. */
export class Track {
  private readonly ticks: Float64Array;
  private readonly values: Float64Array;
  private start = 0;
  length = 0;

  constructor(private readonly most: number) {
    this.ticks = new Float64Array(most);
    this.values = new Float64Array(most);
  }

  push(tick: number, value: number): void {
    if (this.length && this.tick(this.length - 1) >= tick) this.clear(); // the drill was wound back
    const at = (this.start + this.length) % this.most;
    this.ticks[at] = tick;
    this.values[at] = value;
    if (this.length < this.most) this.length += 1;
    else this.start = (this.start + 1) % this.most;
  }

  clear(): void {
    this.length = 0;
    this.start = 0;
  }

  tick(n: number): number {
    return this.ticks[(this.start + n) % this.most] ?? NaN;
  }

  value(n: number): number {
    return this.values[(this.start + n) % this.most] ?? NaN;
  }

  get last(): number {
    return this.length ? this.value(this.length - 1) : NaN;
  }
}

export interface Look {
  colours: readonly string[];
  line: string;
  text: string;
  font: string;
}

const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [12, 4], [4, 2]];
const LEFT_PX = 44;
const FOOT_PX = 4;

/** Draw curves of one kind into a canvas of this size (CSS pixels), the newest tick at the right edge. */
export function draw(
  on: CanvasRenderingContext2D,
  size: { width: number; height: number },
  tracks: readonly Track[],
  span: { from: number; to: number },
  look: Look,
): void {
  const { width, height } = size;
  on.clearRect(0, 0, width, height);
  const [low, high] = rangeOf(tracks, span.from);
  const x = (tick: number) => LEFT_PX + ((tick - span.from) / (span.to - span.from)) * (width - LEFT_PX);
  const y = (value: number) => height - FOOT_PX - ((value - low) / (high - low)) * (height - 2 * FOOT_PX);
  on.strokeStyle = look.line;
  on.fillStyle = look.text;
  on.font = look.font;
  on.lineWidth = 1;
  on.setLineDash([]);
  on.textAlign = "right";
  for (const [value, baseline] of [[low, "bottom"], [high, "top"]] as const) {
    on.textBaseline = baseline;
    on.fillText(tidy(value, high - low), LEFT_PX - 4, y(value));
    on.beginPath();
    on.moveTo(LEFT_PX, y(value));
    on.lineTo(width, y(value));
    on.stroke();
  }
  on.lineWidth = 2;
  tracks.forEach((track, n) => {
    on.strokeStyle = look.colours[n % look.colours.length] ?? look.text;
    on.setLineDash(DASHES[n % DASHES.length] ?? []);
    line(on, track, span.from, x, y, width);
  });
}

function line(
  on: CanvasRenderingContext2D,
  track: Track,
  from: number,
  x: (tick: number) => number,
  y: (value: number) => number,
  width: number,
): void {
  const step = Math.max(1, Math.floor(track.length / width));
  let pen = false;
  on.beginPath();
  for (let n = 0; n < track.length; n += n + step < track.length ? step : 1) {
    const [tick, value] = [track.tick(n), track.value(n)];
    if (tick < from || Number.isNaN(value)) continue;
    if (pen) on.lineTo(x(tick), y(value));
    else on.moveTo(x(tick), y(value));
    pen = true;
  }
  on.stroke();
}

/** Least and most of what is seen, rounded outwards; never flat. */
export function rangeOf(tracks: readonly Track[], from: number): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const track of tracks) {
    for (let n = 0; n < track.length; n += 1) {
      const value = track.value(n);
      if (track.tick(n) < from || Number.isNaN(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (low > high) return [0, 1];
  const spread = Math.max(high - low, 0.5);
  const step = 10 ** Math.floor(Math.log10(spread));
  return [Math.floor(low / step) * step, Math.ceil((high + spread * 0.05) / step) * step];
}

function tidy(value: number, spread: number): string {
  return value.toFixed(spread < 5 ? 1 : 0);
}
