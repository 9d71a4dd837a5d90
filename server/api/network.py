"""Network: by which addresses people come in, with QR codes to print or to show."""

from typing import Annotated, cast

import segno
from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from server.api.door import Caller, caller, house
from server.api.problems import PROBLEM_RESPONSES
from server.catalogue import settings
from server.catalogue.engine import reading
from server.network import NOWHERE, Network

router = APIRouter(prefix="/api", tags=["settings"], responses=PROBLEM_RESPONSES)
BASE = "base"  # the key of the settings of the base


class NetworkOut(BaseModel):
    """urls: what people may open, the best first. open_url: where staff log in. open_qr, join_qr, trust_qr: pictures as
    data URIs, "" without an address; they hold the address and nothing else.
    fingerprint: SHA-256 of the authority, as devices show it."""

    urls: list[str]
    encrypted: bool
    only_here: bool
    open_url: str
    open_qr: str
    join_url: str
    join_qr: str
    trust_url: str
    trust_qr: str
    fingerprint: str


@router.get("/network")
def get_network(request: Request, who: Annotated[Caller, Depends(caller("network.read"))]) -> NetworkOut:
    """How this server is reached."""
    here = network(request)
    address = public_url(request)
    join = f"{address}/join"
    return NetworkOut(
        urls=list(here.urls),
        encrypted=here.encrypted,
        only_here=here.only_here,
        open_url=address,
        open_qr=picture(address),
        join_url=join,
        join_qr=picture(join),
        trust_url=here.trust_url,
        trust_qr=picture(here.trust_url) if here.trust_url else "",
        fingerprint=here.fingerprint,
    )


def network(request: Request) -> Network:
    """What is known of the network."""
    return cast(Network, getattr(request.app.state, "network", NOWHERE))


def public_url(request: Request) -> str:
    """The address that people open: of the configuration, else as the administrator wrote it, else as it was asked for;
    but a link that only works on this machine is of no use on a card."""
    here = house(request)
    with reading(here.catalogue) as db:
        written = (settings.get(db, BASE) or {}).get("public_url", "")
    asked = str(request.base_url).rstrip("/")
    known = network(request).urls
    local = request.base_url.hostname in ("localhost", "127.0.0.1", "::1")
    return here.config.server.public_url or written or (known[0] if local and known else asked)


def picture(text: str) -> str:
    """A QR code as a data URI."""
    return str(segno.make(text, error="m").svg_data_uri(scale=6, border=2))
