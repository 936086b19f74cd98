"""Taking in a body while it is being answered, for senders that read nothing until they have sent.

Most HTTP libraries send all of a body before they look at the answer. Answering such a sender line
by line would end with both sides waiting for the other to read. A thread therefore takes the body
in as it comes and keeps on disk what is not answered yet; memory stays flat.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from threading import Condition, Thread

_BLOCK = 64 * 1024
_LOG = logging.getLogger(__name__)


def ahead(blocks: Iterator[bytes], limit: int, idle_seconds: float = 60.0) -> Iterator[bytes]:
    """Give blocks in order, taking them in at most ``limit`` bytes ahead of whoever reads.

    Raises TimeoutError when nothing comes for ``idle_seconds``: a silent sender must not hold a
    thread of the server for ever.

    >>> b"".join(ahead(iter([b"one ", b"two"]), 1000))
    b'one two'
    """
    spool = _Spool(blocks, limit, idle_seconds)
    try:
        while block := spool.next_block():
            yield block
    finally:
        spool.close()


class _Spool:
    """A file that one thread writes at its end and another reads from its beginning."""

    def __init__(self, blocks: Iterator[bytes], limit: int, idle_seconds: float) -> None:
        self._blocks, self._limit, self._idle = blocks, limit, idle_seconds
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed by close()
        self._changed = Condition()
        self._written = self._read = 0
        self._ended = self._closed = False
        Thread(target=self._take_in, name="batch-body", daemon=True).start()

    def next_block(self) -> bytes:
        """Wait for more of the body and return it; ``b""`` at its end."""
        with self._changed:
            while self._read == self._written and not self._ended:
                if not self._changed.wait(self._idle):
                    raise TimeoutError(f"nothing came for {self._idle:g} seconds")
            self._file.seek(self._read)
            block: bytes = self._file.read(min(_BLOCK, self._written - self._read))
            self._read += len(block)
            if self._read == self._written:
                self._file.truncate(0)
                self._read = self._written = 0
            self._changed.notify_all()
        return block

    def close(self) -> None:
        """Throw away what has not been read."""
        with self._changed:
            self._closed = True
            self._file.close()
            self._changed.notify_all()

    def _take_in(self) -> None:
        try:
            for block in self._blocks:
                if not self._keep(block):
                    return
        except Exception:  # the sender has gone, or the disk is full: what came is answered
            _LOG.warning("the body of a batch broke off", exc_info=True)
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _keep(self, block: bytes) -> bool:
        with self._changed:
            while self._written - self._read > self._limit and not self._closed:
                self._changed.wait()
            if self._closed:
                return False
            self._file.seek(self._written)
            self._file.write(block)
            self._written += len(block)
            self._changed.notify_all()
        return True
