"""Signs: plates with Chinese and English, drawn once into one texture. Colours and forms after GB 2893 and GB 2894."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from server.site_model import colours as c

WIDE = 2048
GAP = 4
Pixels = tuple[int, int]
Uv = tuple[float, float, float, float]


def rgb(colour: int) -> tuple[int, int, int, int]:
    """For Pillow."""
    return (colour >> 16) & 255, (colour >> 8) & 255, colour & 255, 255


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Noto Sans SC (SIL OFL), of which only pictures go into the model."""
    return ImageFont.truetype(sans_path(), size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True)
class Atlas:
    """Plates side by side on shelves in one picture. uv: left, bottom, right, top of each, from the lower left."""

    image: Image.Image
    uv: Mapping[str, Uv]


def packed(plates: Mapping[str, Image.Image]) -> Atlas:
    """All plates in one picture, tallest first, no higher than a power of two must be."""
    order = sorted(plates, key=lambda key: (-plates[key].size[1], key))
    at: dict[str, Pixels] = {}
    x = y = GAP
    shelf = 0
    for key in order:
        width, height = plates[key].size
        if x + width + GAP > WIDE:
            x, y, shelf = GAP, y + shelf + GAP, 0
        at[key] = (x, y)
        x, shelf = x + width + GAP, max(shelf, height)
    tall = 64
    while tall < y + shelf + GAP:
        tall *= 2
    image = Image.new("RGBA", (WIDE, tall), (0, 0, 0, 0))
    uv: dict[str, Uv] = {}
    for key in order:
        (left, top), (width, height) = at[key], plates[key].size
        image.paste(plates[key], (left, top))
        uv[key] = (
            (left + 0.5) / WIDE,
            1 - (top + height - 0.5) / tall,
            (left + width - 0.5) / WIDE,
            1 - (top + 0.5) / tall,
        )
    few = image.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    return Atlas(few.convert("RGBA"), uv)


def _fitted(
    draw: ImageDraw.ImageDraw, text: str, box: tuple[int, int, int, int], most: int, colour: int, weight: int = 0
) -> None:
    """A line in the middle of a box, as large as fits."""
    size = most
    while size > 9 and draw.textlength(text, font=font(size)) + 2 * weight > box[2] - box[0]:
        size -= 1
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    draw.text(
        middle, text, font=font(size), fill=rgb(colour), anchor="mm", stroke_width=weight, stroke_fill=rgb(colour)
    )


def board(zh: str, en: str, size: Pixels = (320, 128), ground: int = c.BLUE, ink: int = c.WHITE) -> Image.Image:
    """A name board: Chinese above, English below."""
    image = Image.new("RGBA", size, rgb(ground))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((3, 3, width - 4, height - 4), outline=rgb(ink), width=2)
    _fitted(draw, zh, (10, 6, width - 10, int(height * 0.6)), int(height * 0.44), ink, 1)
    _fitted(draw, en[:1].upper() + en[1:], (10, int(height * 0.58), width - 10, height - 8), int(height * 0.24), ink)
    return image


def tag(name: str, zh: str, en: str) -> Image.Image:
    """The tag of a device: its id large, what it is small."""
    image = Image.new("RGBA", (256, 128), rgb(c.WHITE))
    draw = ImageDraw.Draw(image)
    draw.rectangle((1, 1, 254, 126), outline=rgb(c.BLACK), width=2)
    _fitted(draw, name, (8, 4, 248, 66), 56, c.BLACK, 1)
    _fitted(draw, zh, (8, 66, 248, 99), 28, c.BLACK)
    _fitted(draw, en, (8, 97, 248, 124), 22, c.BLACK)
    return image


def numerals(text: str) -> Image.Image:
    """A tank's number as painted on its shell; what is not ink is cut out."""
    image = Image.new("RGBA", (384, 112), (*rgb(c.SHELL)[:3], 0))
    _fitted(ImageDraw.Draw(image), text, (4, 2, 380, 110), 100, c.BLUE, 3)
    return image


