/** Drill: what a screen follows of one drill. Opened by a seat's holder or by staff; closes with the component. */
import { onScopeDispose, shallowReactive, shallowRef, type ShallowRef } from "vue";
import type { Message, Pose, Welcome } from "@protocol";
import { language, type Both } from "@/locale";
import { heldSeat, keepSeat } from "@/rest/seat";
import { sessionToken } from "@/rest/session";
import type { Wish } from "./acts";
import type { Cells } from "./cells";
import { Link, type LinkStatus } from "./link";

/** Messages kept for screens: numbered events (heard, noted, declined, happened), notices. */
export type Tiding = Message;

export interface LiveDrill {
  readonly id: string;
  readonly status: ShallowRef<LinkStatus>;
  /** Why the link is lost or over; null = nothing to say. */
  readonly why: ShallowRef<Both | null>;
  readonly welcome: ShallowRef<Welcome | null>;
  readonly phase: ShallowRef<string>;
  /** Why the phase is as it is, one word: "safety_stop", "annulled" ... */
  readonly phaseWord: ShallowRef<string>;
  readonly speed: ShallowRef<number>;
  /** Of the newest state; -1 before the first. */
  readonly tick: ShallowRef<number>;
  /** The newest state by cell, as PROTOCOL.md and `server/views` name them. Replaced whole, ten times a second. */
  readonly cells: ShallowRef<Cells>;
  /** All numbered events so far, oldest first. */
  readonly tidings: readonly Tiding[];
  /** Of seats, to staff: seat -> "person" and so on. */
  readonly holders: Readonly<Record<string, { holder: string; connected: boolean }>>;
  /** Of the panel: how many sheets are locked; null = not told yet. */
  readonly locked: ShallowRef<{ locked: number; of: number } | null>;
  /** Acts on their way. */
  readonly pending: ShallowRef<number>;
  act(wish: Wish, options?: { replaces?: boolean }): Promise<string>;
  readyFor(tick: number): void;
  pose(head: Pose["head"], left: Pose["left"], right: Pose["right"]): void;
  safetyStop(reason?: string): void;
  close(): void;
}

function socketUrl(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;
}

function makeParts() {
  return {
    status: shallowRef<LinkStatus>("connecting"),
    why: shallowRef<Both | null>(null),
    welcome: shallowRef<Welcome | null>(null),
    phase: shallowRef(""),
    phaseWord: shallowRef(""),
    speed: shallowRef(1),
    tick: shallowRef(-1),
    cells: shallowRef<Cells>({}),
    tidings: shallowReactive<Tiding[]>([]),
    holders: shallowReactive<Record<string, { holder: string; connected: boolean }>>({}),
    locked: shallowRef<{ locked: number; of: number } | null>(null),
    pending: shallowRef(0),
  };
}

type Parts = ReturnType<typeof makeParts>;

function takeMessage(parts: Parts, message: Message): void {
  if (message.type === "seat_held") {
    parts.holders[message.seat] = { holder: message.holder, connected: message.connected ?? false };
  } else if (message.type === "panel_progress") {
    parts.locked.value = { locked: message.locked, of: message.of };
  } else {
    if (message.type === "phase") {
      parts.phase.value = message.phase;
      parts.phaseWord.value = message.word ?? "";
      parts.speed.value = message.speed ?? 1;
    }
    parts.tidings.push(message);
  }
}

function makeDrill(id: string, staff: boolean): LiveDrill {
  const parts = makeParts();
  const link = new Link({
    url: socketUrl(),
    drill: id,
    staff,
    token: () => (staff ? sessionToken() : (heldSeat(id)?.token ?? "")),
    language,
    hear: {
      status: (status, why) => {
        parts.status.value = status;
        parts.why.value = why;
      },
      welcome: (welcome) => {
        parts.welcome.value = welcome;
        parts.phase.value = welcome.phase;
        parts.speed.value = welcome.speed ?? 1;
      },
      state: (tick, cells) => {
        parts.cells.value = cells;
        parts.tick.value = tick;
      },
      message: (message) => takeMessage(parts, message),
      token: (token) => {
        const held = heldSeat(id);
        if (held) keepSeat({ ...held, token });
      },
    },
  });
  return {
    id,
    ...parts,
    act: (wish, options) =>
      new Promise((settle) => {
        link.act(
          wish,
          (code) => {
            parts.pending.value = link.acts.length;
            settle(code);
          },
          options?.replaces,
        );
        parts.pending.value = link.acts.length;
      }),
    readyFor: (tick) => link.readyFor(tick),
    pose: (head, left, right) => link.pose(head, left, right),
    safetyStop: (reason = "") => link.safetyStop(reason),
    close: () => link.close(),
  };
}

function whileShown(drill: LiveDrill): LiveDrill {
  onScopeDispose(() => drill.close());
  return drill;
}

/** Follow a drill as staff (examiner, director, observer), by the log-in. */
export function useStaffDrill(id: string): LiveDrill {
  return whileShown(makeDrill(id, true));
}

/** Take part in a drill by the seat held on this browser. */
export function useSeatDrill(id: string): LiveDrill {
  return whileShown(makeDrill(id, false));
}
