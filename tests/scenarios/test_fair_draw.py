"""Fair draws: uniform under the rules, one stream a label, committed before the candidate's nonce is known."""

import hmac
import json
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import product
from math import sqrt
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scenarios import catalogue, fair_draw, load
from scenarios.fair_draw import PARAMETERS, Group, PoolError, Previous, Stream, Variant, choose
from scenarios.fair_draw.documents import TAG, seed_of
from sim_core.chance import keys_of
from tests.scenarios.drawn import FIRES, MANDATORY, NONCE, OTHERS, POOL, committed, sealed

SEED = b"\x07" * 32


def limit(df: int) -> float:
    """99.9 % point of chi-square (Wilson and Hilferty 1931)."""
    return df * (1.0 - 2.0 / (9.0 * df) + 3.09 * sqrt(2.0 / (9.0 * df))) ** 3


def chi2(seen: Counter[Any], cells: list[Any]) -> float:
    """Against equal shares of the cells; whatever was drawn outside of them is a fault by itself."""
    assert set(seen) <= set(cells)
    share = seen.total() / len(cells)
    return sum((seen[cell] - share) ** 2 / share for cell in cells)


def allowed(previous: Previous = Previous()) -> list[tuple[str, str]]:  # noqa: B008  it is frozen
    """Pairs that the rules leave, written anew from exams §2."""
    return [
        (fire.scenario, other.scenario)
        for fire, other in product(FIRES, OTHERS)
        if fire.substance != other.substance
        and fire.axis != other.axis
        and not {fire.substance, other.substance} & set(previous.substances)
        and not {fire.axis, other.axis} & set(previous.axes)
    ]


@pytest.mark.parametrize(
    ("previous", "cells"),
    [(Previous(), 16), (Previous(substances=("crude",), axes=("D5", "D7")), 5)],
    ids=["first draw", "second draw"],
)
def test_draws_are_uniform_over_what_the_rules_leave(previous: Previous, cells: int) -> None:
    pairs = allowed(previous)
    assert len(pairs) == cells
    seen: Counter[tuple[str, str]] = Counter()
    for number in range(20_000):
        opened = choose(POOL, PARAMETERS, 2, previous, sha256(b"uniform %d" % number).digest())
        assert opened.relaxed == ()
        seen[opened.drawn[0].scenario, opened.drawn[1].scenario] += 1
    assert chi2(seen, pairs) < limit(len(pairs) - 1)


def test_whole_draws_are_uniform_over_server_seeds_and_candidates_nonces() -> None:
    """By either side alone: the other's part stays the same."""
    one = committed()
    many = [one.model_copy(update={"server_seed": sha256(b"%d" % n).hexdigest()}) for n in range(6_000)]
    for seeds in ([seed_of(each, NONCE) for each in many], [seed_of(one, f"nonce {n}") for n in range(6_000)]):
        drawn = [choose(POOL, PARAMETERS, 2, Previous(), seed).drawn for seed in seeds]
        assert chi2(Counter((a.scenario, b.scenario) for a, b in drawn), allowed()) < limit(len(allowed()) - 1)


def test_partial_shuffle_of_two_from_ten_is_uniform() -> None:
    """The trial of exams §2: 45,000 draws of two from ten."""
    seen = Counter(
        frozenset(Stream("sha256", number.to_bytes(32, "big"), "ten").members(range(10), 2)) for number in range(45_000)
    )
    assert chi2(seen, [frozenset((a, b)) for a in range(10) for b in range(a)]) < limit(44)


@given(st.integers(1, 2**64), st.binary(min_size=32, max_size=32))
def test_a_number_is_below_its_bound(n: int, seed: bytes) -> None:
    stream = Stream("sha256", seed, "x")
    assert all(0 <= stream.below(n) < n for _ in range(3))


