"""Writes everything that is generated from the protocol's definition: `python -m clients.protocol.generate`."""

from pathlib import Path

from clients.protocol.generate.outputs import outputs

if __name__ == "__main__":
    folder = Path(__file__).parents[1]
    for name, text in outputs().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
        print(name)
