"""Ignition: whether a working source stands in vapour that can burn."""

import numpy as np
from numpy.typing import NDArray

from sim_core.physics.cloud import Cloud, Floats
from sim_core.physics.cloud_reading import concentration
from sim_core.physics.substance import Substance

SOURCE_HEIGHT_M = 0.5
# A source in vapour over UFL lights the edge of the cloud if mixture that burns is this near: it is never
# still, nor evenly mixed. Training assumption 训练假设.
EDGE_M = 10.0
AROUND = EDGE_M * np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])


def lit_by(cloud: Cloud, substance: Substance, sources_m: Floats, active: NDArray[np.bool_]) -> int:
    """The first active source (k, 2) that ignites the cloud, or -1: LFL <= fraction <= UFL, or an edge near.

    The cloud is read at 0.5 m above ground.
    """
    fraction = concentration(cloud, substance, sources_m, SOURCE_HEIGHT_M)
    for i, here in enumerate(fraction.tolist()):
        if active[i] and here >= substance.lfl and (here <= substance.ufl or _edge(cloud, substance, sources_m[i])):
            return i
    return -1


def _edge(cloud: Cloud, substance: Substance, source_m: Floats) -> bool:
    around = concentration(cloud, substance, source_m + AROUND, SOURCE_HEIGHT_M)
    return bool((around <= substance.ufl).any())
