"""Hatch calls this: the front end is built when a wheel is; an editable installation takes `make web`."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))


class WheelHook(BuildHookInterface):
    """Makes `clients/web/dist` before the wheel takes it up."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, unless the installation is editable."""
        if version != "editable":
            from clients.web.building import build

            build()
