/** Journal: what was entered and is not on the server yet, kept on this browser, one entry a key, shared by its tabs.
 *
 * Entries are only added and taken out, never put together: a tab that dies, or does not see yet what another one has
 * written, loses and doubles nothing. Any tab may send any entry, since its id makes a repeat harmless. No clock decides
 * anything: entries are ordered by a count. */

/** What is kept here: localStorage, or its stand-in in a test. */
export interface Kept {
  keys(): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

export interface Entry<Body> {
  readonly id: string;
  /** Grows with each entry; equal ones, made by two tabs at once, go by id. */
  readonly order: number;
  readonly body: Body;
}

export class Journal<Body> {
  constructor(
    private readonly kept: Kept,
    private readonly prefix: string,
    private readonly newId: () => string,
  ) {}

  /** All entries, oldest first. */
  entries(): Entry<Body>[] {
    const found: Entry<Body>[] = [];
    for (const key of this.kept.keys()) {
      const entry = key.startsWith(this.prefix) ? read<Body>(this.kept.get(key)) : null;
      if (entry) found.push(entry);
    }
    return found.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  }

  entry(id: string): Entry<Body> | null {
    return read<Body>(this.kept.get(this.prefix + id));
  }

  add(body: Body): Entry<Body> {
    const order = 1 + this.entries().reduce((most, entry) => Math.max(most, entry.order), 0);
    return this.put({ id: this.newId(), order, body });
  }

  /** Write an entry again with something else in it. */
  put(entry: Entry<Body>): Entry<Body> {
    this.kept.set(this.prefix + entry.id, JSON.stringify(entry));
    return entry;
  }

  /** The same entry under an id that nobody has used. */
  renew(entry: Entry<Body>, body: Body): Entry<Body> {
    const fresh = this.put({ id: this.newId(), order: entry.order, body });
    this.remove(entry.id);
    return fresh;
  }

  remove(id: string): void {
    this.kept.remove(this.prefix + id);
  }
}

function read<Body>(text: string | null): Entry<Body> | null {
  try {
    return text === null ? null : (JSON.parse(text) as Entry<Body>);
  } catch {
    return null;
  }
}

/** The storage of this browser; where it is full or forbidden, this tab remembers by itself, and `failing` says so. */
export function browserStorage(failing: () => void): Kept {
  const own = new Map<string, string>();
  return {
    keys: () => [...new Set([...Object.keys(localStorage), ...own.keys()])],
    get: (key) => own.get(key) ?? localStorage.getItem(key),
    set(key, value) {
      try {
        localStorage.setItem(key, value);
        own.delete(key);
      } catch {
        own.set(key, value);
        failing();
      }
    },
    remove(key) {
      own.delete(key);
      localStorage.removeItem(key);
    },
  };
}
