"""Words for surveys at the desk: kinds of questions, states, lanes, languages, conditions."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from handslag.domain.surveys import (
    EASY,
    LANGUAGES,
    Expression,
    Kind,
    Lane,
    Survey,
    SurveyState,
    own_name,
    written,
)
from handslag.domain.surveys.shown_if import ShownIf, shown_if
from handslag.web.errors import language
from handslag.web.words.labels import Word

LONG_TEXT = "long_text"  # a text with room for several lines: a kind of its own to whoever chooses
KINDS: dict[str, Word] = {
    Kind.SINGLE: _("One choice"),
    Kind.MULTIPLE: _("Several choices"),
    Kind.SCALE: _("Scale"),
    Kind.RANKING: _("Put in order"),
    LONG_TEXT: _("Own words, several lines"),
    Kind.TEXT: _("Own words, one line"),
    Kind.PLACE: _("Place, from the municipality's list"),
    Kind.INTEGER: _("Whole number"),
    Kind.DECIMAL: _("Number with decimals"),
    Kind.DATE: _("Date"),
    Kind.NOTE: _("Words to read, nothing to answer"),
}
STATES: dict[str, Word] = {
    SurveyState.DRAFT: _("Draft"),
    SurveyState.OPEN: _("Open"),
    SurveyState.CLOSED: _("Closed"),
    SurveyState.FROZEN: _("Closed, results are final"),
}
LANES: dict[str, Word] = {
    Lane.OPEN_LINK: _("Open link: anybody can answer. Does not show what everybody thinks."),
    Lane.CODE: _("Code: from a letter, the library or a meeting, used once."),
    Lane.STAFF: _("Staff: typed in from paper or a talk in the street."),
}


def language_name(tag: str) -> str:
    """The language in the language of the page, with its own name: "Arabic (العربية)"; the tag if unknown."""
    if tag not in LANGUAGES:
        return tag
    own = own_name(tag)
    ours = _SWEDISH.get(tag, own) if language() == "sv" else LANGUAGES[tag][1]
    return ours if ours.casefold() == own.casefold() or tag == EASY else f"{ours} ({own})"


def condition_words(survey: Survey, condition: Expression | None) -> str:
    """When something is asked, in words where it is a plain condition; "" when always."""
    if condition is None:
        return ""
    shown = shown_if(condition)
    said = _plain(survey, shown) if shown else ""
    return said or gettext("Shown if {condition}").format(condition=written(condition))


def _plain(survey: Survey, shown: ShownIf) -> str:
    first = survey.languages[0]
    asked = next((one for one in survey.questions if one.name == shown.question), None)
    choices = survey.choices_of(asked) if asked else ()
    choice = next((one for one in choices if one.name == shown.choice), None)
    if asked is None or choice is None:
        return ""
    form = (
        gettext("Shown if “{question}” is not “{choice}”")
        if shown.is_not
        else gettext("Shown if “{question}” is “{choice}”")
    )
    return form.format(question=asked.label.say(first), choice=choice.label.say(first))


_SWEDISH = {
    "sv": "Svenska",
    EASY: "Lättläst svenska",
    "en": "Engelska",
    "ar": "Arabiska",
    "so": "Somaliska",
    "fa": "Persiska",
    "prs": "Dari",
    "ti": "Tigrinska",
    "ckb": "Sorani",
    "kmr": "Kurmanji",
    "uk": "Ukrainska",
    "ru": "Ryska",
    "fi": "Finska",
    "pl": "Polska",
    "es": "Spanska",
    "fr": "Franska",
    "de": "Tyska",
    "tr": "Turkiska",
    "th": "Thailändska",
    "se": "Nordsamiska",
    "sma": "Sydsamiska",
    "fit": "Meänkieli",
}