def test_a_word_from_the_uneven_rest_is_drawn_again() -> None:
    """With n just above 2^63 nearly half the words are refused: words taken modulo n would favour low numbers."""
    n = 2**63 + 2**61
    stream = Stream("sha256", SEED, "uneven")
    low = sum(stream.below(n) < n // 2 for _ in range(4_000))
    assert abs(low - 2_000) < 3.3 * sqrt(1_000)


def test_streams_are_the_documented_ones() -> None:
    key = hmac.digest(SEED, rfc8785.dumps({"stream": "x"}), "sha256")
    words = [int.from_bytes(hmac.digest(key, n.to_bytes(8, "big"), "sha256")[:8], "big") for n in range(3)]
    stream = Stream("sha256", SEED, "x")
    assert [stream.below(2**64) for _ in words] == words


def test_one_label_never_shifts_another() -> None:
    alone = Stream("sha256", SEED, "a")
    expected = [alone.below(1000) for _ in range(50)]
    beside, other = Stream("sha256", SEED, "a"), Stream("sha256", SEED, "b")
    got, others = [], []
    for number in range(50):
        others += [other.below(1000) for _ in range(number % 3)]
        got.append(beside.below(1000))
    assert got == expected
    assert others[:50] != expected[: len(others[:50])]


def test_a_change_of_one_group_never_shifts_the_other() -> None:
    """Without rules that bind the two, the fire that is drawn is the same whatever else is in the pool."""
    free = PARAMETERS.model_copy(update={"apart": ()})
    for number in range(200):
        seed = sha256(b"shift %d" % number).digest()
        full = choose(POOL, free, 2, Previous(), seed).drawn
        fewer = choose((*FIRES, *OTHERS[:2]), free, 2, Previous(), seed).drawn
        assert full[0] == fewer[0]


def test_two_streams_are_independent() -> None:
    free = PARAMETERS.model_copy(update={"apart": ()})
    seen = Counter(
        tuple(v.scenario for v in choose(POOL, free, 2, Previous(), sha256(b"pair %d" % n).digest()).drawn)
        for n in range(10_000)
    )
    pairs = [(fire.scenario, other.scenario) for fire, other in product(FIRES, OTHERS)]
    assert chi2(seen, pairs) < limit(len(pairs) - 1)


@given(st.binary(min_size=32, max_size=32), st.sampled_from(sorted(PARAMETERS.strata)))
def test_only_the_stratum_of_the_level_is_drawn_from(seed: bytes, level: str) -> None:
    pool = tuple(v.model_copy(update={"stratum": n}) for v in POOL for n in (1, 2, 3, 4, 5))
    one = committed(pool=pool, level=level, server_seed=seed.hex())
    opened = fair_draw.open_draw(sealed(1).model_copy(update={"committed": one}), NONCE)
    assert {v.stratum for v in opened.drawn} == {PARAMETERS.strata[level]} == {opened.public.stratum}


@pytest.mark.parametrize(
    ("pool", "previous", "relaxed"),
    [
        ((FIRES[0], OTHERS[4]), Previous(), ("pair_substance",)),
        ((FIRES[0], OTHERS[1]), Previous(), ("pair_axis",)),
        ((FIRES[1], OTHERS[0]), Previous(axes=("D3",)), ("last_axis",)),
        ((FIRES[1], OTHERS[0]), Previous(substances=("crude",)), ("last_substance",)),
        ((FIRES[1], OTHERS[0]), Previous(substances=("crude",), axes=("D3",)), ("last_axis", "last_substance")),
        # either of two pairs would do without one rule: what is given up first is
        ((FIRES[0], OTHERS[1], OTHERS[2]), Previous(axes=("D7",)), ("last_axis",)),
    ],
)
def test_a_pool_without_a_pair_gives_up_the_fewest_rules_and_says_so(
    pool: tuple[Variant, ...], previous: Previous, relaxed: tuple[str, ...]
) -> None:
    one = sealed(pool=tuple(sorted(pool, key=lambda v: v.scenario)), previous=previous)
    assert fair_draw.open_draw(one, NONCE).relaxed == relaxed


@pytest.mark.parametrize("pool", [(), FIRES, OTHERS, tuple(v.model_copy(update={"stratum": 3}) for v in POOL)])
def test_a_pool_without_a_family_is_refused(pool: tuple[Variant, ...]) -> None:
    with pytest.raises(PoolError) as told:
        choose(pool, PARAMETERS, 2, Previous(), SEED)
    assert "stratum 2" in told.value.text.en and "难度层 2" in told.value.text.zh


def test_the_commitment_is_the_documented_one() -> None:
    one = sealed()
    text = rfc8785.dumps(one.committed.model_dump(mode="json"))
    assert fair_draw.commit(one).commitment == sha256(TAG + bytes.fromhex(one.nonce) + text).hexdigest()


def test_the_commitment_is_made_without_the_candidates_nonce_and_binds_every_later_draw() -> None:
    one = sealed()
    before = fair_draw.commit(one)
    drawn = {fair_draw.open_draw(one, f"nonce {n}").drawn for n in range(60)}
    assert len(drawn) > 5
    assert fair_draw.open_draw(one, NONCE).public == before


def test_the_seed_is_the_documented_one() -> None:
    one = sealed()
    pool = rfc8785.dumps([v.model_dump(mode="json") for v in POOL])
    message = {
        "exam": "2026-05",
        "candidate_nonce": NONCE,
        "pool": sha256(b"yanlian draw pool 1\0" + pool).hexdigest(),
    }
    seed = hmac.digest(bytes.fromhex(one.committed.server_seed), rfc8785.dumps(message), "sha256")
    revealed = fair_draw.reveal(one, NONCE).revealed
    assert revealed is not None and revealed.seed == seed.hex()


def test_nothing_secret_is_in_what_is_public_before_the_end() -> None:
    one = sealed()
    revealed = fair_draw.reveal(one, NONCE).revealed
    assert revealed is not None
    secrets = [one.nonce, one.committed.server_seed, revealed.seed, *(drill.key for drill in revealed.drills)]
    for text in (fair_draw.write(fair_draw.commit(one)), fair_draw.write(fair_draw.open_draw(one, NONCE))):
        assert not [secret for secret in secrets if secret.encode() in text]


def test_equal_parts_of_two_draws_have_other_digests() -> None:
    """Without the salt anyone could try out what was committed to."""
    first, second = fair_draw.commit(sealed(1)).parts, fair_draw.commit(sealed(2)).parts
    assert first.keys() == second.keys()
    assert not first.items() & second.items()


def test_every_drill_has_a_key_of_its_own_the_mandatory_ones_included() -> None:
    opened = fair_draw.reveal(sealed(), NONCE)
    assert opened.revealed is not None
    keys = {drill.scenario: bytes.fromhex(drill.key) for drill in opened.revealed.drills}
    assert list(keys) == [*(fixed.scenario for fixed in MANDATORY), *(v.scenario for v in opened.drawn)]
    seed = bytes.fromhex(opened.revealed.seed)
    again = [fair_draw.drill_key("sha256", seed, name, turn) for name in keys for turn in (0, 1)]
    assert len(set(again)) == 2 * len(keys) == 8
    assert keys["m_one"] == hmac.digest(seed, rfc8785.dumps({"drill": "m_one", "turn": 0}), "sha256")
    assert len({keys_of(key).hidden for key in keys.values()}) == 4
    other = fair_draw.reveal(sealed(), "another").revealed
    assert other is not None and not set(other.drills) & set(opened.revealed.drills)


def test_a_drills_key_does_not_hang_on_what_else_was_drawn() -> None:
    given_up = PARAMETERS.model_copy(update={"apart": ()})
    one, other = (fair_draw.reveal(sealed(parameters=p), NONCE).revealed for p in (PARAMETERS, given_up))
    assert one is not None and other is not None and one.drills[:2] == other.drills[:2]


@pytest.mark.skipif(not fair_draw.at_hand("sm3"), reason="this OpenSSL has no SM3")
def test_sm3_is_drawn_and_proven_alike_and_another_draw() -> None:
    sm3 = sealed(parameters=PARAMETERS.model_copy(update={"digest": "sm3"}))
    opened = fair_draw.reveal(sm3, NONCE)
    assert fair_draw.verify(opened, opened.public.commitment) == ()
    assert opened.public.digest == "sm3"
    assert opened.public.commitment != fair_draw.commit(sealed()).commitment
    # GB/T 32905-2016, example 1
    sm3_of_abc = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert fair_draw.stream.hashed("sm3", b"a", b"bc").hex() == sm3_of_abc


def test_a_digest_that_is_not_at_hand_is_told() -> None:
    assert fair_draw.at_hand("sha256") and not fair_draw.at_hand("sm9")


def test_documents_hold_no_floats_and_come_back() -> None:
    def floats(value: Any) -> bool:
        if isinstance(value, dict):
            return any(map(floats, value.values()))
        return any(map(floats, value)) if isinstance(value, list) else isinstance(value, float)

    one, opened = sealed(), fair_draw.reveal(sealed(), NONCE)
    assert fair_draw.read_sealed(fair_draw.write(one)) == one
    assert fair_draw.read_opened(fair_draw.write(opened)) == opened
    assert not floats(json.loads(fair_draw.write(opened)))
    half = json.loads(fair_draw.write(one))
    half["committed"]["parameters"]["strata"]["junior"] = 2.5
    with pytest.raises(ValueError, match="junior"):
        fair_draw.read_sealed(json.dumps(half).encode())


@pytest.mark.parametrize("written", ["", "abc", "  abc  ", "x" * 65, "a\nbcd", "ab\x00cd", "ab​cd"])
def test_a_nonce_that_cannot_be_read_aloud_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="4 to 64"):
        fair_draw.open_draw(sealed(), written)


