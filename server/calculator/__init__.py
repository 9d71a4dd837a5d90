"""Calculator: hazard models by name, with ranges, sources and assumptions. Pure; `yanlian calc` is its door.

model     what a model is: inputs, outputs, the physics functions it stands on
asking    inputs checked, the model run, the answer with all that it rests on
others    the models, one file a phenomenon
"""

from server.calculator import (
    demands,
    dense_clouds,
    enclosures,
    explosions,
    exposures,
    fireballs,
    fires,
    limits,
    outflows,
    plumes,
    pools,
    releases,
    vessels,
)
from server.calculator.asking import RefusedError as RefusedError
from server.calculator.asking import ask as ask
from server.calculator.model import Input as Input
from server.calculator.model import Model as Model
from server.calculator.model import unit_of as unit_of

PHENOMENA = (
    demands,
    dense_clouds,
    enclosures,
    explosions,
    exposures,
    fireballs,
    fires,
    limits,
    outflows,
    plumes,
    pools,
    releases,
    vessels,
)
MODELS: dict[str, Model] = {m.name: m for phenomenon in PHENOMENA for m in phenomenon.MODELS}
