"""Physics: hazard models as pure functions on SI floats and arrays, one module a phenomenon.

Nouns are here; what happens to them is in the module of the phenomenon: `from sim_core.physics import pool`.
"""

from sim_core.physics.cloud import Cloud as Cloud
from sim_core.physics.cloud_reading import Flammable as Flammable
from sim_core.physics.fire import Fire as Fire
from sim_core.physics.overflow import Cascade as Cascade
from sim_core.physics.pool import Evaporation as Evaporation
from sim_core.physics.pool import Pool as Pool
from sim_core.physics.substance import PETROL as PETROL
from sim_core.physics.substance import Substance as Substance
from sim_core.physics.wind import Wind as Wind
