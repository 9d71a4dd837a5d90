"""Counter-based chance: golden draws, the array door, independence, secrecy."""

import hashlib
import hmac
import itertools
import math
import struct
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.chance import Chance, DrillKeys, derive, drill_keys
from sim_core.exact import erf

KEY = bytes(range(32))
LARGE = 2**63 - 1


@pytest.fixture
def chance() -> Chance:
    return Chance(KEY)


def chi_square(counts: np.ndarray) -> float:
    """Pearson's statistic against equal counts."""
    expected = counts.sum() / counts.size
    return float(((counts - expected) ** 2).sum() / expected)


def ks_distance(cumulative: np.ndarray) -> float:
    """Kolmogorov's distance times sqrt(n) of values that should be uniform; above 1.95 once in 1000."""
    ordered = np.sort(cumulative)
    n = ordered.size
    return float(np.max(np.abs(ordered - (np.arange(n) + 0.5) / n)) * math.sqrt(n))


def test_golden_draws_never_change(chance: Chance) -> None:
    assert chance.bits("wind", 0, 0) == 3385333117642028861
    assert chance.uniform("wind", 7, 20) == 0.6550378443375751
    assert chance.normal("wind", 8, 20) == 1.6119486208226497
    assert chance.below("wind", 9, 20, 10) == 5
    assert chance.choose("wind", 9, 20, (1.0, 2.0, 3.0)) == 0
    assert chance.normals("wind", 1, 2).tolist() == [-0.4846062908269526, -0.47473275072650717]


def test_golden_keys_never_change() -> None:
    keys = drill_keys(7)
    assert keys.drill.hex() == "d714355e604d733ee2a98110cfec126a7fc436e6dcae5668de636ec19af03270"
    assert keys.hidden.hex() == "05a77a58938d16ae390b89ed2ca0cbb4a9af4ec322cf53e5def9496ae3e5355f"
    assert keys.world.hex() == "99f18ad876183321fe82901cc4fcca76aff897a15bc8c5f9a4e6ef32bec22756"


def test_the_layout_is_as_written(chance: Chance) -> None:
    label_key = hmac.new(KEY, b"leak", "sha256").digest()
    digest = hashlib.blake2b(struct.pack("<qqq", 13 // 8, 400, 0), key=label_key).digest()
    assert chance.bits("leak", 13, 400) == struct.unpack_from("<Q", digest, 8 * (13 % 8))[0]
    assert derive(KEY, "leak") == label_key


@pytest.mark.parametrize("n", [0, 1, 7, 8, 9, 300])
def test_array_doors_equal_the_scalar_doors(chance: Chance, n: int) -> None:
    uniforms, normals = chance.uniforms("gust", 5, n), chance.normals("gust", 5, n)
    assert uniforms.tolist() == [chance.uniform("gust", entity, 5) for entity in range(n)]
    assert normals.tolist() == [chance.normal("gust", entity, 5) for entity in range(n)]
    assert uniforms.dtype == normals.dtype == np.float64


def test_draws_need_no_order(chance: Chance) -> None:
    forward = [chance.bits("a", entity, tick) for entity in range(10) for tick in range(10)]
    other = Chance(KEY)
    backward = [other.bits("a", entity, tick) for entity in range(9, -1, -1) for tick in range(9, -1, -1)]
    assert forward == backward[::-1]


def test_any_other_question_gets_another_answer(chance: Chance) -> None:
    questions = list(itertools.product(("a", "b", ""), (0, 1, 8, LARGE), (0, 1, LARGE)))
    answers = {chance.bits(*question) for question in questions} | {Chance(bytes(32)).bits("a", 0, 0)}
    assert len(answers) == len(questions) + 1


def test_uniforms_are_uniform_in_each_bit_range(chance: Chance) -> None:
    uniforms = chance.uniforms("uniform", 1, 20_000)
    assert uniforms.min() >= 0.0
    assert uniforms.max() < 1.0
    assert ks_distance(uniforms) < 1.95
    low_bits = np.array([chance.bits("uniform", 0, tick) & 63 for tick in range(6400)])
    assert chi_square(np.bincount(low_bits, minlength=64)) < 103.4  # 1 in 1000 at 63 degrees of freedom


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("a", 0, 0), ("b", 0, 0)),  # labels
        (("a", 0, 0), ("a", 0, 1)),  # ticks
        (("a", 0, 0), ("a", 1, 0)),  # entities of one hash
        (("a", 0, 0), ("a", 8, 0)),  # entities of two hashes
    ],
)
def test_neighbouring_streams_are_independent(
    chance: Chance, first: tuple[str, int, int], second: tuple[str, int, int]
) -> None:
    def stream(label: str, entity: int, tick: int) -> np.ndarray:
        return np.array([chance.bits(label, entity, tick + 2 * step) >> 60 for step in range(6400)])

    cells = np.bincount(stream(*first) * 16 + stream(*second), minlength=256)
    assert chi_square(cells) < 330.5  # 1 in 1000 at 255 degrees of freedom


