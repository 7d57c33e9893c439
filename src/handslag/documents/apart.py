"""Make a file in a child process that cannot take much time or memory.

One word of a stranger's may set Typst to work for a minute, and a long report takes hundreds of megabytes
that a process never gives back. The child is given what the file says and answers with the file. Memory and
work are limited where the system can do it (not on Windows), waiting everywhere.
"""

import pickle
import subprocess
import sys
from functools import lru_cache
from importlib import import_module
from threading import BoundedSemaphore

from handslag.domain.errors import BadInput

SECONDS = 30  # of work
WAIT = 60  # seconds, work and waiting together
BYTES = 2 * 1024 * 1024 * 1024  # of addresses; Typst takes many that it does not use
KEPT = 100_000  # bytes: what a larger file says is made anew each time rather than remembered
_places = BoundedSemaphore(2)  # of each process


def made(maker: str, *asked: object, is_kept: bool = True) -> bytes:
    """The file that the function `maker` ("word:written", of documents/word.py) makes of `asked`.

    `is_kept`: the latest files are remembered, small ones. Raises `BadInput("paper_too_heavy")` when it
    takes too much time or memory, or when too many others are being made.
    """
    words = pickle.dumps(asked)
    return (_file if is_kept and len(words) <= KEPT else _file.__wrapped__)(maker, words)


def forget() -> None:
    """Remember none of the files."""
    _file.cache_clear()


@lru_cache(maxsize=32)
def _file(maker: str, words: bytes) -> bytes:
    # -P: the folder one happens to stand in is not searched for modules.
    command = [sys.executable, "-P", "-m", "handslag.documents.apart", maker]
    if not _places.acquire(timeout=WAIT):
        raise BadInput("paper_too_heavy")
    try:
        return subprocess.run(command, input=words, stdout=subprocess.PIPE, timeout=WAIT, check=True).stdout  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as exc:
        raise BadInput("paper_too_heavy") from exc
    finally:
        _places.release()


def _limit_itself() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    except (ImportError, OSError, ValueError):  # Windows has none, macOS refuses memory: time still holds
        return


if __name__ == "__main__":
    _limit_itself()
    module, name = sys.argv[1].split(":")
    asked = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  # from our own process
    sys.stdout.buffer.write(getattr(import_module(f"handslag.documents.{module}"), name)(*asked))
