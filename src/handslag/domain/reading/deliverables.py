"""Things done once: a deliverable made, started or gone through, or a single named occasion ("en dialog")."""

import re

from handslag.domain.reading.clauses import acts_of
from handslag.domain.reading.finds import Find, Span

_VERB = (
    r"(?:(?:in|upp)rätta(?:s|r)?|inrättas|inför(?:a|s|as)?|start(?:a|as|ar)(?:\sigång|\supp)?|startar\supp"
    r"|bilda(?:s|r)?|etablera(?:s|r)?|kartlägg(?:a|as|er|s)|inventera(?:s|r)?|utred(?:a|as|er|s)"
    r"|undersök(?:a|as|er|s)|se(?:r|s)?\söver|gå(?:r|s)?\sigenom|ansök(?:a|er|as)(?:\som)?|verkställ(?:a|as|er|s)"
    r"|färdigställ(?:a|as|er|s)|slutför(?:a|as|s)?|(?:ta|tar|tas)\sfram|(?:arbeta|arbetas|arbetar)\s(?:fram|med\sen(?=\s\w{0,20}plan))"
    r"|revidera(?:s|r)?|uppdatera(?:s|r)?|stäm(?:ma|mas|mer|s)\sav|ändra(?:s|r)?|utse(?:r|s)?|anställ(?:a|as|er|s)"
    r"|tillsätt(?:a|as|er|s)|rekrytera(?:s|r)?|invig(?:a|as|er|s)|lansera(?:s|r)?|sjösätt(?:a|as|er|s)"
    r"|analysera(?:s|r)?|utvärdera(?:s|r)?|förstudie)"
)
# "fortsätta se över", "svara för att grupper startas", "verka för att införa": not the promisor's single act.
_NOT_SINGLE = re.compile(
    r"(?:kontinuerligt|löpande|regelbundet|återkommande|fler|ständigt|ansvara\sför|svara\sför|verka\sför|arbeta\sför|vill"
    r"|planera(?:r)?(?:\satt)?|möjlighet(?:en)?\satt|stödja|hjälpa|\bnär|\bdär|\bsom|åtgärder\ssom|vilka)(?:\s\w+){0,4}\s$",
    re.IGNORECASE,
)
_NOT_ITS_OBJECT = r"(?!\s(?:insats\w*|åtgärd\w*|aktivitet\w*|idéer|förslag|beteende\w*|attityd\w*)(?!\w))"
_MADE = re.compile(rf"(?<![\w-]){_VERB}(?![\w-]){_NOT_ITS_OBJECT}", re.IGNORECASE)

_OCCASION = (
    r"(?:dialog|möte|träff|vandring|rundan?|ronden?|dag|kväll|vecka|kampanj|enkät|mätning|undersökning|utbildning"
    r"|föreläsning|tillsyn|kontroll|insats|konferens|workshop|café|kafé|fest|seminari(?:um|et)|övning|besök|information|utställning)"
)
_THING = (
    r"(?:plan|policy|strategi|grupp|forum|råd|modell|rutin|inventering|kartläggning|utredning|lägesbild|överenskommelse"
    r"|centrum|nätverk|funktion|tjänst|app|webbplats|broschyr|folder|film|karta|checklista|metod|projekt|analys|rapport"
    r"|program|pilot|studie|mötesplats|lokal|park|skylt|kamera|belysning|telefonlinje|poliskontor|översyn)"
)
_SINGLE = re.compile(
    rf"(?<![\w-])(?<!genom\s)(?:en|ett)\s(?:(?!sådan)[^\W\d_]+(?:ad|at|t|sk|ig|ell|iv|ell?t|ande|ende|am|a|en|ny|öppen|egen|d|s|l|m)\s){{0,3}}"
    rf"[\wåäö-]{{0,30}}{_OCCASION}(?!\w)",
    re.IGNORECASE,
)
_SINGLE_THING = re.compile(
    rf"(?<!\w)(?:göra|gör|ta|tar|ha|skapa|skapar|bygga|bygger|öppna|öppnar|utforma|utformar|skriva|teckna|tecknar|upprätta"
    rf"|genomföra|genomför|sätta\supp)"
    rf"\s(?:en|ett)\s(?:[^\W\d_]+\s){{0,3}}[\w-]{{0,30}}{_THING}(?!\w)",
    re.IGNORECASE,
)


def find_deliverable(text: str, span: Span) -> Find | None:
    """The words at `span` that promise something done once; None for repeated, hoped-for or others' acts."""
    for act in acts_of(text, span):
        for pattern in (_MADE, _SINGLE, _SINGLE_THING):
            for match in pattern.finditer(text, act.start, act.end):
                before = text[max(act.start, match.start() - 60) : match.start()]
                if not _NOT_SINGLE.search(before):
                    return Find(match[0], Span(*match.span()))
    return None
