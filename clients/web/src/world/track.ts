/** Track: where something that moves is drawn, between the two newest scenes. It goes on from where it stands now. */

const SNAP_M = 40; // further than anyone moves between two scenes: a jump in time, not a walk
const SHORTEST_MS = 60;
const LONGEST_MS = 250;
const USUAL_MS = 120;
const LONGEST_STEP_TICKS = 400;

/** heading_rad: compass, 0 = north, clockwise. walked_m: all the way so far, for the gait. */
export interface Track {
  x_m: number;
  y_m: number;
  heading_rad: number;
  speed_m_s: number;
  walked_m: number;
  fromX_m: number;
  fromY_m: number;
  toX_m: number;
  toY_m: number;
  fromMs: number;
  forMs: number;
  facing_rad: number;
  lastMs: number;
}

export function trackAt(x_m: number, y_m: number, nowMs: number): Track {
  return {
    x_m,
    y_m,
    heading_rad: Math.PI,
    speed_m_s: 0,
    walked_m: 0,
    fromX_m: x_m,
    fromY_m: y_m,
    toX_m: x_m,
    toY_m: y_m,
    fromMs: nowMs,
    forMs: 1,
    facing_rad: Math.PI,
    lastMs: nowMs,
  };
}

/** A newer position: go there within forMs, 0 = be there at once. */
export function aim(track: Track, x_m: number, y_m: number, nowMs: number, forMs: number): void {
  const dx = x_m - track.x_m;
  const dy = y_m - track.y_m;
  const far_m = Math.hypot(dx, dy);
  const jumps = forMs <= 0 || far_m > SNAP_M;
  track.fromX_m = jumps ? x_m : track.x_m;
  track.fromY_m = jumps ? y_m : track.y_m;
  track.toX_m = x_m;
  track.toY_m = y_m;
  track.fromMs = nowMs;
  track.forMs = jumps ? 1 : forMs;
  track.speed_m_s = jumps ? 0 : (far_m / forMs) * 1000;
  if (far_m > 0.05 && !jumps) track.facing_rad = Math.atan2(dx, dy);
}

/** Put the track where it is at this moment. */
export function follow(track: Track, nowMs: number): void {
  const share = Math.min(1, Math.max(0, (nowMs - track.fromMs) / track.forMs));
  const x_m = track.fromX_m + (track.toX_m - track.fromX_m) * share;
  const y_m = track.fromY_m + (track.toY_m - track.fromY_m) * share;
  track.walked_m += Math.hypot(x_m - track.x_m, y_m - track.y_m);
  track.x_m = x_m;
  track.y_m = y_m;
  if (nowMs > track.fromMs + track.forMs + LONGEST_MS) track.speed_m_s = 0;
  const turn_rad = Math.atan2(
    Math.sin(track.facing_rad - track.heading_rad),
    Math.cos(track.facing_rad - track.heading_rad),
  );
  const passed_s = Math.min(0.2, Math.max(0, nowMs - track.lastMs) / 1000);
  track.heading_rad += turn_rad * Math.min(1, passed_s * 8);
  track.lastMs = nowMs;
}

/** How long the way between two scenes may take: as long as they were apart. 0 = a leap in time, nothing walks there. */
export class Pace {
  private tick = -1;
  private atMs = 0;

  arrives(tick: number, nowMs: number): number {
    const first = this.tick < 0;
    const leap = first || tick < this.tick || tick - this.tick > LONGEST_STEP_TICKS;
    const apart = nowMs - this.atMs;
    this.tick = tick;
    this.atMs = nowMs;
    if (leap) return 0;
    return apart > 4 * LONGEST_MS ? USUAL_MS : Math.min(LONGEST_MS, Math.max(SHORTEST_MS, apart));
  }
}
