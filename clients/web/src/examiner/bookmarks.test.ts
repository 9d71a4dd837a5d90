import { expect, test } from "vitest";
import { ProblemError } from "@/rest";
import { Storage } from "./autosave.model";
import { Bookmarks, type Bookmark, type BookmarkServer } from "./bookmarks";

const offline = () => new ProblemError(0, "offline", { zh: "", en: "" });

class Model implements BookmarkServer {
  readonly made = new Map<string, Bookmark>();
  readonly removed = new Set<string>();
  cut: "" | "before" | "after" = "";
  private asked<T>(work: () => T): Promise<T> {
    if (this.cut === "before") return Promise.reject(offline());
    const told = work();
    return this.cut === "after" ? Promise.reject(offline()) : Promise.resolve(told);
  }
  list(): Promise<Bookmark[]> {
    return this.asked(() => [...this.made.values()].filter((one) => !this.removed.has(one.id)));
  }
  make(id: string, tick: number, note: string): Promise<Bookmark> {
    return this.asked(() => {
      const one = this.made.get(id) ?? { id, tick, note, own: true, account: "a", made_at: "" };
      this.made.set(id, one);
      return one;
    });
  }
  remove(id: string): Promise<void> {
    return this.asked(() => void this.removed.add(id));
  }
}

test("made without a network, shown at once, on the server once", async () => {
  const [server, tab] = [new Model(), new Storage().tab()];
  let n = 0;
  const marks = new Bookmarks(server, tab, "p", () => `id-${(n += 1)}`);
  server.cut = "before";
  marks.make(900, "wrong valve");
  marks.make(100);
  expect(await marks.flush()).toBe(false);
  expect(marks.shown.map((one) => [one.tick, one.waiting])).toEqual([[100, true], [900, true]]);
  server.cut = "after";
  expect(await marks.flush()).toBe(false);
  server.cut = "";
  expect(await marks.flush()).toBe(true);
  expect(server.made.size).toBe(2);
  expect(marks.shown.map((one) => one.waiting)).toEqual([false, false]);
});

test("other words at the same moment; taken back stays taken back", async () => {
  const [server, tab] = [new Model(), new Storage().tab()];
  let n = 0;
  const marks = new Bookmarks(server, tab, "p", () => `id-${(n += 1)}`);
  marks.make(40, "a");
  await marks.flush();
  const first = marks.shown[0];
  if (first) marks.rewrite(first, "b");
  await marks.flush();
  await marks.load();
  expect(marks.shown.map((one) => [one.tick, one.note])).toEqual([[40, "b"]]);
});
