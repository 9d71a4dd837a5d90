"""Site file: a `Site` as the TOML that `site = "name"` of a scenario takes, in the manner of those in the catalogue."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from server.plant.columns import SHEETS
from sim_core.site import Site


def site_toml(site: Site) -> str:
    """The text of the file. What equals a default is left out."""
    return "\n".join([*_lines(site), ""])


def _lines(site: Site) -> Iterator[str]:
    yield f"id = {_word(site.id)}"
    yield f"name = {_text(site.name)}"
    for key in SHEETS:
        if key == "site":
            continue
        things = getattr(site, key)
        if key == "ways":
            rows = [f"[{_word(a)}, {_word(b)}]" for a, b in things]
        else:
            rows = [_row(key, thing) for thing in things]
        yield from (f"{key} = [", *(f"  {row}," for row in rows), "]") if rows else (f"{key} = []",)
    yield f"air = {_value(site.air)}"
    yield f"portable = {_value(site.portable)}"


def _row(key: str, thing: Any) -> str:
    parts, own = [], {f.name: f for f in fields(thing)}
    for column in SHEETS[key].columns:
        if column.key == "name.zh":
            parts += [f"name = {_text(thing.name)}"] if thing.name else []
        elif column.key != "name.en":
            value = getattr(thing, column.key)
            if value != own[column.key].default:
                parts.append(f"{column.key} = {_value(value)}")
    return f"{{ {', '.join(parts)} }}"


def _text(text: tuple[str, str]) -> str:
    return f"{{ zh = {_word(text[0])}, en = {_word(text[1])} }}"


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return f"[{', '.join(_word(part) for part in value)}]"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case int():
            return str(value)
        case _:
            return _word(str(value))


def _word(text: str) -> str:
    """A basic string; it escapes as JSON does, and control characters do not get this far."""
    return json.dumps(text, ensure_ascii=False)
