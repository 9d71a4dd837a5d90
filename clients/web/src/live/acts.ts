/** Acts of one seat on their way: one at a time, each until the server has answered for it. */
import type { Act, Problem } from "@protocol";

/** What a seat does, without what the connection adds. */
export type Wish = Omit<Act, "type" | "seq" | "timeline" | "seen_tick">;
/** How it went: "" = taken, else the code of the Problem. */
type Settle = (code: string) => void;

interface Waiting {
  wish: Wish;
  settle: Settle;
  seq: number; // 0 = has not left yet
}

/** A refused act leaves no gap behind it; after a lost connection at most one act is in doubt, known by its seq. */
export class ActQueue {
  private waiting: Waiting[] = [];
  private lastSeq = 0;

  /** Acts without an answer. */
  get length(): number {
    return this.waiting.length;
  }

  /** Queue an act. replaces: one of this kind that has not left yet is forgotten, as a newer heading replaces it. */
  add(wish: Wish, settle: Settle, replaces = false): void {
    if (replaces) {
      const stale = this.waiting.findIndex((one) => !one.seq && one.wish.kind === wish.kind);
      if (stale >= 0) this.waiting.splice(stale, 1)[0]?.settle("replaced");
    }
    this.waiting.push({ wish, settle, seq: 0 });
  }

  /** The act that may leave now and has not yet. */
  due(): (Wish & { seq: number }) | null {
    const first = this.waiting[0];
    if (!first || first.seq) return null;
    first.seq = this.lastSeq + 1;
    return { ...first.wish, seq: first.seq };
  }

  /** After a Welcome: settle what the server has by its last_seq; the act to say (again), if any. */
  welcomed(lastSeq: number): (Wish & { seq: number }) | null {
    this.lastSeq = lastSeq;
    const first = this.waiting[0];
    if (first && first.seq && first.seq <= lastSeq) this.settleFirst("");
    return this.leaving();
  }

  /** The act that has left and has no answer, with its seq; else the one that is due. */
  leaving(): (Wish & { seq: number }) | null {
    const first = this.waiting[0];
    if (first) first.seq = 0;
    return this.due();
  }

  accepted(seq: number): void {
    if (this.waiting[0]?.seq !== seq) return;
    this.lastSeq = seq;
    this.settleFirst("");
  }

  refused(problem: Problem): void {
    if (problem.seq && this.waiting[0]?.seq === problem.seq) this.settleFirst(problem.code);
  }

  /** Nothing will be answered any more. */
  end(code: string): void {
    while (this.waiting.length) this.settleFirst(code);
  }

  private settleFirst(code: string): void {
    this.waiting.shift()?.settle(code);
  }
}
