/** The own sheet and bookmarks on a screen: kept here, sent when the server can be reached, the same in every tab. */
import { onScopeDispose, shallowRef, type ShallowRef } from "vue";
import { answer, ProblemError, soon, type Schemas } from "@/rest";
import { newUuid } from "@/rest/ids";
import { rest } from "@/rest/session";
import { Autosave, type Dispute, type Known, type Saved, type Server } from "./autosave";
import { Bookmarks, type BookmarkServer, type Shown } from "./bookmarks";
import { browserStorage, type Kept } from "./journal";
import type { Values } from "./sheet";

export type Own = Schemas["OwnAnswer"];

export interface SheetState {
  values: Values;
  known: Known;
  /** Changes that are only here. */
  waiting: number;
  disputes: readonly Dispute[];
  /** field -> why the server will not take it. */
  refused: Readonly<Record<string, ProblemError["text"]>>;
  lockWanted: boolean;
}

export interface OwnSheet {
  readonly own: ShallowRef<Own | null>;
  readonly state: ShallowRef<SheetState>;
  readonly bookmarks: ShallowRef<readonly Shown[]>;
  /** The server cannot be reached now. */
  readonly offline: ShallowRef<boolean>;
  /** Why the lock was not taken, or the sheet not shown; null = nothing. */
  readonly problem: ShallowRef<ProblemError | null>;
  /** This browser cannot keep anything: what is entered is in this tab alone. */
  readonly unkept: ShallowRef<boolean>;
  readonly save: Autosave;
  readonly marks: Bookmarks;
  reload(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;

function saved(own: Own): Saved {
  return { version: own.version, state: own.state, saved_at: own.saved_at ?? "", sheet: own.sheet };
}

function serverOf(drill: string, took: (own: Own) => void): Server {
  const path = { drill };
  return {
    save: (save_id, base_version, patch) =>
      answer(
        rest.POST("/api/drills/{drill}/sheet/saves", { params: { path }, body: { save_id, base_version, ...patch }, ...soon() }),
      ),
    lock: (save_id, base_version) =>
      answer(rest.POST("/api/drills/{drill}/sheet/lock", { params: { path }, body: { save_id, base_version }, ...soon() })),
    async load() {
      const own = await answer(rest.GET("/api/drills/{drill}/sheet", { params: { path }, ...soon() }));
      took(own);
      return saved(own);
    },
  };
}

function bookmarkServerOf(drill: string): BookmarkServer {
  return {
    list: () => answer(rest.GET("/api/drills/{drill}/bookmarks", { params: { path: { drill } }, ...soon() })),
    make: (id, tick, note) =>
      answer(rest.POST("/api/drills/{drill}/bookmarks", { params: { path: { drill } }, body: { id, tick, note }, ...soon() })),
    remove: (bookmark) =>
      answer(rest.DELETE("/api/drills/{drill}/bookmarks/{bookmark}", { params: { path: { drill, bookmark } }, ...soon() })),
  };
}

/** The lines of the sheet are kept, too: a tablet that is opened without a network shows them. */
function ownKept(kept: Kept, key: string): { own: ShallowRef<Own | null>; again(): void; took(found: Own): void } {
  const read = () => JSON.parse(kept.get(key) ?? "null") as Own | null;
  const own = shallowRef<Own | null>(read());
  return {
    own,
    again: () => (own.value = read()),
    took(found) {
      own.value = found;
      kept.set(key, JSON.stringify(found));
    },
  };
}

function stateOf(save: Autosave): SheetState {
  const refused = save.pending.filter((one) => one.refused);
  return {
    values: save.values,
    known: save.known,
    waiting: save.pending.length,
    disputes: save.disputes,
    refused: Object.fromEntries(refused.map((one) => [one.field, one.refused?.text ?? { zh: "", en: "" }])),
    lockWanted: save.lockWanted,
  };
}

/** member: whether this account has a sheet here; a chief has bookmarks alone. */
export function useSheet(drill: string, account: string, member: boolean): OwnSheet {
  const prefix = `yanlian.sheet.${drill}.${account}`;
  const unkept = shallowRef(false);
  const kept = browserStorage(() => (unkept.value = true));
  const { own, again, took } = ownKept(kept, `${prefix}/own`);
  const offline = shallowRef(false);
  const problem = shallowRef<ProblemError | null>(null);
  const save = new Autosave(serverOf(drill, took), kept, prefix, newUuid, show);
  const marks = new Bookmarks(bookmarkServerOf(drill), kept, prefix, newUuid, show);
  const state = shallowRef<SheetState>(stateOf(save));
  const bookmarks = shallowRef<readonly Shown[]>(marks.shown);
  let [timer, pause, over] = [0, FIRST_PAUSE_MS, false];

  function show(): void {
    state.value = stateOf(save);
    bookmarks.value = marks.shown;
    if ((state.value.waiting || marks.waiting || save.lockWanted) && !offline.value) go(0);
  }

  function go(after_ms: number): void {
    window.clearTimeout(timer);
    if (!over) timer = window.setTimeout(() => void flush(), after_ms);
  }

  async function flush(): Promise<void> {
    let reached = true;
    try {
      if (member) reached = await save.flush();
      reached = (await marks.flush()) && reached;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problem.value = error;
    }
    offline.value = !reached;
    pause = reached ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pause * 2);
    if (!reached) go(pause);
  }

  async function reload(): Promise<void> {
    try {
      if (member) await save.load();
      await marks.load();
      if (offline.value) go(0);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (!error.offline) problem.value = error;
      else {
        offline.value = true;
        go(pause);
      }
    }
  }

  const back = () => void reload().then(() => go(0));
  const elsewhere = (event: StorageEvent) => {
    if (event.key?.startsWith(prefix)) {
      if (event.key.endsWith("/own")) again();
      save.heard();
      show();
    }
  };
  window.addEventListener("online", back);
  window.addEventListener("storage", elsewhere);
  onScopeDispose(() => {
    over = true;
    window.clearTimeout(timer);
    window.removeEventListener("online", back);
    window.removeEventListener("storage", elsewhere);
  });
  void reload().then(() => go(0));
  return { own, state, bookmarks, offline, problem, unkept, save, marks, reload };
}
