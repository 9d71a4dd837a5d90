/** Bookmarks: own moments of a drill, made and taken back at once here, and on the server as soon as it can be reached. */
import { ProblemError, type Schemas } from "@/rest";
import { Journal, type Kept } from "./journal";

export type Bookmark = Schemas["BookmarkAnswer"];
export type Deed = { kind: "make"; id: string; tick: number; note: string } | { kind: "remove"; id: string };

/** A bookmark as it is shown. waiting: not on the server yet. */
export interface Shown {
  id: string;
  tick: number;
  note: string;
  own: boolean;
  waiting: boolean;
}

export interface BookmarkServer {
  list(): Promise<Bookmark[]>;
  make(id: string, tick: number, note: string): Promise<Bookmark>;
  remove(id: string): Promise<void>;
}

export class Bookmarks {
  private readonly journal: Journal<Deed>;
  private told: Bookmark[] = [];
  private running: Promise<boolean> | null = null;
  /** Why the last one was not taken; null = it was. */
  refused: ProblemError | null = null;

  constructor(
    private readonly server: BookmarkServer,
    kept: Kept,
    prefix: string,
    private readonly newId: () => string,
    private readonly changed: () => void = () => undefined,
  ) {
    this.journal = new Journal(kept, `${prefix}/bookmark/`, newId);
  }

  get shown(): Shown[] {
    const found = new Map<string, Shown>(this.told.map((one) => [one.id, { ...one, waiting: false }]));
    for (const { body } of this.journal.entries()) {
      if (body.kind === "remove") found.delete(body.id);
      else found.set(body.id, { id: body.id, tick: body.tick, note: body.note, own: true, waiting: true });
    }
    return [...found.values()].sort((a, b) => a.tick - b.tick || (a.id < b.id ? -1 : 1));
  }

  get waiting(): number {
    return this.journal.entries().length;
  }

  make(tick: number, note = ""): string {
    const id = this.newId();
    this.journal.add({ kind: "make", id, tick, note });
    this.changed();
    return id;
  }

  remove(id: string): void {
    this.journal.add({ kind: "remove", id });
    this.changed();
  }

  /** Other words for a bookmark: another one at the same moment. */
  rewrite(one: Shown, note: string): void {
    this.remove(one.id);
    this.make(one.tick, note);
  }

  async load(): Promise<void> {
    this.told = await this.server.list();
    this.changed();
  }

  /** Send what waits. true: nothing is left; false: the server cannot be reached now. */
  flush(): Promise<boolean> {
    this.running ??= this.sendAll().finally(() => (this.running = null));
    return this.running;
  }

  private async sendAll(): Promise<boolean> {
    for (let next = this.journal.entries()[0]; next; next = this.journal.entries()[0]) {
      const { body } = next;
      try {
        if (body.kind === "remove") {
          await this.server.remove(body.id);
          this.told = this.told.filter((one) => one.id !== body.id);
        } else {
          const made = await this.server.make(body.id, body.tick, body.note);
          this.told = [...this.told.filter((one) => one.id !== made.id), made];
        }
        this.refused = null;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        if (error.offline || error.status === 401 || error.status === 429 || error.status >= 500) return false;
        this.refused = error;
      }
      this.journal.remove(next.id);
      this.changed();
    }
    return true;
  }
}
