"""Prose: the chapters of PROTOCOL.md that no definition says by itself."""

from clients.protocol.messages import BEAT_S, MAX_FRAME_BYTES, VERSION

CHAPTERS = f"""
# The Yanlian protocol, version {VERSION} 演练协议，第 {VERSION} 版

**中文摘要** 每条消息是一个二进制 WebSocket 帧，内容为 msgpack 映射，键为字符串，`type` 指明消息种类；地址为 `/ws`，
不用压缩，客户端发出的帧不超过 {MAX_FRAME_BYTES} 字节。连接后先发 `hello`：学员用席位令牌；考官、导演、
旁观者用登录令牌，并在 `timeline` 写明演练。服务器答 `welcome`，其中的新令牌供下次连接使用。服务器走两条道：
带编号的事件可靠送达，断线后按 `last_event` 补发；状态只保最新，由基线（`baseline`）加变化（`state`）拼成。
动作（`act`）带 `seq`，从 1 连续编号，`accepted` 表示已写入磁盘；同号重发不会做两次；被拒的动作不占号。
每 {BEAT_S:g} 秒一个 `beat`，读完此前全部内容后答 `beat_seen`，不答者断开。高于实时速度时按步推进：
席位发 `ready` 后演练才走到该刻。每秒 20 刻，长度单位米，角度单位度。其余见下文；字段名、
类型与缺省值以本文件各表为准，机器可读的定义在 `generated/` 中。

## Frames

- One message is one binary WebSocket message, a msgpack map with text keys. `type` names the message and stands first
  in what the server sends; a client may put it anywhere. Text messages are not of this protocol.
- The address is `/ws` of the server, `ws` or `wss` as the server has it. Offer no compression. No token is ever part of
  an address. A proxy that is set for the internet is not asked.
- A message to the server has at most {MAX_FRAME_BYTES} bytes. Those from the server may be longer; a client should take
  1 MiB.
- A field that has its default may be left out, by either side. An unknown field makes a message malformed. An integer
  is written in one of msgpack's integer forms, never as a float; where a number is asked for, an integer is taken too.
  nil stands for nothing here except in values of cells.
- Times are ticks, 20 a second. Lengths are metres, angles degrees, but for `pose`.
- `timeline` is the drill that a message is about. It may be left out before there is one.

`generated/golden.gen.json` holds each message as bytes with its meaning. A client that reads them all, and writes bytes
that read the same, speaks the protocol. `generated/schema.gen.json` is the same definition as JSON Schema,
`generated/messages.gen.ts` and `generated/Messages.gen.cs` are types for TypeScript and C#.

## A connection

1. The client connects and sends `hello` as its first message: the protocol's version, its token, and `last_event`.
   A trainee's token belongs to one seat and comes from a seat code (`POST /api/seats/claim`). Staff send the token of
   their log-in, and the drill in `timeline`; their role follows from the account.
2. The server answers `welcome`, or `problem` with `closing`, and nothing before it.
3. Then come the events after `last_event`, a `baseline`, and from there on whatever happens.

A `problem` without `closing` refuses one message and changes nothing. With `closing` it is the last message of the
connection. `stopping`, `busy`, `too_slow` and `too_many` ask the client to come back later; after any other it should
not come back by itself.

## Tokens of a seat

Each `welcome` to a seat has a new token for the next connection. The token just used stays valid until the new one has
been used or a `beat_seen` has come, so a lost `welcome` locks nobody out; after that it is refused. A client keeps the
newest token that it has read. A second connection with a valid token takes the seat over, and the first one ends with
`taken`. Staff get no new token: theirs is the log-in's.

## Two lanes

**Events** have a number in `event`, which rises on one timeline for one seat or one class of staff. They are sent once
and in order. After a lost connection those after `last_event` come again; a client leaves out what it has had by the
number. If too many are waiting for a client that does not read, the connection ends with `too_slow`.

**The state** is only ever the latest. It is a set of cells, each a name and a value. `baseline` gives all of them and a
number; each `state` gives what differs now from the baseline of that number, not from the `state` before it: a client
that has skipped one has lost nothing. To read a `state`:

1. take the cells of the baseline that `baseline` names (it is always the last one that came on this connection);
2. put `values[i]` in the cell named by the baseline's `keys[at[i]]`, for each i;
3. leave out the cells named by `keys[n]`, for each n in `gone`;
4. add the cells of `new`.

A `state` that names another baseline, or a position beyond its keys, is a fault: connect anew. A baseline is replaced
from time to time, and at each connection.

## Beats

Once in {BEAT_S:g} second the server sends `beat`. The client answers `beat_seen` with its number once it has read
everything that came before; that, and not the ping of WebSocket, tells a slow reader from a fast one. A client that
stays too far behind is dropped. A client that gets no frame at all for 5 beats may take the connection for dead.

## Acts

`seq` counts the acts of a seat (or of a director) from 1 without a gap; `welcome.last_seq` is the last one that the
server has. For an act with

- the next `seq`, the answer is `accepted`, once the act is on disk, or `problem` with this `seq`. A refused act changes
  nothing and does not use up its `seq`: the next act has the same;
- a `seq` that the server has already, the answer is `accepted` again and nothing is done twice;
- any later `seq`, the answer is `problem` with `bad_seq`.

A `problem` with `too_many` says that a message was not even looked at: say again, after a while, what has no answer
yet, an act under the `seq` that it had. That makes it harmless.

A client best sends an act once the one before it is answered. After a lost connection, an act that was not answered
is done if `last_seq` has reached its `seq`; if not, it is sent again as it was.

`accepted` says that the act will be done at a coming tick, not that it can be done. Whether it could is told by events:
`declined`, `noted`, `heard`, or by the state. `seen_tick` is kept as evidence and decides nothing.

`safety_stop` has no `seq` and is open to everybody in every phase. A client says it again after a lost connection until
`phase` tells that the drill is over.

## Faster than real time: lock-step

`welcome.speed` and `phase.speed` tell the speed, 0 = as fast as it goes. Above 1 the drill waits for its clients: it
goes on to tick T only when each seat that a person or a bot holds has sent `ready` with `tick` >= T. A client sends its
acts first, waits for their answers, then sends `ready` with the tick up to which it wants nothing more. `ready` may
reach far ahead; it cannot be taken back. At speed 1 or below it is not needed.
"""
