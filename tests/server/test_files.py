from pathlib import Path

import pytest

from server.cli.failure import CommandError
from server.cli.files import prepare, read_bytes, write_whole


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_bytes(bytes(1 << 20))
    assert len(read_bytes(file, 1 << 20)) == 1 << 20
    file.write_bytes(bytes((1 << 20) + 1))
    with pytest.raises(CommandError, match="larger than 1 MiB"):
        read_bytes(file, 1 << 20)


def test_a_file_is_there_whole_or_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "data"
    write_whole(file, b"one")
    with file.open("rb") as reader:
        write_whole(file, b"two")
        assert reader.read() == b"one"  # who had it open keeps what was there
    assert file.read_bytes() == b"two"
    folder = tmp_path / "folder"
    (folder / "inside").mkdir(parents=True)
    with pytest.raises(CommandError, match="cannot write"):
        write_whole(folder, b"three")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["data", "folder"]


def test_a_folder_is_made_and_tried(tmp_path: Path) -> None:
    prepare(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="cannot write"):
        prepare(tmp_path / "file")
