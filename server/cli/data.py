"""Data: the folder with the files of a base, as commands open it."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from server.catalogue.engine import NewerCatalogueError, open_catalogue
from server.cli.failure import CommandError

CATALOGUE = "catalogue.db"


def catalogue_of(folder: Path) -> Engine:
    """Open the catalogue in a data folder. CommandError if there is no folder, or the file cannot be used here."""
    if not folder.is_dir():
        raise CommandError(f"没有数据文件夹 {folder}", f"there is no data folder {folder}")
    try:
        return open_catalogue(folder / CATALOGUE)
    except NewerCatalogueError as error:
        raise CommandError("目录库由更新的版本写成", "the catalogue was written by a newer version") from error
    except (sqlite3.Error, SQLAlchemyError) as error:
        file = folder / CATALOGUE
        raise CommandError(f"无法使用 {file}：{error}", f"cannot use {file}: {error}") from error
