/** Telling: where the eyes of a flat screen look, as a headset tells it; hands are not tracked. Little is said: what is
 * new, at most ten times a second, and now and then again for a server that has been away. */
import type { LiveDrill } from "@/live/drill";
import { TICKS_PER_S } from "@/locale";
import { headOf, NOT_TRACKED, POSE_MS } from "@/movement/pose";
import type { OwnEye } from "./walking";

const AGAIN_TICKS = 5 * TICKS_PER_S;

export class Telling {
  private askedMs = -POSE_MS;
  private said = "";
  private saidTick = 0;

  constructor(private readonly drill: LiveDrill) {}

  /** Once a frame. */
  frame(nowMs: number, eye: OwnEye): void {
    if (nowMs - this.askedMs < POSE_MS) return;
    this.askedMs = nowMs;
    if (this.drill.status.value !== "live") {
      this.said = "";
      return;
    }
    const head = headOf(eye.yaw, eye.pitch, eye.height_m);
    const tick = this.drill.tick.value;
    if (head.join() === this.said && tick - this.saidTick < AGAIN_TICKS) return;
    this.said = head.join();
    this.saidTick = tick;
    this.drill.pose(head, NOT_TRACKED, NOT_TRACKED);
  }
}
