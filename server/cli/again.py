"""Again: this very program in another process, whatever it was started as."""

import sys

_CODE = "from server.cli.main import run; run()"


def again(*arguments: object) -> list[str]:
    """The command line that runs `yanlian` with these arguments. -P: a folder called server is not taken for ours."""
    return [sys.executable, "-P", "-c", _CODE, *map(str, arguments)]
