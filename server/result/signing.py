"""Signing: a result as JWS over its canonical bytes, its file form, and whether such a file holds.

A file is {"result": {...}, "jws": "...", "fingerprint": "..."}. The three must say the same, byte for byte: a reader
may look at any of them.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey
from pydantic import ValidationError

from server.result.document import KIND, MOST_BYTES, ResultDocument, canonical, fingerprint
from sim_core.text import Text

ALGORITHM = "Ed25519"  # its name since RFC 9864; not the older EdDSA
MEMBERS = {"result", "jws", "fingerprint"}


@dataclass(frozen=True, slots=True)
class Signed:
    """A result with its signature. content: the canonical bytes. jws: compact, its payload is content."""

    document: ResultDocument
    content: bytes
    jws: str
    fingerprint: str

    def file(self) -> bytes:
        """Give the bytes of result.json."""
        members = {"result": json.loads(self.content), "jws": self.jws, "fingerprint": self.fingerprint}
        return rfc8785.dumps(members) + b"\n"


class NotAResultError(Exception):
    """What was given is no file of a result that this version can read. text: why."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


class WrongResultError(Exception):
    """The file of a result does not hold. text: the first thing that is wrong. fingerprint: that of its content."""

    def __init__(self, text: Text, of: str) -> None:
        self.text = text
        self.fingerprint = of
        super().__init__(text.en)


_NOT_JSON = Text("不是成绩文件：不是 JSON", "not the file of a result: not JSON")
_SHAPE = Text("不是成绩文件：应有 result、jws、fingerprint", "not the file of a result: needs result, jws, fingerprint")
_KIND = Text("成绩的种类不为本版本所知", "a kind of result that this version does not know")
_FINGERPRINT = Text("数字指纹与成绩不符", "the fingerprint disagrees with the result")
_JWS = Text("签名格式无效", "the signature is malformed")
_STRANGER = Text("签名者不受信任", "the signer is not trusted")
_SIGNATURE = Text("签名不成立", "the signature does not hold")
_CONTENT = Text("签名的内容与成绩不符", "what was signed disagrees with the result")
_DOCUMENT = Text("成绩内容不合规定", "the content of the result breaks its rules")


def sign(result: ResultDocument, signer: Ed25519PrivateKey) -> Signed:
    """Sign a result. The same result and key give the same bytes."""
    content = canonical(result)
    header = {"alg": ALGORITHM, "kid": key_id(signer.public_key().public_bytes_raw())}
    compact = jws.serialize_compact(header, content, OKPKey.import_key(signer), algorithms=[ALGORITHM])
    return Signed(result, content, compact, fingerprint(content))


def key_id(public_key: bytes) -> str:
    """Name a public key: the first 16 hex digits of it."""
    return public_key.hex()[:16]


def check(data: bytes, trusted: Collection[bytes]) -> Signed:
    """Check the file of a result. trusted: public keys, 32 bytes each.

    NotAResultError: unreadable, foreign, or of a newer kind. WrongResultError: anything that does not hold after that.
    """
    return check_members(read_members(data), trusted)


def read_members(data: bytes) -> dict[str, Any]:
    """Read JSON that must be an object; a name that stands twice in it is refused. NotAResultError."""
    if len(data) > MOST_BYTES:
        raise NotAResultError(Text("不是成绩文件：过大", "not the file of a result: too large"))
    try:
        members = json.loads(data.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        raise NotAResultError(_NOT_JSON) from error
    if not isinstance(members, dict):
        raise NotAResultError(_SHAPE)
    return members


def check_members(members: dict[str, Any], trusted: Collection[bytes]) -> Signed:
    """Check a result that was read from JSON; raises as `check` does."""
    result, compact, claimed = (members.get(name) for name in ("result", "jws", "fingerprint"))
    if members.keys() != MEMBERS or not isinstance(result, dict):
        raise NotAResultError(_SHAPE)
    if not isinstance(compact, str) or not isinstance(claimed, str):
        raise NotAResultError(_SHAPE)
    try:
        content = rfc8785.dumps(result)
    except (rfc8785.CanonicalizationError, RecursionError, ValueError) as error:
        raise NotAResultError(_SHAPE) from error
    own = fingerprint(content)
    if claimed != own:
        raise WrongResultError(_FINGERPRINT, own)
    fault = _signature_fault(compact, content, trusted)
    if fault:
        raise WrongResultError(fault, own)
    if result.get("kind") != KIND:
        raise NotAResultError(_KIND)
    try:
        document = ResultDocument.model_validate(result)
    except ValidationError as error:
        raise WrongResultError(_DOCUMENT, own) from error
    if canonical(document) != content:  # a member left out that has a default
        raise WrongResultError(_DOCUMENT, own)
    return Signed(document, content, compact, own)


def _signature_fault(compact: str, content: bytes, trusted: Collection[bytes]) -> Text | None:
    if not _is_canonical(compact):
        return _JWS
    try:
        header = jws.extract_compact(compact.encode("ascii")).headers()
    except (JoseError, ValueError, TypeError, RecursionError):
        return _JWS
    if not isinstance(header, dict) or header.keys() != {"alg", "kid"} or header["alg"] != ALGORITHM:
        return _JWS
    keys = [key for key in trusted if key_id(key) == header["kid"]]
    if not keys:
        return _STRANGER
    for key in keys:
        try:
            public = OKPKey.import_key(Ed25519PublicKey.from_public_bytes(key))
            signed = jws.deserialize_compact(compact, public, algorithms=[ALGORITHM]).payload
        except (JoseError, ValueError):
            continue
        return None if signed == content else _CONTENT
    return _SIGNATURE


def _is_canonical(compact: str) -> bool:
    """Tell whether each part is base64url in its one spelling; decoders take others too."""
    parts = compact.split(".")
    try:
        spelled = [urlsafe_b64encode(urlsafe_b64decode(part + "=" * (-len(part) % 4))).rstrip(b"=") for part in parts]
    except ValueError:
        return False
    return len(parts) == 3 and [part.encode() for part in parts] == spelled


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a name stands twice")
    return members


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
