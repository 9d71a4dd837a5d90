"""Base: what all tables of the catalogue share."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import Dialect, MetaData, Text, TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as ISO 8601 text in UTC with offset and microseconds, so that text order is order in time.
    Takes datetimes with an offset (ValueError without), gives datetimes in UTC. In migrations it is Text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the text that is stored."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a time needs its offset")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """From the stored text."""
        return None if value is None else datetime.fromisoformat(value)


class Amount(TypeDecorator[Decimal]):
    """An amount that decides an exam, kept as text with two decimals (ValueError for more). In migrations: Text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """To the text that is stored."""
        if value is None:
            return None
        cents = value.quantize(Decimal("0.01"))
        if cents != value:
            raise ValueError("an amount has two decimals")
        return str(cents)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """From the stored text."""
        return None if value is None else Decimal(value)


def new_id(entropy: Callable[[int], bytes]) -> str:
    """An id of 16 lower-case hex digits. entropy: gives so many random bytes."""
    return entropy(8).hex()
