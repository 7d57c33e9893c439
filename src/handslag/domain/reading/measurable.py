"""The field `measurable`: could a resident tell afterwards, by counting or by a plain fact, that it was kept?

Numbers, rhythms and time limits always can be checked. Named occasions, deliverables, presence in a
concrete form and plain acts can, unless the clause only strives, compares without a baseline or
gives priority.
"""

import re
from collections.abc import Iterator

from handslag.domain.reading.clauses import acts_of
from handslag.domain.reading.deadlines import find_deadline
from handslag.domain.reading.finds import CadenceUnit, Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.quantity import find_share
from handslag.domain.reading.stated import Stated
from handslag.domain.reading.words import Wording

_STRIVES = Pattern(
    r"(?<!\w)(?:verka[rs]?\s(?:\w+\s)?för|arbeta[rs]?\s(?:(?!med)\w+\s){0,3}?(?:för|mot)|försök(?:a|er)|(?:efter)?sträva[rn]?"
    r"|bidra(?:r|ga)?|medverka[r]?\still|prioriter\w+|prioritet|vid\sbehov|om\smöjligt|(?:om|när)\sdet\sbehövs"
    r"|i\smån\sav|så\slångt|(?:där|när)\sdet\sär\smöjligt|varje\smöjligt|ansvara?\sför\satt|svara\sför\satt|vill"
    r"|(?:lägga\s)?större\svikt|gå[r]?\sföre)(?!\w)",
    "arbeta behov behövs bidra försök före långt mån möjligt priorit svar sträva verka vikt vill",
)
_COMPARES = Pattern(
    r"(?<!\w)(?:öka(?:r|d|t|de|s)?|fler|mera?|bättre|oftare|tätare|större|minska(?:r|d|t|de|s)?|färre|förbättra\w*"
    r"|förstärk\w*|stärk\w*|utök\w*|högre|lägre|synligare|bygga\sut|utveckla\w*|satsa\w?)(?!\w)",
    "bättre bygga fler färre förbättra förstärk högre lägre mer minska oftare satsa stärk större"
    " synligare tätare utveckla utök öka",
)
_BASELINE = Pattern(
    r"(?<!\w)(?:än|jämfört\smed)\s(?:(?:under|år|i|hösten|våren)\s)?"
    r"(?:(?:19|20)\d\d|i\sfjol|i\s?dag|förra\såret|året\sinnan)(?!\w)",
    begins="än jämfört",
)
_OCCASIONS = Pattern(
    r"(?<!\w)(?:[\w-]{0,24}(?:vandring|rund|rond|träff|föreläsning|tillsyn|kampanj|enkät|mätning|besök|kontroll"
    r"|workshop|utbildning|temadag|informationsdag|konferens|seminari|undersökning|razzi|övning|kafé|café)"
    r"(?:er|ar|ena|erna|arna|en|et|um|a|or|orna|n|s)?|[\w-]{0,24}(?:möte|dialog)(?:n|na|r|t|ts|er|en|erna)?"
    r"|(?:kontrollera|mäta|föreläsa|besöka|utbilda|hembesöka|dörrknacka)[rs]?|föreläs(?:er|s)|mäter|besök(?:er|s))(?!\w)",
    "besök café dag dialog dörrknacka enkät föreläs kafé kampanj konferens kontroll mät möte rond rund"
    " razzi seminari tillsyn träff undersökning utbild vandring workshop övning",
)
# Words that look like occasions: talk in general, follow-up, and work that goes on by itself.
_NOT_OCCASIONS = re.compile(
    r"möten?|mötesplats\w*|dialog|samarbetsmöte|egenkontroll\w*|(?:uppföljnings|avlopps)mätning\w*"
)
_AS_EXAMPLE = re.compile(r"(?:till\sexempel|exempelvis|t\.ex\.)(?:\s\w+){0,2}\s$")
_MORE_OF_IT = re.compile(r"(?:fler|mer|ökat?|ökade|öka|utöka|utökad[et]?|tätare|bättre|antalet)\s(?:\w+\s)?$")
_BY_MEANS = re.compile(r"(?:genom|med\shjälp\sav)\s(?:\w+\s)?$")
_PRESENCE = Pattern(
    r"(?<!\w)(?:\w{0,12}patrull\w*|till\sfots|på\scykel|(?:trygghets|ordnings|centrum|områdes)(?:värd|vakt)\w*|väktare|volontär\w*"
    r"|arbetstid|arbetspass|poliskontor\w*|fält(?:are|arbetare|assistenter)|nattvandr\w*|kameror?|kamerabevakning)(?!\w)",
    "arbetspass arbetstid cykel fots fält kamera kamero nattvandr patrull poliskontor vakt volontär värd"
    " väktare",
)
_SCHOOLS = (
    r"(?:\w*skol(?:an?|or|orna)|fritidsgård\w*|\w*gymnasi\w*|\w*klass(?:er|erna|en)?|årskurs\w*|\w*akademi\w*"
    r"|ungdomsgård\w*)"
)
_MEETINGS = r"\w*(?:grupp(?:er|erna|en)?|råd(?:et)?|möten|mötet|forum|veckan|veckor|dagen|vandring(?:ar)?)"
_PLAIN_ACTS = Pattern(
    r"(?<!\w)(?:(?:gå|komma|finnas|åka|kommer|vara|är|närvara)\s(?:\w+\s){0,2}?(?:till|på|i|vid)\s(?:\w+\s){0,2}?"
    rf"{_SCHOOLS}|(?:deltar?|vara\smed|medverkar?)\s(?:i|vid|på)\s(?:\w+\s){{0,2}}?{_MEETINGS}|håll(?:a|er)\söppet"
    r"|(?:bygg(?:a|er|s)|installera[rs]?|sätt(?:a|er|s)\supp|dela[rs]?\sut|montera[rs]?|asfaltera[rs]?|anlägg(?:a|er|s)"
    r"|byt(?:a|er|s)\sut|klipp(?:a|er|s)\sner|riv(?:a|er|s))"
    r"(?!\s(?:\w+\s)?(?:ut|upp|vidare|på|relation\w*|förtroende\w*|nätverk))|erbjud(?:a|er|s)"
    r"|(?:åka|resa)\s(?:fritt|gratis)|kostnadsfri\w*|gratis|polisanmäl\w+|anmäl(?:a|er|s)|saner\w+|med\shund"
    r"|informer(?:a|ar|as)\s(?:\w+\s){0,4}?(?:årskurs|åk|klass)\w{0,5}\s\d"
    r"|skickar?\sut|publicera\w*|införskaffa|köp(?:a|er)\sin)(?!\w)",
    "akademi anlägg anmäl asfaltera bygg byt delar dela delta erbjud fritidsgård fritt gratis gymnasi hund"
    " håll informer installera införskaffa klass klipp kostnadsfri köp medverka montera publicera riv"
    " saner skicka skol sätt ungdomsgård vara årskurs",
)
# A method by its name: "använder ”Trygg hemma”", "håller fast vid Norrbymodellen".
_NAMED_METHOD = re.compile(
    r"(?<!\w)(?:använd(?:a|er)|följ(?:a|er)|håll(?:a|er)\sfast\svid)\s(?:konceptet\s|modellen\s|metoden\s)?[”\"]?"
    r"[A-ZÅÄÖ]\w+(?!\w|\sinsatsgrupp)"
)
_VAGUE = Pattern(
    r"(?<!\w)(?:samverka\w*|samarbeta\w*|offensivt|kraftfullt|agera\w*|kontaktskapande)(?!\w)",
    "agera kontaktskapande kraftfullt offensivt samarbeta samverka",
)
_SENTENCE = re.compile(r"[^.!?;]+(?:\.(?=\w)[^.!?;]*)*")


