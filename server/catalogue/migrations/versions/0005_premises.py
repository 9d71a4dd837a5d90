"""Settings of the base, trainees, headsets and who wore them."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of server.catalogue.settings, trainees and headsets."""
    op.create_table(
        "settings",
        Column("key", Text, primary_key=True),
        Column("value", Text, nullable=False),
        Column("changed_by", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
    )
    op.create_table(
        "trainees",
        Column("id", Text, primary_key=True),
        Column("number", Text, nullable=False),
        Column("number_key", Text, nullable=False, unique=True),
        Column("name", Text, nullable=False),
        Column("company", Text, nullable=False),
        Column("level", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
    )
    op.create_table(
        "headsets",
        Column("id", Text, primary_key=True),
        Column("label", Text, nullable=False, unique=True),
        Column("model", Text, nullable=False),
        Column("fit", Text, nullable=False),
        Column("battery_percent", Integer),
        Column("cleaned_at", Text),
        Column("withdrawn", Boolean, nullable=False),
    )
    op.create_table(
        "wears",
        Column("id", Text, primary_key=True),
        Column("headset", Text, ForeignKey("headsets.id"), nullable=False),
        Column("trainee", Text, ForeignKey("trainees.id"), nullable=False),
        Column("donned_at", Text, nullable=False),
        Column("doffed_at", Text),
        Column("given_by", Text, nullable=False),
        Column("despite", Boolean, nullable=False),
        Index("ix_wears_headset", "headset"),
        Index("ix_wears_trainee", "trainee"),
    )
