"""Proof: an opened draw is recomputed from what was revealed, and what disagrees is named."""

from dataclasses import dataclass

from scenarios.fair_draw.documents import (
    Committed,
    DrillKey,
    Opened,
    Public,
    Revealed,
    commitment,
    drill_keys_of,
    part_digests,
    seed_of,
)
from scenarios.fair_draw.rules import Choice, PoolError, choose
from scenarios.fair_draw.stream import Digest
from sim_core.text import Text

REPEATED = ("exam", "candidate", "attempt", "level", "stratum", "committed_at")


@dataclass(frozen=True, slots=True)
class Fault:
    """What disagrees: the name of the field as it stands in the file, and the reason in words."""

    field: str
    reason: Text

    @property
    def text(self) -> Text:
        """Field and reason in one line."""
        return Text(f"{self.field}：{self.reason.zh}", f"{self.field}: {self.reason.en}")


class NotRevealedError(ValueError):
    """The sitting is not over yet: there is nothing to recompute it from."""


NOT_COMMITTED = Text("与承诺不符", "not what was committed to")
NOT_PUBLISHED = Text("与事先公布的承诺不同", "not the commitment that was published")
NOT_FOLLOWING = Text("与封存内容推出的结果不符", "does not follow from what was committed to")
NOT_DRAWN = Text("与所用的考生随机数不符", "not the nonce that was drawn with")


def verify(opened: Opened, published: str = "") -> tuple[Fault, ...]:
    """Name all that disagrees. published: the commitment in hex as it was published, "" = not at hand.

    Without `published` a draw that was made up as a whole cannot be told from a true one. Where it is known that what
    is there is not what was committed to, nothing is recomputed from it. NotRevealedError.
    """
    revealed = opened.revealed
    if revealed is None:
        raise NotRevealedError("not revealed yet")
    faults = _public_faults(opened.public, revealed.committed)
    if published and published.lower() != opened.public.commitment:
        faults.append(Fault("public.commitment", NOT_PUBLISHED))
    digest, parts = _best_parts(opened.public, revealed)
    if digest != opened.public.digest:
        faults.append(Fault("public.digest", NOT_FOLLOWING))
    stated = opened.public.parts
    differing = [name for name in sorted(parts.keys() | stated) if parts.get(name) != stated.get(name)]
    if commitment(revealed.nonce, revealed.committed, digest) == opened.public.commitment:
        faults += [Fault(f"public.parts.{name}", NOT_FOLLOWING) for name in differing]
    elif not differing:
        faults.append(Fault("public.commitment", NOT_FOLLOWING))
    elif not parts.items() & stated.items():  # each of them is salted with the nonce
        return (*faults, Fault("nonce", NOT_COMMITTED))
    else:
        return (*faults, *(Fault(name, NOT_COMMITTED) for name in differing))
    return (*faults, *_draw_faults(opened, revealed))


def _public_faults(public: Public, committed: Committed) -> list[Fault]:
    repeated = (name for name in REPEATED if getattr(public, name) != getattr(committed, name))
    return [Fault(f"public.{name}", NOT_FOLLOWING) for name in repeated]


def _best_parts(public: Public, revealed: Revealed) -> tuple[Digest, dict[str, str]]:
    """Digests of the parts, by whichever of the two named algorithms the published ones were made with."""
    for digest in (public.digest, revealed.committed.parameters.digest):
        parts = part_digests(revealed.nonce, revealed.committed, digest)
        if parts.items() & public.parts.items():
            return digest, parts
    return public.digest, part_digests(revealed.nonce, revealed.committed, public.digest)


def _draw_faults(opened: Opened, revealed: Revealed) -> list[Fault]:
    """Recompute the seed and what came of it.

    If the stated seed explains the drills, it is the candidate's nonce that was changed, else the seed.
    """
    committed, faults = revealed.committed, []
    stated, seed = bytes.fromhex(revealed.seed), seed_of(committed, opened.candidate_nonce)
    try:
        choice, drills = _outcome(committed, seed)
        if stated != seed and _outcome(committed, stated)[1] == revealed.drills:
            faults.append(Fault("candidate_nonce", NOT_DRAWN))
            choice, drills = _outcome(committed, stated)
        elif stated != seed:
            faults.append(Fault("seed", NOT_FOLLOWING))
    except PoolError as error:
        return [Fault("pool", error.text)]
    if revealed.drills != drills:
        faults.append(Fault("drills", NOT_FOLLOWING))
    wrong = [name for name in ("drawn", "relaxed") if getattr(opened, name) != getattr(choice, name)]
    return [*faults, *(Fault(name, NOT_FOLLOWING) for name in wrong)]


def _outcome(committed: Committed, seed: bytes) -> tuple[Choice, tuple[DrillKey, ...]]:
    choice = choose(committed.pool, committed.parameters, committed.stratum, committed.previous, seed)
    return choice, drill_keys_of(committed, choice.drawn, seed)
