"""Results and the outbox of their deliveries."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Index, Integer, Text, UniqueConstraint

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of server.catalogue.results."""
    op.create_table(
        "results",
        Column("id", Text, primary_key=True),
        Column("version", Integer, primary_key=True, autoincrement=False),
        Column("drill", Text, ForeignKey("drills.id"), nullable=False),
        Column("document", Text, nullable=False),
        Column("jws", Text, nullable=False),
        Column("fingerprint", Text, nullable=False, unique=True),
        Column("previous", Text),
        Column("issued_at", Text, nullable=False),
        UniqueConstraint("drill", "version"),
    )
    op.create_table(
        "outbox",
        Column("key", Text, primary_key=True),
        Column("destination", Text, nullable=False),
        Column("fingerprint", Text, ForeignKey("results.fingerprint"), nullable=False),
        Column("payload", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("attempts", Integer, nullable=False),
        Column("next_at", Text, nullable=False),
        Column("lease_owner", Text, nullable=False),
        Column("lease_until", Text),
        Column("last_status", Integer, nullable=False),
        Column("last_error", Text, nullable=False),
        Column("receipt", Text, nullable=False),
        Column("created_at", Text, nullable=False),
        Column("delivered_at", Text),
        Index("ix_outbox_destination_state_next_at", "destination", "state", "next_at"),
    )