def test_a_nonce_counts_as_it_is_read_not_as_it_was_typed() -> None:
    assert fair_draw.nonce_text(" e\u0301clair ") == "\u00e9clair"


def test_a_pool_in_another_order_or_twice_is_refused() -> None:
    for pool in (POOL[::-1], (*POOL, POOL[-1])):
        with pytest.raises(ValidationError, match="once each"):
            committed(pool=pool)
    with pytest.raises(ValidationError, match="no stratum"):
        committed(level="master")
    with pytest.raises(ValidationError, match="two groups"):
        fair_draw.Parameters(
            **{**PARAMETERS.model_dump(), "groups": (Group(id="a", families=("poisoning", "poisoning"), count=1),)}
        )


@pytest.mark.parametrize("scenario", catalogue(), ids=lambda scenario: scenario.id)
def test_every_scenario_of_the_catalogue_can_be_a_variant(scenario: Any) -> None:
    one = fair_draw.variant_of(scenario, 3)
    assert (one.scenario, one.hash, one.family, one.stratum) == (scenario.id, scenario.hash, scenario.family, 3)
    named = {word for keys in scenario.calls.values() for word in keys.get("substance", ())}
    assert one.substance in (named or {scenario.params["substance"]})
    totals: Counter[str] = Counter()
    for item in scenario.rubric.items:
        for axis, weight in item.axes.items():
            totals[axis] += float(weight * item.points) if item.section == "procedure" else 0  # type: ignore[assignment]
    assert totals[one.axis] == max(totals.values()) > 0


def test_axes_are_those_that_the_scenarios_were_written_for() -> None:
    """Domain §5.2 names them first; what all scenarios ask alike, reports and closing, must not decide it."""
    meant = {"tank_fire": "D6", "h2s_pit": "D3", "chlorine_leak": "D5"}
    assert {name: fair_draw.variant_of(load(name), 3).axis for name in meant} == meant


def test_a_scenario_that_names_no_substance_is_told() -> None:
    scenario = catalogue()[0]
    with pytest.raises(PoolError, match="substance"):
        fair_draw.variant_of(replace(scenario, calls={}, params={}), 3)
    with pytest.raises(PoolError, match="axis"):
        fair_draw.variant_of(replace(scenario, rubric=replace(scenario.rubric, items=())), 3)
