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
    nonce_text,
    open_draw,
    read_opened,
    read_sealed,
    reveal,
    write,
)
from scenarios.fair_draw.pool import Fresh, Sitting, seal, variant_of
from scenarios.fair_draw.proof import Fault, NotRevealedError, verify
from scenarios.fair_draw.rules import PARAMETERS, Group, Parameters, PoolError, Previous, Variant, choose, eligible
from scenarios.fair_draw.stream import DIGESTS, Digest, Stream, at_hand

__all__ = [
    "DIGESTS",
    "PARAMETERS",
    "Committed",
    "Digest",
    "Fault",
    "Fixed",
    "Fresh",
    "Group",
    "NotRevealedError",
    "Opened",
    "Parameters",
    "PoolError",
    "Previous",
    "Public",
    "Sealed",
    "Sitting",
    "Stream",
    "Variant",
    "at_hand",
    "choose",
    "commit",
    "drill_key",
    "eligible",
    "nonce_text",
    "open_draw",
    "read_opened",
    "read_sealed",
    "reveal",
    "seal",
    "variant_of",
    "verify",
    "write",
]
