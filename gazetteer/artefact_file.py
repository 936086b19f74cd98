"""The artefact as a file: where it is, whether this code can read it, and rows out of it."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import struct
import threading
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gazetteer.errors import ArtefactError
from gazetteer.lookup.keys import FOLDING_VERSION, fold
from gazetteer.lookup.skeleton import frame, readings

SCHEMA_VERSION = "4"
"""Raise it with any change of ``dataset.layout``: artefacts carry it and others are refused."""

PATH_VARIABLE = "GAZETTEER_ARTEFACT"
PACKAGED = Path(__file__).resolve().parent / "_artefact" / "gazetteer.gpkg"
NO_DIGEST = "0" * 64
"""Stands in the artefact while its digest is computed."""

_REBUILD = "rebuild it with `gazetteer data build`"
_PROBES = (
    "Xankəndi Laçın İstisu", "Ստեփանակերտ Երևան", "Лачинский ёж Й", "خان‌کندی كربلائي", "ხანქენდი",
    "Step‘anakert", "AzərTAc", "Hаdrut", "Erməni–Azərbaycan", "Ğülablı, Qızılhacılı",
)  # fmt: skip


def folding_fingerprint() -> str:
    """Hash what folding makes of some hard names: artefacts made by other folding are refused."""
    folded = [[fold(probe), *readings(probe), *map(frame, readings(probe))] for probe in _PROBES]
    return hashlib.sha256(json.dumps(folded, ensure_ascii=False).encode()).hexdigest()[:16]


def find_artefact() -> Path | None:
    """Return the artefact that the environment names or the package brings, or None.

    In a checkout there is neither; then ``gazetteer.dataset.artefact`` compiles one.
    """
    named = os.environ.get(PATH_VARIABLE, "")
    if named:
        return Path(named)
    return PACKAGED if PACKAGED.is_file() else None


class ArtefactFile:
    """An artefact opened for reading: SQL in, rows out, one connection a thread and process.

    Raises ArtefactError, in one line that says what to do, when the file is missing, damaged, or
    of another schema or folding than this code. ``meta`` is what the file says of itself.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        weakref.finalize(self, _close_all, self._connections)  # who forgets to close leaks nothing
        self._lock = threading.Lock()
        self._closed = False
        self._check_size()
        try:
            self.meta: dict[str, str] = dict(self.rows("SELECT key, value FROM meta"))
            self._check_versions()
        except ArtefactError:
            self.close()
            raise

    def close(self) -> None:
        """Close the file in all threads; it gives no rows afterwards."""
        with self._lock:
            self._closed = True
            _close_all(self._connections)

    def rows(self, sql: str, values: Iterable[object] = ()) -> list[Any]:
        """Return the rows of a query."""
        try:
            return self._connection().execute(sql, tuple(values)).fetchall()
        except UnicodeEncodeError:
            return []  # a value with half a surrogate pair, which no file of UTF-8 can hold
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if self._closed:
                raise self._closed_error() from error
            raise ArtefactError(f"{self.path} is damaged ({error}); {_REBUILD}") from error

    def blob(self, name: str) -> bytes:
        """Return one of the large pieces by its name."""
        rows = self.rows("SELECT value FROM blobs WHERE name = ?", (name,))
        if not rows:
            raise ArtefactError(f"{self.path} lacks its {name}; {_REBUILD}")
        return bytes(rows[0][0])

    def verify(self) -> None:
        """Read the whole file and raise ArtefactError unless it is as it was written."""
        digest = self.meta["digest"]
        content = self.path.read_bytes().replace(digest.encode(), NO_DIGEST.encode(), 1)
        if hashlib.sha256(content).hexdigest() != digest:
            raise ArtefactError(f"{self.path} has been altered or damaged; {_REBUILD}")

    def _connection(self) -> sqlite3.Connection:
        local = self._local
        if getattr(local, "process", None) == os.getpid():
            connection: sqlite3.Connection = local.connection
            return connection
        with self._lock:
            if self._closed:
                raise self._closed_error()
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._connections.append(connection)
        local.connection, local.process = connection, os.getpid()
        return connection

    def _closed_error(self) -> ArtefactError:
        return ArtefactError(f"{self.path} has been closed; open it again")

    def _check_versions(self) -> None:
        schema = self.meta.get("schema_version")
        if schema != SCHEMA_VERSION:
            fault = f"has schema {schema}, this version reads schema {SCHEMA_VERSION}"
            raise ArtefactError(f"{self.path} {fault}; {_REBUILD}")
        folding = (self.meta.get("folding_version"), self.meta.get("folding_fingerprint"))
        if folding != (FOLDING_VERSION, folding_fingerprint()):
            raise ArtefactError(f"{self.path} was made by another folding of names; {_REBUILD}")

    def _check_size(self) -> None:
        """Refuse what is no SQLite file or not as long as its header says."""
        try:
            with self.path.open("rb") as file:
                header = file.read(100)
            size = self.path.stat().st_size
        except OSError as error:
            fault = f"cannot be read ({error.strerror})"
            raise ArtefactError(f"{self.path} {fault}; {_REBUILD}") from error
        if len(header) < 100 or not header.startswith(b"SQLite format 3\x00"):
            raise ArtefactError(f"{self.path} is no compiled dataset; {_REBUILD}")
        (page_size,) = struct.unpack(">H", header[16:18])
        (pages,) = struct.unpack(">I", header[28:32])
        if page_size * pages != size:
            fault = f"is damaged ({size} bytes instead of {page_size * pages})"
            raise ArtefactError(f"{self.path} {fault}; {_REBUILD}")


def _close_all(connections: list[sqlite3.Connection]) -> None:
    while connections:
        connections.pop().close()
