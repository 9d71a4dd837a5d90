"""Building: one GLB of one site. Nothing but the site goes in, so all drills of a site share its bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import trimesh
from trimesh.visual import TextureVisuals

from server.site_model import signs
from server.site_model.catalogue import Named, named_things
from server.site_model.fixtures import fixtures
from server.site_model.ground import ground, lamps
from server.site_model.materials import Material, materials, signs_material
from server.site_model.part import Level, Moving, Part
from server.site_model.piping import piping
from server.site_model.shapes import Array, Shape, merged, turn
from server.site_model.signing import all_signs, carried, hung
from server.site_model.standing import Standing
from sim_core.site import Site

GENERATOR = "Yanlian site model"
LONG, SHORT = 5125, 5123  # unsigned integers, as glTF counts them


@dataclass
class Assembly:
    """The scene as it grows. Equal parts share their meshes: `part_key` tells which are equal."""

    scene: trimesh.Scene = field(default_factory=trimesh.Scene)
    known: dict[str, Material] = field(default_factory=lambda: dict(materials()))

    def node(self, name: str, parent: str | None, place: Array | None, extras: Mapping[str, Any]) -> None:
        """A node without a mesh."""
        graph = self.scene.graph
        matrix = np.eye(4) if place is None else place
        graph.update(name, parent or graph.base_frame, matrix=matrix, metadata=dict(extras) or None)

    def look(self, parent: str, key: str, look: Mapping[str, Shape]) -> None:
        """Meshes below a node, one a material. key: meshes of the same key are the same."""
        for material, shape in look.items():
            mesh = f"{key}/{material}"
            if mesh not in self.scene.geometry:
                self.scene.geometry[mesh] = _mesh(shape, self.known[material])
            self.scene.graph.update(f"{parent}/{material}", parent, matrix=np.eye(4), geometry=mesh)

    def part(self, name: str, key: str, part: Part, at: Array, extras: Mapping[str, Any]) -> None:
        """A named thing with its levels and what moves on it."""
        self.node(name, None, at, extras)
        for i, level in enumerate(part.levels):
            self._level(name, key, i, level)
        for piece in part.moving:
            self._moving(name, key, piece)

    def _level(self, name: str, key: str, i: int, level: Level) -> None:
        node = f"{name}/lod{i}"
        self.node(node, name, None, {"beyond_m": level.beyond_m})
        self.look(node, f"{key}/lod{i}", level.look)

    def _moving(self, name: str, key: str, piece: Moving) -> None:
        extras: dict[str, Any] = {"of": name, "part": piece.name, "axis": list(piece.axis), "turns": piece.turns}
        if piece.travel_m:
            extras["travel_m"] = piece.travel_m
        node = f"{name}/{piece.name}"
        self.node(node, f"{name}/lod0", _placed(piece.at), extras)
        self.look(node, f"{key}/{piece.name}", piece.look)


def build(site: Site) -> bytes:
    """The GLB of a site."""
    standing, work = Standing(site), Assembly()
    things = list(named_things(standing))
    for thing in things:
        _add(work, thing)
    work.node("ground", None, None, {})
    work.look("ground", "ground", ground(standing))
    pipes = piping(standing)
    if pipes is not None:
        work.node("piperack", None, None, {})
        work.look("piperack", "piperack", {"paint": pipes})
    fixed = fixtures(standing)
    if fixed is not None:
        work.node("fixtures", None, None, {})
        work.look("fixtures", "fixtures", {"paint": fixed})
    lit = lamps(standing)
    if lit is not None:
        work.node("roadlamps", None, None, {})
        work.look("roadlamps", "roadlamps", {"paint": lit[0], "roadlamp": lit[1]})
    _sign(work, standing, things)
    exported = work.scene.export(
        file_type="glb", include_normals=True, tree_postprocessor=_own, buffer_postprocessor=_short
    )
    return bytes(exported)


def _add(work: Assembly, thing: Named) -> None:
    at = np.eye(4)
    at[:3, :3] = np.round(turn(thing.yaw), 6)
    at[:3, 3] = np.round([thing.x_m, thing.height_m, -thing.y_m], 4)
    extras = {"kind": thing.kind, "id": thing.id, "zh": thing.name.zh, "en": thing.name.en}
    work.part(thing.id, thing.key, thing.part, at, extras)


def _sign(work: Assembly, standing: Standing, things: Sequence[Named]) -> None:
    houses = {thing.id: thing.house for thing in things if thing.house is not None}
    hanging = list(all_signs(standing, houses))
    atlas = signs.packed({sign.key: sign.face for sign in hanging})
    work.known["signs"] = signs_material(atlas.image)
    look = {"signs": merged(hung(sign, atlas.uv[sign.key]) for sign in hanging)}
    poles = [carried(sign) for sign in hanging if sign.backed]
    if poles:
        look["paint"] = merged(poles)
    work.node("signs", None, None, {"kind": "sign"})
    work.look("signs", "signs", look)


def _placed(at: Sequence[float]) -> Array:
    matrix = np.eye(4)
    matrix[:3, 3] = np.round(at, 4)
    return matrix


def _mesh(shape: Shape, material: Material) -> trimesh.Trimesh:
    """As trimesh exports it: rounded, so that bytes are equal and pack well."""
    vertices = np.round(shape.vertices, 4) + 0.0
    normals = np.round(shape.normals, 3) + 0.0
    uv = _laid(vertices, normals) / material.tile_m if shape.uv is None else shape.uv
    visual = TextureVisuals(uv=np.round(uv, 4) + 0.0, material=material.made)
    visual.vertex_attributes["color"] = shape.colours
    return trimesh.Trimesh(vertices, shape.faces, vertex_normals=normals, visual=visual, process=False)


def _laid(vertices: Array, normals: Array) -> Array:
    """Metres along the two axes that a face lies in."""
    axis = np.argmax(np.abs(normals), axis=1)
    u = np.where(axis == 0, vertices[:, 2], vertices[:, 0])
    v = np.where(axis == 1, vertices[:, 2], vertices[:, 1])
    return np.stack([u, v], axis=1)


def _short(buffers: dict[Any, bytes], tree: dict[str, Any]) -> None:
    """Two bytes a corner where four are not needed."""
    keys = list(buffers)
    done: dict[int, bool] = {}
    for accessor in tree["accessors"].values():
        if accessor["componentType"] != LONG:
            continue
        view = accessor["bufferView"]
        if view not in done:
            corners = np.frombuffer(buffers[keys[view]], dtype="<u4")
            done[view] = bool(corners.max() < 65535)
            if done[view]:
                packed = corners.astype("<u2").tobytes()
                buffers[keys[view]] = packed + bytes(-len(packed) % 4)
        if done[view]:
            accessor["componentType"] = SHORT


def _own(tree: dict[str, Any]) -> None:
    """Ours to say in the file's head; and nothing in it that says nothing."""
    tree["asset"]["generator"] = GENERATOR
    for mesh in tree["meshes"]:
        mesh.pop("extras", None)
