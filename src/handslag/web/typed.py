"""What somebody typed and sent, where it could not be saved: kept in their browser, never with us.

It is shown to them again: in the form, or as text to copy. It is never sent by itself: a page that another
site sent here in somebody's name shows nothing of it, and what is shown is saved by their own press only.
"""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 1_000_000  # characters that go along in a page; the text of the longest page of promises is a tenth
KEPT = "kept"  # the field in which they go along through log-in
# What is no one's words (tokens, keys of forms, buttons) and what must not stand in a page (passwords).
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "token", "key", "work", "go", KEPT, "next"})
_SECRET = re.compile(r"password|\bcode\b|\bsecret\b", re.IGNORECASE)
# What choices, days and numbers send: "done", "2019-09-02", "1,5", "place:Gussjö".
_CHOICE = re.compile(r"[a-z0-9_.,:/+-]*|(?:place|school):.*")

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was sent to `address`, one of ours: names and values in their order, without secrets and files."""

    address: str
    fields: Fields

    @property
    def values(self) -> dict[str, list[str]]:
        """The values of each field."""
        values: dict[str, list[str]] = {}
        for name, value in self.fields:
            values.setdefault(name, []).append(value)
        return values

    @property
    def texts(self) -> list[str]:
        """What a person wrote rather than chose, each once."""
        return texts_in(self.fields)

    @property
    def is_form(self) -> bool:
        """Whether a form was filled in, rather than one button pressed."""
        return len(self.fields) > 1 or bool(self.texts)

    def packed(self) -> str:
        """As one field of a form carries it."""
        return json.dumps([self.address, self.fields], ensure_ascii=False)


def texts_in(fields: Fields) -> list[str]:
    """What a person wrote rather than chose, each once."""
    written = (value.strip() for name, value in fields if name not in _NOT_TYPED)
    return list(dict.fromkeys(value for value in written if not _CHOICE.fullmatch(value)))


def typed_in(request: HttpRequest) -> Typed | None:
    """What was typed into a page of ours and sent with `request`; None without, or when from another site."""
    if request.method != "POST" or not is_from_us(request):
        return None
    try:
        lists = request.POST.lists()
    except (RequestDataTooBig, TooManyFieldsSent, UnreadablePostError, MultiPartParserError):
        return None
    pairs = [(name, str(value)) for name, values in lists for value in values]
    fields = _bounded(pairs)
    return Typed(request.get_full_path(), fields) if fields else None


def unpacked(request: HttpRequest) -> Typed | None:
    """What goes along through log-in; None without, or where it does not lead to the desk."""
    if request.method != "POST" or not is_from_us(request):
        return None
    try:
        address, pairs = json.loads(request.POST.get(KEPT, ""))
        fields = _bounded([(str(name), str(value)) for name, value in pairs])
    except (ValueError, TypeError, RecursionError):
        return None
    return Typed(address, fields) if fields and _is_desk(address) else None


def is_from_us(request: HttpRequest) -> bool:
    """Whether a page of ours sent this, as far as the browser says: an Origin of ours, or none of another."""
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin not in (None, "null"):
        return origin in ours
    if site is not None:
        return site == "same-origin"
    if origin is not None:  # "null": a page that says nowhere where it is, as a survey's, or a hidden frame
        return False
    referer = urlsplit(request.headers.get("Referer", ""))
    return not referer.netloc or f"{referer.scheme}://{referer.netloc}" in ours


def _bounded(pairs: list[tuple[str, str]]) -> Fields:
    """Without tokens and secrets; nothing at all of what is too much to go along."""
    kept = tuple(
        pair for pair in pairs if pair[0] not in ("csrfmiddlewaretoken", KEPT) and not _SECRET.search(pair[0])
    )
    size = sum(len(name) + len(value) for name, value in kept)
    return kept if size <= LONGEST and len(kept) <= (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0) else ()


def _is_desk(address: object) -> bool:
    """Whether an address is a page of the desk, here."""
    if not isinstance(address, str) or not url_has_allowed_host_and_scheme(address, None):
        return False
    try:
        name = resolve(urlsplit(address).path).url_name
    except (Resolver404, ValueError):
        return False
    return (name or "").startswith("desk_")
