"""Premises: a house on a real catalogue, with a clock that tests set, and an application of given routers in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path

from argon2 import PasswordHasher
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from server.access.passwords import Passwords
from server.access.roles import Role
from server.api.door import install_door
from server.api.problems import install_problems
from server.catalogue import accounts
from server.catalogue.base import new_id
from server.catalogue.engine import open_catalogue
from server.config import Config
from server.house import House
from server.meta import Origin
from server.site_model.ahead import ModelsAhead
from server.site_model.keeping import models_in
from server.surroundings import Surroundings

PASSWORD = "correct horse 电池"
QUICK = Passwords(urandom, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@dataclass
class Clock:
    """Time of day and running time, moved by hand."""

    at: datetime = datetime(2026, 3, 1, 8, tzinfo=UTC)
    passed_s: float = field(default=0.0)

    def now(self) -> datetime:
        return self.at

    def monotonic_s(self) -> float:
        return self.passed_s

    def pass_(self, **time: float) -> None:
        step = timedelta(**time)
        self.at += step
        self.passed_s += step.total_seconds()


def surroundings_of(clock: Clock) -> Surroundings:
    return Surroundings(now=clock.now, monotonic_s=clock.monotonic_s, entropy=urandom)


@contextmanager
def house_in(folder: Path, clock: Clock) -> Iterator[House]:
    engine = open_catalogue(folder / "catalogue.db")
    try:
        yield House(
            config=Config(),
            folder=folder,
            surroundings=surroundings_of(clock),
            catalogue=engine,
            signer=Ed25519PrivateKey.generate(),
            pepper=urandom(32),
            vault=urandom(32),
            origin=Origin("yanlian 0.0.0", "00" * 32),
        )
    finally:
        engine.dispose()


def application(house: House, *routers: APIRouter) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    install_door(app, house, QUICK)
    install_problems(app, house.config.limits.body_bytes)
    app.state.models_ahead = ModelsAhead(models_in(house.folder))
    for router in routers:
        app.include_router(router)
    return app


def add_account(house: House, name: str, role: Role) -> str:
    """Make an account whose password is PASSWORD; its id."""
    with house.catalogue.begin() as db:
        now, account_id = house.surroundings.now(), new_id(urandom)
        accounts.add(db, account_id, name, role, QUICK.hash(PASSWORD), now)
    return account_id


def log_in(client: TestClient, name: str, password: str = PASSWORD) -> dict[str, str]:
    """Log in; the headers to ask with."""
    answer = client.post("/api/login", json={"name": name, "password": password})
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['token']}"}
