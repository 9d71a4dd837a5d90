import re
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal, localcontext
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scoring.axes import AXES
from scoring.marks import prefill
from scoring.radar import Axis, Radar, drill_radar
from scoring.radar_svg import radar_svg
from scoring.rubric import Text

GOLDEN = Path(__file__).parent / "golden" / "radar.svg"
NAME = Text("汽油内浮顶罐满溢泄漏", "Gasoline tank overfill")


@pytest.fixture
def radar(fought, rubric):
    """Six axes known, of different weights, one of them under a veto; two grey."""
    items = tuple(
        replace(item, axes={f"D{axis}": Decimal(1 + axis * place % 4) for axis in range(1, 7)})
        for place, item in enumerate(rubric.items)
    )
    spoken = replace(rubric, items=items)
    lines = prefill(fought[:-1], spoken, ("IC",), 10_000).lines
    return drill_radar(lines, spoken, ("engine",))


def full(means):
    axes = []
    for (axis_id, name), mean in zip(AXES.items(), means, strict=True):
        known = None if mean is None else Decimal(mean)
        low, high = (None, None) if known is None else (known - 10, known + 10)
        axes.append(Axis(axis_id, name, 4, known, low, high))
    return Radar(tuple(axes), (), "sample", "1")


def words(svg):
    return [element.text for element in ElementTree.fromstring(svg).iter() if element.tag.endswith("text")]


def paths(svg, kind):
    return re.findall(rf'<path class="{kind}" d="([^"]*)"', svg)


def test_same_radar_same_bytes(radar):
    assert radar_svg(radar, NAME, Decimal("84.5")).encode() == GOLDEN.read_bytes()


def test_the_callers_decimal_context_does_not_matter(radar):
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert radar_svg(radar, NAME, Decimal("84.5")).encode() == GOLDEN.read_bytes()


def test_everything_is_said_in_words(radar):
    said = words(radar_svg(radar, NAME, Decimal("84.5")))
    assert "汽油内浮顶罐满溢泄漏 Gasoline tank overfill" in said
    assert any("84.50" in text for text in said)
    assert any("one drill only" in text and "仅为一次演练" in text for text in said)
    assert "59.0 (51.3–59.0)" in said
    assert said.count("一票否决封顶 capped by veto") == 1
    assert said.count("证据不足（0 项）") == said.count("not enough evidence (0)") == 2
    assert all(any(f"{axis} {name.zh}" == text for text in said) for axis, name in AXES.items())


def test_a_full_radar_is_one_closed_ring():
    svg = radar_svg(full(["50"] * 8), NAME, Decimal(50))
    (band,), (mean,) = paths(svg, "band"), paths(svg, "mean")
    assert (band.count("Z"), band.count("M"), mean.count("Z")) == (2, 2, 1)
    assert mean.startswith("M490.0,335.0 L571.3,368.7 L605.0,450.0 ")


def test_nothing_is_drawn_over_an_unknown_axis():
    svg = radar_svg(full(["50", "50", None, "50", None, None, None, "50"]), NAME, Decimal(50))
    assert sorted(mean.count("L") for mean in paths(svg, "mean")) == [0, 2]
    assert svg.count('<circle class="dot"') == 4 + 1  # and the legend's


def test_nothing_known_still_draws():
    svg = radar_svg(full([None] * 8), NAME, Decimal(0))
    assert paths(svg, "band") == []
    assert len(paths(svg, "pass")) == 1


def test_names_are_escaped(radar):
    odd = replace(radar, rubric_id="a<b")
    svg = radar_svg(odd, Text("<script>", 'H2S & "Cl2"'), Decimal(1))
    assert '<script> H2S & "Cl2"' in words(svg)
    assert "<script>" not in svg
