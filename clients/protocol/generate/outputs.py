"""Outputs: each generated file, by its path below clients/protocol."""

from clients.protocol.generate import csharp, golden, markdown, schema, typescript


def outputs() -> dict[str, str]:
    """Path below clients/protocol -> text."""
    return {module.PATH: module.make() for module in (schema, typescript, csharp, markdown, golden)}
