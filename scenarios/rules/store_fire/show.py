"""What eyes and ears find of it, and what the heat sensors beneath the roof read."""

from collections.abc import Iterator, Mapping
from typing import cast

from scenarios.rules.ground import sights
from scenarios.rules.ground.instruments import READINGS, Reading
from scenarios.rules.store_fire.burning import SPRAYS
from scenarios.rules.store_fire.rules import StoreFire, store_of
from sim_core.draft import Draft
from sim_core.physics.oxidiser import ceiling_rise_k
from sim_core.site import Instrument, distance_m
from sim_core.world import Noise, Sight

ICE_K = 273.15
MOST_C = 300.0  # a sensor shows no more
ROAR_M = 150.0


def show(draft: Draft, rules: StoreFire) -> None:
    """Fire, brown fumes and their hiss, water."""
    draft.sights = (*sights.bunds(draft, rules), *_fumes(draft, rules), *_water(draft, rules))
    draft.noises = tuple(_noises(draft, rules))


def _signs(draft: Draft, rules: StoreFire) -> bool:
    """Whether the oxidiser fumes now; cooled again it no longer does."""
    store = store_of(draft)
    hot = any(r.kind == "oxidiser" and r.surface_k >= rules.incident.fumes_k for r in store.rows)
    return hot and not store.gone


def _fumes(draft: Draft, rules: StoreFire) -> Iterator[Sight]:
    if _signs(draft, rules):
        row = rules.site.bunds[rules.incident.rows[1]]
        yield Sight("vapour", row.id, *row.middle_m, "brown", shines=True)


def _water(draft: Draft, rules: StoreFire) -> Iterator[Sight]:
    for i, device in enumerate(rules.site.devices):
        if device.kind == "water_monitor" and draft.devices[i].state in SPRAYS:
            at = rules.site.place[device.place]
            yield Sight("spray", device.id, at.x_m, at.y_m, draft.devices[i].state)


def _noises(draft: Draft, rules: StoreFire) -> Iterator[Noise]:
    if max(draft.hazard.fires_kw) > 0.0:
        yield Noise("roar", *rules.centre_m, ROAR_M)
    if _signs(draft, rules):
        yield Noise("hiss", *rules.centre_m, rules.incident.hiss_m)


def _ceiling(draft: Draft, rules: StoreFire, i: int, n: Instrument, noise: float) -> float:
    """Degrees C beneath the roof, as far from the fire as the sensor hangs. Nothing once there is no roof."""
    incident, store = rules.incident, store_of(draft)
    if store.gone:
        return 0.0
    x, y = rules.site.bunds[incident.rows[0]].middle_m
    rise = ceiling_rise_k(store.fire_kw, incident.roof_m, distance_m(n.x_m, n.y_m, x, y))
    return min(incident.ambient_k - ICE_K + rise + 0.2 * noise, MOST_C)


OF_STORES: Mapping[str, Reading] = {**READINGS, "temperature": cast(Reading, _ceiling)}
