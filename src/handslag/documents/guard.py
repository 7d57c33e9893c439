"""Parse what a stranger sent in a child process that cannot take much time or memory.

The child reads the file on standard input and answers with one JSON object: the text and what of the
file is not in it, or the code of what was wrong. Memory and work are limited where the system can do
it (not on Windows), and time everywhere, more widely: on a machine with much to do an honest file must
wait, not be refused.
"""

import importlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING

from handslag.domain.errors import BadInput

if (
    TYPE_CHECKING
):  # the child imports only what its form needs: the reading package would take most of its time
    from handslag.documents.taken import Taken

SECONDS = 20  # of work
WAIT = 60  # seconds, work and waiting together
BYTES = 256 * 1024 * 1024
TELLING = ("docx", "html", "mail", "pdf")  # forms that tell what they do not read


def guarded(form: str, data: bytes, *arguments: str) -> str:
    """The text of `data`, as `taken`."""
    return taken(form, data, *arguments).text


def taken(form: str, data: bytes, *arguments: str) -> "Taken":
    """What is read of `data` by `documents/<form>_text.py` in a child process, given `arguments`.

    Raises `BadInput`: what that module raises, `file_too_heavy` when the child outgrows its limits.
    """
    from handslag.documents.taken import Taken, from_rows

    # -P: the folder one happens to stand in is not searched for modules.
    command = [sys.executable, "-P", "-m", "handslag.documents.guard", form, *arguments]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=WAIT, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as exc:
        raise BadInput("file_too_heavy") from exc
    answer = json.loads(child.stdout)
    if "text" not in answer:
        raise BadInput(answer["code"], **answer["params"])
    return Taken(str(answer["text"]), from_rows(answer["unread"]))


def answer(form: str, data: bytes, *arguments: str) -> dict[str, object]:
    """What the child says of `data`: {"text", "unread"} or {"code", "params"}.

    Lets MemoryError end the child.
    """
    try:
        module = importlib.import_module(f"handslag.documents.{form}_text")
        if form not in TELLING:
            return {"text": module.text_of(data, *arguments), "unread": []}
        from handslag.documents.taken import as_rows

        text, unread = module.taken_from(data)
        return {"text": text, "unread": as_rows(unread)}
    except BadInput as exc:
        return {"code": exc.code, "params": exc.params}
    except ModuleNotFoundError as exc:
        return {"code": "file_needs_package", "params": {"package": exc.name}}


def _limit_itself() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    except (ImportError, OSError, ValueError):  # Windows has none, macOS refuses memory: time still holds
        return


if __name__ == "__main__":
    _limit_itself()
    print(json.dumps(answer(sys.argv[1], sys.stdin.buffer.read(), *sys.argv[2:])))
