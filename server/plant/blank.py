"""Blank: an empty DXF in metres with the layers of a plan and a symbol that carries a tag."""

import io

from ezdxf.filemanagement import new
from ezdxf.units import M

from server.plant.plan import LAYERS_SAID, TAGS_SAID

SYMBOL = "YL_SYMBOL"
ATTRIBUTES = ("TAG", "KIND")
NOTES = "NOTES"  # a layer that is not read


def blank_drawing() -> bytes:
    """The drawing, with the convention written beside the origin on a layer that is not read."""
    document = new("R2010", units=M)
    for i, name in enumerate(LAYERS_SAID, start=1):
        document.layers.add(name, color=i)
    document.layers.add(NOTES, color=8)
    symbol = document.blocks.new(SYMBOL)
    symbol.add_circle((0, 0), 0.5)
    for i, key in enumerate(ATTRIBUTES):
        symbol.add_attdef(key, (0.7, -0.8 * i), height=0.6)
    lines = [f"{name}  {told.zh} / {told.en}" for name, told in LAYERS_SAID.items()]
    for i, line in enumerate((*lines, TAGS_SAID.zh, TAGS_SAID.en)):
        document.modelspace().add_text(line, height=1.2, dxfattribs={"layer": NOTES, "insert": (0, -5 - 2 * i)})
    text = io.StringIO()
    document.write(text)
    return document.encode(text.getvalue())
