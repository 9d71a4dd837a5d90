import { beforeEach, expect, test } from "vitest";
import { Autosave } from "./autosave";
import { ModelServer, Storage, Wire, type Tab } from "./autosave.model";
import { markField, NOTES, RATING, vetoField, type Value } from "./sheet";

let count = 0;
const newId = () => `id-${String((count += 1)).padStart(6, "0")}`;
const mark = (points: string): Value => ({ points, time_points: "0.00", reason: "" });

interface Page {
  tab: Tab;
  wire: Wire;
  sheet: Autosave;
}

function opened(server: ModelServer, storage: Storage): Page {
  const wire = new Wire(server);
  const tab = storage.tab();
  return { tab, wire, sheet: new Autosave(wire, tab, "yanlian.sheet.d.a", newId) };
}

let server: ModelServer;
let storage: Storage;
let page: Page;

beforeEach(() => {
  count = 0;
  server = new ModelServer();
  storage = new Storage();
  page = opened(server, storage);
});

test("a change is here at once and on the server after a flush, once", async () => {
  page.sheet.change(markField("report"), mark("8.00"));
  expect(page.sheet.values[markField("report")]).toEqual(mark("8.00"));
  expect(server.versions).toHaveLength(0);
  expect(await page.sheet.flush()).toBe(true);
  expect(server.fields[markField("report")]).toEqual(mark("8.00"));
  expect(page.sheet.known).toMatchObject({ version: 1, savedAt: "at 1" });
  expect(page.sheet.pending).toEqual([]);
  await page.sheet.flush();
  expect(server.versions).toHaveLength(1);
});

test("an answer that is lost does not double the save, not even after the tab has died", async () => {
  page.sheet.change(RATING, 4);
  page.wire.cut = () => "after";
  expect(await page.sheet.flush()).toBe(false);
  expect(server.versions).toHaveLength(1);
  expect(page.sheet.pending).toHaveLength(1);
  const again = opened(server, storage);
  expect(await again.sheet.flush()).toBe(true);
  expect(server.versions).toHaveLength(1);
  expect(again.sheet.pending).toEqual([]);
});

test("changes of one field that were made without a network arrive in order, without a conflict with oneself", async () => {
  page.wire.cut = () => "before";
  for (const points of ["1.00", "2.00", "3.00"]) {
    page.sheet.change(markField("report"), mark(points));
    await page.sheet.flush();
  }
  page.wire.cut = () => "";
  expect(await page.sheet.flush()).toBe(true);
  expect(server.versions.map((one) => one.fields[markField("report")])).toEqual(["1.00", "2.00", "3.00"].map(mark));
  expect(page.sheet.disputes).toEqual([]);
});

test("different fields of two devices come together; the same field is asked about, and nothing is lost meanwhile", async () => {
  const other = opened(server, new Storage());
  other.sheet.change(markField("report"), mark("2.00"));
  other.sheet.change(vetoField("engine"), true);
  await other.sheet.flush();
  page.sheet.change(markField("report"), mark("9.00"));
  page.sheet.change(NOTES, "mine");
  await page.sheet.flush();
  expect(server.fields).toMatchObject({ [markField("report")]: mark("2.00"), [vetoField("engine")]: true, notes: "mine" });
  expect(page.sheet.disputes).toEqual([{ field: markField("report"), mine: mark("9.00"), saved: mark("2.00") }]);
  page.sheet.change(markField("report"), mark("9.50"));
  await page.sheet.flush();
  expect(server.fields[markField("report")]).toEqual(mark("2.00"));
  expect(page.sheet.disputes[0]?.mine).toEqual(mark("9.50"));
  page.sheet.settle(markField("report"), true);
  await page.sheet.flush();
  expect(server.fields[markField("report")]).toEqual(mark("9.50"));
  expect(page.sheet.pending).toEqual([]);
});

