"""Draws of exams, and what became of them."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text, UniqueConstraint

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables of server.catalogue.draws."""
    op.create_table(
        "draws",
        Column("id", Text, primary_key=True),
        Column("exam", Text, nullable=False),
        Column("candidate", Text, nullable=False),
        Column("attempt", Integer, nullable=False),
        Column("level", Text, nullable=False),
        Column("stratum", Integer, nullable=False),
        Column("commitment", Text, nullable=False, unique=True),
        UniqueConstraint("exam", "candidate", "attempt"),
    )
    op.create_table(
        "draw_events",
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("draw", Text, ForeignKey("draws.id"), nullable=False),
        Column("kind", Text, nullable=False),
        Column("body", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("previous_hash", Text, nullable=False, unique=True),
        Column("hash", Text, nullable=False),
        UniqueConstraint("draw", "kind"),
    )
