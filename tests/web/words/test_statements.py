"""How a promise stands, in words, on the days when it matters."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import override

from handslag.domain.people.parties import Party
from handslag.domain.promises.changes import Change
from handslag.domain.promises.terms import Kind, Per, PromiseState, Reading, Spread
from handslag.models.models import Event, PeriodReport, Promise, School, SchoolAuthority, SchoolTerm
from handslag.services.judging.reads.standings import standings
from handslag.services.promises.changes import following, latest
from handslag.web.words.explanations import rule_of, steps_of
from handslag.web.words.one_cell import what_follows
from handslag.web.words.statements import Meter, Statement, statement_of, validity_of
from handslag.web.words.strips import strip_of
from tests.cast import Cast
from tests.make import make_activity, make_promise


@pytest.fixture(autouse=True)
def _in_swedish() -> Iterator[None]:
    with override("sv"):
        yield


def said(cast: Cast, on: date = date(2019, 9, 2)) -> Statement:
    return statement_of(standings(cast.harnosand, on=on)[0])


def make_checks(cast: Cast, done: int) -> Promise:
    """At least one traffic check a day on average, May to December 2018; so many by the end of July."""
    promise = make_promise(
        cast.harnosand,
        valid_from=date(2018, 5, 1),
        valid_to=date(2018, 12, 31),
        review_on=None,
        at_least=Decimal(1),
        unit="trafikkontroll",
        per=Per.DAY,
        reading_of_number=Reading.ON_AVERAGE,
        year_named=False,
    )
    make_activity(promise, count=done, done_on=date(2018, 7, 1))
    return promise


def close(promise: Promise, start: date, end: date, **words: Any) -> None:
    PeriodReport.objects.create(
        promise=promise, start=start, end=end, closed_on=end + timedelta(days=20), party=Party.POLICE, **words
    )


def test_an_average_says_what_is_left_and_the_pace_it_takes(cast: Cast) -> None:
    make_checks(cast, 71)
    found = said(cast, date(2018, 7, 31))
    assert found.lead == "71 av minst 245 trafikkontroller från 1 maj till 31 december 2018."
    assert found.left == "Kvar: 174 trafikkontroller till och med 31 december 2018."
    assert found.details == (
        "Till och med 31 juli 2018 borde minst 92 vara gjort.",
        "Det blir minst 1,14 om dagen framöver.",
    )
    assert found.meter == Meter(done=28, due=37)


def test_a_target_reached_early_is_said_with_the_days_that_remain(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand), count=2)
    assert said(cast).left == "Målet är nått. Perioden pågår till och med 31 december 2019."


def test_silence_after_the_period_is_said(cast: Cast) -> None:
    make_checks(cast, 71)
    found = said(cast, date(2019, 1, 10))
    assert found.left == ("Perioden tog slut den 31 december 2018, men ingen har sagt att allt är redovisat.")
    assert found.details == ("Till dess vet ingen om löftet hölls.",)


def test_a_closed_shortfall_is_said_with_cause_and_decision(cast: Cast) -> None:
    promise = make_checks(cast, 71)
    close(promise, date(2018, 5, 1), date(2018, 12, 31), cause="Skogsbränderna.", decision="Fler pass.")
    found = said(cast, date(2019, 2, 1))
    assert (found.left, found.details) == (
        "Perioden stängdes 20 januari 2019 av polisen.",
        ("Orsak: Skogsbränderna.", "Beslut: Fler pass."),
    )


def test_a_milestone_without_a_day_names_the_review(cast: Cast) -> None:
    make_promise(cast.harnosand, kind=Kind.MILESTONE, per=Per.ONCE, at_least=Decimal(1))
    found = said(cast)
    assert (found.lead, found.left) == (
        "Löftet nämner ingen dag. Parterna ser över det 5 april 2020.",
        "",
    )


def test_a_milestone_ahead_says_its_day_and_no_more(cast: Cast) -> None:
    make_promise(
        cast.harnosand, kind=Kind.MILESTONE, per=Per.ONCE, at_least=Decimal(1), by=date(2019, 12, 31)
    )
    found = said(cast)
    assert (found.lead, found.left) == ("Ska vara klart senast 31 december 2019.", "")


def test_a_milestone_closed_undone_has_one_word_and_says_that_it_was_closed(cast: Cast) -> None:
    promise = make_promise(
        cast.harnosand, kind=Kind.MILESTONE, per=Per.ONCE, at_least=Decimal(1), by=date(2019, 6, 12)
    )
    close(promise, date(2019, 4, 5), date(2019, 6, 12))
    found = said(cast)
    assert (found.lead, found.left) == (
        "Det blev inte klart.",
        "Perioden stängdes 2 juli 2019 av polisen.",
    )


def test_the_day_of_a_closing_is_told_once(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, at_least=Decimal(1), valid_to=date(2019, 6, 12))
    close(promise, date(2019, 4, 5), date(2019, 6, 12))
    assert (said(cast).left, said(cast).last) == ("Perioden stängdes 2 juli 2019 av polisen.", "")
    PeriodReport.objects.update(closed_on=date(2019, 6, 20))
    close(promise, date(2018, 1, 1), date(2018, 1, 31))
    PeriodReport.objects.filter(start=date(2018, 1, 1)).update(closed_on=date(2019, 8, 1))
    assert said(cast).last == "Senaste besked: polisen stängde en period den 1 augusti 2019."


def test_a_milestone_done_is_done(cast: Cast) -> None:
    make_activity(make_promise(cast.harnosand, kind=Kind.MILESTONE, per=Per.ONCE, at_least=Decimal(1)))
    assert (said(cast).lead, said(cast).left) == ("Klart.", "")


def test_places_say_how_many_and_which_remain(cast: Cast) -> None:
    for name in ("Viksjö", "Brunne", "Gussjö"):
        cast.harnosand.places.create(name=name)
    promise = make_promise(
        cast.harnosand,
        at_least=Decimal(1),
        unit="arbetspass",
        spread=Spread.PLACE,
        places=["Viksjö", "Brunne", "Gussjö"],
    )
    make_activity(promise, place=cast.harnosand.places.get(name="Brunne"))
    found = said(cast)
    assert found.lead == "1 av 3 platser har fått minst 1 arbetspass under 2019."
    assert found.left == "Kvar: Gussjö och Viksjö."


def make_schools(cast: Cast, number: int) -> Promise:
    authority = SchoolAuthority.objects.create(municipality=cast.harnosand, name="Kommunen")
    for start, end in ((date(2019, 1, 8), date(2019, 6, 12)), (date(2019, 8, 20), date(2019, 12, 20))):
        SchoolTerm.objects.create(authority=authority, start=start, end=end)
    promise = make_promise(
        cast.harnosand,
        at_least=Decimal(1),
        unit="besök",
        per=Per.TERM,
        spread=Spread.SCHOOL,
        valid_from=date(2019, 1, 1),
    )
    for index in range(number):
        name = f"Skola {index:02}"
        school = School.objects.create(municipality=cast.harnosand, authority=authority, name=name)
        if index % 2:
            make_activity(promise, school=school, done_on=date(2019, 3, 1))
    return promise


def test_the_period_that_decides_leads_and_names_few_of_many_schools(cast: Cast) -> None:
    make_schools(cast, 40)
    found = said(cast)
    assert found.lead == "20 av 40 skolor har fått minst 1 besök under vårterminen 2019."
    assert found.left == (
        "Perioden tog slut den 12 juni 2019. "
        "Saknas: Skola 00, Skola 02, Skola 04, Skola 06, Skola 08, Skola 10 och 14 till."
    )
    assert found.details == ("Hösten 2019: 0 av 40.",)


def test_months_name_those_that_failed_and_the_one_that_lasts(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, at_least=Decimal(1), unit="", per=Per.MONTH, year_named=False)
    for month in (5, 6, 8):
        make_activity(promise, done_on=date(2019, month, 3))
    found = said(cast)
    assert found.lead == "Målet nåddes i 3 av 4 perioder."
    assert found.left == "Inte redovisat: jul 2019."
    assert (
        found.details[0] == "0 av minst 1 gång i september 2019. Kvar: 1 gång till och med 30 september 2019."
    )


def make_months(cast: Cast, *months: int) -> None:
    """Once a month from May on, with something done in those months."""
    monthly: dict[str, Any] = {"per": Per.MONTH, "year_named": False, "valid_from": date(2019, 5, 1)}
    promise = make_promise(cast.harnosand, at_least=Decimal(1), unit="", **monthly)
    for month in months:
        make_activity(promise, done_on=date(2019, month, 3))


@pytest.mark.parametrize(
    ("months", "on", "lead", "left"),
    [
        ((), date(2019, 5, 9), "0 av minst 1 gång i maj 2019.", "Kvar: 1 gång till och med 31 maj 2019."),
        ((5,), date(2019, 6, 9), "Målet nåddes: maj 2019.", ""),
        ((), date(2019, 6, 9), "Inte redovisat: maj 2019.", ""),
        ((5, 6), date(2019, 7, 9), "Målet nåddes i 2 av 2 perioder.", ""),
        ((6,), date(2019, 7, 9), "Målet nåddes i 1 av 2 perioder.", "Inte redovisat: maj 2019."),
    ],
)
def test_a_month_that_lasts_is_not_counted_among_those_that_failed(
    cast: Cast, months: tuple[int, ...], on: date, lead: str, left: str
) -> None:
    make_months(cast, *months)
    assert (said(cast, on).lead, said(cast, on).left) == (lead, left)


@pytest.mark.parametrize(
    ("start", "end", "on", "lead"),
    [
        (
            date(2019, 4, 5),
            None,
            date(2019, 4, 20),
            "2019 räknas inte: löftet började gälla först 5 april 2019. Hittills har ändå 1 insats gjorts.",
        ),
        (
            date(2019, 4, 5),
            date(2019, 4, 30),
            date(2019, 4, 20),
            "2019 räknas inte: löftet gäller för kort tid. Hittills har ändå 1 insats gjorts.",
        ),
        (
            date(2019, 4, 5),
            date(2019, 4, 30),
            date(2019, 6, 1),
            "2019 räknas inte: löftet gällde för kort tid. Då gjordes ändå 1 insats.",
        ),
    ],
)
def test_a_period_that_is_not_counted_says_why_and_what_was_done(
    cast: Cast, start: date, end: date | None, on: date, lead: str
) -> None:
    days: dict[str, Any] = {"valid_from": start, "valid_to": end, "year_named": False}
    places = [cast.harnosand.places.create(name=name) for name in ("Brunne", "Viksjö")]
    names = [place.name for place in places]
    promise = make_promise(cast.harnosand, at_least=Decimal(1), spread=Spread.PLACE, places=names, **days)
    make_activity(promise, place=places[0], done_on=date(2019, 4, 10))
    assert said(cast, on).lead == lead


def make_meetings(cast: Cast, *days: date) -> Promise:
    for number, day in enumerate(days, 1):
        Event.objects.create(
            municipality=cast.harnosand, series="Möten", name=f"Möte {number}", start=day, end=day
        )
    return make_promise(cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Möten")


def test_a_single_occasion_is_told_without_being_counted(cast: Cast) -> None:
    promise = make_meetings(cast, date(2019, 5, 14))
    assert (said(cast).lead, said(cast).left) == ("Saknas: Möte 1.", "")
    make_activity(promise, event=Event.objects.get(), done_on=date(2019, 5, 14))
    assert (said(cast).lead, said(cast).left) == ("Gjort 14 maj 2019: Möte 1.", "")


def test_of_several_occasions_none_is_said_as_none(cast: Cast) -> None:
    promise = make_meetings(cast, date(2019, 5, 14), date(2019, 6, 4))
    assert said(cast).lead == "Hållet vid inget av 2 tillfällen hittills."
    for event in Event.objects.all():
        make_activity(promise, event=event, done_on=event.start)
    assert said(cast).lead == "Hållet vid 2 av 2 tillfällen hittills."


def test_before_the_first_day_nothing_is_missing(cast: Cast) -> None:
    places: dict[str, Any] = {"spread": Spread.PLACE, "places": ["Brunne", "Viksjö"], "at_least": Decimal(1)}
    make_promise(cast.harnosand, year_named=False, **places)
    found = said(cast, date(2019, 3, 20))
    assert (found.status, found.lead, found.left) == ("NOT_DUE", "Räknas från 5 april 2019.", "")


def test_before_the_first_day_no_period_has_been_so_far(cast: Cast) -> None:
    ends: dict[str, Any] = {"valid_to": date(2019, 12, 31), "year_named": False}
    make_promise(cast.harnosand, at_least=Decimal(1), per=Per.MONTH, **ends)
    assert said(cast, date(2019, 3, 20)).lead == "Räknas från 5 april 2019."


def test_a_period_too_short_to_be_judged_lacks_no_place(cast: Cast) -> None:
    places: dict[str, Any] = {"spread": Spread.PLACE, "places": ["Brunne", "Viksjö"], "at_least": Decimal(1)}
    make_promise(cast.harnosand, year_named=False, **places)
    found = said(cast)
    assert (found.status, found.left) == ("CANNOT_BE_JUDGED", "")
    assert found.lead == "2019 räknas inte: löftet började gälla först 5 april 2019."


def test_times_without_a_word_are_done_at_places_not_had_by_them(cast: Cast) -> None:
    make_promise(
        cast.harnosand, spread=Spread.PLACE, places=["Brunne", "Viksjö"], at_least=Decimal(1), unit=""
    )
    assert said(cast).lead == "På 0 av 2 platser har det skett minst 1 gång under 2019."


def test_events_say_which_was_missed_and_which_comes_next(cast: Cast) -> None:
    days = {
        "Mötet i Brunne": date(2019, 5, 14),
        "Mötet i Viksjö": date(2019, 6, 4),
        "Mötet i Ramvik": date(2019, 9, 12),
    }
    for name, day in days.items():
        Event.objects.create(municipality=cast.harnosand, series="Möten", name=name, start=day, end=day)
    promise = make_promise(cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Möten")
    make_activity(promise, event=Event.objects.get(name="Mötet i Brunne"), done_on=date(2019, 5, 14))
    found = said(cast)
    assert (found.lead, found.left) == ("Hållet vid 1 av 2 tillfällen hittills.", "Saknas: Mötet i Viksjö.")
    assert found.details == ("Nästa: Mötet i Ramvik, 12 september 2019.",)


def test_a_promise_with_nothing_to_judge_says_why(cast: Cast) -> None:
    make_promise(cast.harnosand, kind=Kind.EACH_EVENT, at_least=Decimal(1), event_series="Möten")
    assert (
        said(cast).lead
        == "Inget evenemang under löftets tid står i kalendern, så det finns inget att bedöma."
    )


def test_an_average_is_explained_step_by_step(cast: Cast) -> None:
    make_checks(cast, 71)
    standing = standings(cast.harnosand, on=date(2018, 7, 31))[0]
    assert rule_of(standing) == [
        "I genomsnitt minst 1 trafikkontroll om dagen, räknat över hela tiden som löftet gäller."
    ]
    assert steps_of(standing)[-2:] == [
        "92 av 245 dagar har gått: 245 × 92 ÷ 245 = 92.",
        "71 är mindre än 92: efter.",
    ]


@pytest.fixture
def lowered(cast: Cast) -> Promise:
    """From two a year to one, on 2 September: the year runs out under the two."""
    promise = make_promise(cast.harnosand)
    make_activity(promise, count=2)
    new = following(latest(promise), Change.AMENDED, "Vi hinner inte.", valid_from=date(2019, 9, 2))
    new.at_least = Decimal(1)
    new.save()
    return promise


def test_a_period_closed_by_a_party_that_did_not_promise_says_so(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, per=Per.MONTH, year_named=False, valid_from=date(2019, 8, 1))
    close(promise, date(2019, 8, 1), date(2019, 8, 31))
    PeriodReport.objects.update(party=Party.MUNICIPALITY, closed_on=date(2019, 9, 1))
    standing = standings(cast.harnosand, on=date(2019, 9, 2))[0]
    left, _details = what_follows(standing.assessment.cells[0], standing)
    assert left == "Perioden stängdes 1 september 2019 av kommunen, inte av polisen som lovade."


def test_each_rule_is_told_with_the_days_that_its_version_judges(cast: Cast, lowered: Promise) -> None:
    before, during, after = (
        standings(cast.harnosand, on=on)[0] for on in (date(2019, 9, 1), date(2019, 9, 2), date(2020, 2, 1))
    )
    told = [
        "5 april 2019–31 december 2019, version 1: Minst 2 insatser varje år.",
        "Från 1 januari 2020, version 2: Minst 1 insats varje år.",
    ]
    assert rule_of(before) == rule_of(during) == rule_of(after) == told


def test_the_steps_begin_with_the_rule_of_the_version_that_judges(cast: Cast, lowered: Promise) -> None:
    year, next_year = (
        steps_of(standings(cast.harnosand, on=on)[0]) for on in (date(2019, 9, 2), date(2020, 2, 1))
    )
    assert (year[0], year[3]) == ("Minst 2 insatser varje år.", "Målet för perioden är minst 2 insatser.")
    assert next_year[0] == "Minst 1 insats varje år."


def test_a_changed_promise_is_valid_since_it_was_given(cast: Cast, lowered: Promise) -> None:
    said = [validity_of(standings(cast.harnosand, on=on)[0]) for on in (date(2019, 9, 1), date(2019, 9, 2))]
    assert said == [
        "gäller från 5 april 2019 tills vidare",
        "gäller från 5 april 2019 tills vidare, ändrat 2 september 2019",
    ]


def test_a_promise_taken_up_again_is_valid_since_then(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, state=PromiseState.WITHDRAWN)
    new = following(latest(promise), Change.AMENDED, "Skolan öppnar.", valid_from=date(2019, 9, 1))
    new.save()
    standing = standings(cast.harnosand, on=date(2019, 9, 2))[0]
    assert validity_of(standing) == "gäller från 1 september 2019 tills vidare"


def test_many_cells_are_summed_up_last(cast: Cast) -> None:
    make_schools(cast, 4)
    assert steps_of(standings(cast.harnosand, on=date(2019, 9, 2))[0])[-1] == (
        "Tillsammans: 2 hållna, 4 i fas och 2 inte redovisade. Därför står det ”Inte redovisat”."
    )


def test_of_many_cells_one_that_makes_the_word_is_explained(cast: Cast) -> None:
    make_schools(cast, 4)
    steps = steps_of(standings(cast.harnosand, on=date(2019, 9, 2))[0])
    assert steps[2:-1] == [
        "Till exempel Skola 02 under vårterminen 2019.",
        "Målet för perioden är minst 1 besök.",
        "Gjort och redovisat till och med 2 september 2019: 0.",
        "Perioden är slut och ingen har stängt den: inte redovisat.",
    ]


def test_weeks_of_a_year_are_told_by_month(cast: Cast) -> None:
    promise = make_promise(cast.harnosand, at_least=Decimal(1), per=Per.WEEK, year_named=False)
    make_activity(promise, done_on=date(2019, 4, 6))
    strip = strip_of(standings(cast.harnosand, on=date(2019, 9, 2))[0])
    assert strip.columns == ("apr 2019", "maj", "jun", "jul", "aug", "sep")
    assert [len(row.statuses) for row in strip.rows] == [6]


def test_the_meter_shows_what_the_words_beside_it_count(cast: Cast) -> None:
    make_schools(cast, 40)
    assert said(cast).meter == Meter(50)
