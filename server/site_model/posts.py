"""Posts: wind sock, and the poles that carry signs."""

from math import pi

import numpy as np

from server.site_model import colours as c
from server.site_model.part import Level, Moving, Part
from server.site_model.shapes import Shape, box, made, merged, ring, round_bar

MAST_M = 8.0
SOCK_M = 2.4


def wind_sock() -> Part:
    """A mast with a red and white sock. At rest the sock streams to the east: wind from the west."""
    mast = [
        box(0.8, 0.3, 0.8, c.PLINTH),
        round_bar(0.075, MAST_M - 0.3, c.WHITE, (0, 0.3, 0), sides=10, top=0.045),
        *[round_bar(0.078 - 0.004 * k, 0.7, c.RED, (0, 1.2 + 1.8 * k, 0), sides=10) for k in range(3)],
        round_bar(0.05, 0.18, c.DARK_STEEL, (0, MAST_M, 0), sides=10),
    ]
    frame = [ring(0.3, 0.02, c.DARK_STEEL, 0, 16, 5).turned(pi / 2, "z").at(0.12, 0, 0)]
    bands = []
    for k in range(5):
        radius, end = 0.3 - 0.034 * k, 0.3 - 0.034 * (k + 1)
        colour = c.SOCK_RED if k % 2 == 0 else c.WHITE
        start = 0.12 + SOCK_M / 5 * k
        sleeve = round_bar(radius, SOCK_M / 5, colour, (start, 0, 0), "x", 14, top=end, caps=(False, False))
        bands += [sleeve, _inner(sleeve)]
    far = merged([*mast, *bands[::2]])
    moving = (Moving("sock", {"paint": merged([*bands, *frame])}, (0, MAST_M + 0.1, 0), turns=1.0),)
    return Part((Level(0.0, {"paint": merged(mast)}), Level(420.0, {"paint": far})), moving)


def _inner(sleeve: Shape) -> Shape:
    return made(sleeve.vertices, -sleeve.normals, sleeve.faces[:, ::-1], c.SOCK_RED if _red(sleeve) else c.WHITE)


def _red(sleeve: Shape) -> bool:
    return bool(np.all(sleeve.colours[0, 1] < 100))


def pole(height: float, width: float = 0.0) -> Shape:
    """One pole, or two for a wide board."""
    xs = (0.0,) if width < 1.2 else (-width / 2 + 0.15, width / 2 - 0.15)
    return merged([round_bar(0.035, height, c.STEEL, (x, 0, -0.04), sides=6) for x in xs])