def muster(zh: str, en: str) -> Image.Image:
    """Green rectangle, white figures, four arrows inward (GB 2894-2008 4.4, guiding signs)."""
    image = Image.new("RGBA", (256, 320), rgb(c.GREEN))
    draw = ImageDraw.Draw(image)
    white = rgb(c.WHITE)
    draw.rectangle((4, 4, 251, 315), outline=white, width=3)
    for x, y, tall in ((128, 84, 96), (92, 100, 74), (164, 100, 74)):
        head = tall // 7
        draw.ellipse((x - head, y - head, x + head, y + head), fill=white, outline=rgb(c.GREEN), width=2)
        draw.rounded_rectangle(
            (x - head, y + head + 2, x + head, y + tall // 2 + 8), 6, fill=white, outline=rgb(c.GREEN), width=2
        )
        for leg in (-head + 1, 2):
            draw.rectangle((x + leg, y + tall // 2 + 6, x + leg + head - 3, y + tall), fill=white)
    for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        tip = (128 + sx * 62, 116 + sy * 62)
        tail = (128 + sx * 104, 116 + sy * 98)
        draw.line((tail, tip), fill=white, width=13)
        draw.polygon(
            [
                (tip[0] - sx * 8, tip[1] - sy * 8),
                (tip[0] + sx * 30, tip[1] - sy * 4),
                (tip[0] - sx * 4, tip[1] + sy * 30),
            ],
            fill=white,
        )
    _fitted(draw, zh, (12, 218, 244, 266), 46, c.WHITE, 1)
    _fitted(draw, en[:1].upper() + en[1:], (12, 268, 244, 306), 26, c.WHITE)
    return image


def forbidden(zh: str, en: str) -> Image.Image:
    """Red ring and bar over a black flame (GB 2894-2008 4.1, prohibition: no open flame)."""
    image = Image.new("RGBA", (224, 288), rgb(c.WHITE))
    draw = ImageDraw.Draw(image)
    flame = [(112, 44), (128, 78), (146, 66), (152, 112), (136, 146), (88, 146), (72, 112), (80, 86), (96, 100)]
    draw.polygon(flame, fill=rgb(c.BLACK))
    draw.rectangle((70, 150, 154, 158), fill=rgb(c.BLACK))
    draw.line((46, 44, 178, 168), fill=rgb(c.RED), width=17)
    draw.ellipse((18, 12, 206, 200), outline=rgb(c.RED), width=19)
    draw.rectangle((0, 212, 223, 287), fill=rgb(c.RED))
    _fitted(draw, zh, (8, 214, 216, 256), 38, c.WHITE, 1)
    _fitted(draw, en, (8, 254, 216, 284), 22, c.WHITE)
    return image


def warning(zh: str, en: str) -> Image.Image:
    """Yellow triangle with a flame (GB 2894-2008 4.2, warning: flammable liquid)."""
    image = Image.new("RGBA", (224, 288), rgb(c.WHITE))
    draw = ImageDraw.Draw(image)
    draw.polygon([(112, 10), (214, 196), (10, 196)], fill=rgb(c.BLACK))
    draw.polygon([(112, 32), (196, 186), (28, 186)], fill=rgb(c.YELLOW))
    flame = [(112, 78), (124, 106), (138, 96), (142, 132), (130, 158), (94, 158), (82, 132), (88, 112), (100, 122)]
    draw.polygon(flame, fill=rgb(c.BLACK))
    draw.rectangle((82, 162, 142, 170), fill=rgb(c.BLACK))
    draw.rectangle((0, 212, 223, 287), fill=rgb(c.YELLOW))
    _fitted(draw, zh, (8, 214, 216, 256), 38, c.BLACK, 1)
    _fitted(draw, en, (8, 254, 216, 284), 22, c.BLACK)
    return image
