"""A client that inspects every page it fetches: valid HTML, one h1, title, unique ids, labels, language."""

from collections import Counter
from typing import Any, cast
from xml.etree.ElementTree import Element

import html5lib
from django.test import Client

from handslag.models.models import User

VOID_OF_LABEL = {"hidden", "submit", "button", "reset", "image"}
# Things html5lib's tables do not know are valid.
KNOWN_FALSE_ALARMS: set[str] = set()


class PageClient:
    """`get` and `post` as Django's test client, with every HTML page inspected."""

    def __init__(self, user: User | None = None) -> None:
        self.client = Client()
        if user is not None:
            self.client.force_login(user)

    def get(self, path: str, *, status: int = 200, **extra: Any) -> "Page":
        return self._page(self.client.get(path, **extra), status)

    def post(
        self, path: str, data: dict[str, Any] | None = None, *, status: int = 302, **extra: Any
    ) -> "Page":
        return self._page(self.client.post(path, data or {}, **extra), status)

    def send(
        self, path: str, data: dict[str, Any] | None = None, *, status: int = 302, at: str = ""
    ) -> "Page":
        """Open a page, or the one `at`, and send its form to `path`, with what that carries unseen."""
        carried: dict[str, Any] = {}
        for field in self.get(at or path).all('.//main//form//input[@type="hidden"]'):
            carried.setdefault(str(field.get("name")), []).append(field.get("value", ""))
        return self.post(path, carried | (data or {}), status=status)

    def _page(self, response: Any, status: int) -> "Page":
        assert response.status_code == status, (response.status_code, response.content.decode()[:2000])
        page = Page(response)
        if status != 302 and response.headers["Content-Type"].startswith("text/html"):
            page.inspect()
        return page


class Page:
    """One answer: `text` is what a person reads, `tree` the parsed HTML, `location` where it redirects."""

    def __init__(self, response: Any) -> None:
        self.response = response
        kind = response.headers.get("Content-Type", "")
        is_text = not response.streaming and not kind.endswith(("/pdf", ".sheet"))
        self.html = response.content.decode() if is_text else ""
        self.location = response.headers.get("Location", "")
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree = cast(Element, parser.parse(self.html))
        self.parse_errors = [code for _, code, _ in parser.errors if code not in KNOWN_FALSE_ALARMS]

    @property
    def text(self) -> str:
        body = self.tree.find(".//body")
        words = [] if body is None else list(body.itertext())
        return " ".join(" ".join(words).split())

    @property
    def h1(self) -> str:
        return _words(self.tree.findall(".//h1")[0])

    def all(self, path: str) -> list[Element]:
        """Elements by ElementTree path, such as `.//main//li`."""
        return self.tree.findall(path)

    def words(self, path: str) -> list[str]:
        """The text of each element at `path`."""
        return [_words(element) for element in self.all(path)]

    def inspect(self) -> None:
        is_fragment = "<html" not in self.html
        ids = [element.get("id") for element in self.tree.iter() if element.get("id")]
        doubled = [name for name, times in Counter(ids).items() if times > 1]
        assert doubled == [], f"ids used twice: {doubled}"
        assert [e.get("style") for e in self.tree.iter() if e.get("style")] == [], "inline style"
        assert [s for s in self.all(".//script") if not s.get("src")] == [], "inline script"
        unlabelled = [e.get("name") for e in _fields(self.tree) if not _is_labelled(e, self.tree)]
        assert unlabelled == [], f"fields without a label: {unlabelled}"
        assert [e for e in self.all(".//img") if e.get("alt") is None] == [], "image without alt"
        if is_fragment:
            return
        assert self.parse_errors == [], self.parse_errors
        assert self.tree.get("lang") in {"sv", "en", "ar"}
        assert len(self.all(".//h1")) == 1, self.words(".//h1")
        title = _words(self.all(".//title")[0])
        start = title.removeprefix("Fel: ").removeprefix("Error: ").removeprefix("خطأ: ")
        assert start.startswith(self.h1), (title, self.h1)
        assert "{{" not in self.html
        assert "{%" not in self.html


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _fields(tree: Element) -> list[Element]:
    fields = [*tree.findall(".//input"), *tree.findall(".//select"), *tree.findall(".//textarea")]
    return [field for field in fields if field.get("type") not in VOID_OF_LABEL]


def _is_labelled(field: Element, tree: Element) -> bool:
    if field.get("aria-label") or field.get("aria-labelledby"):
        return True
    if any(label.get("for") == field.get("id") for label in tree.findall(".//label")):
        return True
    return any(field in list(label.iter()) for label in tree.findall(".//label"))
