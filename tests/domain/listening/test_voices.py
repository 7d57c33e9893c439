import pytest

from handslag.domain.errors import BadInput
from handslag.domain.listening.redaction import findings
from handslag.domain.listening.voices import (
    LONGEST,
    Channel,
    Verdict,
    VoiceState,
    clean_words,
    may_keep_group,
    may_keep_place,
    points_at_somebody,
    too_few,
    voice_state,
)

YES, NO = Verdict.MAY_BE_QUOTED, Verdict.NEVER


@pytest.mark.parametrize(
    ("is_held", "verdicts", "state"),
    [
        (False, (), VoiceState.RECEIVED),
        (True, (), VoiceState.HELD),
        (True, (YES, YES), VoiceState.HELD),
        (False, (YES,), VoiceState.READ_BY_ONE),
        (False, (YES, YES), VoiceState.MAY_BE_QUOTED),
        (False, (YES, YES, NO), VoiceState.NEVER_QUOTED),
        (True, (NO,), VoiceState.NEVER_QUOTED),
    ],
)
def test_two_must_say_yes_and_one_no_is_enough(
    is_held: bool, verdicts: tuple[Verdict, ...], state: VoiceState
) -> None:
    assert voice_state(is_held=is_held, verdicts=verdicts) is state


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg på torget är bra.",
        "Han på tredje våningen.",
        "Killen i kiosken säljer knark.",
        "hon slog min son",
    ],
)
def test_a_text_that_may_name_or_accuse_somebody_is_held(text: str) -> None:
    assert points_at_somebody(findings(text))


@pytest.mark.parametrize(
    "text",
    ["Mer ljus vid busstationen.", "Det säljs droger bakom skolan.", "Ungdomar kör för fort på moped."],
)
def test_a_text_about_a_place_is_not_held(text: str) -> None:
    assert not points_at_somebody(findings(text))


def test_a_small_group_is_not_kept_and_a_surveys_never_is() -> None:
    kept = [may_keep_group(channel, people=10) for channel in (Channel.CARD, Channel.OPEN_LINK)]
    assert (kept, may_keep_group(Channel.CARD, people=9)) == ([True, False], False)


def test_a_surveys_place_is_kept_from_twenty_answers() -> None:
    assert [may_keep_place(Channel.CODE, answers=count) for count in (19, 20)] == [False, True]
    assert may_keep_place(Channel.CARD, answers=0)


def test_unseen_characters_hide_nothing() -> None:
    assert clean_words(" \u202eRing 070\u200b-174\x00 06 05\r\n") == "Ring 070-174 06 05"


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        clean_words("å" * (LONGEST + 1))
    assert (caught.value.code, caught.value.params["length"]) == ("voice_too_long", LONGEST + 1)


@pytest.mark.parametrize(
    ("numbers", "lost"),
    [
        ({"link": 300, "code": 20}, set()),
        ({"link": 300, "code": 1}, {"link", "code"}),
        ({"link": 300, "code": 25, "paper": 3}, {"code", "paper"}),
        ({"link": 300, "code": 19, "paper": 3}, {"code", "paper"}),
        ({"link": 12, "code": 15, "paper": 19}, {"link", "code", "paper"}),
        ({"link": 5, "code": 0}, {"link"}),
    ],
)
def test_a_way_that_few_took_is_lost_and_with_it_others_until_twenty_stand_behind(
    numbers: dict[str, int], lost: set[str]
) -> None:
    assert too_few(numbers) == lost
