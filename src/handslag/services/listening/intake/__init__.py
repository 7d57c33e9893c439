"""What takes a crowd's answers. This is its only door; why it is so fast: docs/code/intake.md."""

from handslag.services.listening.intake.form_tokens import LONGEST_TOKEN, FormToken, new_token, read_token
from handslag.services.listening.intake.handing_in import Surroundings, send_response, signs_of_form
from handslag.services.listening.intake.labels import give, leave_out_by
from handslag.services.listening.intake.mates import meeting_place, watch_together
from handslag.services.listening.intake.noticing import watch
from handslag.services.listening.intake.proof_of_work import Work, new_work, read_work, spend
from handslag.services.listening.intake.taking import (
    CHANNELS,
    Taken,
    hand_in,
    take_response,
    take_several,
    text_questions,
)
from handslag.services.listening.intake.waiting import (
    destroy_unused_keys,
    store_all,
    take_back,
    waiting_entry,
)

__all__ = [
    "CHANNELS",
    "LONGEST_TOKEN",
    "FormToken",
    "Surroundings",
    "Taken",
    "Work",
    "destroy_unused_keys",
    "give",
    "hand_in",
    "leave_out_by",
    "meeting_place",
    "new_token",
    "new_work",
    "read_token",
    "read_work",
    "send_response",
    "signs_of_form",
    "spend",
    "store_all",
    "take_back",
    "take_response",
    "take_several",
    "text_questions",
    "waiting_entry",
    "watch",
    "watch_together",
]
