"""Words for what the rules give as codes: statuses, parties, periods, days, numbers.

Everything speaks the language of the page that is being made. Days and numbers are written as people
write them: 2 september 2019, 1 234,5.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.functional import Promise as Lazy
from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from handslag.domain.judging.cells import Status
from handslag.domain.judging.party_verdicts import Verdict
from handslag.domain.keeping.activities import PeriodOutcome
from handslag.domain.keeping.schools import Stage
from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.domain.promises.terms import Per, Terms

Word = str | Lazy

SHORT = 27  # days; a period shorter than any month is told by its first and last day
WITHDRAWN = "WITHDRAWN"  # what a promise is shown as when it is no longer judged
STATUSES: dict[str, Word] = {
    Status.KEPT: _("Kept"),
    Status.ON_TRACK: _("On track"),
    Status.BEHIND: _("Behind"),
    Status.NOT_KEPT: _("Not kept"),
    Status.NOT_REPORTED: _("Not reported"),
    Status.NOT_DUE: _("Not due yet"),
    Status.CANNOT_BE_JUDGED: _("Cannot be judged"),
    Status.PARTLY_KEPT: _("Partly kept"),
    WITHDRAWN: _("Withdrawn"),
}
STAGES: dict[str, Word] = {
    Stage.LOW: _("Years 1 to 3"),
    Stage.MIDDLE: _("Years 4 to 6"),
    Stage.HIGH: _("Years 7 to 9"),
    Stage.UPPER_SECONDARY: _("Upper secondary school"),
}
SEVERAL: dict[str, Word] = {  # of them: 2 hållna; the others are the same for one and several
    Status.KEPT: pgettext_lazy("several", "Kept"),
    Status.NOT_KEPT: pgettext_lazy("several", "Not kept"),
    Status.NOT_REPORTED: pgettext_lazy("several", "Not reported"),
    Status.PARTLY_KEPT: pgettext_lazy("several", "Partly kept"),
    WITHDRAWN: pgettext_lazy("several", "Withdrawn"),
}
MEANINGS: dict[str, Word] = {
    Status.KEPT: _("What was promised has been done and reported, at least as much as the target."),
    Status.ON_TRACK: _("The period goes on, and at least as much is done as should be by today."),
    Status.BEHIND: _("The period goes on, and less is done than should be by today. It can still be kept."),
    Status.NOT_KEPT: _("The period is over and closed, and less was done than promised."),
    Status.NOT_REPORTED: _("The period is over, but nobody has said that all is reported. We do not know."),
    Status.NOT_DUE: _("The period has not begun, or the day has not come."),
    Status.CANNOT_BE_JUDGED: _("An aim without numbers, or a period too short to ask for anything."),
    Status.PARTLY_KEPT: _("Some places or periods were kept and some were not. How many stands beside it."),
    WITHDRAWN: _("The parties have taken the promise back. It stays here but is no longer judged."),
}
PARTIES: dict[str, Word] = {
    Party.POLICE: _("the police"),
    Party.MUNICIPALITY: _("the municipality"),
    Party.RESCUE_SERVICE: _("the rescue service"),
    Party.HOUSING_COMPANY: _("the housing company"),
    Party.MUNICIPAL_COMPANY: _("the municipal company"),
    Party.PROPERTY_OWNERS: _("the property owners"),
    Party.BUSINESS_ASSOCIATION: _("the business association"),
    Party.PUBLIC_TRANSPORT: _("the public transport company"),
    Party.SECURITY_COMPANY: _("the security company"),
}
ROLES: dict[str, Word] = {
    Role.COORDINATOR: _("the coordinator"),
    Role.POLICE: _("a police officer"),
    Role.SIGNATORY: _("whoever signed"),
}
VERDICTS: dict[str, Word] = {
    Verdict.KEPT: pgettext_lazy("verdict", "Kept"),
    Verdict.PARTLY: pgettext_lazy("verdict", "Partly kept"),
    Verdict.NOT_KEPT: pgettext_lazy("verdict", "Not kept"),
    Verdict.CANNOT_SAY: pgettext_lazy("verdict", "We cannot say"),
}
OUTCOMES: dict[str, Word] = {
    PeriodOutcome.AS_PLANNED: _("As planned"),
    PeriodOutcome.CHANGED: _("Done in another way than planned"),
    PeriodOutcome.NOT_DONE: _("Not done"),
}
PERIODS: dict[str, Word] = {
    Per.DAY: _("a day"),
    Per.WEEK: _("a week"),
    Per.MONTH: _("a month"),
    Per.QUARTER: _("a quarter"),
    Per.TERTIAL: _("every four months"),
    Per.HALF_YEAR: _("every half-year"),
    Per.YEAR: _("a year"),
    Per.TERM: _("every school term"),
    Per.SEASON: _("every season"),
    Per.ONCE: _("in all"),
}


def status_word(status: str) -> str:
    """The word for a status, or for `WITHDRAWN`."""
    return str(STATUSES[status])


def counted_word(status: str, count: int) -> str:
    """The word for a status as it goes with a number: hållet of one, hållna of two."""
    return str((STATUSES if count == 1 else STATUSES | SEVERAL)[status])


def status_meaning(status: str) -> str:
    """What a status means, in a sentence."""
    return str(MEANINGS[status])


def shape(status: str) -> str:
    """The name of a status in class names and glyphs: not-kept."""
    return status.lower().replace("_", "-")


def party_word(party: str) -> str:
    """Who, inside a sentence: polisen."""
    return str(PARTIES[party])


def outcome_word(outcome: str) -> str:
    """What became of the plan, in the words of whoever closed a period."""
    return str(OUTCOMES[outcome])


def parties_words(parties: Iterable[str]) -> str:
    """Who, several: polisen, kommunen och räddningstjänsten."""
    return listed(party_word(party) for party in parties)


def listed(words: Iterable[str]) -> str:
    """Words as a list inside a sentence: a, b och c."""
    *first, last = [*words] or [""]
    return gettext("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def opened(words: str) -> str:
    """With a capital first letter, the rest untouched."""
    return words[:1].upper() + words[1:]


def owner(name: str) -> str:
    """A name as owner: Härnösands, Borås; Härnösand’s in English; as it is in other languages."""
    if get_language() == "en":
        return f"{name}’" if name.endswith("s") else f"{name}’s"
    if get_language() not in (None, "sv"):
        return name
    return name if name[-1:].lower() in "sxz" else f"{name}s"


def day(value: date | None) -> str:
    """A day: 2 september 2019. None gives nothing."""
    return date_format(value, "j F Y") if value else ""


def weekday(value: date) -> str:
    """A day with its weekday: tisdag 4 juni 2019."""
    return date_format(value, "l j F Y")


def day_of_year(value: date, year: int) -> str:
    """A day without its year where the year is known: 2 september."""
    return date_format(value, "j F") if value.year == year else day(value)


def number(value: Decimal | int | None) -> str:
    """A number: 1 234,5 (no-break space), 1,234.5 in English. None gives nothing."""
    if value is None:
        return ""
    exact = Decimal(value)
    text = f"{int(exact):,}" if exact == int(exact) else f"{exact.normalize():,f}"
    return text if get_language() == "en" else text.translate({ord(","): "\u00a0", ord("."): ","})


def per_cent(value: int) -> str:
    """A share: 38 % (no-break space), 38% in English."""
    return f"{value}%" if get_language() == "en" else f"{value}\u00a0%"


def validity(terms: Terms) -> str:
    """From when to when a promise holds: gäller från 5 april 2019 tills vidare."""
    if terms.withdrawn:
        return gettext("withdrawn from {day}").format(day=day(terms.valid_from))
    if terms.valid_to is None:
        return gettext("valid from {start} until further notice").format(start=day(terms.valid_from))
    return gettext("valid from {start} to {end}").format(start=day(terms.valid_from), end=day(terms.valid_to))


def span_in_words(start: date, end: date) -> str:
    """The days that something is about: den 4 juni 2019, 5 april 2019 till 12 juni 2019."""
    if start == end:
        return pgettext("what it is about", "{day}").format(day=day(start))
    return gettext("{start} to {end}").format(start=day(start), end=day(end))


def period_word(start: date, end: date | None, per: str = "") -> str:
    """A period as a column heading: 2019, apr–jun 2019, våren 2019, v. 36 2019, 18–22 apr 2019."""
    if end is None:
        return gettext("from {day}").format(day=day(start))
    if per == Per.TERM:
        season = pgettext("school term", "spring") if start.month <= 6 else pgettext("school term", "autumn")
        return f"{season} {start.year}"
    if per == Per.WEEK:
        year, week, _weekday = start.isocalendar()
        return gettext("w. {week} {year}").format(week=week, year=year)
    if per == Per.YEAR or (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if start == end:
        return date_format(start, "j b Y")
    if per != Per.MONTH and (end - start).days < SHORT:
        left_out = "j" if start.month == end.month else "j b" if start.year == end.year else "j b Y"
        return f"{date_format(start, left_out)}–{date_format(end, 'j b Y')}"
    if start.year != end.year:
        return f"{date_format(start, 'b Y')}–{date_format(end, 'b Y')}"
    if start.month == end.month:
        return date_format(start, "b Y")
    return f"{date_format(start, 'b')}–{date_format(end, 'b')} {end.year}"


def period_in_words(start: date, end: date | None, per: str = "") -> str:
    """A period inside a sentence: under 2019, i september 2019, från 1 maj till 31 december 2018."""
    if end is None:
        return gettext("since {day}").format(day=day(start))
    if per == Per.TERM:
        form = (
            gettext("during the spring term of {year}")
            if start.month <= 6
            else gettext("during the autumn term of {year}")
        )
        return form.format(year=start.year)
    if per == Per.MONTH:
        return gettext("in {month}").format(month=date_format(start, "F Y"))
    if per == Per.YEAR:
        return gettext("during {year}").format(year=start.year)
    if start == end:
        return gettext("on {day}").format(day=day(start))
    return gettext("from {start} to {end}").format(start=day_of_year(start, end.year), end=day(end))


def in_spans(rows: Sequence[int]) -> str:
    """Row numbers as people write them: 2, 5, 9–40."""
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in spans)
