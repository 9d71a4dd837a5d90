"""Signing: which sign hangs where on a site. One mesh for all faces, one for all poles."""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from server.site_model import colours as c
from server.site_model import signs
from server.site_model.ground import outward
from server.site_model.houses import HOUSES
from server.site_model.posts import pole
from server.site_model.pressure import LEG_M
from server.site_model.shapes import Shape, box, framed_on, merged, quad
from server.site_model.standing import Flat, Stand, Standing, unit
from sim_core.site import Place

OFF_M = 0.06  # of a number before its shell: less would flicker from afar


@dataclass(frozen=True, slots=True)
class Sign:
    """A face of width by height whose foot is `low` above the ground, at a stand. bent: round a shell of this radius
    about the stand. backed: it has a back and a pole."""

    key: str
    face: Image.Image
    width_m: float
    height_m: float
    low_m: float
    stand: Stand
    bent_m: float = 0.0
    backed: bool = True


def all_signs(standing: Standing, houses: dict[str, Stand]) -> Iterator[Sign]:
    """Every sign of a site."""
    site = standing.site
    for place in site.places:
        yield from _of_place(standing, place, houses)
    for tank in site.tanks:
        face, height = signs.numerals(tank.id), 2.3
        for faces in _shown(standing, tank.x_m, tank.y_m):
            stand = Stand(tank.x_m, tank.y_m, faces)
            radius = tank.diameter_m / 2 + OFF_M
            # of a sphere about its widest, of a gasholder on its basin
            low = {
                "sphere": LEG_M + (tank.diameter_m - height) / 2,
                "gasholder": tank.rim_m * 0.18,
            }.get(tank.shape, tank.rim_m * 0.42)
            yield Sign(f"number {tank.id}", face, height * 384 / 112, height, low, stand, radius, False)
    for device in site.devices:
        stand = standing.devices[device.id]
        low, along, aside = {
            "pump": (0.24, 0.42, 0.0),
            "breaker": (1.7, 0.02, 0.0),
            "alarm_point": (0.85, 0.08, 0.0),
            "monitor": (0.2, 0.57, 0.0),
            "winch": (0.35, 1.0, 0.0),
        }.get(device.kind, (0.12, 0.2, 0.0))
        face = signs.tag(device.id, device.name.zh, device.name.en)
        yield Sign(f"tag {device.id}", face, 0.34, 0.17, low, Stand(*stand.off(along, aside), stand.faces), 0.0, False)
    for one in site.instruments:
        if one.kind == "gas":
            face = signs.tag(one.tag, one.name.zh, one.name.en)
            yield Sign(f"tag {one.tag}", face, 0.26, 0.13, 1.05, Stand(one.x_m, one.y_m - 0.045), 0.0, False)
    yield from _warnings(standing)
    yield from _gates(standing)


def _shown(standing: Standing, x: float, y: float) -> list[Flat]:
    """A number looks to the two sides from which most people come: north and south, or as the bunds lie."""
    bunds = standing.site.bunds
    long_x = sum(b.x1_m - b.x0_m for b in bunds) >= sum(b.y1_m - b.y0_m for b in bunds)
    return [(0.0, -1.0), (0.0, 1.0)] if long_x else [(1.0, 0.0), (-1.0, 0.0)]


def _board(place: Place) -> Image.Image:
    return signs.board(place.name.zh, place.name.en)


def _of_place(standing: Standing, place: Place, houses: dict[str, Stand]) -> Iterator[Sign]:
    key = f"place {place.id}"
    if place.kind == "gate":
        return
    if place.id in houses:
        house = HOUSES[place.kind]
        low, before = house.sign_m
        stand = houses[place.id]
        yield Sign(key, _board(place), 2.8, 1.12, low - 0.4, Stand(*stand.off(before), stand.faces), 0.0, False)
        return
    if place.kind not in ("muster", "post", "manifold", "wind_sock", "monitor"):
        return
    middle_x = sum(p.x_m for p in standing.site.places) / len(standing.site.places)
    middle_y = sum(p.y_m for p in standing.site.places) / len(standing.site.places)
    faces = unit(middle_x - place.x_m, middle_y - place.y_m)
    back = {"muster": 2.5, "monitor": 0.0}.get(place.kind, 1.2)
    at = Stand(place.x_m - faces[0] * back, place.y_m - faces[1] * back, faces)
    if place.kind == "muster":
        yield Sign(key, signs.muster(place.name.zh, place.name.en), 1.6, 2.0, 1.5, at)
    elif place.kind == "monitor":
        side = Stand(place.x_m + 1.6, place.y_m + 1.0, faces)
        face = signs.board(place.name.zh, place.name.en, ground=c.RED)  # GB 2893: red marks fire equipment
        yield Sign(key, face, 0.9, 0.36, 1.5, side)
    else:
        yield Sign(key, _board(place), 1.3, 0.52, 1.7, at)


