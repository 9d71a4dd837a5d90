"""Observation: what a seat can perceive and nothing more, frozen, in the precision of the wire."""

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from sim_core.observation import SIGHT_M, Observation, flatten, observe, octant_from
from sim_core.pack import pack, unpack
from sim_core.world import Casualty, Noise, Sight, Source
from tests.drills import SCENARIO, Stage, drill

SEATS = ("IC", "DCS", "OUT", "SAF", "FF", "LIA")


def parts(value: object):
    yield value
    if is_dataclass(value):
        for f in fields(value):
            yield from parts(getattr(value, f.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def at_work(**given) -> Stage:
    """Half a minute into a spill, with people about."""
    stage = Stage(drill(overflow_at_s=3.0, **given))
    stage.act("IC", "go", "MF")
    stage.act("OUT", "operate", "P-101", "stop", to="DCS")
    stage.act("SAF", "go", "GT")
    stage.act("FF", "read_wind")
    stage.wait(30)
    return stage


def test_frozen_and_packed_as_it_is_on_the_wire():
    stage = at_work()
    for seat in SEATS:
        seen = stage.seen(seat)
        assert unpack(Observation, pack(seen)) == seen
        for part in parts(seen):
            assert not isinstance(part, list | dict | set)
            if is_dataclass(part):
                with pytest.raises((FrozenInstanceError, AttributeError)):
                    setattr(part, fields(part)[0].name, None)


def test_looking_changes_nothing_and_is_the_same_twice():
    stage = at_work()
    before = pack(stage.world)
    assert [stage.seen(s) for s in SEATS] == [stage.seen(s) for s in SEATS]
    assert pack(stage.world) == before


def test_places_are_told_to_a_tenth_of_a_metre():
    stage = at_work()
    for _ in range(15):
        stage.tick_with()
        for seat in SEATS:
            seen = stage.seen(seat)
            values = [seen.body.x_m, seen.body.y_m, *(v for s in seen.seen for v in (s.x_m, s.y_m))]
            assert all(v == round(v, 1) for v in values)


def test_detectors_and_air_are_told_in_whole_units():
    stage = at_work()
    stage.put("OUT", portable=(12.6,))
    stage.put("FF", worn=("scba",), air_tick=stage.tick - 90 * 20)
    assert stage.seen("OUT").body.lel == 13.0 and stage.seen("IC").body.lel == -1.0
    assert stage.seen("FF").body.air_min == 49.0 and stage.seen("OUT").body.air_min == -1.0


def test_indoors_one_sees_the_room_and_nothing_outside():
    stage = at_work()
    for seat, others in (("LIA", []), ("DCS", [])):
        seen = stage.seen(seat)
        assert seen.sock is None and [s.id for s in seen.seen] == others
        assert (seen.body.smell, seen.body.state) == (0, "fit")
    stage.stand("IC", "CR")
    assert [(s.kind, s.id) for s in stage.seen("DCS").seen] == [("person", "IC")]
    assert not any(s.id in ("IC", "DCS", "LIA") for s in stage.seen("FF").seen)


def test_a_nose_in_a_mask_smells_nothing():
    stage = Stage(drill())
    for smell in (0, 1, 2):
        stage.put("OUT", smell=smell, worn=())
        assert stage.seen("OUT").body.smell == smell
        stage.put("OUT", worn=("scba",))
        assert stage.seen("OUT").body.smell == 0


def test_a_portable_sounds_at_its_limit():
    stage = Stage(drill())
    for shown, sounds in ((24.4, False), (24.6, True)):
        stage.put("OUT", portable=(shown,))
        assert stage.seen("OUT").body.alarm is sounds and stage.seen("OUT").body.gas == (round(shown),)
    stage.put("OUT", worn=())
    assert not stage.seen("OUT").body.alarm and stage.seen("OUT").body.gas == ()


def test_the_panel_is_seen_in_the_control_room_alone():
    stage = at_work()
    assert [s for s in SEATS if stage.seen(s).panel is not None] == ["DCS"]
    assert [s for s in SEATS if stage.seen(s).permits] in ([], ["DCS"])
    panel = stage.seen("DCS").panel
    assert panel.readings == stage.world.panel.readings and panel.alarms == stage.world.panel.alarms
    for i, moved in enumerate(stage.world.panel.moved_tick):
        assert panel.still_s[i] == (stage.tick - moved) // 20
    stage.stand("FF", "CR")
    stage.put("FF", until_tick=stage.tick + 5, place="")  # at the door
    assert stage.seen("FF").panel is None


def test_the_board_shows_permits_until_work_is_stopped():
    stage = Stage(drill())
    work = Source("workshop", "hot_work", 95.0, -95.0, 9000, 60.0, 120.0)
    stage.change(sources=(work, replace(work, id="boiler", kind="boiler")))
    assert stage.seen("IC").permits == ("workshop",)
    stage.change(sources=(replace(work, stopped_tick=5),))
    assert stage.seen("IC").permits == ()


def test_the_sock_is_seen_outdoors():
    stage = Stage(drill(wind_from_deg=90.0, wind_speed_m_s=4.0))
    stage.wait(1)
    assert {s: stage.seen(s).sock is not None for s in SEATS} == {
        "IC": False, "DCS": False, "OUT": True, "SAF": False, "FF": True, "LIA": False,
    }  # fmt: skip
    assert (stage.seen("FF").sock.octant, stage.seen("FF").sock.strength) == (2, 2)
    calm = replace(stage.world.weather, speed_m_s=0.3)
    stage.change(weather=calm)
    assert (stage.seen("FF").sock.octant, stage.seen("FF").sock.strength) == (-1, 0)


@pytest.mark.parametrize(
    ("u", "v", "octant"),
    [(0, -1, 0), (-1, -1, 1), (-1, 0, 2), (-1, 1, 3), (0, 1, 4), (1, 1, 5), (1, 0, 6), (1, -1, 7),
     (0.41, -1, 0), (0.42, -1, 7), (-1, 0.41, 2), (-1, 0.42, 3)],
)  # fmt: skip
def test_octants_are_where_the_wind_comes_from(u: float, v: float, octant: int):
    assert octant_from(u, v) == octant


@pytest.mark.parametrize(("sky", "far"), SIGHT_M.items())
def test_night_fog_and_rain_shorten_sight(sky: tuple[bool, bool, bool], far: float):
    night, fog, rain = sky
    stage = Stage(drill(night="yes" if night else "no", fog="yes" if fog else "no"))
    stage.change(weather=replace(stage.world.weather, rain=rain))
    stage.put("OUT", place="", x_m=0.0, y_m=-200.0)
    for off, seen in ((far - 0.5, True), (far + 0.5, False)):
        stage.put("FF", place="", x_m=off, y_m=-200.0)
        assert ("FF" in [s.id for s in stage.seen("OUT").seen if s.kind == "person"]) is seen
    assert (stage.seen("OUT").night, stage.seen("OUT").fog, stage.seen("OUT").rain) == sky
    for n in range(3):
        if not sky[n]:  # whatever comes on top of it shortens sight further
            assert SIGHT_M[(*sky[:n], True, *sky[n + 1 :])] < far


def test_what_the_incident_shows_is_seen_from_near_and_what_shines_from_anywhere():
    stage = at_work(fog="yes", night="yes")
    stage.stand("OUT", "HV1")
    kinds = {s.kind for s in stage.seen("OUT").seen}
    assert {"overflow", "pool", "device"} <= kinds
    assert not {"overflow", "pool"} & {s.kind for s in stage.seen("FF").seen}
    stage.change(sights=(Sight("fire", "B1", 40.0, 20.0, "burning", shines=True),))
    assert [s.id for s in stage.seen("FF").seen if s.kind == "fire"] == ["B1"]
    assert "fire" not in {s.kind for s in stage.seen("DCS").seen}


def test_what_is_inside_a_space_is_seen_by_who_is_there_or_looks_in():
    stage = Stage(drill())
    pit = replace(stage.site.place["BS"], id="PIT", zone="pit")
    mouth = replace(stage.site.place["RB"], into="pit")
    places = tuple(mouth if p.id == "RB" else p for p in stage.site.places)
    site = replace(stage.site, places=(*places, pit))
    lying = Casualty("victim-1", pit.x_m, pit.y_m, "PIT", breathing=False)
    stage.change(casualties=(lying,), sights=(Sight("sludge", "pit", pit.x_m, pit.y_m, "stirred", inside="pit"),))
    stage.put("ENT" if "ENT" in SEATS else "SAF", place="PIT", x_m=pit.x_m, y_m=pit.y_m)
    found = {}
    for seat, place in (("OUT", "RB"), ("FF", "RC")):
        stage.stand(seat, place)
        seen = observe(stage.world, site, stage.index(seat)).seen
        found[seat] = {(s.kind, s.id, s.state) for s in seen if s.kind in ("casualty", "sludge", "person")}
    inside = {("casualty", "victim-1", "still"), ("sludge", "pit", "stirred"), ("person", "SAF", "standing")}
    assert inside <= found["OUT"] and not inside & found["FF"]
    own = observe(stage.world, site, stage.index("SAF"))
    assert own.sock is None and {s.kind for s in own.seen} == {"casualty", "sludge"}


def test_noises_are_heard_outdoors_within_their_reach():
    stage = Stage(drill())
    stage.change(noises=(Noise("hiss", 140.0, 20.0, 30.0), Noise("boom", 0.0, 0.0)))
    assert stage.seen("OUT").heard == ("hiss", "boom")
    assert stage.seen("FF").heard == ("boom",) == stage.seen("DCS").heard


def test_devices_are_seen_where_one_stands():
    stage = Stage(drill())
    stage.stand("OUT", "XV1")
    assert {s.id for s in stage.seen("OUT").seen if s.kind == "device"} == {"XV-101", "RV-101"}
    stage.put("OUT", place="", y_m=-1.0)
    assert not [s for s in stage.seen("OUT").seen if s.kind == "device"]


def test_sounds():
    stage = Stage(drill())
    stage.act("IC", "alarm", "PA")
    stage.wait(3)
    assert all("siren" in stage.seen(s).heard for s in SEATS)
    stage.change(panel=replace(stage.world.panel, horn=True))
    assert [s for s in SEATS if "horn" in stage.seen(s).heard] == ["IC", "DCS"]
    stage.change(hazard=replace(stage.world.hazard, ignited_tick=stage.tick))
    assert all("blast" in stage.seen(s).heard for s in SEATS)
    stage.change(tick=stage.tick + 100)
    assert not any("blast" in stage.seen(s).heard for s in SEATS)


# ------------------------------------------------------------- what must not come through


def shaken(stage: Stage) -> list[object]:
    """The world with one hidden thing changed at a time, none of which anybody can perceive directly."""
    w = stage.world
    weather = w.weather
    gauges = tuple(replace(g, offset=9.0, fault="stuck", held=1.0, value=7.0, fault_tick=3) for g in w.gauges)
    people = tuple(replace(p, radio_dead=True, dose=1.0, cues=tuple(7 for _ in p.cues)) for p in w.people)
    devices = tuple(replace(d, stuck=not d.stuck, wanted="x", by="LIA") for d in w.devices)
    return [
        replace(w, weather=replace(weather, base_speed_m_s=99.0, base_bearing_rad=1.0, shift_tick=1, shift_rad=1.0)),
        replace(w, weather=replace(weather, stability="F", ambient_k=300.0, bearing_rad=2.0)),
        replace(w, gauges=gauges),
        replace(w, devices=devices),
        replace(w, foam_type="A", foam_stock_l=1.0),
        replace(w, inflow_m3_h=1.0, facts=("ignition",)),
        replace(w, tanks=tuple(replace(t, level_m=1.0, wall_k=999.0, inflow_kg_s=1.0) for t in w.tanks)),
        replace(w, people=people),
        replace(w, hazard=replace(w.hazard, spilled_kg=1e6, met_gauges=(77.0,) * len(w.gauges), burned_kg=5.0)),
        replace(w, messages=()),
        replace(w, crowds=tuple(replace(c, number=0, hurt=3, dose=4.0) for c in w.crowds)),
    ]


def test_hidden_things_come_through_no_field():
    stage = at_work()
    for n, world in enumerate(shaken(stage)):
        for i in range(len(SEATS)):
            assert observe(world, stage.site, i) == observe(stage.world, stage.site, i), n


def test_others_bodies_are_seen_from_outside_only():
    stage = at_work()
    before = stage.seen("OUT")
    stage.put("FF", worn=("scba", "fire_suit"), air_l=3.0, portable=(40.0,), radio_dead=True)
    stage.put("IC", inbox=stage.seen("DCS").inbox, handled=3)
    assert stage.seen("OUT") == before


def test_of_the_weather_only_sock_sky_and_panel_tell():
    """Everything else of an observation is the same in any wind."""
    stage = at_work()
    other = replace(stage.world.weather, speed_m_s=9.0, u_m_s=-9.0, v_m_s=0.0, bearing_rad=4.7)
    for i, seat in enumerate(SEATS):
        a = flatten(stage.seen(seat), stage.site)
        b = flatten(observe(replace(stage.world, weather=other), stage.site, i), stage.site)
        assert {k for k in a if a[k] != b[k]} <= {"sock"}


# ------------------------------------------------------------- names for the proof of blindness


def test_flattened_names_are_unique_and_complete():
    stage = at_work()
    stage.wait(5)
    for place in ("CR", "HV1"):
        stage.stand("OUT", place)
        stage.act("OUT", "read_wind")
        stage.wait(4)
        stage.act("OUT", "read_wind")
        stage.wait(4)
        seen = stage.seen("OUT")
        flat = flatten(seen, stage.site)
        tags = len(SCENARIO.site.instruments)
        whole = {"tick", "seat", "night", "fog", "rain", "sock", "heard", "permits", "work_stopped", "muster", "zone_m"}
        grouped = {"panel", "body", "seen", "inbox", "notes"}
        assert whole | grouped == {f.name for f in fields(Observation)} and whole <= set(flat)
        count = len(whole) + 3 * tags + len(fields(seen.body)) + len(seen.seen) + len(seen.inbox) + len(seen.notes)
        assert len(flat) == count


def test_every_change_of_an_observation_changes_a_name():
    stage = at_work()
    stage.stand("FF", "CR")
    stage.act("IC", "report", "gas", to="FF")
    stage.wait(6)
    seen = stage.seen("FF")
    assert seen.inbox and seen.notes and seen.panel and seen.seen
    flat = flatten(seen, stage.site)
    changed = {
        "tick": 1, "seat": "X", "body": replace(seen.body, smell=2), "night": True, "fog": True, "rain": True,
        "sock": stage.seen("SAF").sock, "heard": ("siren",),
        "panel": replace(seen.panel, alarms=(9,) * len(seen.panel.alarms)),
        "permits": ("x",), "seen": (), "inbox": (), "notes": (), "work_stopped": True, "muster": "M", "zone_m": 1.0,
    }  # fmt: skip
    assert set(changed) == {f.name for f in fields(Observation)}
    for name, value in changed.items():
        assert flatten(replace(seen, **{name: value}), stage.site) != flat, name


def test_a_free_walker_sees_the_devices_within_reach():
    stage, hand_valve = Stage(drill()), SCENARIO.site.place["HV1"]
    for off, seen in ((2.9, ["HV-101"]), (3.1, [])):
        stage.put("OUT", place="", x_m=hand_valve.x_m + off, y_m=hand_valve.y_m)
        devices = [s for s in stage.seen("OUT").seen if s.kind == "device"]
        assert [d.id for d in devices] == seen
    stage.put("OUT", place="", x_m=100.0, y_m=-22.5)  # between two valves
    assert [s.id for s in stage.seen("OUT").seen if s.kind == "device"] == ["OV-1", "AV-1"]


def test_who_goes_by_sees_no_devices_before_arriving():
    stage, hand_valve = Stage(drill()), SCENARIO.site.place["HV1"]
    stage.put("OUT", place="", x_m=hand_valve.x_m, y_m=hand_valve.y_m, until_tick=stage.tick + 90, route=("RB",))
    assert not [s for s in stage.seen("OUT").seen if s.kind == "device"]
