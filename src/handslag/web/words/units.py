"""Words for what promises count, one and several, in the language of the page.

A measure keeps the word for one ("trafikkontroll"), sometimes for several ("insatser"). The endings
of Swedish nouns are few here; a word that no row knows is shown as it was promised.
"""

from decimal import Decimal

from django.utils.translation import get_language, override

# ending of one, ending of several; English one, English several ("" keeps the Swedish word)
_NOUNS = (
    ("trafikkontroll", "trafikkontroller", "traffic check", "traffic checks"),
    ("kontroll", "kontroller", "check", "checks"),
    ("arbetspass", "arbetspass", "shift", "shifts"),
    ("skolbesök", "skolbesök", "school visit", "school visits"),
    ("besök", "besök", "visit", "visits"),
    ("insats", "insatser", "effort", "efforts"),
    ("aktivitet", "aktiviteter", "activity", "activities"),
    ("tillfälle", "tillfällen", "occasion", "occasions"),
    ("gång", "gånger", "time", "times"),
    ("timme", "timmar", "hour", "hours"),
    ("minut", "minuter", "minute", "minutes"),
    ("dag", "dagar", "day", "days"),
    ("kväll", "kvällar", "evening", "evenings"),
    ("dialogmöte", "dialogmöten", "dialogue meeting", "dialogue meetings"),
    ("dialog", "dialoger", "dialogue", "dialogues"),
    ("möte", "möten", "meeting", "meetings"),
    ("träff", "träffar", "meeting", "meetings"),
    ("tillsyn", "tillsyner", "inspection", "inspections"),
    ("nattvandring", "nattvandringar", "night walk", "night walks"),
    ("trygghetsvandring", "trygghetsvandringar", "safety walk", "safety walks"),
    ("vandring", "vandringar", "walk", "walks"),
    ("patrullering", "patrulleringar", "patrol", "patrols"),
    ("föreläsning", "föreläsningar", "lecture", "lectures"),
    ("utbildning", "utbildningar", "course", "courses"),
    ("kampanj", "kampanjer", "campaign", "campaigns"),
    ("enkät", "enkäter", "survey", "surveys"),
    ("åtgärd", "åtgärder", "measure", "measures"),
    ("mätning", "mätningar", "measurement", "measurements"),
    ("kontakt", "kontakter", "contact", "contacts"),
    ("grupp", "grupper", "group", "groups"),
    ("runda", "rundor", "round", "rounds"),
    ("rond", "ronder", "round", "rounds"),
)


def unit_word(unit: str, number: Decimal | int) -> str:
    """The word for `number` of `unit`: 1 insats, 2 insatser; no unit is gång/gånger."""
    word = unit.strip().lower() or "gång"
    for noun in _NOUNS:
        ending = next((end for end in noun[:2] if word.endswith(end)), None)
        if ending is not None:
            return _in_number(word.removesuffix(ending), noun, is_one=number == 1)
    return unit


def in_plural(unit: str) -> str:
    """The Swedish word for several of `unit`, for forms: promises are in Swedish. No unit stays none."""
    with override("sv"):
        return unit_word(unit, 2) if unit.strip() else ""


def _in_number(stem: str, noun: tuple[str, str, str, str], *, is_one: bool) -> str:
    if get_language() == "en" and not stem:
        return noun[2] if is_one else noun[3]
    return stem + (noun[0] if is_one else noun[1])
