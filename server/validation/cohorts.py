"""Cohorts: all of them, in the order in which they are shown."""

from dataclasses import replace

from server.validation import clouds, fires, rooms
from server.validation.cohort import Cohort
from server.validation.data import bars, left_out, notes, published

BUILT = (
    clouds.prairie_grass, clouds.prairie_grass_release, clouds.lng_field, clouds.lng_fence, fires.pool_fire,
    fires.pool_flame, fires.jet_mass_flow, fires.jet_fire, fires.jet_radiant_fraction, fires.jet_lift_off,
    fires.fireball, rooms.enclosure_o2,
)  # fmt: skip


def cohorts() -> tuple[Cohort, ...]:
    """Read the data and make the cohorts; nothing is computed yet."""
    return tuple(_furnished(build()) for build in BUILT)


def _furnished(c: Cohort) -> Cohort:
    """A cohort with its bars, what others published, and what is told of it."""
    return replace(c, bars=bars(c.name), references=published(c.name), notes=notes(c.name), left_out=left_out(c.name))
