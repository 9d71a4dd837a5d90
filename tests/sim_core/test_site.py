"""The site: shortest routes, reach, indexes, nothing hidden."""

from dataclasses import replace
from itertools import pairwise
from math import dist

import pytest

from sim_core.site import Bund, Device, Instrument, Place, Site, Tank, distance_m
from sim_core.text import Text
from tests.drills import SCENARIO

SITE = SCENARIO.site
FAR = 1.0e9


def length(site: Site, stops: tuple[str, ...]) -> float:
    points = [(site.place[s].x_m, site.place[s].y_m) for s in stops]
    return sum(dist(a, b) for a, b in pairwise(points))


def all_shortest(site: Site) -> dict[tuple[str, str], float]:
    """Floyd and Warshall."""
    ids = [p.id for p in site.places]
    far = {(a, b): 0.0 if a == b else FAR for a in ids for b in ids}
    for a, b in site.ways:
        far[a, b] = far[b, a] = length(site, (a, b))
    for k in ids:
        for a in ids:
            for b in ids:
                far[a, b] = min(far[a, b], far[a, k] + far[k, b])
    return far


def test_routes_are_shortest_follow_ways_and_lead_everywhere():
    far = all_shortest(SITE)
    ways = {*SITE.ways, *((b, a) for a, b in SITE.ways)}
    for a in SITE.place:
        for b in SITE.place:
            stops = (a, *SITE.route(a, b))
            assert stops[-1] == b
            assert all(pair in ways for pair in pairwise(stops))
            assert length(SITE, stops) == pytest.approx(far[a, b]), (a, b)


def test_no_way_is_no_route():
    alone = Place("IS", Text("孤岛", "island"), 999.0, 999.0)
    site = replace(SITE, places=(*SITE.places, alone))
    assert site.route("CR", "IS") == () and site.route("IS", "CR") == ()
    assert site.route("CR", "CR") == ()


def test_nearest_is_outdoors():
    control = SITE.place["CR"]
    nearest = SITE.place[SITE.nearest(control.x_m, control.y_m)]
    assert not nearest.indoors
    for place in SITE.places:
        if not place.indoors:
            assert SITE.nearest(place.x_m + 0.1, place.y_m) == place.id


def test_indexes_and_reach():
    assert all(SITE.devices[SITE.device_index[d.id]] is d for d in SITE.devices)
    assert all(SITE.tanks[SITE.tank_index[t.id]] is t for t in SITE.tanks)
    assert all(SITE.bunds[SITE.bund_index[b.id]] is b for b in SITE.bunds)
    assert all(SITE.instruments[SITE.tag_index[n.tag]] is n for n in SITE.instruments)
    at = SITE.devices_at
    assert sorted(i for devices in at.values() for i in devices) == list(range(len(SITE.devices)))
    assert all(SITE.devices[i].place == place for place, devices in at.items() for i in devices)


def test_areas():
    assert Bund("B", 1.0, 2.0, 4.0, 6.0, 1.0).area_m2 == 12.0
    assert Tank("T", Text("罐", "tank"), "B", 0.0, 0.0, 2.0, 10.0, "x").area_m2 == pytest.approx(3.14159265)


def test_nothing_of_a_site_can_hold_a_fault():
    """What the public drawing says of a device or an instrument: no state, no fault."""
    public = {*Device.__slots__, *Instrument.__slots__, *Tank.__slots__, *Place.__slots__}
    assert not public & {"state", "stuck", "fault", "offset", "level_m", "dead", "opening"}


def test_a_bund_knows_its_middle_and_what_lies_within_reach():
    bund = Bund("B", 0.0, 0.0, 80.0, 40.0, 2.0)
    assert bund.middle_m == (40.0, 20.0)
    assert bund.within(10.0, 10.0, 0.0)
    assert bund.within(83.0, 44.0, 5.0)
    assert not bund.within(83.0, 44.0, 4.99)
    assert distance_m(0.0, 0.0, -3.0, 4.0) == 5.0