test("what this browser has sent and a change was made upon is no dispute, though that was not known in time", async () => {
  page.sheet.change(NOTES, "left");
  const second = opened(server, storage);
  second.sheet.change(NOTES, "right");
  const key = second.tab.keys().find((one) => second.tab.get(one)?.includes("right")) ?? "";
  const right = second.tab.get(key) ?? "";
  second.tab.remove(key);
  await page.sheet.flush();
  expect(server.fields[NOTES]).toBe("left");
  second.tab.remove("yanlian.sheet.d.a/known"); // written over by a tab that had not seen it
  second.tab.set(key, right);
  await second.sheet.flush();
  expect(second.sheet.disputes).toEqual([]);
  expect(server.versions.map((one) => one.fields[NOTES])).toEqual(["left", "right"]);
});

test("what another device wrote is not written over unseen, even if it became known in between", async () => {
  page.sheet.change(NOTES, "mine");
  page.sheet.change(RATING, 5);
  const other = opened(server, new Storage());
  other.sheet.change(RATING, 2);
  await other.sheet.flush();
  await page.sheet.flush();
  expect(server.fields).toMatchObject({ notes: "mine", [RATING]: 2 });
  expect(page.sheet.disputes).toEqual([{ field: RATING, mine: 5, saved: 2 }]);
});

test("an older telling that one tab writes late over a newer one of the other is put right, in both", async () => {
  const shared = new Storage(true);
  const [first, second] = [opened(server, shared), opened(server, shared)];
  first.wire.slow = () => 40;
  first.sheet.change(RATING, 4);
  second.sheet.change(NOTES, "seen");
  await Promise.all([first.sheet.flush(), second.sheet.flush()]);
  for (let round = 0; round < 2; round += 1) {
    for (const each of [first, second]) {
      each.tab.catchUp();
      each.sheet.heard(); // as the browser says that another tab has written
    }
  }
  for (const { sheet } of [first, second]) {
    expect([sheet.known.version, sheet.values[RATING], sheet.values[NOTES]]).toEqual([2, 4, "seen"]);
    expect(sheet.pending).toEqual([]);
  }
});

test("theirs can be taken, too", async () => {
  const other = opened(server, new Storage());
  other.sheet.change(RATING, 2);
  await other.sheet.flush();
  page.sheet.change(RATING, 5);
  await page.sheet.flush();
  page.sheet.settle(RATING, false);
  await page.sheet.flush();
  expect(server.versions).toHaveLength(1);
  expect(page.sheet.values[RATING]).toBe(2);
});

test("what the server will never take stays here and is said", async () => {
  page.sheet.change(RATING, 3);
  await page.sheet.flush();
  page.sheet.wantLock();
  await page.sheet.flush();
  expect(page.sheet.known.locked).toBe(true);
  page.sheet.change(RATING, 1);
  await page.sheet.flush();
  expect(page.sheet.pending[0]?.refused?.code).toBe("locked");
  expect(page.sheet.values[RATING]).toBe(3);
  page.sheet.dismiss(RATING);
  expect(page.sheet.pending).toEqual([]);
});

test("a lock waits for what is not saved yet, and a lost answer does not lock twice", async () => {
  page.sheet.change(RATING, 3);
  page.sheet.wantLock();
  page.wire.cut = () => "after";
  await page.sheet.flush();
  await page.sheet.flush();
  page.wire.cut = () => "";
  await page.sheet.flush();
  expect(server.versions.map((one) => one.state)).toEqual(["draft", "locked"]);
  expect(page.sheet.lockWanted).toBe(false);
  expect(page.sheet.known.locked).toBe(true);
});

test("a lock of something not seen is refused", async () => {
  await page.sheet.load();
  const other = opened(server, new Storage());
  other.sheet.change(RATING, 1);
  await other.sheet.flush();
  page.sheet.wantLock();
  await expect(page.sheet.flush()).rejects.toMatchObject({ code: "stale" });
  expect(page.sheet.values[RATING]).toBe(1);
  expect(page.sheet.lockWanted).toBe(false);
});

test("a clock plays no part", async () => {
  const now = Date.now;
  Date.now = () => {
    throw new Error("nobody asks for the time");
  };
  try {
    page.sheet.change(RATING, 3);
    await page.sheet.flush();
  } finally {
    Date.now = now;
  }
  expect(page.sheet.known.savedAt).toBe("at 1");
});

