"""Answers that are kept as bytes, those asked for last, up to so many bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

_EACH = 200
"""Bytes that an entry costs besides its content, more or less."""


class ByteCache:
    """The answers asked for last. Safe to share between threads.

    >>> cache = ByteCache(1_000)
    >>> cache.get("key", lambda: b"made"), cache.get("key", lambda: b"not made again")
    (b'made', b'made')
    """

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a key, else make and keep it.

        Two threads that ask at once may both make it; nobody waits for another.
        """
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        made = make()
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self._bytes += len(made) + _EACH
            while self._bytes > self._most:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest) + _EACH
        return made

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return self._bytes
