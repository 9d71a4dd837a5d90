"""Trust: the page by which a device comes to trust the authority made here, and its certificate. Open to everybody."""

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from server.api.network import network
from server.api.problems import ApiProblem, install_problems, language_of
from server.network import Network
from server.operation.trust_page import CONTENT_POLICY, trust_page

router = APIRouter()
MEDIA_TYPE = "application/x-x509-ca-cert"  # what makes Windows, Android and iPads offer to install it
FRESH = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
BODY_MOST_BYTES = 4096


@router.get("/trust", summary="信任本服务器 / Trust this server", response_class=HTMLResponse)
def page(request: Request, lang: str = "") -> HTMLResponse:
    """How to trust the authority of this server. lang: zh or en, else as the browser asks."""
    asked = lang if lang in ("zh", "en") else language_of(request.headers.get("accept-language", ""))
    headers = FRESH | {"Content-Security-Policy": CONTENT_POLICY, "Content-Language": asked}
    return HTMLResponse(trust_page(network(request), asked), headers=headers)


@router.get("/trust/authority.cer", summary="证书（DER）/ Certificate (DER)", response_class=Response)
def der(request: Request) -> Response:
    """The certificate of the authority, DER."""
    return _handed(_known(request).authority, "yanlian-authority.cer")


@router.get("/trust/authority.pem", summary="证书（PEM）/ Certificate (PEM)", response_class=Response)
def pem(request: Request) -> Response:
    """The certificate of the authority, PEM."""
    return _handed(_known(request).pem(), "yanlian-authority.pem")


def plain_app(network: Network) -> FastAPI:
    """What is served without encryption beside an encrypted server: how to trust it, and nothing else."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.state.network = network
    app.include_router(router)

    @app.get("/{address:path}")
    def elsewhere(address: str) -> RedirectResponse:
        return RedirectResponse("/trust")

    install_problems(app, BODY_MOST_BYTES)
    return app


def _known(request: Request) -> Network:
    known = network(request)
    if not known.authority:
        raise ApiProblem(404, "no_authority", "本服务器没有自建的证书机构", "This server has no authority of its own")
    return known


def _handed(certificate: bytes, name: str) -> Response:
    headers = FRESH | {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(certificate, media_type=MEDIA_TYPE, headers=headers)
