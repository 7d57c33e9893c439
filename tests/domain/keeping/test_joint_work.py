"""Who is asked about what was done together, and which answer holds."""

from datetime import date

import pytest

from handslag.domain.keeping.joint_work import PartyAnswer, joint_work, named_by
from handslag.domain.people.parties import Party

POLICE, TOWN, RESCUE = Party.POLICE, Party.MUNICIPALITY, Party.RESCUE_SERVICE
DAY = date(2019, 9, 2)
YES, NO = PartyAnswer(TOWN, True, DAY), PartyAnswer(TOWN, False, DAY, "Fel kväll.")


def test_who_has_not_answered_is_waited_for() -> None:
    joint = joint_work([TOWN, RESCUE], [YES])
    assert (joint.waiting, joint.confirmed, joint.denied) == ((RESCUE,), (YES,), ())


def test_the_last_answer_of_a_party_holds() -> None:
    assert joint_work([TOWN], [YES, NO]).denied == (NO,)
    assert joint_work([TOWN], [NO, YES]).denied == ()


def test_a_party_no_longer_named_has_no_say() -> None:
    assert joint_work([RESCUE], [NO]).denied == ()


@pytest.mark.parametrize(
    ("speaker", "party", "others", "expected"),
    [
        (POLICE, POLICE, [TOWN], (POLICE, (TOWN,))),
        (TOWN, POLICE, [TOWN], (TOWN, (POLICE,))),
        (TOWN, POLICE, [RESCUE], (POLICE, (RESCUE,))),
        (POLICE, POLICE, [POLICE], (POLICE, ())),
        (TOWN, POLICE, [], (POLICE, ())),
        (POLICE, POLICE, [TOWN, RESCUE, TOWN], (POLICE, (TOWN, RESCUE))),
    ],
)
def test_nobody_is_asked_to_confirm_their_own_words(
    speaker: Party, party: Party, others: list[Party], expected: tuple[Party, tuple[Party, ...]]
) -> None:
    assert named_by(speaker, party, others) == expected
