"""Versions of a promise in words: what each did to the one before, and what differs, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.promises.changes import Change
from handslag.domain.promises.differences import Piece, differences
from handslag.services.judging.reads.standings import Version
from handslag.web.words import measures
from handslag.web.words.labels import Word, day, listed, opened, parties_words

CHANGES: dict[Change, Word] = {
    Change.FIRST: _("Promised"),
    Change.PROLONGED: _("Prolonged"),
    Change.AMENDED: _("Amended"),
    Change.REPLACED: _("Replaced"),
    Change.WITHDRAWN: _("Withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a version says otherwise. `is_swedish`: in the parties' own words."""

    label: str
    pieces: tuple[Piece, ...]
    is_swedish: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A version in the history of a promise, and what it says otherwise than the one before."""

    version: Version
    word: str
    differences: tuple[Difference, ...]


def history(versions: Sequence[Version]) -> list[Step]:
    """Every version of a promise, latest first."""
    steps = [Step(versions[0], str(CHANGES[versions[0].change]), ())]
    for before, after in pairwise(versions):
        word = CHANGES[after.change]
        if before.terms.withdrawn and not after.terms.withdrawn:
            word = _("Taken up again")
        steps.append(Step(after, str(word), tuple(differing(before, after))))
    return steps[::-1]


def differing(before: Version, after: Version) -> Iterator[Difference]:
    """What `after` says otherwise. A version that ends the promise says nothing else."""
    if after.terms.withdrawn:
        return
    for (label, was, is_swedish), (_label, now, _swedish) in zip(_said(before), _said(after), strict=True):
        if was != now:
            yield Difference(label, tuple(differences(was, now)), is_swedish)


def _said(version: Version) -> list[tuple[str, str, bool]]:
    """What a version says, thing by thing: its name, its words, and whether they are the parties' own."""
    terms = version.terms
    return [
        (gettext("The promise"), terms.text, True),
        (gettext("Who promises"), opened(parties_words(terms.parties)), False),
        (gettext("Where"), listed(terms.places), True),
        (gettext("For whom"), listed(version.target_groups), True),
        (gettext("How it is judged"), measures.said(terms.measure, version.event_series), False),
        (gettext("Until when?"), _until(version), False),
    ]


def _until(version: Version) -> str:
    terms = version.terms
    words = gettext("Until further notice.")
    if terms.valid_to is not None:
        words = gettext("Until {day}.").format(day=day(terms.valid_to))
    if terms.review_on is not None:
        words += " " + gettext("The parties look at it again on {day}.").format(day=day(terms.review_on))
    return words
