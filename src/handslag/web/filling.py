"""Puts what somebody typed into the form of a page that was made without it.

The page is one that anybody may fetch by its address: nothing of it is saved by being shown. So every form
of the house gets back what was typed in the same way, and none has to know of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

Attributes = dict[str, str | None]
Edits = dict[int, tuple[int, str]]  # from where, to where and what instead
# What stands before the form: made of the names and values it has no room for, and whether it takes a file.
Notice = Callable[[tuple[tuple[str, str], ...], bool], str]
_NEVER = frozenset({"password", "file", "submit", "button", "image", "reset"})


@dataclass(slots=True)
class _Tag:
    """A tag as it stands in the page, from `start` to `end`."""

    name: str
    attributes: Attributes
    start: int
    end: int

    def written(self) -> str:
        pairs = (
            f" {name}" if value is None else f' {name}="{escape(value)}"'
            for name, value in self.attributes.items()
        )
        return f"<{self.name}{''.join(pairs)}>"


@dataclass(slots=True)
class _Control:
    """A field: its tag, what it holds, and the folds it lies in."""

    tag: _Tag
    folds: tuple[_Tag, ...]
    options: list[_Tag] = field(default_factory=list)
    text: str = ""
    text_end: int = 0

    @property
    def name(self) -> str:
        return self.tag.attributes.get("name") or ""

    @property
    def kind(self) -> str:
        return self.tag.attributes.get("type") or "text" if self.tag.name == "input" else self.tag.name


@dataclass(slots=True)
class _Form:
    tag: _Tag
    controls: list[_Control] = field(default_factory=list)


class _Reader(HTMLParser):
    """The forms of a page, with where everything in them stands."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[_Form] = []
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._form: _Form | None = None
        self._open: _Control | None = None
        self._folds: list[_Tag] = []
        self.feed(html)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, text = self._here(), self.get_starttag_text() or ""
        found = _Tag(tag, dict(attrs), start, start + len(text))
        if tag == "form":
            self._form = _Form(found)
            self.forms.append(self._form)
        elif tag == "details":
            self._folds.append(found)
        elif self._form is not None and tag in ("input", "textarea", "select"):
            control = _Control(found, tuple(self._folds))
            self._form.controls.append(control)
            self._open = control if tag != "input" else None
        elif tag == "option" and self._open is not None:
            self._open.options.append(found)

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "details" and self._folds:
            self._folds.pop()
        elif tag in ("textarea", "select") and self._open is not None:
            self._open.text_end = self._here()
            self._open = None


def fill(html: str, path: str, values: Mapping[str, list[str]], notice: Notice) -> str | None:
    """The page with `values` in its form that is sent to `path`, and before it a notice.

    None where no form there has any of the fields. Passwords and files are left alone, tokens as well.
    """
    forms = [form for form in _Reader(html).forms if _is_sent_to(form, path)]
    rooms = [(len({one.name for one in form.controls} & values.keys()), form) for form in forms]
    room, form = max(rooms, key=lambda pair: pair[0], default=(0, None))
    if form is None or not room:
        return None
    rest = {name: list(given) for name, given in values.items()}
    edits: Edits = {}
    for control in form.controls:
        edits |= _edits(control, rest)
    left = tuple((name, value) for name, given in rest.items() for value in given)
    opening = notice(left, any(one.kind == "file" for one in form.controls))
    edits[form.tag.start] = (form.tag.end, opening + _with(form.tag, "data-kept").written())
    for start in sorted(edits, reverse=True):
        end, text = edits[start]
        html = html[:start] + text + html[end:]
    return html


def _edits(control: _Control, rest: dict[str, list[str]]) -> Edits:
    """What a field takes out of `rest`, as changes of the page."""
    if not control.name or control.kind in _NEVER or control.name == "csrfmiddlewaretoken":
        return {}
    if control.kind in ("checkbox", "radio"):
        changed = dict(_chosen([control.tag], "checked", rest.get(control.name, []), "on"))
    elif control.kind == "select":
        changed = dict(_chosen(control.options, "selected", rest.get(control.name, []), ""))
    else:
        changed = _written(control, rest.get(control.name, []))
    unfolded = {fold.start: (fold.end, _with(fold, "open").written()) for fold in control.folds}
    return changed | unfolded if changed and control.kind != "hidden" else changed


def _chosen(
    tags: list[_Tag], word: str, given: list[str], otherwise: str
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Choices that are made or unmade; those that are made are taken out of `given`."""
    for tag in tags:
        value = tag.attributes.get("value")
        value = otherwise if value is None else value
        is_chosen = value in given
        if is_chosen:
            given.remove(value)
        if is_chosen is (word in tag.attributes):
            continue
        if is_chosen:
            tag = _with(tag, word)
        else:
            tag.attributes.pop(word)
        yield tag.start, (tag.end, tag.written())


def _written(control: _Control, given: list[str]) -> Edits:
    """A text that is put into its field, which takes the first of `given`."""
    if not given:
        return {}
    text, tag = given.pop(0), control.tag
    if tag.name == "textarea":
        # A browser drops the first line break of a textarea.
        is_same = " ".join(text.split()) == " ".join(control.text.split())
        return {} if is_same else {tag.end: (control.text_end, "\n" + escape(text))}
    if (tag.attributes.get("value") or "") == text:
        return {}
    tag.attributes["value"] = text
    return {tag.start: (tag.end, tag.written())}


def _with(tag: _Tag, word: str) -> _Tag:
    tag.attributes[word] = None
    return tag


def _is_sent_to(form: _Form, path: str) -> bool:
    method, action = form.tag.attributes.get("method") or "", form.tag.attributes.get("action") or ""
    return method.lower() == "post" and urlsplit(action).path in ("", path)
