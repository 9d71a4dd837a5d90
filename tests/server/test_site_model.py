"""The model of every scenario's site: each thing has its node, where the site says, and nothing else is told."""

import hashlib
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from math import hypot
from typing import Any

import pytest
import trimesh

from scenarios import Scenario, load
from scenarios.drill import build as draw
from scenarios.reader import catalogue
from server.site_model.building import build
from server.site_model.catalogue import DEVICES, OPENINGS, POSTS
from server.site_model.houses import HOUSES
from sim_core.chance import drill_keys
from sim_core.site import Site
from sim_core.text import Text
from tests.server.conftest import ROOT, surroundings
from tests.server.site_pieces import Taken, taken_apart

SCENARIOS = [scenario.id for scenario in catalogue()]
NEAR_M = 1.8  # of three devices at one place the outer ones stand so far from who works there
MOST_BYTES, MOST_CALLS, MOST_TRIANGLES = 4_000_000, 160, 220_000
STATIC = {"ground", "piperack", "fixtures", "roadlamps", "signs"}
MOVES = {
    "hand_valve": {"wheel", "stem"},
    "drain_valve": {"wheel", "stem"},
    "rosov": {"stem"},
    "pump": {"button", "lamp"},
    "breaker": {"lever", "lamp"},
    "alarm_point": {"button", "lamp"},
    "monitor": {"barrel", "lever"},
    "winch": {"lever"},
    "fan": {"lamp"},
    "lamp": {"lamp"},
    "oxygen": {"lever"},
    "duct": {"lever"},
    "tag_line": {"lever"},
    "cover": {"lever"},
    "blind": {"lever"},
    "guard": {"lever"},
    "water_monitor": {"barrel", "lever"},
    "curtain": {"wheel", "stem"},
    "cooling": {"wheel", "stem"},
    "esd": {"button", "lamp"},
    "riser": {"wheel", "stem"},
    "cradle": {"wheel"},
    "hoist": {"wheel"},
    "scrubber": {"lever", "lamp"},
    "hammer": {"lamp"},
    "boom": {"wheel"},
    "lanyard": {"lever"},
    "remote_monitor": {"barrel", "lever"},
}


@cache
def glb(scenario: str) -> bytes:
    return build(load(scenario).site)


@cache
def taken(scenario: str) -> Taken:
    return taken_apart(glb(scenario))


def wanted(site: Site) -> dict[str, tuple[str, Text | None, float, float]]:
    """What must be there: kind, name, x, y by id."""
    found: dict[str, tuple[str, Text | None, float, float]] = {}
    for tank in site.tanks:
        found[tank.id] = ("tank", tank.name, tank.x_m, tank.y_m)
    for bund in site.bunds:
        found[bund.id] = ("bund", None, *bund.middle_m)
    for place in site.places:
        if place.kind in {*HOUSES, *POSTS, *OPENINGS, "wind_sock"}:
            found[place.id] = ("place", place.name, place.x_m, place.y_m)
    for device in site.devices:
        place = site.place[device.place]
        found[device.id] = (device.kind, device.name, place.x_m, place.y_m)
    for instrument in site.instruments:
        found[instrument.tag] = ("instrument", instrument.name, instrument.x_m, instrument.y_m)
    return found


def missing(site: Site, model: Taken) -> list[str]:
    """One line for each thing that has no node, or one in the wrong place or with the wrong words."""
    faults = []
    for name, (kind, text, x_m, y_m) in wanted(site).items():
        node = model.nodes.get(name)
        if node is None or name in model.parents:
            faults.append(f"{name}: no node of its own")
            continue
        extras = node.get("extras", {})
        if (extras.get("kind"), extras.get("id")) != (kind, name) or not extras.get("zh") or not extras.get("en"):
            faults.append(f"{name}: says {extras}")
        elif text is not None and (extras["zh"], extras["en"]) != tuple(text):
            faults.append(f"{name}: is called {extras}")
        x, y, z = model.where(name)
        if hypot(x - x_m, -z - y_m) > NEAR_M or y < 0:
            faults.append(f"{name}: stands at {x:.1f}, {-z:.1f}, {y:.1f} up, not at {x_m:g}, {y_m:g}")
    return faults


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_everything_with_a_name_has_its_node_at_its_place(scenario: str) -> None:
    assert missing(load(scenario).site, taken(scenario)) == []


