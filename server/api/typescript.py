"""TypeScript: the types of the routes for the web, from the OpenAPI. `python -m server.api.typescript` writes them."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import FastAPI

from clients.web.building import FOLDER, install, run
from server.app import ROUTERS

OUTPUT = FOLDER / "src" / "rest" / "rest.gen.ts"
NOTICE = "// Generated from the server's OpenAPI by `python -m server.api.typescript`; do not edit.\n\n"


def make() -> str:
    """The types as text. BuildError if the generator cannot be had."""
    app = FastAPI(title="Yanlian 演练")
    for router in ROUTERS:
        app.include_router(router)
    install()
    with TemporaryDirectory(prefix="yanlian-types-") as spare:
        told, made = Path(spare) / "openapi.json", Path(spare) / "rest.ts"
        told.write_text(json.dumps(app.openapi(), sort_keys=True), encoding="utf-8")
        generator = FOLDER / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
        run(generator, str(told), "--output", str(made), quiet=True)
        text = made.read_text("utf-8")
    return NOTICE + text.partition("*/")[2].lstrip()


if __name__ == "__main__":
    OUTPUT.write_text(make(), encoding="utf-8")
    print(OUTPUT.relative_to(FOLDER), file=sys.stderr)
