import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from server.result.document import document
from server.result.signing import NotAResultError, WrongResultError, check, check_members, sign
from tests.server.result_pieces import NOW, PUBLIC, SIGNER, facts

SIGNED = sign(document(facts(), 1, None, NOW), SIGNER)
FILE = SIGNED.file()
REFUSALS = (NotAResultError, WrongResultError)


def part(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def forged(header: dict[str, Any], content: bytes = SIGNED.content, key: Ed25519PrivateKey = SIGNER) -> dict[str, Any]:
    """A file with a signature that holds for this header and content; made without the library."""
    signed = f"{part(json.dumps(header).encode())}.{part(content)}"
    compact = f"{signed}.{part(key.sign(signed.encode()))}"
    return {**json.loads(FILE), "jws": compact}


def test_what_was_signed_holds() -> None:
    assert check(FILE, [bytes(32), PUBLIC]) == SIGNED


def test_signature_is_one_by_other_means() -> None:
    header, content, signature = SIGNED.jws.split(".")
    SIGNER.public_key().verify(urlsafe_b64decode(signature + "=="), f"{header}.{content}".encode())
    assert json.loads(urlsafe_b64decode(header + "==")) == {"alg": "Ed25519", "kid": PUBLIC.hex()[:16]}


@pytest.mark.parametrize("bit", [1, 32])
def test_no_byte_can_be_changed(bit: int) -> None:
    for place in range(len(FILE) - 1):
        changed = bytearray(FILE)
        changed[place] ^= bit
        with pytest.raises(REFUSALS):
            check(bytes(changed), [PUBLIC])


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def test_signature_has_one_spelling() -> None:
    # The last of 86 letters holds two bits of the signature; decoders pass over the other four.
    place = ALPHABET.index(SIGNED.jws[-1])
    others = [SIGNED.jws[:-1] + ALPHABET[place ^ low] for low in range(1, 16)]
    for spelled in [*others, SIGNED.jws + "=", SIGNED.jws + "==", SIGNED.jws + "\n", f" {SIGNED.jws}"]:
        with pytest.raises(WrongResultError, match="malformed"):
            check_members({**json.loads(FILE), "jws": spelled}, [PUBLIC])


def test_every_cut_is_refused() -> None:
    for length in range(0, len(FILE) - 1, 7):
        with pytest.raises(NotAResultError):
            check(FILE[:length], [PUBLIC])


def test_another_signer_is_a_stranger() -> None:
    other = Ed25519PrivateKey.generate()
    with pytest.raises(WrongResultError, match="not trusted"):
        check(sign(SIGNED.document, other).file(), [PUBLIC])
    with pytest.raises(WrongResultError, match="not trusted"):
        check(FILE, [])
    with pytest.raises(WrongResultError, match="does not hold"):  # a name of a key is no key
        check_members(forged({"alg": "Ed25519", "kid": PUBLIC.hex()[:16]}, key=other), [PUBLIC])


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none", "kid": PUBLIC.hex()[:16]},
        {"alg": "EdDSA", "kid": PUBLIC.hex()[:16]},
        {"alg": "HS256", "kid": PUBLIC.hex()[:16]},
        {"alg": "Ed25519"},
        {"alg": "Ed25519", "kid": PUBLIC.hex()[:16], "crit": ["b64"], "b64": False},
        {"alg": "Ed25519", "kid": PUBLIC.hex()[:16], "jwk": {"kty": "OKP", "crv": "Ed25519", "x": part(PUBLIC)}},
        {"alg": ["Ed25519"], "kid": PUBLIC.hex()[:16]},
    ],
)
def test_header_is_ours_and_nothing_else(header: dict[str, Any]) -> None:
    with pytest.raises(WrongResultError, match="malformed"):
        check_members(forged(header), [PUBLIC])


def test_forging_is_able_to_succeed() -> None:
    assert check_members(forged({"alg": "Ed25519", "kid": PUBLIC.hex()[:16]}), [PUBLIC]).content == SIGNED.content


def test_parts_of_two_results_do_not_mix() -> None:
    one, other = json.loads(FILE), json.loads(sign(document(facts(2), 1, None, NOW), SIGNER).file())
    with pytest.raises(WrongResultError, match="fingerprint"):
        check_members({**one, "result": other["result"]}, [PUBLIC])
    with pytest.raises(WrongResultError, match="what was signed"):
        check_members({**one, "jws": other["jws"]}, [PUBLIC])
    with pytest.raises(WrongResultError, match="fingerprint"):
        check_members({**one, "fingerprint": other["fingerprint"]}, [PUBLIC])


def signed_anew(**members: Any) -> bytes:
    """A file whose signature holds over whatever the result says now."""
    from rfc8785 import dumps

    from server.result.document import fingerprint

    result = {name: value for name, value in {**json.loads(SIGNED.content), **members}.items() if value != "absent"}
    content = dumps(result)
    made = forged({"alg": "Ed25519", "kid": PUBLIC.hex()[:16]}, content)
    return json.dumps({**made, "result": result, "fingerprint": fingerprint(content)}).encode()


@pytest.mark.parametrize("members", [{"exam": "absent"}, {"more": 1}, {"passed": "yes"}, {"scenarios": []}])
def test_signed_nonsense_is_wrong(members: dict[str, Any]) -> None:
    with pytest.raises(WrongResultError, match="breaks its rules"):
        check(signed_anew(**members), [PUBLIC])


def test_signed_and_of_another_kind_is_not_for_us() -> None:
    with pytest.raises(NotAResultError, match="kind"):
        check(signed_anew(kind="theory_result"), [PUBLIC])


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\xff", b"[]", b"{}", b"null", b"[" * 100_000, b'{"result":' * 50_000, b" " * 300_000),
        FILE.replace(b'{"fingerprint"', b'{"fingerprint":"0","fingerprint"', 1),
        FILE.replace(b'"version":1', b'"version":NaN', 1),
        FILE.replace(b'"version":1', b'"version":1e999', 1),
    ],
)
def test_other_files_are_no_results(data: bytes) -> None:
    with pytest.raises(NotAResultError):
        check(data, [PUBLIC])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(result=JSON, jws=JSON | st.just(SIGNED.jws), fingerprint=JSON | st.just(SIGNED.fingerprint))
def test_anything_else_is_refused_in_words(result: Any, jws: Any, fingerprint: Any) -> None:
    with pytest.raises(REFUSALS):
        check_members({"result": result, "jws": jws, "fingerprint": fingerprint}, [PUBLIC])


@given(st.text(alphabet="abcXYZ019-_.=+/é ", max_size=60) | st.text(max_size=40))
def test_any_jws_is_refused_in_words(compact: str) -> None:
    with pytest.raises(WrongResultError):
        check_members({**json.loads(FILE), "jws": compact}, [PUBLIC])
