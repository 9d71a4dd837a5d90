"""Rewrite the generated files of the contract beside this one."""

from pathlib import Path

from server.receiver.contract.making import FILES

for _name, _make in FILES.items():
    Path(__file__).with_name(_name).write_text(_make(), "utf-8")
