// Generated from clients/protocol/messages.py by `python -m clients.protocol.generate`; do not edit.
using System;
using System.Collections.Generic;
using MessagePack;

namespace Yanlian.Protocol
{
    /// <summary>What every message has.</summary>
    public interface IMessage
    {
        string Type { get; }
        string Timeline { get; }
    }

    public static class Protocol
    {
        public const int Version = 1;
        public const int MaxFrameBytes = 16384;
        public const double BeatS = 1.0;

        /// <summary>Class of each value of `type`: read that first, then the frame as this class.</summary>
        public static readonly IReadOnlyDictionary<string, Type> Types = new Dictionary<string, Type>
        {
            { "hello", typeof(Hello) },
            { "act", typeof(Act) },
            { "ready", typeof(Ready) },
            { "beat_seen", typeof(BeatSeen) },
            { "pose", typeof(Pose) },
            { "safety_stop", typeof(SafetyStop) },
            { "staff_act", typeof(StaffAct) },
            { "welcome", typeof(Welcome) },
            { "accepted", typeof(Accepted) },
            { "baseline", typeof(Baseline) },
            { "state", typeof(State) },
            { "heard", typeof(Heard) },
            { "noted", typeof(Noted) },
            { "declined", typeof(Declined) },
            { "phase", typeof(Phase) },
            { "beat", typeof(Beat) },
            { "problem", typeof(Problem) },
            { "happened", typeof(Happened) },
            { "panel_progress", typeof(PanelProgress) },
            { "seat_held", typeof(SeatHeld) },
        };

        /// <summary>Codes of Problem: Chinese and English.</summary>
        public static readonly IReadOnlyDictionary<string, string[]> Codes = new Dictionary<string, string[]>
        {
            { "malformed", new[] { "无法解读的消息", "not a message of this protocol" } },
            { "version", new[] { "协议版本不符", "another version of the protocol" } },
            { "unauthorised", new[] { "令牌无效或已过期", "the token is not valid" } },
            { "wrong_timeline", new[] { "不是本连接的演练", "not the drill of this connection" } },
            { "not_running", new[] { "演练未在进行", "the drill is not running" } },
            { "bad_seq", new[] { "动作序号不连续", "the seq does not follow the last one" } },
            { "bad_act", new[] { "动作字段超出允许范围", "a field of the act is out of range" } },
            { "not_allowed", new[] { "此角色或模式下不允许", "not allowed for this role or in this mode" } },
            { "too_many", new[] { "消息过于频繁", "too many messages" } },
            { "too_large", new[] { "消息过大", "the message is too large" } },
            { "too_slow", new[] { "接收过慢，连接断开", "reads too slowly; the connection is closed" } },
            { "taken", new[] { "席位已在另一连接上继续", "the seat goes on in another connection" } },
            { "stopping", new[] { "服务器正在停止", "the server is stopping" } },
            { "busy", new[] { "服务器繁忙，请稍后再连", "the server is busy; come back later" } },
        };

        public static readonly Type[] FromTrainee = { typeof(Hello), typeof(Act), typeof(Ready), typeof(BeatSeen), typeof(Pose), typeof(SafetyStop) };

        public static readonly Type[] ToTrainee = { typeof(Welcome), typeof(Accepted), typeof(Baseline), typeof(State), typeof(Heard), typeof(Noted), typeof(Declined), typeof(Phase), typeof(Beat), typeof(Problem) };

        public static readonly Type[] FromExaminer = { typeof(Hello), typeof(BeatSeen), typeof(SafetyStop) };

        public static readonly Type[] ToExaminer = { typeof(Welcome), typeof(Baseline), typeof(State), typeof(Happened), typeof(Phase), typeof(PanelProgress), typeof(Beat), typeof(Problem) };

        public static readonly Type[] FromDirector = { typeof(Hello), typeof(StaffAct), typeof(BeatSeen), typeof(SafetyStop) };

