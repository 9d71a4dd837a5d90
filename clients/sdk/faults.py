"""Faults: what a client's caller has to deal with. A lost connection is none: it is made anew."""

from clients.protocol.messages import Problem


class ClientError(Exception):
    """A word of the protocol's codes or of the SDK, and what it means in both languages."""

    def __init__(self, code: str, zh: str, en: str) -> None:
        super().__init__(f"{code}: {en} {zh}")
        self.code, self.zh, self.en = code, zh, en


class EndedError(ClientError):
    """The conversation is over and will not be taken up again.

    code: one of the protocol, else closed (by the caller), sealed (the drill), http or tls (no such server).
    """


class RefusedError(ClientError):
    """An act was not taken; nothing was changed, and its seq is free for the next one."""


class LinkError(Exception):
    """What came over this connection makes no sense; another one may."""


def ended_by(problem: Problem) -> EndedError:
    """The end that a closing Problem means."""
    return EndedError(problem.code, problem.zh, problem.en)


def refused_by(problem: Problem) -> RefusedError:
    """The refusal that a Problem with a seq means."""
    return RefusedError(problem.code, problem.zh, problem.en)
