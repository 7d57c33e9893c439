"""Things done once: a deliverable made, started or gone through, or a single named occasion ("en dialog")."""

import re

from handslag.domain.reading.clauses import acts_of
from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.words import Wording

_VERB = (
    r"(?:(?:in|upp)rätta[sr]?|(?:åter)?inför(?:as?|s)?|start(?:a[sr]?)(?:\sigång|\supp)?|bilda[sr]?|etablera[sr]?"
    r"|initiera[sr]?|implementera[sr]?|formulera[sr]?|utarbeta[sr]?|påbörja[sr]?|inled(?:as?|er|s)"
    r"|kartlägg(?:as?|er|s)|inventera[sr]?|utred(?:as?|er|s)|undersök(?:as?|er|s)|se[rs]?\söver|gå[rs]?\sigenom"
    r"|ansök(?:as?|er)(?:\som)?|verkställ(?:as?|er|s)|färdigställ(?:as?|er|s)|slutför(?:as?|s)?|permanenta[sr]?"
    r"|ta[rs]?\sfram|ta[rs]?\sinitiativ\still|arbeta[sr]?\s(?:fram|med\sen\s\w{0,20}plan)|revidera[sr]?"
    r"|uppdatera[sr]?|stäm(?:mas?|mer)\sav|ändra[sr]?|utse[rs]?|anställ(?:as?|er|s)|tillsätt(?:as?|er|s)"
    r"|rekrytera[r]?|invig(?:as?|er|s)|lansera[sr]?|sjösätt(?:as?|er|s)|analysera[sr]?|utvärdera[sr]?)"
)
# "fortsätta se över", "svara för att grupper startas", "verka för att införa": not the promisor's single act.
_NOT_SINGLE = re.compile(
    r"(?:kontinuerligt|löpande|regelbundet|återkommande|fler|ständigt|ansvara\sför|svara\sför|verka\sför|arbeta\sför"
    r"|vill|vid\sbehov|fortsätt\w{1,20}|planera[sr]?(?:\satt)?|möjlighet(?:en)?\satt"
    r"|stödja|hjälpa|(?<!\w)när|(?<!\w)där|(?<!\w)som|vilka)(?:\s\w+){0,4}\s$",
)
_GOES_ON = re.compile(r"[^.;,]{0,60}(?<!\w)(?:kontinuerligt|löpande(?=[.,]|$)|regelbundet|vid\sbehov)(?!\w)")
_NOT_ITS_OBJECT = (
    r"(?!\s(?:\w+\s)?(?:insats\w*|åtgärd(?:er|erna)?|aktivitet\w*|idéer|förslag|beteende\w*|attityd\w*"
    r"|siffrorna|rapporter)(?!\w))"
)
_MADE = Pattern(
    rf"(?<![\w-]){_VERB}(?![\w-]){_NOT_ITS_OBJECT}",
    "ansök arbeta bilda era fram igenom inför initiativ inled invig kartlägg permanenta påbörja rätta"
    " sjösätt slutför start ställ stäm tillsätt undersök utred utse ändra över",
)
_OCCASION = (
    r"(?:dialog|möte|träff|vandring|rundan?|ronden?|dag|kväll|vecka|kampanj|enkät|mätning|undersökning|utbildning"
    r"|föreläsning|tillsyn|kontroll|insats|konferens|workshop|café|kafé|fest|seminari(?:um|et)|övning|besök"
    r"|utställning|översyn|inventering|kartläggning|utredning|utvärdering|analys|studie)"
)
_THING = (
    r"(?:plan|policy|strategi|grupp|forum|råd|modell|rutin|lägesbild|överenskommelse|centrum|nätverk|funktion|tjänst"
    r"|app|webbplats|broschyr|folder|film|karta|checklista|metod|projekt|rapport|program|pilot|mötesplats|lokal|park"
    r"|skylt|kamera|belysning|telefonlinje|poliskontor)"
)
# Between the article and the noun stand adjectives, which end alike.
_SINGLE = Pattern(
    r"(?<![\w-])(?<!genom\s)(?:en|ett)\s(?:(?!sådan|vanlig)[^\W\d_]+(?:[adtsklmn]|ig|iv|e|a|en)\s){0,3}"
    rf"[\w-]{{0,30}}{_OCCASION}(?!\w)",
    "analys besök café dag dialog enkät fest föreläsning insats inventering kafé kampanj kartläggning"
    " konferens kontroll kväll möte mätning rond rund seminari studie tillsyn träff undersökning"
    " utbildning utredning utställning utvärdering vandring vecka workshop översyn övning",
)
_SINGLE_THING = Pattern(
    r"(?<!\w)(?:göra|gör|ta|tar|ha|skapar?|bygg(?:a|er)|öppnar?|utformar?|skriv(?:a|er)|tecknar?|upprättar?|ordnar?"
    r"|genomföra?|sätt(?:a|er)\supp|installerar?|anlägg(?:a|er)|inrättar?|erbjud(?:a|er)|utveckla[r]?)"
    rf"\s(?:en|ett)\s(?:[^\W\d_]+\s){{0,3}}[\w-]{{0,30}}{_THING}(?!\w)",
    "app belysning broschyr centrum checklista film folder forum funktion grupp kamera karta lokal"
    " lägesbild metod modell mötesplats nätverk park pilot plan policy poliskontor program projekt rapport"
    " rutin råd skylt strategi telefonlinje tjänst webbplats överenskommelse",
)


def find_deliverable(promise: Wording) -> Span | None:
    """The words of a promise that name something done once; None for repeated, hoped-for or others' acts."""
    for act in acts_of(promise):
        for pattern in (_MADE, _SINGLE, _SINGLE_THING):
            for match in promise.finditer(pattern, *act):
                before = promise.low[max(act.start, match.start() - 60) : match.start()]
                if not _NOT_SINGLE.search(before) and not _GOES_ON.match(promise.low, match.end()):
                    return Span(*match.span())
    return None
