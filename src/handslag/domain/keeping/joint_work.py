"""Work of several parties: whoever logs it speaks for one of them, and the others say if they took part.

What this does to a status stands in docs/rules/fulfilment.md §1: what nobody has confirmed counts and is
marked, what one of them denies does not count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.people.parties import Party


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """What a party said on `said_on` of its own part: that it took part, or that it did not, and why not."""

    party: Party
    took_part: bool
    said_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class JointWork:
    """The parties that took part beside the one that logged it, and the last answer of each, if any."""

    others: tuple[Party, ...] = ()
    answers: tuple[PartyAnswer, ...] = ()

    @property
    def waiting(self) -> tuple[Party, ...]:
        """Those who have not answered."""
        answered = {answer.party for answer in self.answers}
        return tuple(party for party in self.others if party not in answered)

    @property
    def confirmed(self) -> tuple[PartyAnswer, ...]:
        return tuple(answer for answer in self.answers if answer.took_part)

    @property
    def denied(self) -> tuple[PartyAnswer, ...]:
        return tuple(answer for answer in self.answers if not answer.took_part)


ALONE = JointWork()


def joint_work(others: Sequence[Party], answers: Iterable[PartyAnswer]) -> JointWork:
    """The last answer of each of `others`, from everything that was said, the earliest first."""
    last = {answer.party: answer for answer in answers}
    return JointWork(tuple(others), tuple(last[party] for party in others if party in last))


def named_by(speaker: Party, party: Party, others: Iterable[Party]) -> tuple[Party, tuple[Party, ...]]:
    """Who logs and who is asked, when somebody of `speaker` says that `party` and `others` did it together.

    Nobody confirms their own words: where the party of whoever logs is among those named, it comes first.
    """
    named = dict.fromkeys((party, *others))
    first = speaker if speaker in named and len(named) > 1 else party
    return first, tuple(one for one in named if one != first)
