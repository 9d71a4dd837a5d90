"""Door: who asks, and whether he may. Every route has exactly one of `caller(action)`, `seat_holder`, OPEN_ROUTES."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, FastAPI, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from server.access.limits import Attempts
from server.access.passwords import BusyError, Passwords
from server.access.roles import PERMITS, Role
from server.access.tokens import hashed
from server.api.problems import ApiProblem
from server.catalogue import seats, sessions
from server.catalogue.engine import reading

if TYPE_CHECKING:
    from server.house import House

# method and path -> why nobody needs to say who he is
OPEN_ROUTES: dict[tuple[str, str], str] = {
    ("POST", "/api/login"): "this is where a token comes from",
    ("POST", "/api/seats/claim"): "the code in the body is what opens a seat",
    ("GET", "/api/results/{fingerprint}"): "whoever holds a certificate may ask whether it is current",
    ("GET", "/health"): "a watchdog has no account; says only ok or degraded",
    ("GET", "/api/models/{sha256}.glb"): "the plant looks the same to everybody, whatever the draw",
    ("GET", "/trust"): "a device that does not trust this server yet has to learn how; holds nothing of a drill",
    ("GET", "/trust/authority.cer"): "the certificate of the authority is public by nature",
    ("GET", "/trust/authority.pem"): "the certificate of the authority is public by nature",
    ("GET", "/{address:path}"): "the front end is the same for everybody and holds nothing of a drill",
    ("GET", "/health/page"): "shown on the tablet in the control room; holds nothing of a drill",
}


# Named apart in the OpenAPI. Neither answers by itself: the door does.
SESSION_TOKEN = HTTPBearer(scheme_name="session", description="the token of a log-in", auto_error=False)
SEAT_TOKEN = HTTPBearer(scheme_name="seat", description="the token of a seat", auto_error=False)
Credentials = HTTPAuthorizationCredentials | None


@dataclass(frozen=True, slots=True)
class Turnstile:
    """What counts attempts and hashes passwords, one in a process."""

    passwords: Passwords
    logins_by_account: Attempts
    logins_by_address: Attempts
    claims_by_address: Attempts


def install_door(app: FastAPI, house: "House", passwords: Passwords | None = None) -> None:
    """Give the application its house and its turnstile. passwords: None = those of production."""
    limits = house.config.limits
    window_s = limits.attempts_window_minutes * 60.0
    clock_s = house.surroundings.monotonic_s
    app.state.house = house
    app.state.turnstile = Turnstile(
        passwords or Passwords(house.surroundings.entropy),
        Attempts(limits.login_attempts_per_account, window_s, clock_s),
        Attempts(limits.login_attempts_per_address, window_s, clock_s),
        Attempts(limits.claim_attempts_per_address, window_s, clock_s),
    )


def house(request: Request) -> "House":
    """What the parts of the server share."""
    return cast("House", request.app.state.house)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is logged in."""

    account_id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class SeatHolder:
    """Who holds a seat of a drill."""

    drill: str
    seat: str


@dataclass(frozen=True, slots=True)
class Door:
    """A dependency that lets those in whose role PERMITS[action] names. ApiProblem 401 or 403 for the others."""

    action: str

    def __call__(self, request: Request, given: Annotated[Credentials, Depends(SESSION_TOKEN)] = None) -> Caller:
        """The caller of this request. given: for the OpenAPI only, so that this can be called with a request alone."""
        known = signed_in(house(request), bearer(request))
        if known is None:
            raise unknown_caller()
        if known.role not in PERMITS[self.action]:
            raise ApiProblem(403, "forbidden", "您的角色不能这样做", "Your role does not allow this")
        return known


def caller(action: str) -> Door:
    """The dependency of a route: `who: Annotated[Caller, Depends(caller("sheet.own"))]`. KeyError: no such action."""
    PERMITS[action]
    return Door(action)


def seat_holder(request: Request, given: Annotated[Credentials, Depends(SEAT_TOKEN)] = None) -> SeatHolder:
    """The dependency of a route of trainees: the seat whose token is in the request. ApiProblem 401 for others."""
    with reading(house(request).catalogue) as db:
        found = seats.find(db, bearer(request), pepper=house(request).pepper)
    if found is None:
        raise unknown_caller()
    return SeatHolder(found.drill, found.seat)


def signed_in(house: "House", token: str) -> Caller | None:
    """Who has this session token; None for nobody, an ended session or a disabled account. Also for sockets."""
    now = house.surroundings.now()
    token_hash = hashed(house.pepper, token)
    with reading(house.catalogue) as db:
        found = sessions.find(db, token_hash, now, lifetimes(house))
    if found is None:
        return None
    if now - found.seen_at >= sessions.SEEN_STEP:  # written seldom: reading must not wait for writers
        with house.catalogue.begin() as db:
            sessions.see(db, token_hash, now)
    return Caller(found.account.id, found.account.name, found.account.role)


def bearer(request: Request) -> str:
    """The token in the Authorization header. ApiProblem 401 if there is none."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        raise unknown_caller()
    return token.strip()


def turnstile(request: Request) -> Turnstile:
    """What counts attempts."""
    return cast(Turnstile, request.app.state.turnstile)


@contextmanager
def busy_is_said() -> Iterator[None]:
    """Around hashing: too many at once become ApiProblem 503."""
    try:
        yield
    except BusyError:
        zh, en = "登录的人太多，请稍后再试", "Too many are logging in; try again in a moment"
        raise ApiProblem(503, "busy", zh, en, headers={"Retry-After": "1"}) from None


def lifetimes(house: "House") -> sessions.Lifetimes:
    """How long sessions last here."""
    limits = house.config.limits
    return sessions.Lifetimes(
        idle=timedelta(hours=limits.session_idle_hours), absolute=timedelta(hours=limits.session_absolute_hours)
    )


def unknown_caller() -> ApiProblem:
    """The one answer to everybody whom the door does not know."""
    return ApiProblem(
        401, "unauthorised", "请先登录", "Log in first", headers={"WWW-Authenticate": 'Bearer realm="yanlian"'}
    )
