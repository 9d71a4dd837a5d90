"""Bodies: what a receiver takes and answers. Another receiver may send more members than these."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from server.result.document import Hex64, Moment, ResultDocument

Key = Annotated[str, Field(max_length=200, description="webhook-id: result:version:destination, the same on every try")]


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True)


class ResultFile(_Body):
    """A result and its proof, as in a result.json. jws: compact JWS whose payload is the RFC 8785 form of `result`.

    fingerprint: SHA-256 of that form, hex.
    """

    result: ResultDocument
    jws: Annotated[str, Field(max_length=256 * 1024)]
    fingerprint: Hex64


class Event(_Body):
    """The body of a delivery. timestamp: when the result was issued; the same bytes on every try."""

    type: Literal["practical_result.issued"]
    timestamp: Moment
    data: ResultFile


class Receipt(_Body):
    """The answer that ends a delivery. receipt: the receiver's own word. repeated: it was held before this try.

    A sender takes nothing else for an end, whatever the status: key and fingerprint must be those it sent.
    """

    receipt: Annotated[str, Field(min_length=1, max_length=200)]
    key: Key
    fingerprint: Hex64
    received_at: Moment
    repeated: bool


class Standing(_Body):
    """What anyone may know of a certificate whose fingerprint he holds. current: no later version is held."""

    receipt: str
    fingerprint: Hex64
    result: str
    version: int
    passed: bool
    current: bool
    received_at: Moment


class Standings(_Body):
    """The certificates of a fingerprint: one or none."""

    certificates: list[Standing]


class HeldKey(_Body):
    """A key that the receiver holds."""

    key: Key
    fingerprint: Hex64
    receipt: str


class Ids(_Body):
    """Keys in order; ask again with `after` the last of them, until the list is empty."""

    ids: list[HeldKey]


class Problem(BaseModel):
    """A refusal (RFC 9457). code: a word for programs. 409 with `in_progress` and 408, 425, 429, 5xx are tried again,
    any other 4xx is not."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    zh: str
    en: str