def is_measurable(promise: Wording, stated: Stated) -> bool:
    """Whether a promise could be checked."""
    rate = stated.rate
    if rate and (rate.counts or rate.per not in (CadenceUnit.ONCE, CadenceUnit.EACH_EVENT)):
        return True
    if stated.unheld or find_deadline(promise) or find_baseline(promise) or find_share(promise):
        return True
    return any(_is_fact(promise, clause, stated) for clause in _clauses(promise))


def find_baseline(promise: Wording) -> Span | None:
    """The words a comparison is made with ("än 2018")."""
    return promise.find(_BASELINE)


def _clauses(promise: Wording) -> Iterator[Span]:
    """Sentences without their purpose clauses, each up to where it begins to strive."""
    for act in acts_of(promise):
        for match in _SENTENCE.finditer(promise.low, *act):
            strives = promise.search(_STRIVES, *match.span())
            yield Span(match.start(), strives.start() if strives else match.end())


def _is_fact(promise: Wording, clause: Span, stated: Stated) -> bool:
    rate = stated.rate

    def says(pattern: Pattern) -> bool:
        return promise.search(pattern, *clause) is not None

    if rate and clause.start <= rate.span.start < clause.end:
        return rate.per is CadenceUnit.ONCE or not says(_VAGUE)
    compares = says(_COMPARES)
    if _names_occasion(promise, clause, compares):
        return True
    if compares:
        return False
    is_method = _NAMED_METHOD.search(promise.text, *clause) is not None
    return is_method or says(_PLAIN_ACTS) or (stated.is_narrowed and says(_PRESENCE))


def _names_occasion(promise: Wording, clause: Span, compares: bool) -> bool:
    """Whether the clause names a kind of occasion, not "fler kontroller" nor "synas mer genom kontroller"."""
    low = promise.low
    for match in promise.finditer(_OCCASIONS, *clause):
        before = low[max(clause.start, match.start() - 40) : match.start()]
        is_more = _MORE_OF_IT.search(before) or (compares and _BY_MEANS.search(before))
        if not (is_more or _NOT_OCCASIONS.fullmatch(match[0]) or _AS_EXAMPLE.search(before)):
            return True
    return False
