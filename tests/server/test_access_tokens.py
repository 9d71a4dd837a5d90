from os import urandom

from hypothesis import given
from hypothesis import strategies as st

from server.access.tokens import CODE_LETTERS, hashed, new_code, new_token, tidy_code

codes = st.binary(min_size=8, max_size=8).map(lambda given: new_code(lambda _: given))


def test_a_token_has_all_its_bits_and_goes_into_a_header() -> None:
    asked: list[int] = []
    token = new_token(lambda n: (asked.append(n), urandom(n))[1])
    assert asked == [32]
    assert len(token) == 43 and token.replace("-", "").replace("_", "").isalnum() and token.isascii()


def test_a_code_is_even_over_its_letters() -> None:
    counts = dict.fromkeys(CODE_LETTERS, 0)
    for byte in range(256):
        counts[new_code(lambda _, byte=byte: bytes([byte] * 8))[0]] += 1
    assert set(counts.values()) == {8}


@given(codes, st.data())
def test_a_code_is_read_however_it_is_typed(code: str, data) -> None:
    alike = {"0": "0oO", "1": "1iIlL"}
    typed = "".join(data.draw(st.sampled_from(alike.get(c, c + c.lower()))) for c in code)
    typed = data.draw(st.sampled_from([typed, typed.replace("-", ""), typed.replace("-", " "), f" {typed} "]))
    assert tidy_code(typed) == code.replace("-", "")


@given(st.text(max_size=40))
def test_anything_typed_is_taken_without_a_fault(typed: str) -> None:
    assert isinstance(hashed(b"p" * 32, tidy_code(typed)), str)


def test_the_pepper_decides_the_hash() -> None:
    assert hashed(b"a" * 32, "token") != hashed(b"b" * 32, "token")
    # HMAC-SHA256, RFC 4231, test case 2
    known = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    assert hashed(b"Jefe", "what do ya want for nothing?") == known
