/** Ring: the states of the last minutes, to look back at while the drill goes on. */
import type { Cells } from "@/live/cells";

interface Snapshot {
  tick: number;
  cells: Cells;
}

export class Ring {
  private readonly kept: Snapshot[] = [];

  constructor(private readonly ticks: number) {}

  /** Take in the newest state. An older tick than the last is a drill that was wound back: what came after it is gone. */
  push(tick: number, cells: Cells): void {
    while (this.kept.length && (this.kept.at(-1)?.tick ?? 0) >= tick) this.kept.pop();
    this.kept.push({ tick, cells });
    const oldest = tick - this.ticks;
    let gone = 0;
    while ((this.kept[gone]?.tick ?? tick) < oldest) gone += 1;
    if (gone > 64) this.kept.splice(0, gone);
  }

  /** The first tick that can be looked at; -1 = none. */
  get from(): number {
    return this.kept[0]?.tick ?? -1;
  }

  get to(): number {
    return this.kept.at(-1)?.tick ?? -1;
  }

  /** The state at a tick: the newest that is not after it, else the oldest. */
  at(tick: number): Snapshot | null {
    let [low, high] = [0, this.kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.kept[middle]?.tick ?? 0) <= tick) low = middle + 1;
      else high = middle;
    }
    return this.kept[Math.max(0, low - 1)] ?? null;
  }
}