/** Repeatable chance. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const FIELDS = [markField("report"), markField("command"), RATING, NOTES, vetoField("engine")];

function valueFor(field: string, n: number): Value {
  if (field === RATING) return 1 + (n % 5);
  if (field === NOTES) return `note ${n}`;
  if (field.startsWith("vetoes/")) return n % 2 === 0;
  return mark(`${n % 90}.${String(n % 100).padStart(2, "0")}`);
}

/** One browser, two tabs, any order of changes, cuts, deaths of tabs and late storage. */
async function wild(seed: number): Promise<{ made: Map<string, Value[]>; pages: Page[] }> {
  const roll = dice(seed);
  const made = new Map<string, Value[]>(FIELDS.map((field) => [field, []]));
  const pages = [page, opened(server, storage)];
  const cut = () => (["", "", "before", "after"] as const)[roll(4)] ?? "";
  for (const one of pages) one.wire.cut = cut;
  const running: Promise<unknown>[] = [];
  for (let step = 0; step < 40; step += 1) {
    const at = roll(2);
    const one = pages[at] as Page;
    const what = roll(10);
    if (what < 5) {
      const field = FIELDS[roll(FIELDS.length)] as string;
      const before = one.sheet.pending.length;
      const value = valueFor(field, step);
      one.sheet.change(field, value);
      if (one.sheet.pending.length > before) made.get(field)?.push(value);
    } else if (what < 8) {
      const flushed = one.sheet.flush();
      if (roll(2)) await flushed;
      else running.push(flushed);
    } else if (what === 8) {
      one.tab.catchUp(1 + roll(3));
    } else {
      const fresh = opened(server, storage); // the old tab dies in the middle of whatever it was doing
      fresh.wire.cut = cut;
      one.wire.cut = () => "before";
      await Promise.all(running);
      storage.close(one.tab);
      pages[at] = fresh;
    }
    await Promise.resolve();
  }
  await Promise.all(running);
  for (const each of pages) each.wire.cut = () => "";
  for (let round = 0; round < 4; round += 1) {
    for (const each of pages) {
      each.tab.catchUp();
      await each.sheet.flush();
    }
  }
  return { made, pages };
}

test("two tabs that see each other: every change is on the server once, in order, whatever is cut or dies", async () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    [server, storage] = [new ModelServer(), new Storage()];
    page = opened(server, storage);
    const { made, pages } = await wild(seed);
    for (const each of pages) expect(each.sheet.pending, `seed ${seed}`).toEqual([]);
    expect(server.versions.length, `seed ${seed}`).toBe([...made.values()].flat().length);
    for (const [field, values] of made) {
      const then = values.at(-1);
      expect(server.fields[field] ?? false, `seed ${seed} ${field}`).toEqual(then ?? false);
    }
  }
});

test("two tabs that see each other late: nothing is lost, nothing doubled; what crossed is asked about", async () => {
  let asked = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    [server, storage] = [new ModelServer(), new Storage(true)];
    page = opened(server, storage);
    const { made, pages } = await wild(seed);
    const sent = new Set(server.versions.map((one) => one.save_id));
    expect(sent.size, `seed ${seed}`).toBe(server.versions.length);
    const kept = pages.flatMap((each) => each.sheet.pending);
    asked += kept.length;
    for (const [field, values] of made) {
      const found = new Set([
        ...server.versions.map((one) => JSON.stringify(one.fields[field] || null)),
        ...kept.filter((one) => one.field === field).map((one) => JSON.stringify(one.value || null)),
      ]);
      for (const value of values) expect(found, `seed ${seed} ${field}`).toContain(JSON.stringify(value || null));
    }
    for (const each of pages) {
      expect(each.sheet.pending.every((one) => each.sheet.disputes.some((d) => d.field === one.field))).toBe(true);
    }
  }
  expect(asked).toBeGreaterThan(0); // else the storage was never late, and nothing was tried
});
