"""Site pieces: a GLB taken apart by what the format says, without the library that wrote it."""

import json
import struct
from dataclasses import dataclass
from functools import cached_property
from typing import Any

JSON_CHUNK, BINARY_CHUNK = 0x4E4F534A, 0x004E4942


@dataclass(frozen=True)
class Taken:
    """tree: the JSON chunk. binary: the other."""

    tree: dict[str, Any]
    binary: bytes

    @cached_property
    def nodes(self) -> dict[str, dict[str, Any]]:
        return {node["name"]: node for node in self.tree["nodes"]}

    @cached_property
    def parents(self) -> dict[str, str]:
        names = [node["name"] for node in self.tree["nodes"]]
        return {names[child]: node["name"] for node in self.tree["nodes"] for child in node.get("children", [])}

    def below(self, name: str) -> list[dict[str, Any]]:
        """A node and all under it."""
        found, left = [], [self.nodes[name]]
        while left:
            node = left.pop()
            found.append(node)
            left += [self.tree["nodes"][child] for child in node.get("children", [])]
        return found

    def where(self, name: str) -> tuple[float, float, float]:
        """Where a node stands that hangs under the root or under nodes that are not turned."""
        x = y = z = 0.0
        at: str | None = name
        while at is not None:
            matrix = self.nodes[at].get("matrix")
            if matrix:
                x, y, z = x + matrix[12], y + matrix[13], z + matrix[14]
            at = self.parents.get(at)
        return x, y, z

    def triangles(self, node: dict[str, Any]) -> int:
        if "mesh" not in node:
            return 0
        (primitive,) = self.tree["meshes"][node["mesh"]]["primitives"]
        return int(self.tree["accessors"][primitive["indices"]]["count"]) // 3


def taken_apart(glb: bytes) -> Taken:
    magic, edition, length = struct.unpack("<4sII", glb[:12])
    assert (magic, edition, length) == (b"glTF", 2, len(glb))
    size, kind = struct.unpack("<II", glb[12:20])
    assert kind == JSON_CHUNK
    rest = glb[20 + size :]
    binary_size, binary_kind = struct.unpack("<II", rest[:8])
    assert (binary_kind, binary_size) == (BINARY_CHUNK, len(rest) - 8)
    return Taken(json.loads(glb[20 : 20 + size]), rest[8:])
