/** Link: one conversation about one drill, kept over lost connections. Knows sockets, no screen. */
import { decode, encode } from "@msgpack/msgpack";
import { BEAT_S, VERSION, type Baseline, type Message, type Pose, type Problem, type Welcome } from "@protocol";
import type { Both } from "@/locale";
import { ActQueue, type Wish } from "./acts";
import { cellsOf, patched, StateError, type Cells } from "./cells";

/** connecting: never been in; live; lost: coming back; over: there is no use in coming back. */
export type LinkStatus = "connecting" | "live" | "lost" | "over";

export interface Hearing {
  status(status: LinkStatus, why: Both | null): void;
  welcome(welcome: Welcome): void;
  state(tick: number, cells: Cells): void;
  /** A numbered event or a notice, once each and in order. */
  message(message: Message): void;
  /** The token for the next connection. */
  token(token: string): void;
}

export interface LinkOptions {
  url: string;
  drill: string;
  token: () => string;
  /** Staff name their drill in Hello, a seat's token says it. */
  staff: boolean;
  language: () => string;
  hear: Hearing;
}

const TRY_AGAIN = new Set(["stopping", "busy", "too_slow", "too_many"]);
const SILENCE_MS = 4 * BEAT_S * 1000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8000;
const NOTHING_HEARD: Both = { zh: "网络中断，正在重连", en: "The network is gone, coming back" };

export class Link {
  readonly acts = new ActQueue();
  private socket: WebSocket | null = null;
  private baseline: Baseline | null = null;
  private lastEvent = 0;
  private phase = "";
  private failures = 0;
  private stop: { reason: string } | null = null;
  private ready = 0;
  private welcomed = false;
  private over = false;
  private timer = 0;
  private silence = 0;

  constructor(private readonly options: LinkOptions) {
    this.open();
    window.addEventListener("online", this.hurry);
  }

  /** Leave for good. */
  close(): void {
    this.end(null);
  }

  act(wish: Wish, settle: (code: string) => void = () => undefined, replaces = false): void {
    if (this.over) {
      settle("ended");
      return;
    }
    this.acts.add(wish, settle, replaces);
    this.sendAct(this.acts.due());
  }

  /** Above real time: every act before `tick` has been given. */
  readyFor(tick: number): void {
    this.ready = tick;
    this.send({ type: "ready", tick });
  }

  /** This is real: stop. Said again after every lost connection until the drill is over. */
  safetyStop(reason: string): void {
    this.stop = { reason };
    this.send({ type: "safety_stop", reason });
  }

  pose(head: Pose["head"], left: Pose["left"], right: Pose["right"]): void {
    this.send({ type: "pose", head, left, right });
  }

  private readonly hurry = (): void => {
    if (this.over || this.socket) return;
    window.clearTimeout(this.timer);
    this.open();
  };

  private open(): void {
    const socket = new WebSocket(this.options.url);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.welcomed = false;
    socket.onopen = () => {
      const timeline = this.options.staff ? this.options.drill : "";
      this.write({
        type: "hello",
        version: VERSION,
        token: this.options.token(),
        last_event: this.lastEvent,
        language: this.options.language(),
        timeline,
      });
      this.listen();
    };
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => {
      if (socket !== this.socket) return;
      this.listen();
      try {
        this.take(decode(new Uint8Array(event.data)) as Message);
      } catch (error) {
        if (!(error instanceof StateError)) throw error;
        this.lose(null);
      }
    };
    socket.onclose = () => {
      if (socket === this.socket) this.lose(null);
    };
    this.listen();
  }

  /** A connection that has said nothing for a while is a dead one, whatever the browser thinks. */
  private listen(): void {
    window.clearTimeout(this.silence);
    this.silence = window.setTimeout(() => this.lose(null), SILENCE_MS);
  }

  private lose(why: Both | null): void {
    if (this.over) return;
    this.drop();
    if (this.phase === "sealed") {
      this.end(null);
      return;
    }
    this.options.hear.status(this.lastPhase(), why ?? NOTHING_HEARD);
    const bound = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.failures, 16));
    this.failures += 1;
    this.timer = window.setTimeout(() => this.open(), FIRST_PAUSE_MS / 2 + Math.random() * bound);
  }

  private lastPhase(): LinkStatus {
    return this.phase ? "lost" : "connecting";
  }

  private drop(): void {
    window.clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = null;
    this.baseline = null;
    this.welcomed = false;
    if (socket) {
      socket.onclose = null;
      socket.close();
    }
  }

  private end(why: Both | null): void {
    if (this.over) return;
    this.over = true;
    this.drop();
    window.clearTimeout(this.timer);
    window.removeEventListener("online", this.hurry);
    this.acts.end("ended");
    this.options.hear.status("over", why);
  }

  private take(message: Message): void {
    const numbered = "event" in message ? message.event : 0;
    if (numbered) {
      if (numbered <= this.lastEvent) return;
      this.lastEvent = numbered;
    }
    switch (message.type) {
      case "welcome":
        this.takeWelcome(message);
        break;
      case "baseline":
        this.baseline = message;
        this.options.hear.state(message.tick, cellsOf(message));
        break;
      case "state":
        if (!this.baseline) throw new StateError("a State before any Baseline");
        this.options.hear.state(message.tick, patched(this.baseline, message));
        break;
      case "beat":
        this.failures = 0;
        this.send({ type: "beat_seen", beat: message.beat });
        break;
      case "accepted":
        this.acts.accepted(message.seq);
        this.sendAct(this.acts.due());
        break;
      case "problem":
        this.takeProblem(message);
        break;
      default:
        if (message.type === "phase") this.phase = message.phase;
        this.options.hear.message(message);
    }
  }

  private takeWelcome(welcome: Welcome): void {
    this.welcomed = true;
    this.phase = welcome.phase;
    if (welcome.token) this.options.hear.token(welcome.token);
    this.options.hear.welcome(welcome);
    this.options.hear.status("live", null);
    const again = this.acts.welcomed(welcome.last_seq ?? 0);
    if (this.stop) this.send({ type: "safety_stop", reason: this.stop.reason });
    if (this.ready) this.send({ type: "ready", tick: this.ready });
    this.sendAct(again);
  }

  private takeProblem(problem: Problem): void {
    if (problem.closing) {
      if (TRY_AGAIN.has(problem.code)) this.lose({ zh: problem.zh, en: problem.en });
      else this.end({ zh: problem.zh, en: problem.en });
      return;
    }
    if (problem.code === "too_many" && problem.seq) {
      window.setTimeout(() => this.sendAct(this.acts.leaving()), 1000 * BEAT_S);
      return;
    }
    this.acts.refused(problem);
    this.options.hear.message(problem);
    this.sendAct(this.acts.due());
  }

  private sendAct(act: (Wish & { seq: number }) | null): void {
    if (act) this.send({ type: "act", ...act });
  }

  private send(message: Record<string, unknown>): void {
    if (this.welcomed) this.write({ timeline: this.options.drill, ...message });
  }

  private write(message: Record<string, unknown>): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(encode(message));
  }
}
