"""Accounts, sessions, drills and seats."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "accounts",
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("name_key", Text, nullable=False, unique=True),
        Column("role", Text, nullable=False),
        Column("password_hash", Text, nullable=False),
        Column("disabled", Boolean, nullable=False),
        Column("created_at", Text, nullable=False),
        Column("sessions_from", Text, nullable=False),
    )
    op.create_table(
        "sessions",
        Column("token_hash", Text, primary_key=True),
        Column("account", Text, ForeignKey("accounts.id"), nullable=False),
        Column("started_at", Text, nullable=False),
        Column("seen_at", Text, nullable=False),
    )
    op.create_table(
        "drills",
        Column("id", Text, primary_key=True),
        Column("scenario_id", Text, nullable=False),
        Column("scenario_hash", Text, nullable=False),
        Column("mode", Text, nullable=False),
        Column("phase", Text, nullable=False),
        Column("outcome", Text, nullable=False),
        Column("parent", Text, ForeignKey("drills.id")),
        Column("parent_tick", Integer),
        Column("commitment", Text, nullable=False),
        Column("policy_hash", Text, nullable=False),
        Column("candidate", Text, nullable=False),
        Column("created_at", Text, nullable=False),
        Column("created_by", Text, nullable=False),
        Column("started_at", Text),
        Column("ended_at", Text),
        Column("ticks", Integer, nullable=False),
        Column("digest", Text, nullable=False),
        Column("record_sha256", Text, nullable=False),
        Column("engine", Text, nullable=False),
        Index("ix_drills_phase", "phase"),
    )
    op.create_table(
        "seats",
        Column("drill", Text, ForeignKey("drills.id"), nullable=False),
        Column("seat", Text, nullable=False),
        Column("holder", Text, nullable=False),
        Column("candidate", Text, nullable=False),
        Column("code_hash", Text, unique=True),
        Column("code_expires_at", Text),
        Column("token_hash", Text, unique=True),
        Column("next_token_hash", Text, unique=True),
        Column("claimed_at", Text),
        PrimaryKeyConstraint("drill", "seat"),
    )
    op.create_table(
        "spent_seat_tokens",
        Column("token_hash", Text, primary_key=True),
        Column("drill", Text, nullable=False),
        Column("seat", Text, nullable=False),
    )
