"""Invented pools and sealed draws for the tests of fair draws."""

from hashlib import sha256

from scenarios.fair_draw import PARAMETERS, Committed, Fixed, Parameters, Previous, Sealed, Variant


def variant(name: str, family: str, substance: str, axis: str, stratum: int = 2) -> Variant:
    return Variant(
        scenario=name,
        hash=sha256(name.encode()).hexdigest(),
        family=family,
        substance=substance,
        axis=axis,
        stratum=stratum,
    )


FIRES = (
    variant("bullet_fire", "fire_explosion", "lpg", "D6"),
    variant("culvert", "fire_explosion", "crude", "D1"),
    variant("gasholder", "fire_explosion", "vcm", "D5"),
    variant("hot_work", "fire_explosion", "naphtha", "D3"),
)
OTHERS = (
    variant("ammonia", "poisoning", "ammonia", "D3"),
    variant("methanol", "tank_leak", "methanol", "D6"),
    variant("nitrogen", "poisoning", "nitrogen", "D7"),
    variant("sour_gas", "poisoning", "hydrogen_sulphide", "D1"),
    variant("tanker", "tank_leak", "lpg", "D4"),
)
POOL = tuple(sorted((*FIRES, *OTHERS), key=lambda v: v.scenario))
MANDATORY = tuple(Fixed(scenario=name, hash=sha256(name.encode()).hexdigest()) for name in ("m_one", "m_two"))
NONCE = "考生-4711"


def committed(
    number: int = 1,
    *,
    pool: tuple[Variant, ...] = POOL,
    parameters: Parameters = PARAMETERS,
    previous: Previous = Previous(),  # noqa: B008  it is frozen
    **more: object,
) -> Committed:
    fields: dict[str, object] = {
        "exam": "2026-05",
        "candidate": f"K-{number}",
        "attempt": 1,
        "level": "junior",
        "committed_at": "2026-05-20T09:00:00+08:00",
        "parameters": parameters,
        "pool": pool,
        "mandatory": MANDATORY,
        "previous": previous,
        "server_seed": sha256(b"seed %d" % number).hexdigest(),
    }
    return Committed(**{**fields, **more})


def sealed(number: int = 1, **more: object) -> Sealed:
    return Sealed(nonce=sha256(b"nonce %d" % number).hexdigest(), committed=committed(number, **more))
