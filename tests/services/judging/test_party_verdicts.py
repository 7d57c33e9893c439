"""Two truths: what a party says stands beside the computed status, and changes nothing in it."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from handslag import clock
from handslag.domain.errors import BadInput
from handslag.domain.judging.party_verdicts import Ended, Verdict
from handslag.domain.judging.periods import Period
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import PromiseState
from handslag.models.models import PartyVerdict, Promise, User
from handslag.services.judging.party_verdicts import state_verdict
from handslag.services.judging.reads.party_verdicts import Beside, beside, words_on
from handslag.services.judging.reads.standings import Standing, standings
from handslag.services.showing.bundles import promise_bundle
from tests.cast import Cast
from tests.make import make_promise, withdraw

YEAR = Ended(Period(date(2018, 1, 1), date(2018, 12, 31)))


@pytest.fixture
def promise(cast: Cast) -> Promise:
    """Two efforts a year from 2018; nothing is reported."""
    return make_promise(cast.harnosand, valid_from=date(2018, 1, 1))


def state(actor: User, promise: Promise, verdict: Verdict = Verdict.KEPT, **words: object) -> PartyVerdict:
    known = {"reason": "Vi var där varje månad.", "about": YEAR}
    return state_verdict(actor, promise=promise, verdict=verdict, **(known | words))  # type: ignore[arg-type]


def standing(cast: Cast) -> Standing:
    return standings(cast.harnosand, on=clock.today())[0]


def rows(cast: Cast) -> tuple[Beside, ...]:
    one = standing(cast)
    return beside(one, words_on([one])[one.public_id])


def test_a_verdict_never_replaces_the_computed_status(cast: Cast, promise: Promise) -> None:
    before = standing(cast).assessment
    state(cast.anna, promise)
    assert standing(cast).assessment == before
    (row,) = rows(cast)
    assert (row.said.party, row.said.role, row.computed, row.differs) == (
        *("municipality", "coordinator", "NOT_REPORTED"),
        True,
    )


def test_both_parties_and_both_periods_stand_so_far_first(cast: Cast, promise: Promise) -> None:
    state(cast.bo, promise)
    state(cast.cilla, promise, Verdict.CANNOT_SAY)
    state(cast.anna, promise, Verdict.KEPT, about=None)
    assert [(row.said.party, row.said.period, row.differs) for row in rows(cast)] == [
        (Party.MUNICIPALITY, None, True),
        (Party.MUNICIPALITY, YEAR.period, False),
        (Party.POLICE, YEAR.period, True),
    ]


def test_a_changed_verdict_keeps_its_history(cast: Cast, promise: Promise) -> None:
    state(cast.anna, promise)
    state(cast.cilla, promise, Verdict.NOT_KEPT, reason="Vi hade fel.")
    (row,) = rows(cast)
    assert (row.said.verdict, row.said.role) == (Verdict.NOT_KEPT, "signatory")
    assert [(said.verdict, said.role) for said in row.earlier] == [(Verdict.KEPT, "coordinator")]


def test_the_same_said_twice_stands_once(cast: Cast, promise: Promise) -> None:
    assert state(cast.anna, promise) == state(cast.anna, promise)
    assert PartyVerdict.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"reason": "Ring 070-174 06 05."}, "personal_data"),
        ({"about": Ended(Period(date(2019, 1, 1), date(2019, 12, 31)))}, "verdict_on_no_period"),  # goes on
        ({"about": Ended(Period(date(2018, 1, 1), date(2018, 6, 30)))}, "verdict_on_no_period"),
    ],
)
def test_what_cannot_be_said(cast: Cast, promise: Promise, words: dict[str, object], code: str) -> None:
    with pytest.raises(BadInput, match=code):
        state(cast.anna, promise, Verdict.KEPT, **words)


def test_a_draft_has_no_verdict(cast: Cast) -> None:
    draft = make_promise(cast.harnosand, state=PromiseState.DRAFT)
    with pytest.raises(BadInput, match="promise_not_public"):
        state(cast.anna, draft)


def test_a_withdrawn_promise_is_not_judged_so_nothing_differs(cast: Cast, promise: Promise) -> None:
    state(cast.anna, promise)
    withdraw(promise, clock.today())
    assert [(row.computed, row.differs) for row in rows(cast)] == [(None, False)]


def test_the_bundle_holds_every_word_also_those_changed_since(cast: Cast, promise: Promise) -> None:
    state(cast.anna, promise)
    state(cast.anna, promise, Verdict.PARTLY, about=None, reason="=1+1")
    bundle = ZipFile(BytesIO(promise_bundle(cast.harnosand, 1, on=clock.today())))
    assert bundle.read("verdicts.csv").decode().splitlines()[1:] == [
        f"{promise.public_id},2018-01-01,2018-12-31,,municipality,coordinator,kept,2019-09-02,"
        "Vi var där varje månad.",
        f"{promise.public_id},,,,municipality,coordinator,partly,2019-09-02,'=1+1",
    ]