        public static readonly Type[] ToDirector = { typeof(Welcome), typeof(Accepted), typeof(Baseline), typeof(State), typeof(Happened), typeof(Phase), typeof(SeatHeld), typeof(PanelProgress), typeof(Beat), typeof(Problem) };

        public static readonly Type[] FromObserver = { typeof(Hello), typeof(BeatSeen), typeof(SafetyStop) };

        public static readonly Type[] ToObserver = { typeof(Welcome), typeof(Baseline), typeof(State), typeof(Happened), typeof(Phase), typeof(SeatHeld), typeof(Beat), typeof(Problem) };
    }

    /// <summary>
    /// The first message of a connection. token: of the seat, or of the log-in. last_event: number of the last
    /// event received on this timeline, 0 = none: those after it are sent again. language: "zh" or "en".
    /// </summary>
    [MessagePackObject]
    public sealed class Hello : IMessage
    {
        [Key("type")] public string Type { get; set; } = "hello";
        [Key("version")] public long Version { get; set; } = 0;
        [Key("token")] public string Token { get; set; } = "";
        [Key("last_event")] public long LastEvent { get; set; } = 0;
        [Key("language")] public string Language { get; set; } = "zh";
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// A seat does something. seq: counts the seat's acts from 1; the same seq again is the same act. seen_tick: of
    /// the state that was on the screen, evidence only. The other fields are those of the act vocabulary.
    /// </summary>
    [MessagePackObject]
    public sealed class Act : IMessage
    {
        [Key("type")] public string Type { get; set; } = "act";
        [Key("seq")] public long Seq { get; set; } = 0;
        [Key("kind")] public string Kind { get; set; } = "";
        [Key("target")] public string Target { get; set; } = "";
        [Key("detail")] public string Detail { get; set; } = "";
        [Key("value")] public double Value { get; set; } = 0;
        [Key("words")] public string[][] Words { get; set; } = Array.Empty<string[]>();
        [Key("to")] public string To { get; set; } = "";
        [Key("via")] public string Via { get; set; } = "radio";
        [Key("seen_tick")] public long SeenTick { get; set; } = 0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// Above real time only: the seat has acted for every tick before `tick`; the drill may go on to it.
    /// </summary>
    [MessagePackObject]
    public sealed class Ready : IMessage
    {
        [Key("type")] public string Type { get; set; } = "ready";
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// Answer to Beat, once everything that came before it has been read.
    /// </summary>
    [MessagePackObject]
    public sealed class BeatSeen : IMessage
    {
        [Key("type")] public string Type { get; set; } = "beat_seen";
        [Key("beat")] public long Beat { get; set; } = 0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// Head and hands of a seat, at most 10 a second. Recorded, the head shown to staff (cell `head.SEAT`), decides
    /// nothing. Each part: x, y, z in mm relative to the body, then largest, a, b, c of the orientation, a unit
    /// quaternion: `largest` says which of w, x, y, z is left out (the largest, made positive; 4 = part not
    /// tracked), a, b, c are the others in steps of sqrt(1/2)/511. A client that tracks no hands says it of its
    /// screen's eye, when that has moved.
    /// </summary>
    [MessagePackObject]
    public sealed class Pose : IMessage
    {
        [Key("type")] public string Type { get; set; } = "pose";
        [Key("head")] public long[] Head { get; set; } = new long[7];
        [Key("left")] public long[] Left { get; set; } = new long[7];
        [Key("right")] public long[] Right { get; set; } = new long[7];
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// This is real: stop the drill at once. Open to everyone in every mode.
    /// </summary>
    [MessagePackObject]
    public sealed class SafetyStop : IMessage
    {
        [Key("type")] public string Type { get; set; } = "safety_stop";
        [Key("reason")] public string Reason { get; set; } = "";
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// The director does something to the drill. kind: start, freeze, resume, speed, inject, takeover, finish,
    /// annul. target, detail, value: as the kind asks for. reason: free text, recorded. seq: the client's own
    /// count; the same act under the same seq is the same act, said again.
    /// </summary>
    [MessagePackObject]
    public sealed class StaffAct : IMessage
    {
        [Key("type")] public string Type { get; set; } = "staff_act";
        [Key("seq")] public long Seq { get; set; } = 0;
        [Key("kind")] public string Kind { get; set; } = "";
        [Key("target")] public string Target { get; set; } = "";
        [Key("detail")] public string Detail { get; set; } = "";
        [Key("value")] public double Value { get; set; } = 0;
        [Key("reason")] public string Reason { get; set; } = "";
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// Answer to Hello. token: for the next connection; the one just used stops working once this one has been used
    /// or a BeatSeen has come. seat: "" for staff. role: trainee, examiner, director or observer. phase: of the
    /// drill's life. tick: now. speed: times real time, 0 = as fast as it goes. last_seq: of this seat's acts so
    /// far.
    /// </summary>
    [MessagePackObject]
    public sealed class Welcome : IMessage
    {
        [Key("type")] public string Type { get; set; } = "welcome";
        [Key("version")] public long Version { get; set; } = 0;
        [Key("drill")] public string Drill { get; set; } = "";
        [Key("scenario")] public string Scenario { get; set; } = "";
        [Key("mode")] public string Mode { get; set; } = "";
        [Key("phase")] public string Phase { get; set; } = "";
        [Key("role")] public string Role { get; set; } = "";
        [Key("seat")] public string Seat { get; set; } = "";
        [Key("token")] public string Token { get; set; } = "";
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("speed")] public double Speed { get; set; } = 1.0;
        [Key("last_seq")] public long LastSeq { get; set; } = 0;
        [Key("last_event")] public long LastEvent { get; set; } = 0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// The act with this seq is on disk and will be done at a coming tick.
    /// </summary>
    [MessagePackObject]
    public sealed class Accepted : IMessage
    {
        [Key("type")] public string Type { get; set; } = "accepted";
        [Key("seq")] public long Seq { get; set; } = 0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// The whole state, cell by cell; later States name its number. keys: names of cells; values: in the same
    /// order.
    /// </summary>
    [MessagePackObject]
    public sealed class Baseline : IMessage
    {
        [Key("type")] public string Type { get; set; } = "baseline";
        [Key("number")] public long Number { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("keys")] public string[] Keys { get; set; } = Array.Empty<string>();
        [Key("values")] public object[] Values { get; set; } = Array.Empty<object>();
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// The state at `tick`: the baseline with some cells changed. at: positions in the baseline's keys, values:
    /// what stands there now. gone: positions of cells that are no more. new: cells that the baseline does not
    /// have.
    /// </summary>
    [MessagePackObject]
    public sealed class State : IMessage
    {
        [Key("type")] public string Type { get; set; } = "state";
        [Key("baseline")] public long Baseline { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("at")] public long[] At { get; set; } = Array.Empty<long>();
        [Key("values")] public object[] Values { get; set; } = Array.Empty<object>();
        [Key("gone")] public long[] Gone { get; set; } = Array.Empty<long>();
        [Key("new")] public Dictionary<string, object> New { get; set; } = new Dictionary<string, object>();
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// A message reached this seat. kind: order, read_back, report, sitrep. act: what is ordered, as act fields.
    /// </summary>
    [MessagePackObject]
    public sealed class Heard : IMessage
    {
        [Key("type")] public string Type { get; set; } = "heard";
        [Key("event")] public long Event { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("sender")] public string Sender { get; set; } = "";
        [Key("kind")] public string Kind { get; set; } = "";
        [Key("topic")] public string Topic { get; set; } = "";
        [Key("subject")] public string Subject { get; set; } = "";
        [Key("value")] public double Value { get; set; } = 0;
        [Key("via")] public string Via { get; set; } = "radio";
        [Key("act")] public Dictionary<string, object> Act { get; set; } = new Dictionary<string, object>();
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// Something that the seat found out by its own act.
    /// </summary>
    [MessagePackObject]
    public sealed class Noted : IMessage
    {
        [Key("type")] public string Type { get; set; } = "noted";
        [Key("event")] public long Event { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("topic")] public string Topic { get; set; } = "";
        [Key("subject")] public string Subject { get; set; } = "";
        [Key("value")] public double Value { get; set; } = 0;
        [Key("word")] public string Word { get; set; } = "";
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// An own act could not be done; word says why. act: its kind.
    /// </summary>
    [MessagePackObject]
    public sealed class Declined : IMessage
    {
        [Key("type")] public string Type { get; set; } = "declined";
        [Key("event")] public long Event { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("act")] public string Act { get; set; } = "";
        [Key("target")] public string Target { get; set; } = "";
        [Key("word")] public string Word { get; set; } = "";
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// The drill's life goes on: lobby, briefing, running, frozen, ended, sealed. word: why, as one word. speed: as
    /// in Welcome.
    /// </summary>
    [MessagePackObject]
    public sealed class Phase : IMessage
    {
        [Key("type")] public string Type { get; set; } = "phase";
        [Key("event")] public long Event { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("phase")] public string PhaseValue { get; set; } = "";
        [Key("word")] public string Word { get; set; } = "";
        [Key("speed")] public double Speed { get; set; } = 1.0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// Once a second: answer with BeatSeen. Who does not is dropped.
    /// </summary>
    [MessagePackObject]
    public sealed class Beat : IMessage
    {
        [Key("type")] public string Type { get; set; } = "beat";
        [Key("beat")] public long BeatValue { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// What came could not be taken; nothing was changed. code: one word of PROTOCOL.md. seq: of the act concerned,
    /// else 0. closing: the connection ends with this.
    /// </summary>
    [MessagePackObject]
    public sealed class Problem : IMessage
    {
        [Key("type")] public string Type { get; set; } = "problem";
        [Key("code")] public string Code { get; set; } = "";
        [Key("zh")] public string Zh { get; set; } = "";
        [Key("en")] public string En { get; set; } = "";
        [Key("seq")] public long Seq { get; set; } = 0;
        [Key("closing")] public bool Closing { get; set; } = false;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// To staff alone: an event of the drill, as the record will hold it.
    /// </summary>
    [MessagePackObject]
    public sealed class Happened : IMessage
    {
        [Key("type")] public string Type { get; set; } = "happened";
        [Key("event")] public long Event { get; set; } = 0;
        [Key("tick")] public long Tick { get; set; } = 0;
        [Key("kind")] public string Kind { get; set; } = "";
        [Key("seat")] public string Seat { get; set; } = "";
        [Key("act")] public string Act { get; set; } = "";
        [Key("subject")] public string Subject { get; set; } = "";
        [Key("detail")] public string Detail { get; set; } = "";
        [Key("value")] public double Value { get; set; } = 0;
        [Key("to")] public string To { get; set; } = "";
        [Key("by")] public string By { get; set; } = "";
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// How many of the panel's sheets are locked; nothing else of them.
    /// </summary>
    [MessagePackObject]
    public sealed class PanelProgress : IMessage
    {
        [Key("type")] public string Type { get; set; } = "panel_progress";
        [Key("locked")] public long Locked { get; set; } = 0;
        [Key("of")] public long Of { get; set; } = 0;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }

    /// <summary>
    /// To staff alone: who holds a seat now. holder: person, bot, colleague or nobody.
    /// </summary>
    [MessagePackObject]
    public sealed class SeatHeld : IMessage
    {
        [Key("type")] public string Type { get; set; } = "seat_held";
        [Key("seat")] public string Seat { get; set; } = "";
        [Key("holder")] public string Holder { get; set; } = "";
        [Key("connected")] public bool Connected { get; set; } = false;
        [Key("timeline")] public string Timeline { get; set; } = "";
    }
}
