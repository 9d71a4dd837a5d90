"""Bells: the constants of a gasholder whose bell floats on its gas over a water seal."""

from collections.abc import Mapping
from dataclasses import dataclass

WORDS = ("feed", "back", "draw", "make_up")
NUMBERS = (
    "feed_kg_s", "back_kg_s", "draw_kg_s", "over_pa", "fill_share", "least_share", "lands_share", "lose_s", "fill_s",
    "harder",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bell:
    """A bell over water. feed, back, draw: devices through which gas comes from the plant, is sent back by the
    compressor, is drawn off, and how much; make_up: by which water comes to the seal. over_pa: what its weight makes
    over ambient. Shares of what it holds when full: fill at the start, least where nothing more is drawn, lands where
    it stands on its rests. The seal is lost in lose_s, harder times as fast while gas is sent back, made up in fill_s.
    """

    feed: str
    back: str
    draw: str
    make_up: str
    feed_kg_s: float
    back_kg_s: float
    draw_kg_s: float
    over_pa: float
    fill_share: float
    least_share: float
    lands_share: float
    lose_s: float
    fill_s: float
    harder: float


def bell_of(params: Mapping[str, float | str]) -> Bell | None:
    """The bell, by `bell_*`; None where the vessel is none."""
    if "bell_over_pa" not in params:
        return None
    return Bell(
        **{key: str(params[f"bell_{key}"]) for key in WORDS},  # type: ignore[arg-type]
        **{key: float(params[f"bell_{key}"]) for key in NUMBERS},  # type: ignore[arg-type]
    )
