"""Loads the demonstration's dialogues through the same verbs people use, each on its own day."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from handslag.demo.dialogues import (
    DIALOGUES,
    PLACES,
    SURVEY_ANSWERS,
    SURVEY_APPROVED,
    SURVEY_CLOSES,
    SURVEY_CONTROLLER,
    SURVEY_LEANINGS,
    SURVEY_OPENS,
    SURVEY_PURPOSE,
    DemoDialogue,
    Owed,
)
from handslag.domain.listening.voices import Verdict
from handslag.domain.people.parties import Party
from handslag.domain.surveys import Kind, Lane, Question, Value
from handslag.domain.surveys import Survey as Definition
from handslag.models.models import Dialogue, Municipality, OwedAnswer, Place, Survey, User, Voice
from handslag.services.listening.dialogues import (
    Card,
    Plan,
    count_heads,
    enter_cards,
    owe_answer,
    plan_dialogue,
    publish_answer,
)
from handslag.services.listening.intake import hand_in, new_token, read_token, take_response
from handslag.services.listening.ready_surveys import ready_survey
from handslag.services.listening.results import approve_results, publish_results
from handslag.services.listening.surveys import Frame, close_survey, create_survey, open_survey, set_frame
from handslag.services.listening.voices import name_held_reader, review_voice

OnDay = Callable[[date], AbstractContextManager[None]]


def load_dialogues(
    municipality: Municipality, coordinator: User, police: User, *, until: date, on_day: OnDay
) -> None:
    """Everything that had happened by the day `until`; `on_day` moves the clock."""
    for name in PLACES:
        Place.objects.create(municipality=municipality, name=name)
    with on_day(DIALOGUES[0].planned_on):
        name_held_reader(coordinator, municipality=municipality, user=coordinator)
    for told in DIALOGUES:
        if told.planned_on > until:
            continue
        with on_day(told.planned_on):
            plan = _plan(told, municipality)
            dialogue = plan_dialogue(coordinator, municipality=municipality, plan=plan)
        if told.held_on < until:
            with on_day(told.held_on):
                _hold(dialogue, told, coordinator, police)
            _answer(dialogue, told, coordinator, until, on_day)
    if until >= SURVEY_OPENS:
        _ask(municipality, coordinator, until, on_day)


def _ask(municipality: Municipality, coordinator: User, until: date, on_day: OnDay) -> None:
    """The survey for those who could not come: answered by made-up people, closed, approved."""
    with on_day(SURVEY_OPENS):
        survey = _open_survey(coordinator, municipality)
    dice = Random(2018)  # noqa: S311 (made-up answers, the same every time)
    for day, lane, number in SURVEY_ANSWERS:
        if day <= until:
            with on_day(day):
                _take_answers(survey, lane, number, dice)
                publish_results(day)
    if until > SURVEY_CLOSES:
        with on_day(SURVEY_CLOSES + timedelta(days=1)):
            close_survey(coordinator, survey=survey)
    if until >= SURVEY_APPROVED:
        with on_day(SURVEY_APPROVED):
            approve_results(coordinator, survey=Survey.objects.get(pk=survey.pk))


def _take_answers(survey: Survey, lane: Lane, number: int, dice: Random) -> None:
    definition = survey.defined()
    for _ in range(number):
        form = read_token(survey.public_id, new_token(survey.public_id))
        answers = {q.name: value for q in definition.questions if (value := _answer_to(definition, q, dice))}
        take_response(hand_in(survey.pk, definition, answers, lane, form))


def _answer_to(definition: Definition, question: Question, dice: Random) -> Value | None:
    """What a made-up person picks; None for what is written in words and for what is skipped."""
    names = [choice.name for choice in definition.choices_of(question)]
    if not names or dice.random() < 0.04:
        return None
    leanings = SURVEY_LEANINGS.get(question.name, [1] * len(names))
    if question.kind is Kind.MULTIPLE:
        most = max(leanings)
        return tuple(
            name for name, weight in zip(names, leanings, strict=True) if dice.random() * most < weight / 2
        )
    return dice.choices(names, leanings)[0]


def _open_survey(coordinator: User, municipality: Municipality) -> Survey:
    survey = create_survey(coordinator, municipality=municipality, form=ready_survey("safety_short"))
    lanes = (Lane.OPEN_LINK, Lane.CODE, Lane.STAFF)
    frame = Frame(SURVEY_OPENS, SURVEY_CLOSES, lanes, SURVEY_PURPOSE, SURVEY_CONTROLLER)
    set_frame(coordinator, survey=survey, frame=frame)
    open_survey(coordinator, survey=survey)
    return Survey.objects.get(pk=survey.pk)


def _plan(told: DemoDialogue, municipality: Municipality) -> Plan:
    return Plan(
        kind=told.kind,
        name=told.name,
        purpose=told.purpose,
        influence=told.influence,
        venue=told.venue,
        held_on=told.held_on,
        starts=told.starts,
        ends=told.ends,
        hosts=("kommunpolis", "brottsförebyggande samordnare"),
        parties=(Party.POLICE, Party.MUNICIPALITY),
        answer_by=told.first.due_on,
        answer_role=told.first.role,
        target_group="alla som bor eller är här",
        access_needs=told.access_needs,
        place=municipality.places.filter(name=told.place).first(),
    )


def _hold(dialogue: Dialogue, told: DemoDialogue, coordinator: User, police: User) -> None:
    if told.heads:
        count_heads(coordinator, dialogue=dialogue, counts=dict(told.heads))
    places = {place.name: place for place in dialogue.municipality.places.all()}
    cards = {_key(said.text): said for said in told.cards}
    made = [
        Card(key, said.text, said.kind, places.get(said.place), said.group) for key, said in cards.items()
    ]
    enter_cards(coordinator, dialogue=dialogue, cards=made)
    for voice in Voice.objects.filter(id__in=[key for key, said in cards.items() if said.quoted]):
        for reader in (coordinator, police):
            review_voice(reader, voice=voice, verdict=Verdict.MAY_BE_QUOTED)
    for owed in told.also:
        owe_answer(coordinator, dialogue=dialogue, what=owed.what, role=owed.role, due_on=owed.due_on)


def _answer(dialogue: Dialogue, told: DemoDialogue, actor: User, until: date, on_day: OnDay) -> None:
    owed_answers: list[tuple[Owed, OwedAnswer]] = [
        (owed, dialogue.answers.get(what=owed.what)) for owed in (told.first, *told.also)
    ]
    for owed, row in owed_answers:
        if owed.answered_on is not None and owed.answered_on <= until:
            with on_day(owed.answered_on):
                publish_answer(actor, owed=row, answer=owed.answer)


def _key(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]