def test_normals_are_normal_and_pairs_uncorrelated(chance: Chance) -> None:
    normals = chance.normals("normal", 1, 20_000)
    assert ks_distance(np.array([0.5 * (1.0 + erf(x / math.sqrt(2.0))) for x in normals.tolist()])) < 1.95
    assert abs(np.corrcoef(normals[0::2], normals[1::2])[0, 1]) < 0.033  # 3.3 standard errors
    assert abs(np.corrcoef(normals[0::2] ** 2, normals[1::2] ** 2)[0, 1]) < 0.033


@given(st.integers(0, LARGE), st.integers(0, LARGE), st.integers(1, 2**64))
def test_below_stays_below(entity: int, tick: int, n: int) -> None:
    assert 0 <= Chance(KEY).below("below", entity, tick, n) < n


def test_below_is_even(chance: Chance) -> None:
    counts = np.bincount([chance.below("die", 0, tick, 6) for tick in range(6000)], minlength=6)
    assert chi_square(counts) < 20.5  # 1 in 1000 at 5 degrees of freedom


def test_below_redraws_the_uneven_rest(chance: Chance) -> None:
    """With n of 3/4 of the range a remainder would give the lower third double weight."""
    n = 3 * 2**62
    thirds = Counter(chance.below("rest", 0, tick, n) // 2**62 for tick in range(3000))
    assert chi_square(np.array([thirds[0], thirds[1], thirds[2]])) < 13.8
    assert any(chance.bits("rest", 0, tick) >= n for tick in range(20))


@pytest.mark.parametrize("n", [0, -1, 2**64 + 1])
def test_below_refuses_an_empty_range(chance: Chance, n: int) -> None:
    with pytest.raises(ValueError, match="from 1 to"):
        chance.below("die", 0, 0, n)


def test_choose_follows_the_weights(chance: Chance) -> None:
    weights = (0.0, 1.0, 0.0, 3.0, 6.0, 0.0)
    counts = np.bincount([chance.choose("wind", 0, tick, weights) for tick in range(5000)], minlength=6)
    assert counts[[0, 2, 5]].tolist() == [0, 0, 0]
    expected = np.array([500.0, 1500.0, 3000.0])
    assert ((counts[[1, 3, 4]] - expected) ** 2 / expected).sum() < 13.8  # 1 in 1000 at 2 degrees of freedom


@pytest.mark.parametrize("weights", [(), (0.0,), (1.0, -0.5), (math.inf,), (math.nan, 1.0)])
def test_choose_refuses_weights_without_meaning(chance: Chance, weights: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="weights must be finite"):
        chance.choose("wind", 0, 0, weights)


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes, not 31") as refusal:
        Chance(KEY[:31])
    assert "\\x01" not in str(refusal.value)


def test_no_text_shows_a_key(chance: Chance) -> None:
    chance.bits("wind", 0, 0)
    keys = drill_keys(1)
    secrets = [KEY, derive(KEY, "wind"), keys.drill, keys.hidden, keys.world]
    texts = [form(thing) for form in (repr, str, "{}".format, "{!r:>9}".format) for thing in (chance, keys)]
    texts.append(repr({"chance": chance, "keys": [keys]}))
    for text in texts:
        assert not any(secret.hex() in text or repr(secret)[2:-1] in text for secret in secrets)


def test_drill_keys_differ_from_each_other_and_by_seed() -> None:
    keys = [drill_keys(seed) for seed in (0, 1, 2**63 - 1)]
    assert len({key for k in keys for key in (k.drill, k.hidden, k.world)}) == 9
    assert all(len(key) == 32 for k in keys for key in (k.drill, k.hidden, k.world))
    assert drill_keys(1) == keys[1] != DrillKeys(KEY, KEY, KEY)


@pytest.mark.parametrize("seed", [-1, 2**63])
def test_a_seed_has_63_bits(seed: int) -> None:
    with pytest.raises(ValueError, match=r"0 to 2\^63 - 1"):
        drill_keys(seed)