def test_a_thing_that_is_absent_or_elsewhere_is_seen() -> None:
    site = load("tank_overfill").site
    moved = tuple(replace(t, y_m=-t.y_m) for t in site.tanks)
    faults = missing(replace(site, tanks=moved), taken("tank_overfill"))
    assert len(faults) == len(moved)
    renamed = replace(site, devices=(*site.devices, replace(site.devices[0], id="P-999")))
    assert missing(renamed, taken("tank_overfill")) == ["P-999: no node of its own"]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_moves_is_a_node_of_its_own(scenario: str) -> None:
    site, model = load(scenario).site, taken(scenario)
    assert {device.kind for device in site.devices} <= set(DEVICES)
    for device in site.devices:
        under = {node["name"]: node["extras"] for node in model.below(device.id) if "part" in node.get("extras", {})}
        parts = MOVES[device.kind] | ({"wheel"} if device.kind == "rosov" and device.turns else set())
        assert set(under) == {f"{device.id}/{part}" for part in parts}
        assert all(len(extras["axis"]) == 3 and extras["of"] == device.id for extras in under.values())
        if "wheel" in parts:
            assert under[f"{device.id}/wheel"]["turns"] == device.turns
    (sock,) = [place.id for place in site.places if place.kind == "wind_sock"]
    assert model.nodes[f"{sock}/sock"]["extras"]["axis"] == [0, 1, 0]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_levels_of_detail_begin_near_and_get_simpler(scenario: str) -> None:
    model = taken(scenario)
    for name in [node["name"] for node in model.tree["nodes"] if "id" in node.get("extras", {})]:
        levels = [n for n in model.below(name) if "beyond_m" in n.get("extras", {})]
        levels.sort(key=lambda node: node["name"])
        beyond = [node["extras"]["beyond_m"] for node in levels]
        assert beyond[0] == 0
        assert beyond == sorted(set(beyond))
        weight = [sum(model.triangles(n) for n in model.below(node["name"])) for node in levels]
        assert weight == sorted(weight, reverse=True)
    for name in STATIC & set(model.nodes):
        assert name not in model.parents


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_keeps_within_its_budget(scenario: str) -> None:
    model = taken(scenario)
    assert len(glb(scenario)) <= MOST_BYTES
    site = load(scenario).site
    for place in site.places:
        calls, triangles = seen_from(model, place.x_m, 1.7, -place.y_m)
        assert calls <= MOST_CALLS, place.id
        assert triangles <= MOST_TRIANGLES, place.id
    assert seen_from(model, 60.0, 150.0, 60.0)[0] <= MOST_CALLS


def seen_from(model: Taken, x: float, y: float, z: float) -> tuple[int, int]:
    """Draw calls and triangles all round, nothing left out because it is behind."""
    calls = triangles = 0
    left = [(model.tree["nodes"][i], (0.0, 0.0, 0.0)) for i in model.tree["scenes"][0]["nodes"]]
    while left:
        node, at = left.pop()
        matrix = node.get("matrix")
        here = at if matrix is None else tuple(a + matrix[12 + i] for i, a in enumerate(at))
        children = [model.tree["nodes"][i] for i in node.get("children", [])]
        far = hypot(here[0] - x, here[1] - y, here[2] - z)
        levels = [c for c in children if "beyond_m" in c.get("extras", {})]
        drawn = [c for c in levels if c["extras"]["beyond_m"] <= far][-1:]
        left += [(c, here) for c in children if c not in levels or c in drawn]  # type: ignore[misc]
        calls, triangles = calls + ("mesh" in node), triangles + model.triangles(node)
    return calls, triangles


def test_bytes_are_equal_in_other_processes() -> None:
    site = pickle.dumps(load("tank_overfill").site)
    command = [sys.executable, "-m", "server.site_model.job"]
    for seed in ("0", "4711"):
        env = surroundings(ROOT, PYTHONHASHSEED=seed)
        made = subprocess.run(command, input=site, capture_output=True, env=env, check=True).stdout
        assert hashlib.sha256(made).hexdigest() == hashlib.sha256(glb("tank_overfill")).hexdigest()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_draw_does_not_come_into_it(scenario: str) -> None:
    authored = load(scenario)
    sites = set()
    for seed in range(20):
        keys = drill_keys(seed)
        sites.add(repr(draw(authored, keys.hidden, keys.world).rules.site))
    assert sites == {repr(authored.site)}


def hidden_words(scenario: Scenario) -> set[str]:
    """Ids and names of what a drill does not tell: parameters, sources, traffic; long enough to be told apart."""
    authored: Mapping[str, Any] = json.loads(scenario.canonical)
    known = json.dumps(authored["site"], ensure_ascii=False)
    words = set()
    for listed in (authored["hidden"], authored["incident"]["sources"], authored["incident"]["traffic"]):
        for one in listed:
            words |= {one["id"], one["name"]["zh"], one["name"]["en"]}
    words |= set(authored["incident"]["params"])
    return {word for word in words if word not in known}


