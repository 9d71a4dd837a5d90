"""Web: the application for browsers. Its sources are TypeScript; `building` makes `dist`, which the server hands out."""

from pathlib import Path

DIST = Path(__file__).parent / "dist"
