"""From a sheet or a calendar to activities: upload, say what the columns are, look, read in, take back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.importing.findings import Remark
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Action
from handslag.models.models import ImportBatch
from handslag.sentences import say
from handslag.services.access import access_import, access_municipality, membership_in
from handslag.services.keeping import imports as verbs
from handslag.services.keeping.reads.imports import (
    Preview,
    SameProblem,
    batch_row,
    batch_rows,
    file_remarks,
    preview_import,
)
from handslag.web.desk.door import DeskRequest, desk_page, desk_render
from handslag.web.desk.keeping.import_forms import ColumnsForm, ConfirmForm, FileForm, UndoForm
from handslag.web.errors import language
from handslag.web.templatetags.desk import moment
from handslag.web.words.labels import day, in_spans

UPLOADED = ("source", "rows", "findings", "key", "is_calendar")
SHOWN_DAYS = 3  # of a calendar, whose rows have no numbers that anybody knows


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """How something of a file was read: which rows, "" for the file as a whole, and the sentence."""

    rows: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem as the page says it: which rows, under which heading, what is wrong."""

    rows: str
    heading: str
    sentence: str


@desk_page
def upload(request: DeskRequest, slug: str) -> HttpResponse:
    """Choose a file; below, the files read in before."""
    municipality = access_municipality(request.user, slug, Action.IMPORT_ACTIVITIES)
    form = FileForm(municipality=municipality)
    if request.method == "POST":
        is_cut = int(request.META.get("CONTENT_LENGTH") or 0) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        form = FileForm(request.POST, request.FILES, municipality=municipality, is_cut=is_cut)
    if form.is_bound and form.is_valid():
        wanted = {name: form.cleaned_data[name] for name in UPLOADED}
        try:
            batch = verbs.start_import(request.user, municipality=municipality, **wanted)
            if batch.imported_at:
                words = gettext("The file was already read in, {moment}. Nothing new is saved.")
                messages.warning(request, words.format(moment=moment(batch.imported_at)))
            return redirect("desk_import", slug, batch.public_id)
        except BadInput as error:
            form.refuse(error)
    context = {"form": form, "batches": batch_rows(municipality)}
    return desk_render(request, municipality, "desk/keeping/import.html", context, form.http_status)


@desk_page
def columns(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """Say what each column is; guessed from the headings."""
    batch = access_import(request.user, slug, public_id, Action.IMPORT_ACTIVITIES)
    if batch.imported_at:
        return redirect("desk_import_receipt", slug, public_id)
    return _columns_page(request, batch, ColumnsForm(batch=batch, party=_party(request, batch)))


@desk_page
def preview(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """What would be read in and what is wrong; what the columns are stands in the address."""
    batch = access_import(request.user, slug, public_id, Action.IMPORT_ACTIVITIES)
    if batch.imported_at:
        return redirect("desk_import_receipt", slug, public_id)
    chosen = ColumnsForm(request.GET, batch=batch, party=_party(request, batch))
    if not chosen.is_valid():
        return _columns_page(request, batch, chosen)
    found = preview_import(batch, chosen.choices(), on=clock.today())
    form = ConfirmForm(request.POST or None, preview=found)
    if form.is_valid():
        wrong = form.cleaned_data.get("leave_out_wrong", False)
        try:
            verbs.import_activities(
                request.user, batch=batch, choices=chosen.choices(), leave_out_wrong=wrong
            )
            return redirect("desk_import_receipt", slug, public_id)
        except BadInput as error:
            form.refuse(error)
    remarks = [_remark(remark, batch) for remark in found.remarks]
    context = {"batch": batch, "preview": found, "form": form, "remarks": remarks} | _problems(found, batch)
    return desk_render(
        request, batch.municipality, "desk/keeping/import_preview.html", context, form.http_status
    )


@desk_page
def receipt(request: DeskRequest, slug: str, public_id: str) -> HttpResponse:
    """What was read in, and the way to take it back."""
    batch = access_import(request.user, slug, public_id, Action.UNDO_IMPORT)
    if not batch.imported_at:
        return redirect("desk_import", slug, public_id)
    form = UndoForm(request.POST or None)
    if form.is_valid():
        try:
            verbs.undo_import(request.user, batch=batch, reason=form.cleaned_data["reason"])
            return redirect("desk_import_receipt", slug, public_id)
        except BadInput as error:
            form.refuse(error)
    context = {"row": batch_row(batch), "form": form}
    return desk_render(
        request, batch.municipality, "desk/keeping/import_receipt.html", context, form.http_status
    )


def _party(request: DeskRequest, batch: ImportBatch) -> Party:
    """On whose behalf the person works."""
    return Party(membership_in(request.user, batch.municipality).party)


def _columns_page(request: DeskRequest, batch: ImportBatch, form: ColumnsForm) -> HttpResponse:
    remarks = [_remark(remark, batch) for remark in file_remarks(batch)]
    context = {"batch": batch, "form": form, "remarks": remarks}
    return desk_render(
        request, batch.municipality, "desk/keeping/import_columns.html", context, form.http_status
    )


def _problems(found: Preview, batch: ImportBatch) -> dict[str, list[ProblemRow]]:
    return {
        name: [_problem(same, batch) for same in getattr(found, name)]
        for name in ("errors", "doubled", "left_out")
    }


def _problem(same: SameProblem, batch: ImportBatch) -> ProblemRow:
    return ProblemRow(_where(same.rows, batch), same.heading, say(same.code, same.params, language()))


def _remark(remark: Remark, batch: ImportBatch) -> RemarkRow:
    return RemarkRow(_where(remark.rows, batch), say(remark.code, remark.params, language()))


def _where(rows: Sequence[int], batch: ImportBatch) -> str:
    """Row numbers of a sheet; of a calendar the first days."""
    if not batch.is_calendar:
        return in_spans(rows)
    days = list(dict.fromkeys(batch.rows[row - 1][0] for row in rows))
    shown = ", ".join(day(date.fromisoformat(one)) for one in days[:SHOWN_DAYS])
    return f"{shown} …" if len(days) > SHOWN_DAYS else shown
