"""From a published page to promises: read it, look at every draft beside its words, publish."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.documents.texts import LIMIT, MEGABYTES, taken_of
from handslag.domain.bounds import LONGEST_PAGE
from handslag.domain.errors import BadInput
from handslag.domain.permissions import Action
from handslag.domain.reading.unread import Told
from handslag.services.access import access_municipality, access_reading
from handslag.services.promises import readings as verbs
from handslag.services.promises.reads.drafts import common_findings, draft_rows, without
from handslag.services.promises.reads.rounds import has_former
from handslag.services.promises.reads.unread import unread_in, unread_of
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.forms import KeyedForm
from handslag.web.desk.promises.draft_form import DraftForm
from handslag.web.errors import sentence
from handslag.web.fields import TextField


class ReadForm(KeyedForm):
    """A page as text, or as a file; the file wins when both are given.

    `is_cut`: the server has dropped a file that was too large to take in at all.
    """

    text = TextField(
        label=_("The text of the page"),
        required=False,
        max_length=LONGEST_PAGE,
        widget=forms.Textarea(attrs={"rows": 12, "class": "tall"}),
        help_text=_("Paste everything, headings too: they often say who promises."),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,.docx,.pdf"}),
        help_text=_("Text, web page, Word (.docx) or PDF, at most 10 MB."),
        error_messages={"empty": _("The file is empty. Choose another, or paste the text.")},
    )

    is_ours = forms.BooleanField(label=_("Yes, read it in here"), required=False)

    refused_at: ClassVar[dict[str, str]] = {
        "no_promises_found": "text",
        "text_too_heavy": "text",
        "page_of_another": "is_ours",
    }

    def __init__(self, *args: Any, is_cut: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_cut = is_cut
        self.is_foreign = False

    def refuse(self, error: BadInput) -> None:
        """Also keep the text: a browser does not send the same file again."""
        text = self.cleaned_data.get("text", "")
        super().refuse(error)
        self.is_foreign = error.code == "page_of_another"
        self.data = {**self.data.dict(), "text": text}  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Also the text of the file, where there is one, and what to call the page."""
        data = super().clean() or {}
        file = data.get("file")
        if file or self.is_cut:
            self._take(file)
        elif not data.get("text") and not self.errors:
            self.add_error("text", _("Paste a text or choose a file."))
        data.setdefault("unread", ())
        data["source"] = file.name if file else _first_line(data.get("text", ""))
        return data

    def _take(self, file: Any) -> None:
        try:
            if file is None or file.size > LIMIT:
                raise BadInput("file_too_large", file=file.name if file else "", megabytes=MEGABYTES)
            taken = taken_of(file.read(), file.name)
            self.cleaned_data |= {"text": taken.text, "unread": taken.unread}
        except BadInput as error:
            self.add_error("file", sentence(error))


class BlankForm(DraftForm, KeyedForm):
    """The first promise of a round; `page`: the text it is written from, if there is one."""

    page = TextField(widget=forms.HiddenInput, required=False, max_length=LONGEST_PAGE)


def _first_line(text: str) -> str:
    """What a pasted page is called."""
    return next((line.strip()[:80] for line in text.splitlines() if line.strip()), "")


@desk_page
def read_page(request: DeskRequest, slug: str) -> HttpResponse:
    """Paste a page or upload one, and get drafts."""
    municipality = access_municipality(request.user, slug, Action.READ_PAGE)
    form = ReadForm()
    if request.method == "POST":
        is_cut = int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        form = ReadForm(request.POST, request.FILES, is_cut=is_cut)
    unread: tuple[Told, ...] = ()
    if form.is_bound and form.is_valid():
        page = {name: form.cleaned_data[name] for name in ("text", "source", "is_ours", "unread", "key")}
        try:
            reading = verbs.read_page(request.user, municipality=municipality, **page)
            return redirect("desk_reading", slug, reading.public_id)
        except BadInput as error:
            form.refuse(error)
            unread = () if error.code == "text_too_heavy" else unread_in(page["text"], page["unread"])
    context = {"form": form, "unread": unread}
    return desk_render(request, municipality, "desk/promises/read.html", context, form.http_status)


@desk_page
def begin_round(request: DeskRequest, slug: str) -> HttpResponse:
    """The first promise of a round that is written by hand, beside a text in which none was found."""
    municipality = access_municipality(request.user, slug, Action.BEGIN_ROUND)
    is_begun = request.method == "POST" and "begin" not in request.POST
    form = BlankForm(request.POST) if is_begun else BlankForm(initial={"page": request.POST.get("text", "")})
    if form.is_valid():
        text = form.cleaned_data["page"]
        page = {"source": _first_line(text) or gettext("Written by hand"), "text": text}
        page["key"] = form.cleaned_data["key"]
        try:
            made = verbs.begin_round(request.user, municipality=municipality, draft=form.draft(), **page)
            return redirect("desk_reading", slug, made.public_id)
        except BadInput as error:
            form.refuse(error)
    return desk_render(request, municipality, "desk/promises/draft.html", {"form": form}, form.http_status)


@desk_page
def reading(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Every draft beside the words it came from."""
    found = access_reading(request.user, slug, public_id, Action.SEE_DESK)
    rows = draft_rows(found)
    common = common_findings(rows)
    context: dict[str, Any] = {
        "reading": found,
        "rows": [without(row, common) for row in rows],
        "common": common,
        "waiting": [row for row in rows if not row.is_ready],
        "unread": unread_of(found),
        "has_former": has_former(found.municipality),
    }
    return desk_render(request, found.municipality, "desk/promises/reading.html", context)
