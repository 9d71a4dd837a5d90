"""Fair draw: which scenarios a sitting gets, by commit and reveal (exams §2), so that anyone can recompute it.

pool        variants that can be drawn, from scenarios        scenarios.fair_draw.pool
rules       parameters of a draw, and the choice under them   scenarios.fair_draw.rules
stream      digests, and chance from a seed by label          scenarios.fair_draw.stream
documents   what is sealed, published, opened, revealed       scenarios.fair_draw.documents
proof       recomputing an opened draw                        scenarios.fair_draw.proof

Pure: seeds, nonces and times are given. The order in time is what makes it fair: the commitment is published before
the candidate's nonce is asked for, so that neither side can choose the outcome.
"""

from scenarios.fair_draw.documents import (
    Committed,
    Fixed,
    Opened,
    Public,
    Sealed,
    commit,
    drill_key,
    open_draw,
    read_opened,
    read_sealed,
    reveal,
    write,
)
from scenarios.fair_draw.pool import fixed_of, variant_of
from scenarios.fair_draw.proof import Fault, NotRevealedError, verify
from scenarios.fair_draw.rules import PARAMETERS, Group, Parameters, PoolError, Previous, Variant, choose
from scenarios.fair_draw.stream import DIGESTS, Stream, at_hand

__all__ = [
    "DIGESTS",
    "PARAMETERS",
    "Committed",
    "Fault",
    "Fixed",
    "Group",
    "NotRevealedError",
    "Opened",
    "Parameters",
    "PoolError",
    "Previous",
    "Public",
    "Sealed",
    "Stream",
    "Variant",
    "at_hand",
    "choose",
    "commit",
    "drill_key",
    "fixed_of",
    "open_draw",
    "read_opened",
    "read_sealed",
    "reveal",
    "variant_of",
    "verify",
    "write",
]
