// Generated from clients/protocol/messages.py by `python -m clients.protocol.generate`; do not edit.

export const VERSION = 1;
export const MAX_FRAME_BYTES = 16384;
export const BEAT_S = 1;

/**
 * The first message of a connection. token: of the seat, or of the log-in. last_event: number of the last event
 * received on this timeline, 0 = none: those after it are sent again. language: "zh" or "en".
 */
export interface Hello {
  type: "hello";
  version: number;
  token: string;
  last_event?: number;
  language?: string;
  timeline?: string;
}

/**
 * A seat does something. seq: counts the seat's acts from 1; the same seq again is the same act. seen_tick: of
 * the state that was on the screen, evidence only. The other fields are those of the act vocabulary.
 */
export interface Act {
  type: "act";
  seq: number;
  kind: string;
  target?: string;
  detail?: string;
  value?: number;
  words?: [string, string][];
  to?: string;
  via?: string;
  seen_tick?: number;
  timeline?: string;
}

/**
 * Above real time only: the seat has acted for every tick before `tick`; the drill may go on to it.
 */
export interface Ready {
  type: "ready";
  tick: number;
  timeline?: string;
}

/**
 * Answer to Beat, once everything that came before it has been read.
 */
export interface BeatSeen {
  type: "beat_seen";
  beat: number;
  timeline?: string;
}

/**
 * Head and hands of a seat, at most 10 a second. Recorded, the head shown to staff (cell `head.SEAT`), decides
 * nothing. Each part: x, y, z in mm relative to the body, then largest, a, b, c of the orientation, a unit
 * quaternion: `largest` says which of w, x, y, z is left out (the largest, made positive; 4 = part not tracked),
 * a, b, c are the others in steps of sqrt(1/2)/511. A client that tracks no hands says it of its screen's eye,
 * when that has moved.
 */
export interface Pose {
  type: "pose";
  head: [number, number, number, number, number, number, number];
  left: [number, number, number, number, number, number, number];
  right: [number, number, number, number, number, number, number];
  timeline?: string;
}

/**
 * This is real: stop the drill at once. Open to everyone in every mode.
 */
export interface SafetyStop {
  type: "safety_stop";
  reason?: string;
  timeline?: string;
}

/**
 * The director does something to the drill. kind: start, freeze, resume, speed, inject, takeover, finish, annul.
 * target, detail, value: as the kind asks for. reason: free text, recorded. seq: the client's own count; the
 * same act under the same seq is the same act, said again.
 */
export interface StaffAct {
  type: "staff_act";
  seq: number;
  kind: string;
  target?: string;
  detail?: string;
  value?: number;
  reason?: string;
  timeline?: string;
}

/**
 * Answer to Hello. token: for the next connection; the one just used stops working once this one has been used
 * or a BeatSeen has come. seat: "" for staff. role: trainee, examiner, director or observer. phase: of the
 * drill's life. tick: now. speed: times real time, 0 = as fast as it goes. last_seq: of this seat's acts so far.
 */
export interface Welcome {
  type: "welcome";
  version: number;
  drill: string;
  scenario: string;
  mode: string;
  phase: string;
  role: string;
  seat?: string;
  token?: string;
  tick?: number;
  speed?: number;
  last_seq?: number;
  last_event?: number;
  timeline?: string;
}

/**
 * The act with this seq is on disk and will be done at a coming tick.
 */
export interface Accepted {
  type: "accepted";
  seq: number;
  timeline?: string;
}

/**
 * The whole state, cell by cell; later States name its number. keys: names of cells; values: in the same order.
 */
export interface Baseline {
  type: "baseline";
  number: number;
  tick: number;
  keys: string[];
  values: unknown[];
  timeline?: string;
}

/**
 * The state at `tick`: the baseline with some cells changed. at: positions in the baseline's keys, values: what
 * stands there now. gone: positions of cells that are no more. new: cells that the baseline does not have.
 */
export interface State {
  type: "state";
  baseline: number;
  tick: number;
  at?: number[];
  values?: unknown[];
  gone?: number[];
  new?: Record<string, unknown>;
  timeline?: string;
}

/**
 * A message reached this seat. kind: order, read_back, report, sitrep. act: what is ordered, as act fields.
 */
export interface Heard {
  type: "heard";
  event: number;
  tick: number;
  sender: string;
  kind: string;
  topic: string;
  subject?: string;
  value?: number;
  via?: string;
  act?: Record<string, unknown>;
  timeline?: string;
}

/**
 * Something that the seat found out by its own act.
 */
export interface Noted {
  type: "noted";
  event: number;
  tick: number;
  topic: string;
  subject: string;
  value?: number;
  word?: string;
  timeline?: string;
}

/**
 * An own act could not be done; word says why. act: its kind.
 */
export interface Declined {
  type: "declined";
  event: number;
  tick: number;
  act: string;
  target: string;
  word: string;
  timeline?: string;
}

/**
 * The drill's life goes on: lobby, briefing, running, frozen, ended, sealed. word: why, as one word. speed: as
 * in Welcome.
 */
export interface Phase {
  type: "phase";
  event: number;
  tick: number;
  phase: string;
  word?: string;
  speed?: number;
  timeline?: string;
}

/**
 * Once a second: answer with BeatSeen. Who does not is dropped.
 */
