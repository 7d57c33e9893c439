"""Words for what listening gives as codes: kinds of dialogue, groups, channels, states of a voice."""

from datetime import date, time

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.listening.dialogues import DialogueKind, Group, Outcome
from handslag.domain.listening.voices import Channel, VoiceKind, VoiceState
from handslag.domain.surveys import Lane
from handslag.services.listening.reads.dialogues import AnswerRow
from handslag.services.listening.reads.listening_day import WEEK, SurveyDay
from handslag.web.words.labels import Word, day, listed

DIALOGUE_KINDS: dict[DialogueKind, Word] = {
    DialogueKind.MEETING: _("Dialogue meeting"),
    DialogueKind.STREET: _("Talks in the street"),
    DialogueKind.WALK: _("Safety walk"),
    DialogueKind.STAFF: _("Staff dialogue, internal"),
}
GROUPS: dict[Group, Word] = {
    Group.CHILDREN: _("Under 18"),
    Group.YOUNG: _("18 to 29"),
    Group.ADULTS: _("30 to 64"),
    Group.OLDER: _("65 and over"),
}
OUTCOMES: dict[Outcome, Word] = {
    Outcome.FIXED: _("Fixed"),
    Outcome.PARTLY: _("Partly fixed"),
    Outcome.NOT_FIXED: _("Not fixed"),
}
VOICE_KINDS: dict[VoiceKind, Word] = {
    VoiceKind.STRENGTH: _("Makes people feel safe"),
    VoiceKind.IMPROVEMENT: _("Should be better"),
    VoiceKind.OTHER: _("Something else"),
}
CHANNELS: dict[Channel, Word] = {
    Channel.OPEN_LINK: _("Survey, open link"),
    Channel.CODE: _("Survey, with a code"),
    Channel.STAFF_ENTERED: _("Survey on paper, typed in"),
    Channel.SURVEY: _("Survey, way of answering not kept"),
    Channel.CARD: _("Statement card"),
    Channel.STREET: _("Said in the street"),
    Channel.STAFF_DIALOGUE: _("Staff dialogue"),
    Channel.WALK: _("Safety walk"),
}
VOICE_STATES: dict[VoiceState, Word] = {
    VoiceState.RECEIVED: _("Not read"),
    VoiceState.HELD: _("In quarantine"),
    VoiceState.READ_BY_ONE: _("One has said yes"),
    VoiceState.MAY_BE_QUOTED: _("May be quoted"),
    VoiceState.NEVER_QUOTED: _("Never quoted"),
}

BY_LANE: dict[Lane, Word] = {
    Lane.OPEN_LINK: _("about {number} by the open link"),
    Lane.CODE: _("about {number} with a code"),
    Lane.STAFF: _("about {number} on paper"),
}


def clock_word(value: time) -> str:
    """A time of day as people write it: kl. 18, kl. 18.30; 18:30 in English."""
    if get_language() == "en":
        return f"{value:%H:%M}"
    return f"kl. {value.hour}" + (f".{value.minute:02}" if value.minute else "")


def hours_word(starts: time, ends: time) -> str:
    """From when to when: kl. 18–20."""
    if get_language() == "en":
        return f"{starts:%H:%M}–{ends:%H:%M}"
    return f"{clock_word(starts)}–{clock_word(ends).removeprefix('kl. ')}"


def answer_state(row: AnswerRow) -> str:
    """Where a promised answer stands, in a sentence: days waited, and days late."""
    clock = row.clock
    if clock is None:
        return gettext("The answer is promised no later than {day}.").format(day=day(row.due_on))
    waited = ngettext("{number} day", "{number} days", clock.days).format(number=clock.days)
    late = ngettext("{number} day late", "{number} days late", clock.days_late).format(number=clock.days_late)
    if clock.is_answered:
        form = (
            gettext("Answered after {waited}, {late}: it was promised no later than {due}.")
            if clock.days_late
            else gettext("Answered after {waited}, in time: it was promised no later than {due}.")
        )
    elif clock.days_late:
        form = gettext("No answer yet. People have waited {waited}, and it is {late}: promised by {due}.")
    else:
        form = gettext("No answer yet. {waited} have passed; it is promised no later than {due}.")
    return form.format(waited=waited, late=late, due=day(row.due_on))


def asked_until(survey: SurveyDay, on: date) -> str:
    """How long an open survey still takes answers, in a sentence."""
    if survey.opens_on and survey.opens_on > on:
        return gettext("Opens on {day}.").format(day=day(survey.opens_on))
    if survey.closes_on is None:
        return gettext("Open until you close it.")
    left = survey.closes_on - on
    if not left:
        return gettext("Today is the last day to answer.")
    if left > WEEK:
        return gettext("Open until {day}.").format(day=day(survey.closes_on))
    form = ngettext(
        "Closing soon: the last day is {day}, tomorrow.",
        "Closing soon: the last day is {day}, in {number} days.",
        left.days,
    )
    return form.format(day=day(survey.closes_on), number=left.days)


def answers_so_far(survey: SurveyDay) -> str:
    """How many have answered, as far as it may be told: by each lane, never added up."""
    if not survey.answers:
        return gettext("How many have answered is shown when they are more.")
    parts = [str(BY_LANE[lane]).format(number=number) for lane, number in survey.answers]
    return gettext("Answers so far: {parts}.").format(parts=listed(parts))


def day_ahead(held_on: date, on: date) -> str:
    """How far off a day of this week is: today, tomorrow, in five days."""
    days = (held_on - on).days
    if not days:
        return gettext("Today")
    return ngettext("Tomorrow, {day}", "In {number} days, {day}", days).format(number=days, day=day(held_on))
