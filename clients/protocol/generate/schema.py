"""JSON Schema of the decoded frames: each message and each union under `$defs`."""

import json
import re
from typing import Any

import msgspec

from clients.protocol.generate.definition import NOTICE, definitions, union_names
from clients.protocol.messages import VERSION

PATH = "generated/schema.gen.json"


def make() -> str:
    """The schema as JSON text."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """The schema. A frame that a trainee sends is checked against `#/$defs/FromTrainee`, and so on."""
    kinds = definitions()
    _, parts = msgspec.json.schema_components([kind.make for kind in kinds], ref_template="#/$defs/{name}")
    for part in parts.values():
        part["description"] = re.sub(r"\s+", " ", part["description"])
    tags = {kind.make: kind.tag for kind in kinds}
    for name, members in union_names().items():
        places = {tags[member]: f"#/$defs/{member.__name__}" for member in members}
        parts[name] = {
            "title": name,
            "oneOf": [{"$ref": place} for place in places.values()],
            "discriminator": {"propertyName": "type", "mapping": places},
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Yanlian protocol {VERSION}",
        "description": NOTICE,
        "$defs": parts,
    }
