"""Duties on every case or event: "vid varje …", "när skolan önskar det", "lagas inom 24 timmar"."""

from handslag.domain.reading.finds import Span
from handslag.domain.reading.patterns import Pattern
from handslag.domain.reading.words import Wording

_EVENT = (
    r"(?:\w{0,20}evenemang(?:en)?|\w{0,20}arrangemang(?:en)?|storhelg(?:er|erna)?|\w{0,12}match(?:er|erna)"
    r"|skolavslutning(?:ar|en|arna)?|\w{0,12}festival(?:er|en|erna)?|högtider"
    r"|\w{0,10}marknad(?:er|en)|\w{0,12}dialoger(?:na)?)"
)
_FEAST = (
    r"(?:skolavslutning|skolstart|valborg|nyår|midsommar|lucia|halloween|lov|påsk|jul)(?:en|ar|smässoafton)?"
)
_WISH = r"(?:önskar|önskas|begär|ber|efterfrågas?r?|bjuder|bjuds|inbjuds|vill|kallar|kallas|anmäler|hör\sav)"
_CASE = (
    r"(?:misstänks|upptäcks|inträffar|sker|begås|anmäls|larmar|drabbats?|öppnats|inleds|uppstår|grips|rymmer)"
)
_DAMAGE = r"(?:skadegörelse|klott(?:er|ret)|skad(?:ade?|or|orna)|det\ssom\sförst\w+|nedskräpning|felanmäl\w+)"
_DEALT_WITH = (
    r"(?:(?:polis)?anmäl(?:as?|s|er)|laga[sr]?|åtgärda[sr]?|saner(?:as?|ar)|ta[sr]?\sbort|besvara[sr]?|kontakta[sr]?"
    r"|följ(?:a|er|s)\supp|rapportera[sr]?|utred(?:er|s)|dokumentera[sr]?)"
)
_EACH = Pattern(
    r"(?<!\w)(?:(?:vid|efter|inför|i\ssamband\smed|till)\s(?:varje|vart?)(?:\s\w+){1,3}"
    r"|varje\sgång(?!\w)|(?:på|under)\svarje\s(?:möte|träff|evenemang|match|besök)(?!\w)"
    r"|vid\s(?:misstankar?|anmälan|anmälningar)\s(?:om|av)(?!\w)"
    rf"|(?:när|om|då|där)\s(?:(?!behov)\w+\s){{1,6}}?{_WISH}(?!\w)"
    rf"|(?:när|om|då)\s(?:(?!behov)\w+\s){{1,8}}?{_CASE}(?!\w)"
    r"|när\sdet\s(?:är|hålls|blir|ordnas)\s(?!möjligt|aktuellt|lämpligt|motiverat|befogat|som)\w+(?!\w)"
    r"|när\s(?:det\sfinns\s(?:skäl|anledning)|(?:mycket|många)\s(?:\w+\s){0,2}(?:är|rör\ssig|samlas))(?!\w)"
    r"|(?:(?:vid|under|på|kring|i\ssamband\smed)\s"
    r"(?:(?:alla|samtliga|större|stora|de|offentliga|särskilda|planerade|utvalda|lokala)\s){0,2}"
    r"|(?:alla|samtliga|större|varje)\s(?:större\s)?|delta(?:r|ga|gar)?\s(?:vid|på|i)\s(?:\w+\s){0,4})"
    rf"{_EVENT}(?!\w)|vid\s{_FEAST}(?!\w)"
    r"|inom\s(?:\d{1,3}|en|ett|två|tre|fyra|fem|sju|tio)\s"
    r"(?:arbets|vardags?)?(?:timm\w+|tim|dygn|dagar|veck\w+|månad\w*)(?!\w)"
    rf"|{_DEALT_WITH}\s(?:all\s|allt\s|alla\s)?{_DAMAGE}(?!\w)"
    rf"|(?:all|allt|alla|samtliga|varje)\s(?:\w+\s){{0,5}}?{_DEALT_WITH}(?!\w))",
    begins="vid efter inför i till varje på under när om då där kring all samtliga större delta inom anmäl"
    " polisanmäl laga åtgärda saner ta besvara kontakta följ rapportera utred dokumentera",
)


def find_each_event(promise: Wording) -> Span | None:
    """The words that tie a promise to every case or event; "vid behov" is none."""
    return promise.find(_EACH)
