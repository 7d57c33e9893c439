"""Somebody who answers over HTTP, from an address of their own, without JavaScript."""

import random
import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from answering.databases import SCALES, TOWN

Fields = list[tuple[str, str]]
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
_CODE = re.compile(r'<p class="code" dir="ltr"><strong>([0-9A-Z-]+)</strong>')


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the receipt code when the answer was taken."""

    status: int
    page: str

    @property
    def code(self) -> str:
        found = _CODE.search(self.page)
        return found[1] if found else ""


@dataclass(slots=True)
class Resident:
    """One connection. `headers` go with every request."""

    port: int
    survey: str
    address: str = "127.0.0.1"
    headers: dict[str, str] = field(default_factory=dict)
    _line: HTTPConnection | None = None

    @property
    def path(self) -> str:
        return f"/{TOWN}/enkat/{self.survey}/"

    def form(self) -> Fields:
        """The hidden fields of a form that nobody has filled in."""
        page = self.ask("GET", f"{self.path}alla/").page
        return [(name, value) for name, value in _HIDDEN.findall(page) if name in ("token", "mode")]

    def send(self, form: Fields, answers: Fields) -> Reply:
        """Fill in and send. Raises OSError or HTTPException when nobody answers."""
        return self.ask("POST", self.path, urlencode([*form, *answers, ("go", "send")]))

    def ask(self, method: str, path: str, body: str = "") -> Reply:
        if self._line is None:
            self._line = HTTPConnection("127.0.0.1", self.port, timeout=30, source_address=(self.address, 0))
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            self._line.request(method, path, body or None, self.headers | kind)
            answer = self._line.getresponse()
            return Reply(answer.status, answer.read().decode())
        except (OSError, HTTPException):
            self._line.close()
            self._line = None
            raise

    def hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def answers(dice: random.Random, number: int, text: str = "") -> Fields:
    """Answers to all twelve questions, as people give them: each scale by itself."""
    scales = [(f"a-{name}", str(dice.randint(1, 5))) for name in SCALES]
    return [
        *scales,
        ("a-nummer", str(number)),
        ("a-ute", dice.choice(("ja", "nej"))),
        ("a-kon", dice.choice(("ja", "nej"))),
        ("a-sett", "ja"),
        ("a-nar", f"2026-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}"),
        ("a-text", text),
    ]
