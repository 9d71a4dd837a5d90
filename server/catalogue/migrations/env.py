"""Alembic's door: runs the migrations in the transaction that server.catalogue.engine has begun."""

from alembic import context

from server.catalogue.base import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,  # for the names of constraints
    transactional_ddl=True,
)
context.run_migrations()
