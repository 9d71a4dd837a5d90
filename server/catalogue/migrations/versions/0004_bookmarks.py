"""Bookmarks of staff in drills."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of server.catalogue.bookmarks."""
    op.create_table(
        "bookmarks",
        Column("id", Text, primary_key=True),
        Column("drill", Text, ForeignKey("drills.id"), nullable=False, index=True),
        Column("account", Text, ForeignKey("accounts.id"), nullable=False),
        Column("tick", Integer, nullable=False),
        Column("note", Text, nullable=False),
        Column("made_at", Text, nullable=False),
        Column("removed_at", Text),
    )