def _warnings(standing: Standing) -> Iterator[Sign]:
    no_fire = signs.forbidden("禁止烟火", "No open flame")
    danger = signs.warning("当心易燃物", "Flammable")
    site = standing.site
    for bund in site.bunds:
        x, y = bund.middle_m
        for at, faces in (
            ((x - 6.0, bund.y0_m - 0.2), (0.0, -1.0)),
            ((x - 6.0, bund.y1_m + 0.2), (0.0, 1.0)),
            ((bund.x0_m - 0.2, y + 5.0), (-1.0, 0.0)),
            ((bund.x1_m + 0.2, y + 5.0), (1.0, 0.0)),
        ):
            yield Sign("no fire", no_fire, 0.9, 1.16, 0.7, Stand(*at, faces), 0.0, False)
            aside = Stand(*Stand(*at, faces).off(0.0, 1.3), faces)
            yield Sign("danger", danger, 0.9, 1.16, 0.7, aside, 0.0, False)
        name = signs.board(f"{bund.id} 防火堤", f"bund {bund.id}", (256, 112), c.WHITE, c.BLACK)
        yield Sign(f"bund {bund.id}", name, 1.6, 0.7, 1.0, Stand(x + 3, bund.y0_m - 0.2, (0.0, -1.0)), 0.0, False)
        yield Sign(f"bund {bund.id}", name, 1.6, 0.7, 1.0, Stand(x + 3, bund.y1_m + 0.2, (0.0, 1.0)), 0.0, False)


def _gates(standing: Standing) -> Iterator[Sign]:
    site = standing.site
    no_fire = signs.forbidden("禁止烟火", "No open flame")
    danger = signs.warning("当心易燃物", "Flammable")
    for place in site.places:
        if place.kind == "gate":
            out = outward(standing, place)
            portal = Stand(place.x_m + out[0] * 4.0, place.y_m + out[1] * 4.0, out)
            name = signs.board(site.name.zh, site.name.en, (512, 104))
            yield Sign("site", name, 6.4, 1.3, 5.65, Stand(*portal.off(0.43), out), 0.0, False)
            back = (-out[0], -out[1])
            board = Sign(
                f"place {place.id}", _board(place), 2.8, 1.12, 5.75, Stand(*portal.off(-0.43), back), 0.0, False
            )
            yield board
            for key, plate, off_m in (("no fire", no_fire, 5.0), ("danger", danger, -5.0)):
                yield Sign(key, plate, 0.8, 1.03, 1.4, Stand(*portal.off(0.54, off_m), out), 0.0, False)


def hung(sign: Sign, uv: signs.Uv) -> Shape:
    """The face of a sign in the world."""
    stand, (left, bottom, right, top) = sign.stand, uv
    if sign.bent_m:
        shape = framed_on(sign.bent_m, sign.width_m, sign.height_m, uv, 8)
        return shape.turned(stand.yaw).at(stand.x_m, sign.low_m, -stand.y_m)
    x, y = sign.width_m / 2, sign.height_m
    laid = [(left, bottom), (right, bottom), (right, top), (left, top)]
    shape = quad((-x, 0, 0), (x, 0, 0), (x, y, 0), (-x, y, 0), 0xFFFFFF, laid)
    return shape.turned(stand.yaw).at(stand.x_m, sign.low_m, -stand.y_m)


def carried(sign: Sign) -> Shape:
    """Its back and its poles."""
    back = box(sign.width_m, sign.height_m, 0.03, c.STEEL, (0, sign.low_m, -0.025), bottom=True)
    top = sign.low_m + sign.height_m
    return merged([back, pole(top, sign.width_m)]).turned(sign.stand.yaw).at(sign.stand.x_m, 0, -sign.stand.y_m)
