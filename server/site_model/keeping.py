"""Keeping: models are made once, kept in a folder beside the data, and handed out of memory by the hash of their bytes.

A file is named by what it was made from (site, the rules of this package, the libraries) and by what it holds; one
that does not hold what its name says is made anew.
"""

import gzip
import hashlib
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from subprocess import PIPE
from threading import Lock

from sim_core.site import Site

JOB = (sys.executable, "-m", "server.site_model.job")
ROOT = Path(__file__).resolve().parents[2]
HASH = re.compile(r"[0-9a-f]{64}")
LIBRARIES = ("trimesh", "numpy", "pillow", "pylopdf-fonts-zh-cn")
LIMIT_S = 120.0
PACKING = 6


class ModelError(Exception):
    """A model could not be made."""


@dataclass(frozen=True, slots=True)
class Model:
    """A GLB. packed: the same, gzip."""

    sha256: str
    whole: bytes = field(repr=False)
    packed: bytes = field(repr=False)


@dataclass
class Models:
    """The models of one folder. Called from any thread."""

    folder: Path
    _made: dict[str, Model] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)
    _job: subprocess.Popen[bytes] | None = None
    _over: bool = False

    def known(self, site: Site) -> Model | None:
        """The model of a site, if it is at hand; answers at once."""
        return self._made.get(_key(site))

    def of(self, site: Site) -> Model:
        """The model of a site; the first time it takes seconds. ModelError if it cannot be made."""
        key = _key(site)
        with self._lock:
            found = self._made.get(key) or self._kept(f"{key}.*.glb")
            if found is None:
                found = _packed(self._keep(key, self._built(site)))
            self._made[key] = found
            return found

    def make(self, site: Site) -> None:
        """Make the model of a site if it is not there; memory holds it once somebody asks. Raises ModelError."""
        key = _key(site)
        with self._lock:
            if key not in self._made and next(self.folder.glob(f"{key}.*.glb"), None) is None:
                self._keep(key, self._built(site))

    def find(self, sha256: str) -> Model | None:
        """The model of this hash, if it was ever made here."""
        if not HASH.fullmatch(sha256):
            return None
        known = next((model for model in self._made.copy().values() if model.sha256 == sha256), None)
        return known or self._kept(f"*.{sha256}.glb")

    def stop(self) -> None:
        """Make nothing more, and give up what is being made."""
        self._over = True
        job = self._job
        if job is not None:
            job.kill()

    def _built(self, site: Site) -> bytes:
        environ = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
        with subprocess.Popen(JOB, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environ) as job:
            self._job = job
            if self._over:
                job.kill()
            try:
                whole, told = job.communicate(pickle.dumps(site), LIMIT_S)
            except subprocess.TimeoutExpired as error:
                job.kill()
                raise ModelError(f"the model of {site.id} took longer than {LIMIT_S:g} s") from error
            finally:
                self._job = None
        if job.returncode or not whole:
            raise ModelError(f"the model of {site.id}: {told.decode(errors='replace')[-2000:]}")
        return whole

    def _kept(self, pattern: str) -> Model | None:
        return next(_whole(self.folder.glob(pattern)), None)

    def _keep(self, key: str, whole: bytes) -> bytes:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        new = self.folder / f"{key}.new"
        new.write_bytes(whole)
        new.replace(self.folder / f"{key}.{hashlib.sha256(whole).hexdigest()}.glb")
        return whole


@cache
def models_in(folder: Path) -> Models:
    """The models kept in a data folder."""
    return Models(folder / "models")


def _whole(paths: Iterator[Path]) -> Iterator[Model]:
    for path in paths:
        whole = path.read_bytes()
        if hashlib.sha256(whole).hexdigest() == path.name.split(".")[1]:
            yield _packed(whole)


def _packed(whole: bytes) -> Model:
    return Model(hashlib.sha256(whole).hexdigest(), whole, gzip.compress(whole, PACKING, mtime=0))


@cache
def _rules() -> str:
    """What a model is made by: the texts of this package and the versions of what it stands on."""
    texts = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    versions = [f"{name} {version(name)}".encode() for name in LIBRARIES]
    return hashlib.sha256(b"\0".join([*texts, *versions])).hexdigest()


def _key(site: Site) -> str:
    return hashlib.sha256(f"{_rules()} {site!r}".encode()).hexdigest()[:32]
