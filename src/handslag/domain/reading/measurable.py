"""The field `measurable`: could a resident tell afterwards, by counting or by a plain fact, that it was kept?

Numbers, rhythms and time limits always can be checked. Named occasions, deliverables, presence in a
concrete form and plain acts can, unless the clause only strives, compares without a baseline or
gives priority.
"""

import re
from collections.abc import Iterator

from handslag.domain.reading.cadence import Rate
from handslag.domain.reading.clauses import acts_of
from handslag.domain.reading.finds import CadenceUnit, Find, Span

_STRIVES = re.compile(
    r"(?<!\w)(?:verka(?:r|s)?\s(?:\w+\s)?för|arbeta(?:r|s)?\s(?:\w+\s){0,3}?(?:för|mot)|försök(?:a|er)|(?:efter)?sträva(?:r|n)?|bidra(?:r|ga)?|medverka(?:r)?\still"
    r"|prioriter\w+|prioritet|vid\sbehov|om\smöjligt|om\sdet\sbehövs|när\sdet\sbehövs|i\smån\sav|så\slångt|möjlig(?:t|heten)"
    r"|ansvara?\sför\satt|svara\sför\satt|vill\s|lägga\sstörre|större\svikt|gå(?:r)?\sföre|strävar)(?!\w)",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"(?<!\w)(?:öka(?:r|d|t|de|s)?|fler|mer|mera|bättre|oftare|tätare|större|minska(?:r|d|t|de|s)?|färre|förbättra\w*|förstärk\w*"
    r"|stärk\w*|utök\w*|högre|lägre|synligare|bygga\sut|utveckla\w*|satsa\w?)(?!\w)",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"(?<!\w)än\s(?:(?:under|år|i|hösten|våren)\s)?(?:(?:19|20)\d\d|i\sfjol|förra\såret|året\sinnan)(?!\w)",
    re.IGNORECASE,
)
_OCCASIONS = re.compile(
    r"(?<!\w)(?!till\sexempel|exempelvis|t\.ex)(?:[\wåäö-]{0,24}(?:vandring|runda|rond|träff|föreläsning|tillsyn|kampanj|enkät|mätning|besök|kontroll|workshop"
    r"|utbildning|temadag|informationsdag|konferens|seminari|undersökning|razzia|övning|kafé|café)(?:er|ar|ena|erna|arna|en|et|um|or|orna|n|s)?"
    r"|[\wåäö-]{0,24}(?:möte|dialog)(?:n|na|r|t|ts|er|en|erna)?"
    r"|(?:kontrollera|mäta|föreläsa|besöka|utbilda|patrullera|hembesöka|fotpatrullera|dörrknacka)(?:r|s)?|föreläs(?:er|s)|(?:be)?sök(?:er|s)\supp|mäter|besök(?:er|s))(?!\w)",
    re.IGNORECASE,
)
_NOT_OCCASIONS = re.compile(
    r"(?:möten?|mötesplats\w*|personliga\smöten|dialog|samarbetsmöte|egenkontroll\w*|kontroll\söver|till\sexempel\s\w+|(?:uppföljnings|avlopps|nät)mätning\w*)",
    re.IGNORECASE,
)
_PRESENCE = re.compile(
    r"(?<!\w)(?:\w{0,12}patrull\w*|till\sfots|på\scykel|trygghetsvärd\w*|ordningsvakt\w*|väktare|arbetstid|arbetspass|poliskontor\w*"
    r"|fältare|fältarbetare|fältassistenter|centrumvärd\w*|områdesvärd\w*|nattvandr\w*|trygghetspatrull\w*|kameror?|kamerabevakning)(?!\w)",
    re.IGNORECASE,
)
_SCHOOLS = r"(?:\w*skol(?:a|an|or|orna)|fritidsgård\w*|\w*gymnasi\w*|\w*klass(?:er|erna|en)?|årskurs\w*|\w*akademi\w*|ungdomsgård\w*)"
_PLAIN_ACTS = re.compile(
    rf"(?<!\w)(?:(?:gå|komma|finnas|åka|kommer|vara|är|närvara)\s(?:\w+\s){{0,2}}?(?:till|på|i|vid)\s(?:\w+\s){{0,2}}?{_SCHOOLS}"
    r"|(?:delta|deltar|vara\smed|medverka|medverkar)\s(?:i|vid|på)\s(?:\w+\s){0,2}?\w*(?:grupp|grupper|grupperna|gruppen|råd|rådet|möten|mötet|forum|veckan|veckor|dagen|vandring|vandringar)"
    r"|(?:hålla(?:r)?|håller)\s(?:fast\svid|öppet)|(?:använda|använder|följa|följer|enligt|införa)\s(?:konceptet|modellen|metoden|[A-ZÅÄÖ]\w+\s[a-zåäö]+)"
    r"|(?:bygga|bygger|installera|installerar|sätta\supp|sätter\supp|dela\sut|delar\sut|montera|asfaltera|anlägga|anlägger|byta\sut|byter\sut|ta\sbort|riva)"
    r"(?!\s(?:\w+\s)?(?:ut|upp|vidare|på|relation\w*|förtroende\w*|nätverk))"
    r"|erbjud(?:a|er|s)|(?:åka|resa)\s(?:fritt|gratis)|kostnadsfri\w*|gratis|polisanmäl\w+|anmäl(?:a|er|s)|saner\w+"
    r"|skicka\sut|skickar\sut|publicera\w*|utlysa?|införskaffa|köpa\sin|köper\sin)(?!\w)"
)
_VAGUE = re.compile(
    r"(?<!\w)(?:samverka\w*|samarbeta\w*|offensivt|kraftfullt|agera\w*|uppmärksam\w*|kontaktskapande)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?;]+(?:\.(?=\w)[^.!?;]*)*")


def is_measurable(
    text: str, span: Span, rate: Rate | None, unheld: Find | None, has_place_or_time: bool
) -> bool:
    """Whether the promise at `span` could be checked; `has_place_or_time`: it names a place or a time."""
    if unheld or (
        rate and (rate.counts or rate.cadence.per not in (CadenceUnit.ONCE, CadenceUnit.EACH_EVENT))
    ):
        return True
    if _BASELINE.search(text, span.start, span.end):
        return True
    return any(_is_fact(text, clause, rate, has_place_or_time) for clause in _clauses(text, span))


def _clauses(text: str, span: Span) -> Iterator[Span]:
    """Sentences without their purpose clauses."""
    for act in acts_of(text, span):
        for match in _SENTENCE.finditer(text, act.start, act.end):
            yield Span(*match.span())


def _is_fact(text: str, clause: Span, rate: Rate | None, has_place_or_time: bool) -> bool:
    def says(pattern: re.Pattern[str]) -> bool:
        return pattern.search(text, clause.start, clause.end) is not None

    if says(_STRIVES):
        return False
    if rate and clause.start <= rate.cadence.span.start < clause.end:
        return rate.cadence.per is CadenceUnit.ONCE or not says(_VAGUE)
    if says(_COMPARES):
        return False
    return _names_occasion(text, clause) or (has_place_or_time and says(_PRESENCE)) or says(_PLAIN_ACTS)


def _names_occasion(text: str, clause: Span) -> bool:
    return any(
        not _NOT_OCCASIONS.fullmatch(match[0])
        for match in _OCCASIONS.finditer(text, clause.start, clause.end)
    )
