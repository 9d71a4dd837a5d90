/** Model: a server as the tests of autosave need it: it merges field by field, repeats answers, and loses some. Written
 * from what `server/panel` promises, apart from the code under test. */
import { ProblemError } from "@/rest";
import type { Saved, Server } from "./autosave";
import type { Kept } from "./journal";
import type { Mark, Patch, SheetBody, Value } from "./sheet";

type Fields = Record<string, Value>;

interface Version {
  save_id: string;
  asked: string;
  state: "draft" | "locked";
  fields: Fields;
}

const problem = (status: number, code: string, body: Record<string, unknown> = {}) =>
  new ProblemError(status, code, { zh: code, en: code }, body);
const text = (value: Value | undefined) => JSON.stringify(value ?? null);

function wantedOf(patch: Patch): Fields {
  const { marks, vetoes, ...plain } = patch as Partial<Patch>;
  return {
    ...(plain as Fields),
    ...Object.fromEntries(Object.entries(marks ?? {}).map(([id, mark]) => [`marks/${id}`, mark as Mark | null])),
    ...Object.fromEntries(Object.entries(vetoes ?? {}).map(([id, drawn]) => [`vetoes/${id}`, drawn ? true : null])),
  };
}

function sheetOf(fields: Fields): SheetBody {
  const of = (kind: string) => Object.entries(fields).filter(([field, value]) => field.startsWith(kind) && value);
  return {
    marks: Object.fromEntries(of("marks/").map(([field, mark]) => [field.slice(6), mark as Mark])),
    vetoes: of("vetoes/").map(([field]) => field.slice(7)).sort(),
    global_rating: (fields["global_rating"] ?? null) as number | null,
    notes: (fields["notes"] ?? "") as string,
  };
}

export class ModelServer {
  readonly versions: Version[] = [];

  get fields(): Fields {
    return this.versions.at(-1)?.fields ?? {};
  }

  save(save_id: string, base: number, patch: Patch): Saved {
    const asked = JSON.stringify([base, patch]);
    const earlier = this.versions.findIndex((one) => one.save_id === save_id);
    if (earlier >= 0) return this.repeated(earlier, asked);
    if (this.versions.at(-1)?.state === "locked") throw problem(409, "locked");
    if (base > this.versions.length) throw problem(409, "unknown_base", { version: this.versions.length });
    const then = base ? (this.versions[base - 1]?.fields ?? {}) : {};
    const wanted = wantedOf(patch);
    const now = this.fields;
    const fields = Object.entries(wanted)
      .filter(([f, value]) => text(now[f]) !== text(then[f]) && text(now[f]) !== text(value))
      .map(([field, sent]) => ({ field, saved: now[field] ?? null, sent }));
    if (fields.length) throw problem(409, "conflict", { fields });
    return this.append({ save_id, asked, state: "draft", fields: { ...now, ...wanted } });
  }

  lock(save_id: string, base: number): Saved {
    const asked = JSON.stringify([base]);
    const earlier = this.versions.findIndex((one) => one.save_id === save_id);
    if (earlier >= 0) return this.repeated(earlier, asked);
    if (this.versions.at(-1)?.state === "locked") throw problem(409, "locked");
    if (base !== this.versions.length) throw problem(409, "stale", { version: this.versions.length });
    return this.append({ save_id, asked, state: "locked", fields: this.fields });
  }

  told(n = this.versions.length): Saved {
    const one = this.versions[n - 1];
    return { version: n, state: one?.state ?? "draft", saved_at: `at ${n}`, sheet: sheetOf(one?.fields ?? {}) };
  }

  private repeated(at: number, asked: string): Saved {
    if (this.versions[at]?.asked !== asked) throw problem(409, "save_id_used");
    return this.told(at + 1);
  }

  private append(version: Version): Saved {
    this.versions.push(version);
    return this.told();
  }
}

/** The way to the server: cut before a request comes there, or after, so that its answer is lost. */
export class Wire implements Server {
  cut: () => "" | "before" | "after" = () => "";
  /** For how many turns of the loop an answer is on its way. */
  slow: () => number = () => 1;

  constructor(private readonly server: ModelServer) {}

  save(id: string, base: number, patch: Patch): Promise<Saved> {
    return this.over(() => this.server.save(id, base, patch));
  }

  lock(id: string, base: number): Promise<Saved> {
    return this.over(() => this.server.lock(id, base));
  }

  load(): Promise<Saved> {
    return this.over(() => this.server.told());
  }

  private async over(ask: () => Saved): Promise<Saved> {
    const cut = this.cut();
    await Promise.resolve();
    if (cut === "before") throw problem(0, "offline");
    const told = ask();
    for (let left = this.slow(); left > 0; left -= 1) await Promise.resolve();
    if (cut === "after") throw problem(0, "offline");
    return structuredClone(told);
  }
}

/** One browser's storage, as its tabs see it: each sees what others wrote in order, at once or, if `lag`, late. Of a key
 * the last write stands, for all: what comes late of an earlier one is passed over. */
export class Storage {
  private readonly tabs: Tab[] = [];
  private writes = 0;

  constructor(private readonly lag = false) {}

  tab(): Tab {
    const first = this.tabs[0];
    const tab = new Tab(this, first ? new Map(first.settled()) : new Map());
    this.tabs.push(tab);
    return tab;
  }

  close(tab: Tab): void {
    const rest = this.tabs.indexOf(tab);
    if (rest >= 0 && this.tabs.length > 1) this.tabs.splice(rest, 1);
  }

  /** The number of this write. */
  tell(from: Tab, key: string, value: string | null): number {
    this.writes += 1;
    for (const tab of this.tabs) {
      if (tab === from) continue;
      tab.late.push([key, value, this.writes]);
      if (!this.lag) tab.catchUp();
    }
    return this.writes;
  }
}

export class Tab implements Kept {
  late: [string, string | null, number][] = [];
  private readonly own = new Map<string, number>();

  constructor(
    private readonly storage: Storage,
    private readonly seen: Map<string, string>,
  ) {}

  /** See the oldest of what others wrote. */
  catchUp(most = Infinity): void {
    for (let n = 0; n < most && this.late.length; n += 1) {
      const [key, value, write] = this.late.shift() as [string, string | null, number];
      if (write < (this.own.get(key) ?? 0)) continue;
      if (value === null) this.seen.delete(key);
      else this.seen.set(key, value);
    }
  }

  settled(): Map<string, string> {
    this.catchUp();
    return this.seen;
  }

  keys(): string[] {
    return [...this.seen.keys()];
  }

  get(key: string): string | null {
    return this.seen.get(key) ?? null;
  }

  set(key: string, value: string): void {
    this.seen.set(key, value);
    this.own.set(key, this.storage.tell(this, key, value));
  }

  remove(key: string): void {
    this.seen.delete(key);
    this.own.set(key, this.storage.tell(this, key, null));
  }
}