def told(words: set[str], glb_bytes: bytes) -> set[str]:
    return {word for word in words if word.encode() in glb_bytes}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_holds_no_word_of_what_is_hidden(scenario: str) -> None:
    words = hidden_words(load(scenario))
    assert len(words) > 20
    assert told(words, glb(scenario)) == set()


def test_a_hidden_word_would_be_seen() -> None:
    scenario = load("tank_overfill")
    site = scenario.site
    leaking = replace(site, devices=(replace(site.devices[0], name=Text("泵", "rosov_fails")), *site.devices[1:]))
    assert told(hidden_words(scenario), build(leaking)) == {"rosov_fails"}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_another_reader_reads_it(scenario: str) -> None:
    read = trimesh.load(BytesIO(glb(scenario)), file_type="glb", process=False)
    site = load(scenario).site
    low, high = read.bounds
    assert low[1] < 0 < high[1] < 60
    for tank in site.tanks[:1]:
        assert tank.rim_m <= high[1]
        matrix, _ = read.graph[tank.id]
        assert matrix[:3, 3] == pytest.approx([tank.x_m, 0, -tank.y_m])
        if tank.shape == "sphere":  # on its legs, with what stands about it
            sphere = read.geometry[f"sphere {tank.diameter_m:g} {tank.rim_m:g}/lod1/paint"]
            assert sphere.bounds[1][1] > tank.diameter_m
            assert sphere.bounds[1][0] == pytest.approx(tank.diameter_m / 2, abs=0.6)
            continue
        if tank.shape == "bullet":  # lies on its bed, along the way one comes
            lying = read.geometry[f"bullet {tank.diameter_m:g} {tank.rim_m:g}/lod1/paint"]
            assert lying.bounds[1][1] > tank.diameter_m
            assert lying.bounds[1][2] > tank.diameter_m > lying.bounds[1][0]
            continue
        if tank.shape == "gasholder":  # the posts as high as the bell goes, the bell within them
            holder = read.geometry[f"gasholder {tank.diameter_m:g} {tank.rim_m:g}/lod1/paint"]
            assert holder.bounds[1][1] == pytest.approx(tank.rim_m, abs=0.2)
            assert holder.bounds[1][0] == pytest.approx(tank.diameter_m / 2 + 0.5, abs=0.2)
            continue
        shell = read.geometry[f"tank {tank.diameter_m:g} {tank.rim_m:g}/lod0/plates"]
        assert shell.bounds[1][1] == pytest.approx(tank.rim_m, abs=0.01)
        assert shell.bounds[1][0] == pytest.approx(tank.diameter_m / 2, abs=0.01)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_faces_look_outward(scenario: str) -> None:
    """Every triangle is wound as its corners' normals say, or it would be seen from within."""
    read = trimesh.load(BytesIO(glb(scenario)), file_type="glb", process=False)
    for name, mesh in read.geometry.items():
        corners = mesh.vertices[mesh.faces]
        across = trimesh.util.unitize(
            (corners[:, 1] - corners[:, 0])[:, [1, 2, 0]] * (corners[:, 2] - corners[:, 0])[:, [2, 0, 1]]
            - (corners[:, 1] - corners[:, 0])[:, [2, 0, 1]] * (corners[:, 2] - corners[:, 0])[:, [1, 2, 0]]
        )
        given = mesh.vertex_normals[mesh.faces].sum(axis=1)
        inward = ((across * given).sum(axis=1) < -0.05).sum()
        assert inward == 0, f"{name}: {inward} of {len(corners)}"


def bare(site: Site) -> Site:
    """What is left of a site without tanks and machines."""
    offices = tuple(place for place in site.places if place.kind in ("office", "road"))
    known = {place.id for place in offices}
    ways = tuple(way for way in site.ways if set(way) <= known)
    return replace(site, places=offices, ways=ways, bunds=(), tanks=(), devices=(), instruments=(), lines=(), crowds=())


def turned(site: Site) -> Site:
    """The same plant, its north to the west."""
    return replace(
        site,
        places=tuple(replace(p, x_m=-p.y_m, y_m=p.x_m) for p in site.places),
        bunds=tuple(replace(b, x0_m=-b.y1_m, y0_m=b.x0_m, x1_m=-b.y0_m, y1_m=b.x1_m) for b in site.bunds),
        tanks=tuple(replace(t, x_m=-t.y_m, y_m=t.x_m) for t in site.tanks),
        instruments=tuple(replace(n, x_m=-n.y_m, y_m=n.x_m) for n in site.instruments),
    )


@pytest.mark.parametrize("other", [bare, turned])
def test_other_sites_are_built_as_well(other: Callable[[Site], Site]) -> None:
    site = other(load("tank_overfill").site)
    assert missing(site, taken_apart(build(site))) == []
