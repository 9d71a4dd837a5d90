"""Sessions: log in, log out, who am I; and taking a seat by its code."""

from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field, SecretStr
from structlog import get_logger

from server.access.limits import Attempts
from server.access.passwords import LONGEST, SHORTEST
from server.access.roles import ROLE_TEXTS, Role
from server.access.tokens import hashed, new_token
from server.api.door import Caller, Turnstile, bearer, busy_is_said, caller, house, lifetimes, turnstile
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue import accounts, seats, sessions
from server.catalogue.engine import reading

router = APIRouter(prefix="/api", tags=["sessions"], responses=PROBLEM_RESPONSES)
NO_STORE = "no-store"


class Login(BaseModel):
    """Who, and by which password."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(max_length=64, pattern=r"^[^\x00]*$")]
    password: Annotated[SecretStr, Field(max_length=LONGEST)]


class Me(BaseModel):
    """Who is logged in. role_zh, role_en: the role in words."""

    id: str
    name: str
    role: Role
    role_zh: str
    role_en: str


class LoggedIn(Me):
    """token: goes into `Authorization: Bearer`, and into Hello of a socket."""

    token: str


class OwnPassword(BaseModel):
    """The password of now, and the one that is to take its place."""

    model_config = ConfigDict(extra="forbid")

    old: Annotated[SecretStr, Field(max_length=LONGEST)]
    new: Annotated[SecretStr, Field(min_length=SHORTEST, max_length=LONGEST)]


class SeatCode(BaseModel):
    """code: as typed; case, hyphen and look-alike letters do not matter."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(max_length=32)]


class ClaimedSeat(BaseModel):
    """A seat that was taken. token: for Hello of the first connection."""

    drill: str
    seat: str
    token: str


@router.post("/login")
def log_in(request: Request, response: Response, login: Login) -> LoggedIn:
    """Begin a session."""
    here, gate = house(request), turnstile(request)
    name, address = accounts.name_key(login.name), _address(request)
    _count(gate.logins_by_address, address)
    _count(gate.logins_by_account, name)
    with reading(here.catalogue) as db:
        found = accounts.for_login(db, name)
    try:
        with busy_is_said():
            good = gate.passwords.check(found and found[1], login.password.get_secret_value())
    except ApiProblem:
        _not_counted(gate, address, name)
        raise
    token = new_token(here.surroundings.entropy)
    with here.catalogue.begin() as db:
        # While the password was checked, it may have been changed or the account disabled.
        if found is None or not good or accounts.for_login(db, name) != found:
            get_logger("server.api").warning("log-in failed")
            raise ApiProblem(401, "login_failed", "名称或密码不对", "Name or password is wrong")
        account = found[0]
        sessions.start(db, hashed(here.pepper, token), account.id, here.surroundings.now(), lifetimes(here))
    _not_counted(gate, address, name)
    response.headers["Cache-Control"] = NO_STORE
    text = ROLE_TEXTS[account.role]
    return LoggedIn(id=account.id, name=account.name, role=account.role, role_zh=text.zh, role_en=text.en, token=token)


@router.post("/logout", status_code=204)
def log_out(request: Request, who: Annotated[Caller, Depends(caller("session.own"))]) -> None:
    """End this session."""
    with house(request).catalogue.begin() as db:
        sessions.end(db, hashed(house(request).pepper, bearer(request)))


@router.get("/me")
def who_am_i(who: Annotated[Caller, Depends(caller("session.own"))]) -> Me:
    """Who is logged in."""
    text = ROLE_TEXTS[who.role]
    return Me(id=who.account_id, name=who.name, role=who.role, role_zh=text.zh, role_en=text.en)


@router.post("/me/password")
def change_own_password(
    request: Request, response: Response, given: OwnPassword, who: Annotated[Caller, Depends(caller("session.own"))]
) -> LoggedIn:
    """Change one's own password. All sessions of the account end; the answer begins a new one."""
    here, gate, name = house(request), turnstile(request), accounts.name_key(who.name)
    old, new = given.old.get_secret_value(), given.new.get_secret_value()
    if old == new:
        raise ApiProblem(422, "same_password", "新密码与旧密码相同", "The new password is the old one")
    _count(gate.logins_by_account, name)  # whoever found a tablet unlocked does not get to guess
    with reading(here.catalogue) as db:
        found = accounts.for_login(db, who.name)
    with busy_is_said():
        good = gate.passwords.check(found and found[1], old)
        password_hash = gate.passwords.hash(new) if good else ""
    if not good:
        raise ApiProblem(403, "wrong_password", "旧密码不对", "The old password is wrong")
    gate.logins_by_account.give_back(name)
    token = new_token(here.surroundings.entropy)
    with here.catalogue.begin() as db:
        now = here.surroundings.now()
        accounts.change(db, who.account_id, now, password_hash=password_hash)
        sessions.start(db, hashed(here.pepper, token), who.account_id, now, lifetimes(here))
    response.headers["Cache-Control"] = NO_STORE
    text = ROLE_TEXTS[who.role]
    return LoggedIn(id=who.account_id, name=who.name, role=who.role, role_zh=text.zh, role_en=text.en, token=token)


@router.post("/seats/claim")
def claim_seat(request: Request, response: Response, typed: SeatCode) -> ClaimedSeat:
    """Take a seat by its code, which is good once."""
    here, gate = house(request), turnstile(request)
    address = _address(request)
    _count(gate.claims_by_address, address)
    surroundings = here.surroundings
    with here.catalogue.begin() as db:
        found = seats.claim(db, typed.code, pepper=here.pepper, entropy=surroundings.entropy, now=surroundings.now())
    if found is None:
        get_logger("server.api").warning("seat code refused")
        zh, en = "席位码不对、已用过或已过期", "This seat code is wrong, used or too old"
        raise ApiProblem(404, "no_such_code", zh, en)
    gate.claims_by_address.give_back(address)
    response.headers["Cache-Control"] = NO_STORE
    return ClaimedSeat(drill=found.drill, seat=found.seat, token=found.token)


def _not_counted(gate: Turnstile, address: str, name: str) -> None:
    gate.logins_by_address.give_back(address)
    gate.logins_by_account.give_back(name)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _count(attempts: Attempts, key: str) -> None:
    wait_s = attempts.take(key)
    if wait_s > 0:
        seconds = str(ceil(wait_s))
        zh, en = f"尝试过多，请 {seconds} 秒后再试", f"Too many attempts; try again in {seconds} s"
        raise ApiProblem(429, "too_many_attempts", zh, en, headers={"Retry-After": seconds})
