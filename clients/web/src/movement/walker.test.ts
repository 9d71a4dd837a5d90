import { expect, test } from "vitest";
import type { Site } from "@/scene/scene";
import { alongTheShell, freePath_m, headed, inReach, type Heading, type Point } from "./law";
import { Walker } from "./walker";

const place = (id: string, x_m: number, y_m: number) =>
  ({ id, name: ["", ""], x_m, y_m, kind: "road", indoors: false, panel: false, scba: false }) as const;
const SITE = {
  tanks: [{ id: "T", name: ["", ""], bund: "", x_m: 20, y_m: 20, diameter_m: 22, rim_m: 14, product: "" }],
  places: [place("A", 0, 0), place("B", 2, 0), place("C", 30, 0)],
} as unknown as Site;
const FRAME_MS = 1000 / 60;

type Going = { heading: Heading; speed_m_s: number } | null;

/** The law at the other end of a line: acts come late, states come late and in tenths of a metre. */
class Far {
  at: Point = { x_m: 0, y_m: 0 };
  going: Going = null;
  private coming: { at_ms: number; go: Going }[] = [];
  private told: { at_ms: number; tick: number; body: Point }[] = [];
  private tick = 0;
  acts = 0;
  deaf = false;

  constructor(readonly late_ms: number) {}

  ask(now_ms: number, go: Going): void {
    this.acts += 1;
    if (!this.deaf) this.coming.push({ at_ms: now_ms + this.late_ms, go });
  }

  run(now_ms: number, walker: Walker): void {
    while ((this.tick + 1) * 50 <= now_ms) {
      this.tick += 1;
      for (const one of this.coming.filter((c) => c.at_ms <= this.tick * 50)) this.going = one.go;
      this.coming = this.coming.filter((c) => c.at_ms > this.tick * 50);
      if (this.going) {
        const way = Math.min(this.going.speed_m_s / 20, freePath_m(SITE, this.at, this.going.heading));
        this.at = {
          x_m: this.at.x_m + this.going.heading.x * way,
          y_m: this.at.y_m + this.going.heading.y * way,
        };
      }
      if (this.tick % 2 === 0) {
        const tenth = (m: number) => Math.round(m * 10) / 10;
        const body = { x_m: tenth(this.at.x_m), y_m: tenth(this.at.y_m) };
        this.told.push({ at_ms: this.tick * 50 + this.late_ms, tick: this.tick, body });
      }
    }
    for (const one of this.told.filter((t) => t.at_ms <= now_ms)) {
      walker.take(one.tick, { ...one.body, moving: this.going !== null, doing: "", place: "" }, now_ms);
    }
    this.told = this.told.filter((t) => t.at_ms > now_ms);
  }
}

function stage(late_ms: number) {
  const far = new Far(late_ms);
  let now_ms = 0;
  const walker = new Walker(SITE, {
    steer: (heading, speed_m_s) => far.ask(now_ms, { heading, speed_m_s }),
    halt: () => far.ask(now_ms, null),
  });
  const jumps: number[] = [];
  const run = (seconds: number, each: () => void = () => undefined) => {
    const end = now_ms + seconds * 1000;
    while (now_ms < end) {
      now_ms += FRAME_MS;
      const before = { x: walker.x_m, y: walker.y_m };
      each();
      walker.step(now_ms, FRAME_MS / 1000);
      far.run(now_ms, walker);
      jumps.push(Math.hypot(walker.x_m - before.x, walker.y_m - before.y));
    }
  };
  run(0.5);
  return { far, walker, run, jumps, now: () => now_ms };
}

const off = (walker: Walker, far: Far) => Math.hypot(walker.x_m - far.at.x_m, walker.y_m - far.at.y_m);

test.each([0, 60, 300])("moves in the first frame, whatever the line (%i ms), and ends where the server has it", (late) => {
  const { far, walker, run, jumps } = stage(late);
  walker.want({ x: 1, y: 0 }, 1.7);
  run(0.05);
  expect(walker.x_m).toBeGreaterThan(0.04);
  run(4);
  walker.want({ x: 1, y: 0 }, 0);
  run(2);
  expect(off(walker, far)).toBeLessThan(0.12);
  expect(walker.x_m).toBeCloseTo(1.7 * 4.05, 0);
  expect(Math.max(...jumps)).toBeLessThan((1.7 / 60) * 2.2); // smooth: never twice the step
});

test("a way with many turns stays on the server's path, with at most five steers a second", () => {
  const { far, walker, run } = stage(80);
  let yaw = 0;
  run(10, () => walker.want(headed((yaw += 0.01), 1, 0), 1.7));
  expect(far.acts).toBeLessThanOrEqual(51);
  walker.want({ x: 1, y: 0 }, 0);
  run(1.5);
  expect(off(walker, far)).toBeLessThan(0.15);
});

test("what the server did not take is mended within a second", () => {
  const { far, walker, run } = stage(60);
  far.deaf = true;
  walker.want({ x: 1, y: 0 }, 1.7);
  run(0.8);
  walker.refused();
  walker.held = true;
  run(1.5);
  expect(off(walker, far)).toBeLessThan(0.12);
});

test("a server that is far off is believed at once", () => {
  const { far, walker, run } = stage(60);
  far.at = { x_m: 200, y_m: 100 };
  run(0.3);
  expect([walker.x_m, walker.y_m]).toEqual([200, 100]);
});

test("who was cut off on the way stands once he is back, unless the key is still down", () => {
  const { far, walker, run } = stage(20);
  walker.want({ x: 1, y: 0 }, 1.7);
  run(1);
  walker.away();
  walker.want({ x: 1, y: 0 }, 0); // the key goes up, and nobody can be told
  walker.held = true;
  run(1);
  expect(far.going).not.toBeNull();
  walker.held = false;
  walker.back();
  run(1);
  expect([far.going, walker.walking]).toEqual([null, false]);
  const asked = far.acts;
  walker.away();
  walker.back();
  expect(far.acts).toBe(asked);
});

test("busy hands keep the legs still and are not let go", () => {
  const { far, walker, run } = stage(20);
  walker.held = true;
  walker.want({ x: 1, y: 0 }, 1.7);
  run(1);
  walker.want({ x: 1, y: 0 }, 0);
  run(0.2);
  expect([walker.x_m, far.acts]).toEqual([0, 0]);
});

test("no way leads through a shell, and one slides along it", () => {
  const { far, walker, run } = stage(60);
  far.at = { x_m: 15, y_m: 0 };
  run(0.5);
  run(12, () => walker.want({ x: 0, y: 1 }, 1.7));
  expect(Math.hypot(walker.x_m - 20, walker.y_m - 20)).toBeGreaterThan(11.2);
  expect(walker.y_m).toBeGreaterThan(15); // round it, to the west
  expect(walker.x_m).toBeLessThan(11);
  walker.want({ x: 1, y: 0 }, 0);
  run(1.5);
  expect(off(walker, far)).toBeLessThan(0.3);
});

test("straight at a shell there is no way on", () => {
  expect(alongTheShell(SITE, { x_m: 20, y_m: 8.45 }, { x: 0, y: 1 })).toBeNull();
  expect(alongTheShell(SITE, { x_m: 20, y_m: 0 }, { x: 0, y: 1 })).toEqual({ x: 0, y: 1 });
});

test("places within reach come nearest first", () => {
  expect(inReach(SITE, { x_m: 1.5, y_m: 0 }).map((one) => one.id)).toEqual(["B", "A"]);
});
