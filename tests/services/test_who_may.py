"""Who may do what, verb by verb and role by role, written by hand: not read off the table it checks.

The roles are those of a municipality: C coordinator, P police, S signatory. What is done is what
`test_every_command` does for each verb; strangers are refused there.
"""

from contextlib import suppress
from dataclasses import dataclass

import pytest

from handslag.domain.errors import BadInput, NotAllowed, NotFound, WrongState
from handslag.models.models import User
from tests.cast import Cast
from tests.services.test_every_command import COMMANDS, Command, _rows, _run

WHO_MAY = {
    # What is promised is prepared and made public by the coordinator.
    "read_page": "C",
    "begin_round": "C",
    "add_draft": "C",
    "edit_draft": "C",
    "discard_draft": "C",
    "carry_over": "C",
    "publish_round": "C",
    "prolong_promise": "C",
    "amend_promise": "C",
    "replace_promise": "C",
    "withdraw_promise": "C",
    "review_promise": "C",
    "set_baseline": "C",
    "lock_baseline": "C",
    "add_measurement": "C",
    "take_back_measurement": "C",
    "set_resident_check": "C",
    # What is done is written down by those who do it.
    "log_activity": "CP",
    "correct_activity": "CP",
    "confirm_part": "CP",
    "deny_part": "CP",
    "plan_activities": "CP",
    "confirm_plan": "CP",
    "start_import": "CP",
    "import_activities": "CP",
    "undo_import": "CP",
    "close_period": "CP",
    "set_available_hours": "CP",
    "remove_available_hours": "CP",
    # Whoever answers in public says what the party thinks of the outcome.
    "state_verdict": "CPS",
    # The order of the house.
    "set_contact": "C",
    "set_responsible": "C",
    "set_terms": "C",
    "set_school": "C",
    "set_schools": "C",
    "set_event": "C",
    "add_storhelger": "C",
    "remove_event": "C",
    "set_place": "C",
    "remove_place": "C",
    # Asking residents, and what becomes of their answers.
    "create_survey": "C",
    "import_survey": "C",
    "edit_survey": "C",
    "correct_words": "C",
    "settle_unread": "C",
    "set_frame": "C",
    "open_survey": "C",
    "close_survey": "C",
    "issue_codes": "C",
    "approve_results": "C",
    "set_population": "C",
    "export_survey": "C",
    "decide_disposal": "C",
    "hold_disposal": "C",
    "enter_response": "CP",
    "count_second_entry": "CP",
    # Meeting residents, and reading what they say: staff of either authority, not who signs.
    "plan_dialogue": "CP",
    "change_dialogue": "CP",
    "cancel_dialogue": "CP",
    "count_heads": "CP",
    "enter_cards": "CP",
    "owe_answer": "CP",
    "publish_answer": "CP",
    "add_stop": "CP",
    "record_finding": "CP",
    "follow_up_finding": "CP",
    "read_voices": "CP",
    "read_voice": "CP",
    "review_voice": "CP",
    "approve_voices": "CP",
    "erase_voice": "CP",
    "name_held_reader": "CP",
}
FIRST = {str(command): command for command in reversed(COMMANDS)}


@dataclass(frozen=True)
class Try:
    """A verb in the hands of somebody with a role."""

    command: Command
    role: str

    def __str__(self) -> str:
        return f"{self.command}-{self.role}"

    def actor(self, cast: Cast) -> User:
        return {"C": cast.anna, "P": cast.bo, "S": cast.cilla}[self.role]


TRIES = [Try(FIRST[verb], role) for verb in WHO_MAY if verb in FIRST for role in "CPS"]


@pytest.mark.parametrize("attempt", [t for t in TRIES if t.role not in WHO_MAY[str(t.command)]], ids=str)
def test_a_role_without_the_right_is_refused_and_nothing_changes(attempt: Try, cast: Cast) -> None:
    arguments = attempt.command.works(cast)
    before = _rows()
    with pytest.raises(NotAllowed):
        _run(attempt.command, attempt.actor(cast), arguments)
    assert _rows() == before


@pytest.mark.parametrize("attempt", [t for t in TRIES if t.role in WHO_MAY[str(t.command)]], ids=str)
def test_a_role_with_the_right_is_not_refused_for_its_role(attempt: Try, cast: Cast) -> None:
    """Others than the one whose words the example is may be refused for what it says: never for the role."""
    arguments = attempt.command.works(cast)
    refused = () if attempt.role == "C" else (BadInput, NotFound, WrongState)
    with suppress(*refused):
        _run(attempt.command, attempt.actor(cast), arguments)


def test_every_verb_has_its_line() -> None:
    assert set(WHO_MAY) == set(FIRST)
