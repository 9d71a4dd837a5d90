"""Flash fire: the cloud burns off once it is lit, and with it whoever stands inside its footprint."""

from sim_core.physics.ignition import POCKETS

# Probability of death: in the footprint, without and with fire clothing; in pockets at 0.5-1 LFL. Training
# assumption 训练假设.
DEATH_INSIDE = 1.0
DEATH_IN_FIRE_SUIT = 0.3
DEATH_IN_POCKETS = 0.2


def death_by_flash(share_of_lfl: float, fire_suit: bool) -> float:
    """Probability of death of a person where the vapour was share_of_lfl of LFL when it burned, 0..1."""
    if share_of_lfl >= 1.0:
        return DEATH_IN_FIRE_SUIT if fire_suit else DEATH_INSIDE
    if share_of_lfl >= POCKETS:
        return 0.0 if fire_suit else DEATH_IN_POCKETS
    return 0.0


def burns(share_of_lfl: float, fire_suit: bool) -> bool:
    """Tell whether a person who lives is burned: anyone in the footprint, in pockets those without fire clothing."""
    return share_of_lfl >= (1.0 if fire_suit else POCKETS)
