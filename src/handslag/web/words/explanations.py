"""How a promise is counted: its rule in plain words, and its arithmetic step by step."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.judging.cells import Cell, Reason, Status
from handslag.domain.judging.rollup import outcome_of, tally_in_order
from handslag.domain.judging.rounding import half_up
from handslag.domain.judging.uncountable import Uncountable, uncountable
from handslag.domain.judging.versions import Judged
from handslag.domain.promises.terms import Kind, Measure, Per, Reading, Spread, Terms
from handslag.sentences import say
from handslag.services.judging.reads.standings import Standing, Version
from handslag.web.errors import language
from handslag.web.words.labels import PERIODS, counted_word, day, listed, number, status_word
from handslag.web.words.one_cell import amount_of, when
from handslag.web.words.statements import headline
from handslag.web.words.units import unit_word

_EVERY: dict[Per, Lazy] = {
    Per.DAY: _("every day"),
    Per.WEEK: _("every week"),
    Per.MONTH: _("every month"),
    Per.QUARTER: _("every quarter"),
    Per.TERTIAL: _("every third of the year"),
    Per.HALF_YEAR: _("every half-year"),
    Per.YEAR: _("every year"),
    Per.TERM: _("every school term"),
    Per.SEASON: _("every season"),
}


def rule_of(standing: Standing) -> list[str]:
    """What is promised, counted: one sentence each for the measure, its spread and our reading of it.

    Where a change made another rule, each rule begins with the days that it judges.
    """
    rules: list[tuple[Judged, list[str]]] = []
    for judged in standing.judged:
        rule = _rule(standing.version_numbered(judged.terms.version))
        if rules and rules[-1][1] == rule:
            judged = replace(judged, first=rules.pop()[0].first)
        rules.append((judged, rule))
    if len(rules) < 2:
        return _rule(standing.version) if not rules else rules[0][1]
    return [sentence for judged, rule in rules for sentence in [f"{_days(judged)} {rule[0]}", *rule[1:]]]


def _days(judged: Judged) -> str:
    """The days that a version judges, and its number: the lead of its rule."""
    words = gettext("{start} to {end}, version {number}:")
    if judged.last is None:
        words = gettext("From {start}, version {number}:")
    return words.format(start=day(judged.first), end=day(judged.last), number=judged.terms.version)


def _rule(version: Version) -> list[str]:
    terms = version.terms
    is_aim = terms.measure.kind is Kind.STANDING
    why = [why_aim(terms.text)] if is_aim and uncountable(terms.text) else []
    return [_measure(terms, version.event_series), *why, *_spread(terms.measure), *_minimal(terms.measure)]


def why_aim(text: str) -> str:
    """Why a promise with such words is followed as an aim; "" where it has none that cannot be counted."""
    found = uncountable(text)
    if found is None:
        return ""
    forms = {
        Uncountable.HOW_SOON: gettext(
            "It says how soon (“{words}”). What is logged does not show how long somebody waited, so the "
            "promise is followed as an aim."
        ),
        Uncountable.WHICH_DAYS: gettext(
            "It says on which days (“{words}”). What is counted is how much in a period and not on which "
            "weekdays, so the promise is followed as an aim."
        ),
    }
    return forms[found[0]].format(words=found[1])


def _measure(terms: Terms, series: str) -> str:
    measure = terms.measure
    match measure.kind:
        case Kind.STANDING:
            return gettext("An aim. What is done for it is shown, but it is not judged.")
        case Kind.MILESTONE if measure.by or terms.valid_to:
            return gettext("Done or not done at latest {day}.").format(day=day(measure.by or terms.valid_to))
        case Kind.MILESTONE:
            return gettext("Done or not done. The promise names no last day.")
        case Kind.EACH_EVENT:
            return gettext("Kept at each occasion in the calendar: {series}.").format(series=series)
    amount = {"number": number(measure.at_least), "unit": unit_word(measure.unit, measure.at_least)}
    if measure.per is Per.ONCE or measure.reading is Reading.IN_TOTAL:
        return gettext("At least {number} {unit} in all while the promise is valid.").format(**amount)
    if measure.reading is Reading.EACH:
        return gettext("At least {number} {unit} {every}.").format(**amount, every=_EVERY[measure.per])
    form = (
        gettext("On average at least {number} {unit} {per}, counted over each calendar year.")
        if terms.is_open_ended
        else gettext("On average at least {number} {unit} {per}, counted over the whole validity.")
    )
    return form.format(**amount, per=PERIODS[measure.per])


def _spread(measure: Measure) -> list[str]:
    match measure.spread:
        case Spread.PLACE:
            return [gettext("Each place is judged by itself.")]
        case Spread.SCHOOL:
            return [gettext("Each school is judged by itself.")]
    return []


def _minimal(measure: Measure) -> list[str]:
    return [say("minimal_reading", language=language())] if measure.minimal else []


def steps_of(standing: Standing) -> list[str]:
    """The arithmetic behind the headline, one step each; of many cells one that makes its word."""
    status, cells = headline(standing)
    steps = rule_of(standing)
    if cells and standing.terms.measure.kind is not Kind.STANDING:
        example = _example(standing, status, cells)
        version = standing.version_numbered(example.version)
        steps = [*_rule(version), *_cell(example, standing, version.terms.measure, one_of=len(cells))]
    steps += [_say(reason) for reason in standing.assessment.reasons]
    if len(cells) > 1:
        tally = tally_in_order(outcome_of(cells).tally)
        counted = listed(f"{count} {counted_word(word, count).lower()}" for word, count in tally.items())
        form = gettext("Together: {tally}. That is why it says “{status}”.")
        steps.append(form.format(tally=counted, status=status_word(status)))
    return steps


def _example(standing: Standing, status: Status, cells: tuple[Cell, ...]) -> Cell:
    """A cell that makes the word of the headline, rather one that lasts on the day; else the latest."""
    on = standing.assessment.on
    word = Status.NOT_KEPT if status is Status.PARTLY_KEPT else status
    same = [cell for cell in cells if cell.status is word] or cells
    now = [cell for cell in same if cell.start <= on and (cell.end is None or on <= cell.end)]
    return next(iter([*now, *reversed(same)]))


def _cell(cell: Cell, standing: Standing, measure: Measure, *, one_of: int) -> Iterator[str]:
    on = standing.assessment.on
    where = cell.place or standing.event_names.get(cell.event or "", "")
    if one_of > 1 and where:
        yield gettext("For example {where}, {when}.").format(where=where, when=when(cell, measure))
    else:
        yield gettext("What is done {when} is counted.").format(when=when(cell, measure))
    yield from (_say(note) for note in cell.reasons if note.code in _NOTES)
    if not cell.target:
        return
    target = f"{number(cell.target)} {unit_word(measure.unit, cell.target)}"
    if measure.kind is not Kind.MILESTONE:
        yield gettext("The target for it is at least {target}.").format(target=target)
    yield gettext("Done and reported by {day}: {done}.").format(day=day(on), done=number(cell.done))
    yield from _verdict(cell, cell.reasons[0], standing)


_NOTES = {"part_of_period", "period_too_short", "year_in_full", "approximate_term"}


def _verdict(cell: Cell, reason: Reason, standing: Standing) -> Iterator[str]:
    numbers = {
        "done": number(cell.done),
        "target": number(cell.target),
        "status": status_word(cell.status).lower(),
    }
    match cell.status:
        case Status.KEPT:
            yield gettext("{done} is at least {target}: {status}.").format(**numbers)
        case Status.ON_TRACK | Status.BEHIND:
            yield _pace(cell, reason, standing)
            form = (
                gettext("{done} is at least {due}: {status}.")
                if cell.status is Status.ON_TRACK
                else gettext("{done} is less than {due}: {status}.")
            )
            yield form.format(**numbers, due=number(amount_of(reason, "due")))
        case Status.NOT_REPORTED:
            yield gettext("The period is over and nobody has closed it: {status}.").format(**numbers)
        case Status.NOT_KEPT:
            yield gettext("The period is closed and {done} is less than {target}: {status}.").format(
                **numbers
            )
        case Status.NOT_DUE:
            yield gettext("Its day has not come: {status}.").format(**numbers)


def _pace(cell: Cell, reason: Reason, standing: Standing) -> str:
    """How much of the target ought to be done: its share of the days that have passed, rounded down."""
    passed = (standing.assessment.on - cell.start).days + 1
    days = passed + int(amount_of(reason, "days_left"))
    exact = Fraction(cell.target or 0) * passed / days
    due = amount_of(reason, "due")
    shown = half_up(exact, short_of=Fraction(exact // 1 + 1))
    form = gettext(
        "{passed} of {days} days have passed: {target} × {passed} ÷ {days} = {exact}, rounded down {due}."
    )
    if exact == Fraction(due):
        form = gettext("{passed} of {days} days have passed: {target} × {passed} ÷ {days} = {due}.")
    return form.format(
        passed=passed,
        days=days,
        target=number(cell.target),
        exact=shown if language() == "en" else str(shown).replace(".", ","),
        due=number(due),
    )


def _say(reason: Reason) -> str:
    return say(reason.code, reason.params, language())
