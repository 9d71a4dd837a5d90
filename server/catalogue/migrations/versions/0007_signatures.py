"""Who of the base has confirmed the values of a scenario."""

from alembic import op
from sqlalchemy import Column, Index, Text

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of server.catalogue.signatures."""
    op.create_table(
        "signatures",
        Column("id", Text, primary_key=True),
        Column("scenario_id", Text, nullable=False),
        Column("values_hash", Text, nullable=False),
        Column("signed_by", Text, nullable=False),
        Column("note", Text, nullable=False),
        Column("account", Text, nullable=False),
        Column("signed_at", Text, nullable=False),
        Index("ix_signatures_scenario_id", "scenario_id"),
    )
