"""Materials: a handful, physically based, with small textures made here from a fixed generator."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image
from trimesh.visual.material import PBRMaterial

from server.site_model.shapes import Array

SIDE = 256


@dataclass(frozen=True, slots=True)
class Material:
    """tile_m: how much of the plant one side of its texture covers; 0 = shapes bring their own uv."""

    made: PBRMaterial
    tile_m: float


def _noise(seed: int, coarse: int, side: int = SIDE) -> Array:
    """Smooth noise that tiles, mean 0, about -1 to 1. coarse: cells along a side."""
    cells = np.random.Generator(np.random.PCG64(seed)).uniform(-1.0, 1.0, (coarse, coarse))
    at = np.arange(side) * (coarse / side)
    low = at.astype(int)
    t = at - low
    t = t * t * (3 - 2 * t)
    high = (low + 1) % coarse
    rows = cells[low] * (1 - t)[:, None] + cells[high] * t[:, None]
    return np.asarray(rows[:, low] * (1 - t) + rows[:, high] * t)


def _grain(seed: int, side: int = SIDE) -> Array:
    return np.asarray(np.random.Generator(np.random.PCG64(seed)).normal(0.0, 1.0, (side, side)))


def _image(base: tuple[float, float, float], shade: Array, levels: int = 90) -> Image.Image:
    """A colour, lightened and darkened by `shade` (-1..1); few levels, so that it packs well."""
    stepped = np.round(shade * levels) / levels
    rgb = np.clip(np.array(base)[None, None, :] * (1 + stepped[:, :, None]), 0, 255)
    return Image.fromarray(rgb.astype(np.uint8), "RGB").quantize(96, dither=Image.Dither.NONE).convert("RGB")


def _concrete() -> Image.Image:
    shade = 0.05 * _noise(11, 6) + 0.05 * _noise(12, 24) + 0.025 * _grain(13)
    shade[:2, :] -= 0.12
    shade[:, :2] -= 0.12  # joints between slabs
    return _image((238, 238, 236), shade)


def _gravel() -> Image.Image:
    return _image((152, 147, 137), 0.05 * _noise(21, 6) + 0.09 * _noise(22, 90) + 0.08 * _grain(23), 30)


def _asphalt() -> Image.Image:
    return _image((84, 86, 88), 0.04 * _noise(31, 5) + 0.05 * _noise(32, 110) + 0.07 * _grain(33), 30)


def _grass() -> Image.Image:
    return _image(
        (122, 124, 88), 0.035 * _noise(41, 4) + 0.06 * _noise(42, 24) + 0.07 * _noise(44, 80) + 0.06 * _grain(43), 30
    )


def _paint() -> Image.Image:
    return _image((242, 242, 242), 0.025 * _noise(51, 8, 128) + 0.02 * _noise(52, 40, 128))


def _plates() -> Image.Image:
    """Shell plates in two courses, staggered."""
    shade = 0.02 * _noise(61, 8) + 0.012 * _noise(62, 40)
    half = SIDE // 2
    shade[0:2, :] -= 0.13
    shade[half : half + 2, :] -= 0.13
    shade[:half, 0:2] -= 0.10
    shade[half:, half : half + 2] -= 0.10
    return _image((240, 240, 240), shade)


def _pbr(name: str, image: Image.Image | None, roughness: float, metal: float = 0.0) -> PBRMaterial:
    return PBRMaterial(name=name, baseColorTexture=image, roughnessFactor=roughness, metallicFactor=metal)


@cache
def materials() -> Mapping[str, Material]:
    """All but the signs' by name. lamp, roadlamp and window are apart so that clients can light them."""
    return {
        "paint": Material(_pbr("paint", _paint(), 0.55), 1.5),
        "plates": Material(_pbr("plates", _plates(), 0.5, 0.1), 0.0),
        "concrete": Material(_pbr("concrete", _concrete(), 0.92), 3.0),
        "gravel": Material(_pbr("gravel", _gravel(), 0.97), 4.0),
        "asphalt": Material(_pbr("asphalt", _asphalt(), 0.93), 4.0),
        "grass": Material(_pbr("grass", _grass(), 1.0), 14.0),
        "window": Material(_pbr("window", None, 0.12, 0.2), 1.0),
        "lamp": Material(_pbr("lamp", None, 0.3), 1.0),
        "roadlamp": Material(_pbr("roadlamp", None, 0.3), 1.0),
    }


def signs_material(atlas: Image.Image) -> Material:
    """The one texture of all signs; letters on the shells are cut out."""
    made = PBRMaterial(
        name="signs", baseColorTexture=atlas, roughnessFactor=0.6, metallicFactor=0.0, alphaMode="MASK", alphaCutoff=0.5
    )
    return Material(made, 0.0)
