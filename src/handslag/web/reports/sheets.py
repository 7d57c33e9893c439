"""The sheet for the noticeboard and the sheet for the patrol car: their words."""

from collections.abc import Callable

from django.utils.translation import get_language, gettext, ngettext

from handslag.documents.paper import Noticeboard, PatrolSheet, Posted, Task
from handslag.domain.promises.terms import Kind
from handslag.services.judging.reads.standings import Standing, worst_first
from handslag.services.keeping.reads.patrols import Patrol
from handslag.services.people.reads.municipalities import Face
from handslag.services.showing.reads.municipality import MunicipalityPage
from handslag.web.reports.documents import page_words
from handslag.web.reports.promises import counted_signs, sign_of
from handslag.web.words.labels import day, owner, parties_words
from handslag.web.words.promise_words import promised
from handslag.web.words.statements import statement_of

LONGEST = 300  # letters of a promise on the noticeboard; the page has it whole


def noticeboard_sheet(page: MunicipalityPage, address: str) -> Noticeboard:
    """How the promises stand, in one page. `address`: the municipality's page, whole."""
    face = page.face
    promises = [one for group in page.perspectives for one in group.promises]
    judged = [one for one in worst_first(promises) if one.terms.measure.kind is not Kind.STANDING]
    return Noticeboard(
        title=gettext("How are the promises going in {place}?").format(place=face.short_name),
        language=get_language() or "sv",
        on=page.on,
        owner=_owner(face),
        lead=_lead(page),
        tally=counted_signs(page.tally),
        promises=tuple(_posted(one) for one in judged),
        more=tuple(
            ngettext("and one more promise", "and {number} more promises", number).format(number=number)
            for number in range(1, len(judged) + 1)
        ),
        call=gettext("Read more and check the numbers"),
        address=address,
        shown=_shown(address),
        foot=_foot(page, len(promises) - len(judged) + sum(len(group.aims) for group in page.perspectives)),
        notice=_notice(face),
    )


def patrol_sheet(patrol: Patrol, log_address: Callable[[int], str]) -> PatrolSheet:
    """What the patrol may do for the promises. `log_address`: the form with a promise filled in, whole."""
    face = patrol.face
    return PatrolSheet(
        title=gettext("Patrol sheet for {place}").format(place=face.short_name),
        language=get_language() or "sv",
        on=patrol.on,
        owner=_owner(face),
        lead=gettext(
            "As it stands on {day}. When you have done something: point the phone at the code, choose the "
            "place and save."
        ).format(day=day(patrol.on)),
        tasks=tuple(_task(one, log_address(one.number)) for one in patrol.promises),
        places_title=gettext("Places that can be chosen"),
        places=patrol.places,
        foot=gettext("{owner} promises, printed {day}.").format(
            owner=owner(face.short_name), day=day(patrol.on)
        ),
        page_words=page_words(),
        notice=_notice(face),
    )


def _posted(standing: Standing) -> Posted:
    said = statement_of(standing)
    text = promised(standing.terms)
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
        text += " …"
    return Posted(f"{standing.number}.", text, sign_of(said.status), said.lead)


def _task(standing: Standing, address: str) -> Task:
    said = statement_of(standing)
    return Task(
        number=f"{standing.number}.",
        text=promised(standing.terms),
        sign=sign_of(said.status),
        left=f"{said.lead} {said.left}".strip(),
        places=", ".join(standing.terms.places),
        address=address,
        shown=_shown(address),
    )


def _lead(page: MunicipalityPage) -> str:
    return gettext("What {parties} have promised residents, and how it stands on {day}.").format(
        parties=parties_words(page.parties), day=day(page.on)
    )


def _foot(page: MunicipalityPage, aims: int) -> str:
    """Of which day the sheet is, and that aims stand only on the page."""
    made = gettext("Counted on what was reported by {day}. A new sheet is made each time it is printed.")
    words = made.format(day=day(page.on))
    if not aims:
        return words
    form = ngettext(
        "One aim without numbers stands only on the page.",
        "{number} aims without numbers stand only on the page.",
        aims,
    )
    return f"{words} {form.format(number=aims)}"


def _owner(face: Face) -> str:
    return gettext("{owner} citizen promises").format(owner=owner(face.short_name))


def _notice(face: Face) -> str:
    return gettext("Demonstration: activities and answers are made up.") if face.is_demo else ""


def _shown(address: str) -> str:
    """An address as people type it."""
    return address.partition("://")[2].rstrip("/")