export interface Beat {
  type: "beat";
  beat: number;
  tick: number;
  timeline?: string;
}

/**
 * What came could not be taken; nothing was changed. code: one word of PROTOCOL.md. seq: of the act concerned,
 * else 0. closing: the connection ends with this.
 */
export interface Problem {
  type: "problem";
  code: string;
  zh: string;
  en: string;
  seq?: number;
  closing?: boolean;
  timeline?: string;
}

/**
 * To staff alone: an event of the drill, as the record will hold it.
 */
export interface Happened {
  type: "happened";
  event: number;
  tick: number;
  kind: string;
  seat?: string;
  act?: string;
  subject?: string;
  detail?: string;
  value?: number;
  to?: string;
  by?: string;
  timeline?: string;
}

/**
 * How many of the panel's sheets are locked; nothing else of them.
 */
export interface PanelProgress {
  type: "panel_progress";
  locked: number;
  of: number;
  timeline?: string;
}

/**
 * To staff alone: who holds a seat now. holder: person, bot, colleague or nobody.
 */
export interface SeatHeld {
  type: "seat_held";
  seat: string;
  holder: string;
  connected?: boolean;
  timeline?: string;
}

export type FromTrainee =
  | Hello
  | Act
  | Ready
  | BeatSeen
  | Pose
  | SafetyStop;

export type ToTrainee =
  | Welcome
  | Accepted
  | Baseline
  | State
  | Heard
  | Noted
  | Declined
  | Phase
  | Beat
  | Problem;

export type FromExaminer =
  | Hello
  | BeatSeen
  | SafetyStop;

export type ToExaminer =
  | Welcome
  | Baseline
  | State
  | Happened
  | Phase
  | PanelProgress
  | Beat
  | Problem;

export type FromDirector =
  | Hello
  | StaffAct
  | BeatSeen
  | SafetyStop;

export type ToDirector =
  | Welcome
  | Accepted
  | Baseline
  | State
  | Happened
  | Phase
  | SeatHeld
  | PanelProgress
  | Beat
  | Problem;

export type FromObserver =
  | Hello
  | BeatSeen
  | SafetyStop;

export type ToObserver =
  | Welcome
  | Baseline
  | State
  | Happened
  | Phase
  | SeatHeld
  | Beat
  | Problem;

export type Message =
  | Hello
  | Act
  | Ready
  | BeatSeen
  | Pose
  | SafetyStop
  | StaffAct
  | Welcome
  | Accepted
  | Baseline
  | State
  | Heard
  | Noted
  | Declined
  | Phase
  | Beat
  | Problem
  | Happened
  | PanelProgress
  | SeatHeld;

/** What a field that was left out stands for. */
export const DEFAULTS = {
  hello: { last_event: 0, language: "zh", timeline: "" },
  act: { target: "", detail: "", value: 0.0, words: [], to: "", via: "radio", seen_tick: 0, timeline: "" },
  ready: { timeline: "" },
  beat_seen: { timeline: "" },
  pose: { timeline: "" },
  safety_stop: { reason: "", timeline: "" },
  staff_act: { target: "", detail: "", value: 0.0, reason: "", timeline: "" },
  welcome: { seat: "", token: "", tick: 0, speed: 1.0, last_seq: 0, last_event: 0, timeline: "" },
  accepted: { timeline: "" },
  baseline: { timeline: "" },
  state: { at: [], values: [], gone: [], new: {}, timeline: "" },
  heard: { subject: "", value: 0.0, via: "radio", act: {}, timeline: "" },
  noted: { value: 0.0, word: "", timeline: "" },
  declined: { timeline: "" },
  phase: { word: "", speed: 1.0, timeline: "" },
  beat: { timeline: "" },
  problem: { seq: 0, closing: false, timeline: "" },
  happened: { seat: "", act: "", subject: "", detail: "", value: 0.0, to: "", by: "", timeline: "" },
  panel_progress: { timeline: "" },
  seat_held: { connected: false, timeline: "" },
};

/** Codes of Problem. */
export const CODES = {
  malformed: { zh: "无法解读的消息", en: "not a message of this protocol" },
  version: { zh: "协议版本不符", en: "another version of the protocol" },
  unauthorised: { zh: "令牌无效或已过期", en: "the token is not valid" },
  wrong_timeline: { zh: "不是本连接的演练", en: "not the drill of this connection" },
  not_running: { zh: "演练未在进行", en: "the drill is not running" },
  bad_seq: { zh: "动作序号不连续", en: "the seq does not follow the last one" },
  bad_act: { zh: "动作字段超出允许范围", en: "a field of the act is out of range" },
  not_allowed: { zh: "此角色或模式下不允许", en: "not allowed for this role or in this mode" },
  too_many: { zh: "消息过于频繁", en: "too many messages" },
  too_large: { zh: "消息过大", en: "the message is too large" },
  too_slow: { zh: "接收过慢，连接断开", en: "reads too slowly; the connection is closed" },
  taken: { zh: "席位已在另一连接上继续", en: "the seat goes on in another connection" },
  stopping: { zh: "服务器正在停止", en: "the server is stopping" },
  busy: { zh: "服务器繁忙，请稍后再连", en: "the server is busy; come back later" },
} as const;
