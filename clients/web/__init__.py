"""Web: the application for browsers, in TypeScript; `building` makes `dist` of it, which the server hands out."""

from pathlib import Path

DIST = Path(__file__).parent / "dist"
