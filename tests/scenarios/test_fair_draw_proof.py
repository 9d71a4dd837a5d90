"""Proof of a fair draw: whatever is changed afterwards is named; a made-up draw shows against what was published."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios import fair_draw
from scenarios.fair_draw import PARAMETERS, NotRevealedError, Opened, Previous, Variant
from tests.scenarios.drawn import NONCE, POOL, sealed

DRAW = fair_draw.reveal(sealed(previous=Previous(substances=("crude",), axes=("D1",))), NONCE)
TEXT = fair_draw.write(DRAW)
OTHER = "5a" * 32


def plain() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(TEXT)
    return loaded


def fields_of(changed: dict[str, Any], published: str = "") -> list[str]:
    opened = fair_draw.read_opened(json.dumps(changed).encode())
    return [fault.field for fault in fair_draw.verify(opened, published)]


def change(*path: str | int, to: Any) -> Callable[[dict[str, Any]], None]:
    def apply(opened: dict[str, Any]) -> None:
        inner: Any = opened
        for step in path[:-1]:
            inner = inner[step]
        assert inner[path[-1]] != to
        inner[path[-1]] = to

    return apply


def body(*path: str | int, to: Any) -> Callable[[dict[str, Any]], None]:
    return change("revealed", "committed", *path, to=to)


def one_more(opened: dict[str, Any]) -> None:
    pool = opened["revealed"]["committed"]["pool"]
    pool.append({**pool[-1], "scenario": "zz_planted"})


def one_less(opened: dict[str, Any]) -> None:
    opened["revealed"]["committed"]["pool"].pop(0)


CHANGES = {
    "parameter: how many": (body("parameters", "groups", 1, "count", to=2), ["parameters.groups"]),
    "parameter: rules": (body("parameters", "apart", to=["last_axis"]), ["parameters.apart"]),
    "parameter: strata": (body("parameters", "strata", "senior", to=5), ["parameters.strata"]),
    "parameter: version": (body("parameters", "version", to=2), ["parameters.version"]),
    "parameter: digest": (body("parameters", "digest", to="sm3"), ["parameters.digest"]),
    "variant: hash": (body("pool", 3, "hash", to=OTHER), [f"pool/{POOL[3].scenario}/2"]),
    "variant: family": (body("pool", 0, "family", to="tank_leak"), [f"pool/{POOL[0].scenario}/2"]),
    "variant: substance": (body("pool", 1, "substance", to="water"), [f"pool/{POOL[1].scenario}/2"]),
    "variant: axis": (body("pool", 1, "axis", to="D8"), [f"pool/{POOL[1].scenario}/2"]),
    "variant: stratum": (
        body("pool", 1, "stratum", to=3),
        [f"pool/{POOL[1].scenario}/2", f"pool/{POOL[1].scenario}/3"],
    ),
    "variant: one more": (one_more, ["pool/zz_planted/2"]),
    "variant: one less": (one_less, [f"pool/{POOL[0].scenario}/2"]),
    "mandatory: hash": (body("mandatory", 0, "hash", to=OTHER), ["mandatory/m_one"]),
    "previous draw": (body("previous", "axes", to=[]), ["previous"]),
    "server seed": (body("server_seed", to=OTHER), ["server_seed"]),
    "exam": (body("exam", to="2026-06"), ["public.exam", "exam"]),
    "candidate": (body("candidate", to="K-9"), ["public.candidate", "candidate"]),
    "attempt": (body("attempt", to=2), ["public.attempt", "attempt"]),
    "level": (body("level", to="senior"), ["public.level", "public.stratum", "level"]),
    "time": (body("committed_at", to="2026-05-19T09:00:00+08:00"), ["public.committed_at", "committed_at"]),
    "nonce": (change("revealed", "nonce", to=OTHER), ["nonce"]),
    "seed": (change("revealed", "seed", to=OTHER), ["seed"]),
    "drill key": (change("revealed", "drills", 0, "key", to=OTHER), ["drills"]),
    "candidate nonce": (change("candidate_nonce", to="考生-4712"), ["candidate_nonce"]),
    "drawn": (change("drawn", 0, "scenario", to="planted"), ["drawn"]),
    "drawn hash": (change("drawn", 1, "hash", to=OTHER), ["drawn"]),
    "relaxed": (change("relaxed", to=["pair_axis"]), ["relaxed"]),
    "public exam": (change("public", "exam", to="2026-06"), ["public.exam"]),
    "public stratum": (change("public", "stratum", to=5), ["public.stratum"]),
    "public digest": (change("public", "digest", to="sm3"), ["public.digest"]),
    "public commitment": (change("public", "commitment", to=OTHER), ["public.commitment"]),
    "public part": (change("public", "parts", "server_seed", to=OTHER), ["public.parts.server_seed"]),
}
NEEDS_SM3 = {"parameter: digest", "public digest"}


def test_a_true_draw_holds() -> None:
    assert fields_of(plain()) == fields_of(plain(), DRAW.public.commitment.upper()) == []


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_is_named(name: str) -> None:
    if name in NEEDS_SM3 and not fair_draw.at_hand("sm3"):
        pytest.skip("this OpenSSL has no SM3")
    apply, named = CHANGES[name]
    changed = plain()
    apply(changed)
    assert fields_of(changed) == named


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    inside = list(items)
    if not inside and not isinstance(value, dict | list):
        yield path
    for key, inner in inside:
        yield from leaves(inner, (*path, key))


def altered(value: Any) -> list[Any]:
    """Other values of the same kind."""
    if isinstance(value, int):
        return [value + 1, value - 1, value + 2]
    same_form = [value[:-1] + sign for sign in "01ab" if value[-1] != sign]
    return [*same_form, "D1", "poisoning", "pair_axis", "last_axis", "senior", "sm3"]


@pytest.mark.parametrize("path", list(leaves(json.loads(TEXT))), ids=lambda path: ".".join(map(str, path)))
def test_no_single_value_can_be_changed_unseen(path: tuple[str | int, ...]) -> None:
    """Every number and word of the file, one at a time: it can no longer be read, or a fault names it."""
    tried = 0
    holder: Any = json.loads(TEXT)
    for step in path[:-1]:
        holder = holder[step]
    for other in altered(holder[path[-1]]):
        if other == holder[path[-1]] or (other == "sm3" and not fair_draw.at_hand("sm3")):
            continue
        changed = plain()
        change(*path, to=other)(changed)
        tried += 1
        try:
            opened = fair_draw.read_opened(json.dumps(changed).encode())
        except ValueError:
            continue
        assert fair_draw.verify(opened)
    assert tried


@given(st.data())
def test_changed_bytes_are_refused_read_alike_or_named(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(TEXT) - 1))
    bad = TEXT[:at] + data.draw(st.binary(min_size=1, max_size=3)) + TEXT[at + 1 :]
    try:
        opened = fair_draw.read_opened(bad)
    except ValueError as error:
        assert "\n" not in str(error)
        return
    assert opened == DRAW or fair_draw.verify(opened)


@pytest.mark.parametrize("bad", [b"", b"{}", b"[1]", b"null", b"\xff", b"[" * 100_000, TEXT[:-1], TEXT + b"x"])
def test_what_is_no_draw_is_refused_in_one_line(bad: bytes) -> None:
    for read in (fair_draw.read_opened, fair_draw.read_sealed):
        with pytest.raises(ValueError, match=r"\w") as told:
            read(bad)
        assert "\n" not in str(told.value)


def test_a_draw_made_up_as_a_whole_shows_against_what_was_published() -> None:
    """Seeds tried until the outcome suited: consistent in itself, but it is not what was published."""
    wanted = next(
        opened
        for number in range(2, 200)
        if (opened := fair_draw.reveal(sealed(number), NONCE)).drawn[0].scenario != DRAW.drawn[0].scenario
    )
    assert fair_draw.verify(wanted) == ()
    assert [f.field for f in fair_draw.verify(wanted, DRAW.public.commitment)] == ["public.commitment"]


def test_before_the_end_nothing_can_be_verified() -> None:
    with pytest.raises(NotRevealedError):
        fair_draw.verify(fair_draw.open_draw(sealed(), NONCE))


def test_several_changes_are_all_named() -> None:
    changed = plain()
    for name in ("variant: hash", "parameter: rules", "public stratum"):
        CHANGES[name][0](changed)
    assert fields_of(changed) == ["public.stratum", "parameters.apart", f"pool/{POOL[3].scenario}/2"]


@given(st.integers(1, 10_000), st.text(min_size=4, max_size=64))
def test_every_true_draw_holds(number: int, nonce: str) -> None:
    one = sealed(number)
    with suppress(ValueError):
        nonce = fair_draw.nonce_text(nonce)
        assert fair_draw.verify(fair_draw.reveal(one, nonce), fair_draw.commit(one).commitment) == ()


def test_a_pool_that_fills_the_limit_is_drawn_in_a_moment_and_a_larger_one_refused() -> None:
    """A file from elsewhere must not make its verification endless."""
    families = ("fire_explosion", "tank_leak", "poisoning")
    many = tuple(
        Variant(
            scenario=f"s{n:03d}",
            hash=sha256(b"%d" % n).hexdigest(),
            family=families[n % 3],
            substance=f"s{n}",
            axis=f"D{n % 8}",
            stratum=2,
        )
        for n in range(49)
    )
    one = sealed(pool=many[:48])
    assert fair_draw.verify(fair_draw.reveal(one, NONCE)) == ()
    with pytest.raises(ValueError, match="pool"):
        sealed(pool=many)


def test_fault_texts_are_in_both_languages() -> None:
    changed = plain()
    CHANGES["server seed"][0](changed)
    (fault,) = fair_draw.verify(Opened.model_validate_json(json.dumps(changed)))
    assert fault.text.en == "server_seed: not what was committed to" and "承诺" in fault.text.zh


def test_levels_have_strata_of_their_own() -> None:
    assert sorted(PARAMETERS.strata) == ["junior", "middle", "senior"]
    assert len(set(PARAMETERS.strata.values())) == 3
