"""A survey that tests answer: five scales, one of every other kind, skip logic, Swedish, English, Arabic."""

from copy import deepcopy
from datetime import date, datetime
from typing import Any

from handslag.clock import STOCKHOLM
from handslag.domain.surveys import Lane, SurveyState
from handslag.models.models import Municipality, Survey

OPENS, CLOSES = date(2019, 8, 20), date(2019, 9, 30)
SCALES = ("kvall", "dag", "centrum", "buss", "skola")


def _words(sv: str, en: str = "", ar: str = "") -> dict[str, str]:
    return {tag: words for tag, words in {"sv": sv, "en": en, "ar": ar}.items() if words}


def _scale(name: str, where: str) -> dict[str, Any]:
    return {
        "name": name,
        "kind": "scale",
        "lowest": 1,
        "highest": 5,
        "label": _words(f"Hur trygg känner du dig {where}?"),
        "low_label": _words("Mycket otrygg", "Very unsafe"),
        "high_label": _words("Mycket trygg", "Very safe"),
    }


DEFINITION: dict[str, Any] = {
    "id": "trygghet",
    "version": 1,
    "title": _words("Trygghet i Härnösand", "Safety in Härnösand", "الأمان في هارنوساند"),
    "languages": ["sv", "en", "ar"],
    "pages": [
        {
            "name": "tryggheten",
            "label": _words("Din trygghet", "Your safety", "أمانك"),
            "questions": [
                {
                    "name": "ute",
                    "kind": "single",
                    "choices": "ja_nej",
                    "is_required": True,
                    "label": _words(
                        "Går du ut när det är mörkt?", "Do you go out after dark?", "هل تخرج بعد حلول الظلام؟"
                    ),
                },
                {**_scale("kvall", "på kvällen"), "relevant": "${ute} = 'ja'"},
                _scale("dag", "på dagen"),
                _scale("centrum", "i centrum"),
                _scale("buss", "på bussen"),
                _scale("skola", "vid skolan"),
                {
                    "name": "trygg",
                    "kind": "text",
                    "is_long": True,
                    "label": _words(
                        "Vad gör dig trygg?", "What makes you feel safe?", "ما الذي يجعلك تشعر بالأمان؟"
                    ),
                },
            ],
        },
        {
            "name": "om_dig",
            "questions": [
                {
                    "name": "lasa",
                    "kind": "note",
                    "label": _words("Nu några frågor om dig.", "Now some questions about you."),
                },
                {
                    "name": "var",
                    "kind": "place",
                    "choices": "places",
                    "label": _words("Var bor du?", "Where do you live?"),
                },
                {
                    "name": "barn",
                    "kind": "integer",
                    "label": _words("Hur många barn har du?"),
                    "constraint": ". >= 0 and . <= 20",
                },
                {
                    "name": "viktigt",
                    "kind": "ranking",
                    "choices": "atgarder",
                    "label": _words("Vad är viktigast?"),
                },
                {
                    "name": "sett",
                    "kind": "multiple",
                    "choices": "atgarder",
                    "label": _words("Vad har du sett?"),
                },
                {"name": "nar", "kind": "date", "label": _words("När var du senast på ett möte?")},
            ],
        },
    ],
    "choice_lists": {
        "ja_nej": [
            {"name": "ja", "code": 1, "label": _words("Ja", "Yes", "نعم")},
            {"name": "nej", "code": 2, "label": _words("Nej", "No", "لا")},
        ],
        "places": [
            {"name": "centrum", "code": 1, "label": _words("Centrum")},
            {"name": "ramvik", "code": 2, "label": _words("Ramvik")},
        ],
        "atgarder": [
            {"name": "ljus", "code": 1, "label": _words("Belysning")},
            {"name": "polis", "code": 2, "label": _words("Poliser till fots")},
            {"name": "vakt", "code": 3, "label": _words("Nattvandrare")},
        ],
    },
}


def make_survey(municipality: Municipality, **fields: Any) -> Survey:
    """An open survey that takes answers in all three lanes."""
    known: dict[str, Any] = {
        "slug": "trygghet",
        "definition": deepcopy(DEFINITION),  # a test that changes it changes its own
        "state": SurveyState.OPEN,
        "opens_on": OPENS,
        "closes_on": CLOSES,
        "lanes": list(Lane),
        "purpose": _words("Kommunen och polisen använder svaren när de väljer årets löften."),
        "controller": _words("Kommunstyrelsen i Härnösand"),
        "opened_at": datetime(2019, 8, 20, 8, tzinfo=STOCKHOLM),
    }
    return Survey.objects.create(municipality=municipality, **(known | fields))
