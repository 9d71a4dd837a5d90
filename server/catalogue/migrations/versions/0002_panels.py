"""Panels of examiners and the versions of their sheets."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, ForeignKeyConstraint, Integer, Text, UniqueConstraint

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of server.catalogue.panels."""
    op.create_table(
        "panels",
        Column("drill", Text, ForeignKey("drills.id"), primary_key=True),
        Column("state", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("opened_at", Text, nullable=False),
        Column("finalled_at", Text),
        Column("rubric", Text, nullable=False),
        Column("prefilled", Text),
    )
    op.create_table(
        "panel_members",
        Column("drill", Text, ForeignKey("panels.drill"), primary_key=True),
        Column("examiner", Text, ForeignKey("accounts.id"), primary_key=True),
        Column("external", Boolean, nullable=False),
        Column("declared", Boolean, nullable=False),
    )
    op.create_table(
        "sheet_versions",
        Column("drill", Text, primary_key=True),
        Column("examiner", Text, primary_key=True),
        Column("version", Integer, primary_key=True),
        Column("state", Text, nullable=False),
        Column("body", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("actor", Text, ForeignKey("accounts.id"), nullable=False),
        Column("save_id", Text, nullable=False),
        Column("previous_hash", Text, nullable=False),
        Column("hash", Text, nullable=False),
        Column("saved_at", Text, nullable=False),
        ForeignKeyConstraint(["drill", "examiner"], ["panel_members.drill", "panel_members.examiner"]),
        UniqueConstraint("drill", "examiner", "save_id"),
    )
    op.create_table(
        "panel_decisions",
        Column("drill", Text, ForeignKey("panels.drill"), primary_key=True),
        Column("chief", Text, ForeignKey("accounts.id"), nullable=False),
        Column("save_id", Text, nullable=False),
        Column("request", Text, nullable=False),
        Column("decided_at", Text, nullable=False),
    )
