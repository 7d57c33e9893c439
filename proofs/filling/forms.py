"""The forms of a page as a browser has them: where they go, and what stands in each field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urljoin

from lxml.html import document_fromstring

SENT = {"submit", "button", "image", "reset", "file"}
UNSEEN = {"csrfmiddlewaretoken", "webbplats"}  # the latter is a trap that no person sees


@dataclass(frozen=True)
class Field:
    """A field: `kind` is text, number, day, clock, choice or hidden; `value` what is sent untouched."""

    name: str
    kind: str
    value: str
    is_sent: bool = True


@dataclass(frozen=True)
class Form:
    """A form that is posted to `address`."""

    address: str
    fields: tuple[Field, ...]
    has_file: bool

    def untouched(self) -> dict[str, list[str]]:
        """What is sent when nothing is filled in."""
        sent: dict[str, list[str]] = {}
        for field in self.fields:
            if field.is_sent:
                sent.setdefault(field.name, []).append(field.value)
        return sent

    def filled_in(self, text: str) -> dict[str, str]:
        """`text` in every field for words, and something in what else is missing."""
        sent = self.untouched()
        missing = {"number": "2", "day": "2019-09-03", "clock": "18:00"}
        changed = {one.name: text for one in self.fields if one.kind == "text"}
        for one in self.fields:
            if one.kind in missing and not one.value:
                changed[one.name] = missing[one.kind]
            elif (
                one.kind == "choice"
                and one.value
                and one.name not in changed
                and not any(sent.get(one.name, ()))
            ):
                changed[one.name] = one.value
        return changed


Element = Any  # lxml ships no types


def tree_of(page: str) -> Element:
    """The elements of a page. Ours are in order, which html5lib would read in thirty times the time."""
    return document_fromstring(page)


def links_of(tree: Element, address: str) -> Iterator[str]:
    """Where the page leads, without what follows a #."""
    for link in tree.iter("a"):
        if target := link.get("href"):
            yield urldefrag(urljoin(address, target)).url


def forms_of(tree: Element, address: str) -> Iterator[Form]:
    """The forms of the page at `address` that are posted."""
    for form in tree.iter("form"):
        if (form.get("method") or "get").lower() == "post":
            yield Form(
                urldefrag(urljoin(address, form.get("action") or address)).url,
                tuple(_fields(form)),
                any(one.get("type") == "file" for one in form.iter("input")),
            )


def values_of(tree: Element, name: str) -> list[str]:
    """What stands in the fields called `name` of a page."""
    texts = [_words(one) for one in tree.iter("textarea") if one.get("name") == name]
    return texts + [one.get("value") or "" for one in tree.iter("input") if one.get("name") == name]


def _fields(form: Element) -> Iterator[Field]:
    for one in form.iter():
        name = one.get("name")
        if not name or name in UNSEEN:
            continue
        match one.tag:
            case "textarea":
                yield Field(name, "text", _words(one))
            case "select":
                options = [option.get("value") or "" for option in one.iter("option")]
                chosen = [o.get("value") or "" for o in one.iter("option") if o.get("selected") is not None]
                yield Field(name, "choice", (chosen or options or [""])[0])
                yield from (Field(name, "choice", value, is_sent=False) for value in options if value)
            case "input" if (one.get("type") or "text") not in SENT:
                yield _input(name, one)


def _words(area: Element) -> str:
    """What stands in a text area; a first line break is none of it."""
    return str(area.text_content()).removeprefix("\r").removeprefix("\n")


def _input(name: str, one: Element) -> Field:
    kind, value = one.get("type") or "text", one.get("value") or ""
    match kind:
        case "radio" | "checkbox":
            return Field(name, "choice", value or "on", one.get("checked") is not None)
        case "date":
            return Field(name, "day", value)
        case "time":
            return Field(name, "clock", value)
        case "hidden":
            return Field(name, "hidden", value)
    is_number = one.get("inputmode") in ("numeric", "decimal") or kind == "number"
    return Field(name, "number" if is_number else "text", value)
