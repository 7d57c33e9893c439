"""What of a web page a reader comes to see: what is hidden, what a button opens, what stands beside."""

import re
from collections.abc import Iterator

from handslag.documents.html_tree import Element, tags
from handslag.domain.reading.finds import UnreadKind

CODE = tags("script style head title link meta param source track area map datalist col colgroup")
_FURNITURE = tags("nav footer")
_DIALOGS = tags("dialog alertdialog")
_FURNITURE_ROLES = tags("navigation contentinfo search banner menu menubar") | _DIALOGS
_UNSEEN = tags("template noscript dialog del s strike amp-sidebar amp-user-notification")
_WHOLE = tags("html body main article form")  # nothing in their names says that they stand beside
_OPENERS = tags("button summary label")
_LONGEST_OPENER = 25  # words; more is no head of a panel but the text before it
_named_beside = re.compile(r"cookie|kakor|consent|gdpr|breadcrumb|brodsmul", re.I)
_names = re.compile(r"[\w-]+")
_called = re.compile(r"""['"]#?([A-Za-z][\w-]*)['"]|tap:([\w-]+)\.""")
_hiding = re.compile(r"(?<![\w-])(display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_showing = re.compile(r"(?<![\w-])(display|visibility)\s*:", re.I)
_comment = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.S)
_at_rule = re.compile(r"@[^@{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_rule = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_simple = re.compile(r"([a-z][\w-]*)?((?:[.#][\w-]+)*)", re.I)
_sentence = re.compile(r"\b\w++(?:(?:[^\w.!?]++\w++){5}|(?:[^\w.!?]++\w++){3,4}\s*[.!?])")


def has_sentence(words: str) -> bool:
    """Whether the words are more than a label: six or more, or four that end with a full stop."""
    return bool(_sentence.search(words))


class Looks:
    """Knows a page's style sheets and which of its parts something opens. `tabs`: id → title."""

    def __init__(self, page: Element) -> None:
        self.opened: set[str] = set()
        self.tabs: dict[str, str] = {}
        self._hiding: set[str] = set()
        for element in page.elements():
            targets = list(_targets(element))
            self.opened.update(targets)
            if element.get("role") == "tab":
                self.tabs.update((target, element.words()) for target in targets)
            if element.name == "style" and element.get("media") in ("", "all", "screen"):
                self._add_sheet(element.words())

    def left_out(self, element: Element, before: Element | None, *, is_part: bool) -> UnreadKind | None:
        """What the element is when it is no text. `before` stands before it; `is_part`: of the main text.

        A panel that something opens is text; so is the heading of a page, wherever it stands.
        """
        is_opened = element.get("role") in _DIALOGS and element.get("id") in self.opened
        if _is_beside(element, is_part) and not is_opened:
            return UnreadKind.FURNITURE
        if element.name == "dialog" and "open" in element.attributes:
            return None
        if not self._is_hidden(element) or self._is_panel(element, before):
            return None
        return UnreadKind.HIDDEN

    def opens(self, button: Element, after: Element | None) -> bool:
        """Whether a button is the head of a panel: it says so, or what is hidden stands after it."""
        return (
            "aria-expanded" in button.attributes
            or bool(button.get("aria-controls"))
            or (after is not None and self._is_hidden(after))
        )

    def _is_hidden(self, element: Element) -> bool:
        return (
            element.name in _UNSEEN
            or "hidden" in element.attributes
            or element.get("aria-hidden") == "true"
            or bool(_hiding.search(element.get("style")))
            or bool(self._hiding and not self._hiding.isdisjoint(_selectors(element)))
        )

    def _is_panel(self, element: Element, before: Element | None) -> bool:
        if element.name in _UNSEEN - {"dialog"}:
            return False
        return (
            element.get("role") in ("tabpanel", "region")
            or element.get("hidden") == "until-found"
            or element.get("id") in self.opened
            or (before is not None and _is_opener(before))
        )

    def _add_sheet(self, sheet: str) -> None:
        """Remember which plain selectors hide. Others are passed over: what they hide is read."""
        for selectors, style in _rule.findall(_at_rule.sub("", _comment.sub("", sheet))):
            for selector in map(str.strip, selectors.split(",")):
                if not _simple.fullmatch(selector):
                    continue
                if _hiding.search(style):
                    self._hiding.add(_sorted(selector))
                elif _showing.search(style):
                    self._hiding.discard(_sorted(selector))


def _targets(element: Element) -> Iterator[str]:
    """The ids of what a button or a link opens."""
    for name in ("aria-controls", "data-target", "data-bs-target", "popovertarget", "commandfor"):
        yield from _names.findall(element.get(name))
    if (link := element.get("href")).startswith("#") and len(link) > 1:
        yield link[1:]
    for called in _called.findall(element.get("onclick") + element.get("on")):
        yield called[0] or called[1]


def _is_beside(element: Element, is_part: bool) -> bool:
    role = element.get("role")
    if element.name == "header" or role == "banner":
        return not is_part and not any(inner.name == "h1" for inner in element.elements())
    if element.name in _FURNITURE or role in _FURNITURE_ROLES:
        return True
    if element.name == "aside" or role == "complementary":
        return not has_sentence(element.words(CODE))
    named = _named_beside.search(f"{element.get('id')} {element.get('class')}")
    return bool(named) and element.name not in _WHOLE and not _holds_main(element)


def _holds_main(element: Element) -> bool:
    return any(inner.name in ("main", "h1") or inner.get("role") == "main" for inner in element.elements())


def _is_opener(element: Element) -> bool:
    if len(element.words(CODE).split()) > _LONGEST_OPENER:
        return False
    return any(
        inner.name in _OPENERS
        or inner.get("role") in ("button", "tab")
        or not inner.attributes.keys().isdisjoint(
            ("aria-expanded", "onclick", "data-toggle", "data-bs-toggle")
        )
        for inner in element.elements()
    )


def _selectors(element: Element) -> Iterator[str]:
    """The plain selectors that an element answers to, with up to two of its classes."""
    names = sorted(
        {f".{name}" for name in element.get("class").split()} | ({f"#{element.get('id')}"} - {"#"})
    )
    pairs = [first + second for at, first in enumerate(names) for second in names[at + 1 :]]
    for tag in ("", element.name):
        yield from (tag + name for name in ("", *names, *pairs) if tag or name)


def _sorted(selector: str) -> str:
    tag, names = _simple.fullmatch(selector).groups()  # type: ignore[union-attr]  # asked before
    return (tag or "").lower() + "".join(sorted(re.findall(r"[.#][\w-]+", names)))
