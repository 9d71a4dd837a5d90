"""Pages: the front end, out of memory. One page, `index.html`; its own router finds the screen by the address."""

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from clients.web import DIST
from server.api.problems import ApiProblem

router = APIRouter()
INDEX = "index.html"
# an unknown address below these is a problem, no page
NOT_PAGES = ("api/", "health", "metrics", "openapi.json", "trust/", "ws")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self' blob:",  # blob: textures inside a model
        "worker-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
GUARDS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), xr-spatial-tracking=(self), gamepad=(self)",
}
NOT_BUILT = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>Yanlian</title>
<p>网页尚未生成：请运行 make web，然后重启服务器。</p>
<p lang="en">The front end has not been built: run make web, then start the server again.</p>"""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the front end. packed: gzip, empty where it would not be smaller."""

    media_type: str
    whole: bytes
    packed: bytes
    tag: str
    lasting: bool  # its name holds the hash of what it is


@cache
def assets(folder: Path = DIST) -> Mapping[str, Asset]:
    """All files of the front end by their address; empty if it has not been built."""
    found = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith("."):
            name, whole = path.relative_to(folder).as_posix(), path.read_bytes()
            packed = gzip.compress(whole, 9, mtime=0)
            tag = f'"{hashlib.sha256(whole).hexdigest()[:32]}"'
            media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
            packed = packed if len(packed) < len(whole) else b""
            found[name] = Asset(media_type, whole, packed, tag, name.startswith("assets/"))
    return found


@router.get("/{address:path}", include_in_schema=False)
def page(request: Request, address: str) -> Response:
    """A file of the front end, else its one page."""
    if address.startswith(NOT_PAGES):
        raise ApiProblem(404, "not_found", "没有这个地址", "There is no such address")
    known = assets()
    if not known:
        return HTMLResponse(NOT_BUILT, status_code=503, headers=GUARDS)
    found = known.get(address)
    if found is None and address.startswith("assets/"):
        raise ApiProblem(404, "not_found", "没有这个地址", "There is no such address")
    return handed(request, found or known[INDEX])


def handed(request: Request, asset: Asset) -> Response:
    """Bytes as they are kept here, packed for who can unpack, or the word that he has them already."""
    keep = "public, max-age=31536000, immutable" if asset.lasting else "no-cache"
    headers = GUARDS | {"Cache-Control": keep, "ETag": asset.tag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == asset.tag:
        return Response(status_code=304, headers=headers)
    if asset.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(asset.packed, media_type=asset.media_type, headers=headers)
    return Response(asset.whole, media_type=asset.media_type, headers=headers)
