"""Surroundings: the real clock and entropy, for whoever takes them as an argument."""

import os
import time
from datetime import datetime

from server.surroundings import Surroundings


def real_surroundings() -> Surroundings:
    """Give the real clock and entropy."""
    return Surroundings(lambda: datetime.now().astimezone(), time.monotonic, os.urandom)
