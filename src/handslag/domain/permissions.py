"""Who may do what: the one table. What is not in it is not allowed."""

from enum import StrEnum


class Role(StrEnum):
    """A person's role in one municipality."""

    COORDINATOR = "coordinator"  # brottsförebyggande samordnare
    POLICE = "police"  # kommunpolis, områdespolis: keeps and reports
    SIGNATORY = "signatory"  # signs and answers in public


class Action(StrEnum):
    """One for every verb in `services/`, and one for seeing the desk."""

    SEE_DESK = "see_desk"
    READ_PAGE = "read_page"
    BEGIN_ROUND = "begin_round"
    EDIT_DRAFT = "edit_draft"
    DISCARD_DRAFT = "discard_draft"
    CARRY_OVER = "carry_over"
    PUBLISH_ROUND = "publish_round"
    PROLONG_PROMISE = "prolong_promise"
    AMEND_PROMISE = "amend_promise"
    REPLACE_PROMISE = "replace_promise"
    WITHDRAW_PROMISE = "withdraw_promise"
    REVIEW_PROMISE = "review_promise"
    LOG_ACTIVITY = "log_activity"
    CORRECT_ACTIVITY = "correct_activity"
    PLAN_ACTIVITIES = "plan_activities"
    CONFIRM_PLAN = "confirm_plan"
    ANSWER_FOR_PARTY = "answer_for_party"
    CLOSE_PERIOD = "close_period"
    STATE_VERDICT = "state_verdict"
    SET_RESIDENT_CHECK = "set_resident_check"
    SET_RESPONSIBLE = "set_responsible"
    IMPORT_ACTIVITIES = "import_activities"
    UNDO_IMPORT = "undo_import"
    EDIT_CALENDARS = "edit_calendars"
    SET_HOURS = "set_hours"
    SET_BASELINE = "set_baseline"
    LOCK_BASELINE = "lock_baseline"
    EDIT_SURVEY = "edit_survey"
    OPEN_SURVEY = "open_survey"
    CLOSE_SURVEY = "close_survey"
    ISSUE_CODES = "issue_codes"
    ENTER_RESPONSE = "enter_response"
    APPROVE_RESULTS = "approve_results"
    SET_POPULATION = "set_population"
    EXPORT_SURVEY = "export_survey"
    DECIDE_DISPOSAL = "decide_disposal"
    PLAN_DIALOGUE = "plan_dialogue"
    HOLD_DIALOGUE = "hold_dialogue"
    ANSWER_DIALOGUE = "answer_dialogue"
    READ_VOICES = "read_voices"
    REVIEW_VOICE = "review_voice"
    ERASE_VOICE = "erase_voice"
    NAME_HELD_READER = "name_held_reader"
    SEE_READERS = "see_readers"
    SET_CONTACT = "set_contact"
    ADD_MEASUREMENT = "add_measurement"
    TAKE_BACK_MEASUREMENT = "take_back_measurement"


_EVERYBODY = frozenset(Role)
_PREPARES = frozenset({Role.COORDINATOR})
_ANSWERS = frozenset({Role.COORDINATOR, Role.SIGNATORY})
_KEEPS = frozenset({Role.COORDINATOR, Role.POLICE})

ALLOWED: dict[Action, frozenset[Role]] = {
    Action.SEE_DESK: _EVERYBODY,
    Action.READ_PAGE: _PREPARES,
    Action.BEGIN_ROUND: _PREPARES,
    Action.EDIT_DRAFT: _PREPARES,
    Action.DISCARD_DRAFT: _PREPARES,
    Action.CARRY_OVER: _PREPARES,
    Action.PUBLISH_ROUND: _PREPARES,
    Action.PROLONG_PROMISE: _PREPARES,
    Action.AMEND_PROMISE: _PREPARES,
    Action.REPLACE_PROMISE: _PREPARES,
    Action.WITHDRAW_PROMISE: _PREPARES,
    Action.REVIEW_PROMISE: _PREPARES,
    Action.LOG_ACTIVITY: _KEEPS,
    Action.CORRECT_ACTIVITY: _KEEPS,
    Action.PLAN_ACTIVITIES: _KEEPS,
    Action.CONFIRM_PLAN: _KEEPS,
    Action.ANSWER_FOR_PARTY: _KEEPS,
    Action.CLOSE_PERIOD: _KEEPS,
    Action.STATE_VERDICT: _EVERYBODY,
    Action.SET_RESIDENT_CHECK: _PREPARES,
    Action.SET_RESPONSIBLE: _PREPARES,
    Action.IMPORT_ACTIVITIES: _KEEPS,
    Action.UNDO_IMPORT: _KEEPS,
    Action.EDIT_CALENDARS: _PREPARES,
    Action.SET_HOURS: _KEEPS,
    Action.SET_BASELINE: _PREPARES,
    Action.LOCK_BASELINE: _PREPARES,
    Action.EDIT_SURVEY: _PREPARES,
    Action.OPEN_SURVEY: _PREPARES,
    Action.CLOSE_SURVEY: _PREPARES,
    Action.ISSUE_CODES: _PREPARES,
    Action.ENTER_RESPONSE: _KEEPS,
    Action.APPROVE_RESULTS: _PREPARES,
    Action.SET_POPULATION: _PREPARES,
    Action.EXPORT_SURVEY: _PREPARES,
    Action.DECIDE_DISPOSAL: _PREPARES,
    Action.PLAN_DIALOGUE: _KEEPS,
    Action.HOLD_DIALOGUE: _KEEPS,
    Action.ANSWER_DIALOGUE: _KEEPS,
    Action.READ_VOICES: _KEEPS,
    Action.REVIEW_VOICE: _KEEPS,
    Action.ERASE_VOICE: _KEEPS,
    Action.NAME_HELD_READER: _KEEPS,
    Action.SEE_READERS: _ANSWERS,
    Action.SET_CONTACT: _PREPARES,
    Action.ADD_MEASUREMENT: _PREPARES,
    Action.TAKE_BACK_MEASUREMENT: _PREPARES,
}


def is_allowed(role: Role | None, action: Action) -> bool:
    """Whether somebody in `role` (None: no role in this municipality) may do `action`."""
    return role in ALLOWED.get(action, frozenset())
