"""Who answers for a promise: only those who may report, one for each duty, never both."""

import pytest

from handslag.domain.errors import BadInput, NotAllowed
from handslag.domain.keeping.reminders import Duty
from handslag.domain.people.parties import Party
from handslag.models.models import Promise, Responsibility, User
from handslag.services.keeping.responsibilities import set_responsible
from tests.cast import Cast
from tests.make import make_promise


@pytest.fixture
def promise(cast: Cast) -> Promise:
    return make_promise(cast.harnosand, parties=[Party.POLICE, Party.MUNICIPALITY])


def name(
    cast: Cast, promise: Promise, user: User | None, duty: Duty = Duty.OWNER, party: Party = Party.POLICE
) -> None:
    set_responsible(cast.anna, promise=promise, party=party, duty=duty, user=user)


def named() -> list[tuple[str, str, str]]:
    return [(row.party, row.role, str(row.user)) for row in Responsibility.objects.select_related("user")]


def test_each_party_has_an_owner_and_a_deputy(cast: Cast, promise: Promise) -> None:
    name(cast, promise, cast.bo)
    name(cast, promise, cast.anna, Duty.DEPUTY)
    name(cast, promise, cast.anna, party=Party.MUNICIPALITY)
    assert named() == [
        ("municipality", "owner", "anna"),
        ("police", "deputy", "anna"),
        ("police", "owner", "bo"),
    ]


def test_a_new_owner_takes_over(cast: Cast, promise: Promise) -> None:
    name(cast, promise, cast.bo)
    name(cast, promise, cast.anna)
    assert named() == [("police", "owner", "anna")]


def test_a_duty_may_be_left_empty(cast: Cast, promise: Promise) -> None:
    name(cast, promise, cast.bo)
    name(cast, promise, None)
    assert named() == []


@pytest.mark.parametrize(
    ("who", "duty", "party", "code"),
    [
        ("olle", Duty.OWNER, Party.POLICE, "responsible_not_member"),
        ("cilla", Duty.OWNER, Party.POLICE, "responsible_cannot_report"),
        ("anna", Duty.OWNER, Party.HOUSING_COMPANY, "responsible_for_no_party"),
        ("bo", Duty.DEPUTY, Party.POLICE, "deputy_is_owner"),
    ],
)
def test_who_cannot_answer_is_refused(
    who: str, duty: Duty, party: Party, code: str, cast: Cast, promise: Promise
) -> None:
    name(cast, promise, cast.bo)
    with pytest.raises(BadInput) as refused:
        name(cast, promise, getattr(cast, who), duty, party)
    assert refused.value.code == code


def test_only_a_coordinator_names_anyone(cast: Cast, promise: Promise) -> None:
    with pytest.raises(NotAllowed):
        set_responsible(cast.bo, promise=promise, party=Party.POLICE, duty=Duty.OWNER, user=cast.bo)
