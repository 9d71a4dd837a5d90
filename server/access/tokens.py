"""Tokens: what opens a session or a seat, and the only form in which it is kept."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from hmac import new as hmac

TOKEN_BYTES = 32
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: nothing that is misread on a tablet
CODE_LENGTH = 8
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def new_token(entropy: Callable[[int], bytes]) -> str:
    """A token of 256 bits, safe in a header. entropy: gives so many random bytes."""
    return urlsafe_b64encode(entropy(TOKEN_BYTES)).rstrip(b"=").decode("ascii")


def next_token(pepper: bytes, token: str) -> str:
    """The token after this one: the same whenever it is asked for, so that no answer, late or lost, spoils it."""
    return urlsafe_b64encode(hmac(pepper, f"next {token}".encode(), sha256).digest()).rstrip(b"=").decode("ascii")


def new_code(entropy: Callable[[int], bytes]) -> str:
    """A short code of 40 bits, as people type it: XXXX-XXXX. entropy: gives so many random bytes."""
    letters = "".join(CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in entropy(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def tidy_code(typed: str) -> str:
    """A code as somebody typed it, in its one form: capitals, without hyphen, misread letters set right."""
    return typed.upper().translate(MISREAD)


def hashed(pepper: bytes, secret: str) -> str:
    """What is stored of a token or a tidied code: HMAC-SHA256 under the pepper, in hex."""
    return hmac(pepper, secret.encode(), sha256).hexdigest()
