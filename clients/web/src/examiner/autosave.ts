/** Autosave: every change of a sheet goes to the journal of this browser at once, and from there to the server, one
 * after the other, until the server has each. Knows neither sockets nor screens; `Server` is its one edge. */
import { ProblemError } from "@/rest";
import type { Both } from "@/locale";
import { Journal, type Entry, type Kept } from "./journal";
import { EMPTY, NOTES, patchOf, same, valuesOf, type Patch, type SheetBody, type Value, type Values } from "./sheet";

/** One change. was: value that stood on the screen before it. seen: version that was on the screen. base: version that
 * the save names, null = it has not left yet.
 * dispute: what another device has saved in this field meanwhile. refused: why the server will never take it. */
export interface Change {
  field: string;
  value: Value;
  was?: Value;
  seen: number;
  base: number | null;
  dispute?: { saved: Value };
  refused?: { code: string; text: Both };
}

/** What the server is known to have. own: field -> version by which it took this browser's last change of it. */
export interface Known {
  version: number;
  locked: boolean;
  savedAt: string;
  sheet: SheetBody;
  own: Record<string, number>;
}

export interface Saved {
  version: number;
  state: "draft" | "locked";
  saved_at: string;
  sheet: SheetBody;
}

export interface Server {
  save(save_id: string, base_version: number, patch: Patch): Promise<Saved>;
  lock(save_id: string, base_version: number): Promise<Saved>;
  /** The sheet as it stands; saved_at: "" = not told. */
  load(): Promise<Saved>;
}

/** A field that was changed here and on another device. */
export interface Dispute {
  field: string;
  mine: Value;
  saved: Value;
}

/** base: null = it has not left yet. */
interface LockWanted {
  id: string;
  base: number | null;
}

const BLANK: Known = { version: 0, locked: false, savedAt: "", sheet: EMPTY, own: {} };
const LATER = new Set([0, 401, 408, 425, 429]);

export class Autosave {
  private readonly journal: Journal<Change>;
  private running: Promise<boolean> | null = null;
  /** The newest that this tab was told. A browser's tabs may see what the others keep late, and write over it. */
  private newest: Known = BLANK;

  constructor(
    private readonly server: Server,
    private readonly kept: Kept,
    private readonly prefix: string,
    private readonly newId: () => string,
    /** Called after everything that a screen may have to show. */
    private readonly changed: () => void = () => undefined,
  ) {
    this.journal = new Journal(kept, `${prefix}/change/`, newId);
  }

  get known(): Known {
    const kept = this.keptKnown();
    if (kept.version >= this.newest.version) return kept;
    return { ...this.newest, own: laterOf(kept.own, this.newest.own) };
  }

  private keptKnown(): Known {
    try {
      return { ...BLANK, ...(JSON.parse(this.kept.get(`${this.prefix}/known`) ?? "{}") as Partial<Known>) };
    } catch {
      return BLANK;
    }
  }

  /** Another tab has written. Where it wrote something older over what this tab was told, that is kept again. */
  heard(): void {
    if (this.keptKnown().version < this.newest.version) this.keepKnown(this.known);
  }

  private keepKnown(known: Known): void {
    this.newest = known;
    this.kept.set(`${this.prefix}/known`, JSON.stringify(known));
  }

  /** The sheet as this examiner sees it: what the server has, with what is still here laid over it. */
  get values(): Values {
    const values: Record<string, Value> = { ...valuesOf(this.known.sheet) };
    for (const { body } of this.journal.entries()) if (!body.refused) values[body.field] = body.value;
    return values;
  }

  /** Changes that the server does not have. */
  get pending(): Change[] {
    return this.journal.entries().map((entry) => entry.body);
  }

  get disputes(): Dispute[] {
    const found = new Map<string, Dispute>();
    for (const { body } of this.journal.entries()) {
      const before = found.get(body.field);
      const saved = body.dispute?.saved ?? before?.saved;
      if (body.dispute || before) found.set(body.field, { field: body.field, mine: body.value, saved: saved ?? null });
    }
    return [...found.values()];
  }

  get lockWanted(): boolean {
    return this.kept.get(`${this.prefix}/lock`) !== null;
  }

  /** Enter a value. It is on this browser when this returns. */
  change(field: string, value: Value): void {
    const was = valueIn(this.values, field);
    if (same(was, value)) return;
    this.journal.add({ field, value, was, seen: this.known.version, base: null });
    this.changed();
  }

  /** Of a disputed field: mine = write over what the other device has saved, now that it was seen. */
  settle(field: string, mine: boolean): void {
    const entries = this.journal.entries().filter((entry) => entry.body.field === field);
    const last = entries.at(-1);
    for (const entry of entries) if (entry !== last) this.journal.remove(entry.id);
    if (last && mine) this.journal.renew(last, { field, value: last.body.value, seen: this.known.version, base: null });
    else if (last) this.journal.remove(last.id);
    this.changed();
  }

  /** Let go of what the server will never take. */
  dismiss(field: string): void {
    for (const { id, body } of this.journal.entries()) if (body.refused && body.field === field) this.journal.remove(id);
    this.changed();
  }

  /** Ask the server how the sheet stands. ProblemError. */
  async load(): Promise<void> {
    this.learn(await this.server.load());
  }

