"""Ignition: whether a working source stands in vapour that can burn."""

# Clouds are patchy: pockets burn where the mean is half of LFL (physics references 1.5). Vapour too rich to burn is
# lit at its edge, which is never far. Training assumption 训练假设.
POCKETS = 0.5


def ignites(share_of_lfl: float) -> bool:
    """Tell whether a source that is at work lights vapour whose mean is share_of_lfl of LFL."""
    return share_of_lfl >= POCKETS
