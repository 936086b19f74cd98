"""Where the artefact comes from in a checkout: compiled on first use, kept in a cache.

The cached file is named after a hash of the tables and of the code that compiles them, so that an
edit of either makes a new one and nobody reads a stale one. Workers that start together wait for
the one that compiles.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gazetteer.artefact_file import SCHEMA_VERSION, find_artefact
from gazetteer.errors import ArtefactError

CACHE_VARIABLE = "GAZETTEER_CACHE"
_CODE = Path(__file__).resolve().parent.parent
DATA_FOLDER = _CODE.parent / "data"
_COMPILING_CODE = ("artefact_file.py", "dataset", "languages", "lookup", "model")
_COMPILING_LIBRARIES = ("babel", "daachorse", "shapely")
_KEPT = 4
"""Compiled files kept in the cache, the newest; one is some megabytes."""


def ensure_artefact(folder: Path | None = None) -> Path:
    """Return the path of an artefact that is there: named, packaged, cached or compiled now.

    ``folder`` holds the tables to compile, by default those of the checkout; when it is given, only
    it counts. Raises ArtefactError when there are no tables, DatasetError when they have errors.
    """
    if folder is None:
        found = find_artefact()
        if found is not None:
            return found
        folder = DATA_FOLDER
    if not (folder / "places.csv").is_file():
        raise ArtefactError(
            f"there is no compiled dataset and no tables in {folder}; install the package from a "
            "wheel, or make one with `gazetteer data build -o FILE`"
        )
    return _cached(folder)


def _cached(folder: Path) -> Path:
    target = cached_path(folder)
    if not target.is_file():
        with locked(target):
            if not target.is_file():  # another worker may have made it while this one waited
                from gazetteer.dataset.compile import compile_package

                compile_package(folder, target)
                _forget_old(target)
    return target


def cached_path(folder: Path) -> Path:
    """Return where the artefact of these tables and this code lies, or will lie, in the cache."""
    return _cache_folder() / f"gazetteer-{cache_key(folder)}.gpkg"


def cache_key(folder: Path) -> str:
    """Hash all that an artefact depends on: tables, geometry, compiling code and its libraries."""
    digest = hashlib.sha256(SCHEMA_VERSION.encode())
    for library in _COMPILING_LIBRARIES:
        digest.update(f"{library} {importlib.metadata.version(library)}\n".encode())
    code = [_CODE / name for name in _COMPILING_CODE]
    for root, paths in ((_CODE, code), (folder, [folder])):
        for path in _files(paths):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return digest.hexdigest()[:24]


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_file():
            yield path
        else:
            suffixes = {".py", ".csv", ".json", ".geojson"}
            yield from sorted(found for found in path.rglob("*") if found.suffix in suffixes)


def _cache_folder() -> Path:
    """Return a folder to write to: the user's cache, else in the checkout, else temporary."""
    named = os.environ.get(CACHE_VARIABLE, "")
    base = os.environ.get("XDG_CACHE_HOME", "")
    user = Path(base) / "gazetteer" if base else Path.home() / ".cache" / "gazetteer"
    choices = [Path(named)] if named else [user, _CODE.parent / ".build"]
    for folder in choices:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    if named:
        raise ArtefactError(f"{named} cannot be written to; set {CACHE_VARIABLE} to a folder")
    return Path(tempfile.mkdtemp(prefix="gazetteer-"))


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock for writing ``target``, which a process loses when it dies.

    On a system without such locks several workers may compile the same bytes; the rename keeps
    the file whole.
    """
    try:
        import fcntl
    except ImportError:  # no POSIX locks on this system
        yield
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _forget_old(kept: Path) -> None:
    """Remove all but the newest compiled files; who has one open keeps reading it."""
    compiled = [path for path in kept.parent.glob("gazetteer-*.gpkg") if path != kept]
    with suppress(FileNotFoundError):  # another worker is tidying up too
        compiled.sort(key=lambda path: -path.stat().st_mtime)
        for path in compiled[_KEPT - 1 :]:
            path.unlink(missing_ok=True)
            path.with_suffix(".lock").unlink(missing_ok=True)