  /** Want the sheet locked as it stands on the screen: that is remembered until the server has answered. */
  wantLock(): void {
    if (this.lockWanted) return;
    this.keepLock({ id: this.newId(), base: null });
    this.changed();
  }

  /** Send what can be sent. true: nothing is left to be sent; false: the server cannot be reached now.
   * ProblemError: why the sheet was not locked. */
  flush(): Promise<boolean> {
    this.running ??= this.sendAll().finally(() => (this.running = null));
    return this.running;
  }

  private async sendAll(): Promise<boolean> {
    for (let next = this.next(); next; next = this.next()) {
      if (!(await this.send(next))) return false;
    }
    return this.lockWanted && this.pending.length === 0 ? this.sendLock() : true;
  }

  /** The oldest entry that may leave: nothing overtakes a disputed change of the same field. */
  private next(): Entry<Change> | undefined {
    const held = new Set<string>();
    return this.journal.entries().find(({ body }) => {
      if (body.dispute) held.add(body.field);
      return !body.dispute && !body.refused && !held.has(body.field);
    });
  }

  private async send(entry: Entry<Change>): Promise<boolean> {
    const { field, value, seen } = entry.body;
    const base = entry.body.base ?? Math.max(seen, this.known.own[field] ?? 0);
    if (entry.body.base === null) this.journal.put({ ...entry, body: { ...entry.body, base } });
    try {
      const saved = await this.server.save(entry.id, base, patchOf(field, value));
      this.learn(saved, field);
      this.journal.remove(entry.id);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (later(error)) return false;
      await this.refused(entry, base, error);
    }
    this.changed();
    return true;
  }

  private async refused(entry: Entry<Change>, base: number, error: ProblemError): Promise<void> {
    const now = this.journal.entry(entry.id);
    if (!now) return; // another tab has seen to it
    const { body } = now;
    if (error.code === "conflict") {
      await this.loadQuietly();
      this.disputed(entry.id, savedIn(error, body.field));
    } else if (error.code === "save_id_used") {
      if (body.base === base) this.journal.renew(now, { ...body, base: null });
    } else if (error.code === "unknown_base") {
      const version = Number(error.body["version"] ?? 0);
      this.journal.renew(now, { ...body, seen: version, base: version });
    } else {
      this.journal.put({ ...now, body: { ...body, refused: { code: error.code, text: error.text } } });
      if (error.code === "locked") await this.loadQuietly();
    }
  }

  /** A dispute, unless what the server has is what stood on the screen: another tab of this browser has sent it, and
   * what this tab knew of that was overtaken. */
  private disputed(id: string, saved: Value): void {
    const now = this.journal.entry(id);
    if (!now) return; // another tab has seen to it
    const { field, was } = now.body;
    const { version, sheet } = this.known;
    if (was !== undefined && same(was, saved) && same(was, valueIn(valuesOf(sheet), field))) {
      this.journal.renew(now, { ...now.body, seen: version, base: null });
    } else {
      this.journal.put({ ...now, body: { ...now.body, dispute: { saved } } });
    }
  }

  private async sendLock(): Promise<boolean> {
    const wanted = JSON.parse(this.kept.get(`${this.prefix}/lock`) ?? "null") as LockWanted | null;
    if (!wanted) return true;
    const base = wanted.base ?? this.known.version;
    this.keepLock({ ...wanted, base });
    try {
      this.learn(await this.server.lock(wanted.id, base));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (later(error)) return false;
      this.forgetLock();
      await this.loadQuietly();
      if (this.known.locked) return true;
      throw error;
    }
    this.forgetLock();
    return true;
  }

  private keepLock(wanted: LockWanted): void {
    this.kept.set(`${this.prefix}/lock`, JSON.stringify(wanted));
  }

  private forgetLock(): void {
    this.kept.remove(`${this.prefix}/lock`);
    this.changed();
  }

  private async loadQuietly(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** Take in what the server has said; of two tellings the newer counts. */
  private learn(saved: Saved, field = ""): void {
    const known = this.known;
    const own = field ? { ...known.own, [field]: Math.max(saved.version, known.own[field] ?? 0) } : known.own;
    const newer = saved.version >= known.version;
    const told: Known = newer
      ? {
          version: saved.version,
          locked: saved.state === "locked",
          savedAt: saved.saved_at || (saved.version === known.version ? known.savedAt : ""),
          sheet: saved.sheet,
          own,
        }
      : { ...known, own };
    this.keepKnown(told);
    this.changed();
  }
}

/** Of each field the later version. */
function laterOf(a: Known["own"], b: Known["own"]): Known["own"] {
  return Object.fromEntries(Object.keys({ ...a, ...b }).map((field) => [field, Math.max(a[field] ?? 0, b[field] ?? 0)]));
}

/** What a field shows; one without a value is empty. */
function valueIn(values: Values, field: string): Value {
  return values[field] ?? (field === NOTES ? "" : null);
}

function later(error: ProblemError): boolean {
  return LATER.has(error.status) || error.status >= 500;
}

function savedIn(error: ProblemError, field: string): Value {
  const fields = (error.body["fields"] ?? []) as { field: string; saved: Value }[];
  const saved = fields.find((one) => one.field === field)?.saved ?? null;
  return saved === "drawn" ? true : saved;
}
