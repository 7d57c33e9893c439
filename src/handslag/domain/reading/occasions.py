"""Duties on every case or event: "vid varje …", "när skolan önskar det", "lagas inom 24 timmar"."""

import re

from handslag.domain.reading.finds import Find, Span

_EVENT = (
    r"(?:\w{0,20}evenemang(?:en)?|\w{0,20}arrangemang(?:en)?|storhelg(?:er|erna)?|\w{0,12}match(?:er|erna)"
    r"|skolavslutning(?:ar|en|arna)?|\w{0,12}festival(?:er|en|erna)?|högtider|\w{0,12}dialoger(?:na)?)"
)
_WISH = r"(?:önskar|önskas|begär|ber|efterfrågar|efterfrågas|bjuder|bjuds|inbjuds|vill|kallar|kallas|anmäler|hör\sav)"
_CASE = r"(?:misstänks|upptäcks|inträffar|sker|begås|anmäls|larmar|drabbas|drabbats|öppnats|inleds|uppstår|grips|tas|rymmer)"
_DAMAGE = r"(?:skadegörelse|klotter|klottret|skad(?:ad|ade|or|orna)|det\ssom\sförst\w+|nedskräpning|felanmälan|felanmälningar)"
_REPORT = r"(?:(?:polis)?anmäl(?:a|s|er|as)|laga(?:s|r)?|åtgärda(?:s|r)?|saner(?:a|as|ar)|ta(?:s|r)?\sbort|besvara(?:s|r)?|kontakta(?:s|r)?)"
_EACH = re.compile(
    r"(?<!\w)(?:"
    r"(?:vid|efter|inför|i\ssamband\smed|till)\s(?:varje|vart?)(?:\s\w+){1,3}"
    r"|varje\sgång(?!\w)"
    rf"|(?:när|om|då|där)\s(?:(?!behov)\w+\s){{1,6}}?{_WISH}(?!\w)"
    rf"|(?:när|om|då)\s(?:(?!behov)\w+\s){{1,8}}?{_CASE}(?!\w)"
    r"|när\s(?:det\sfinns\s(?:skäl|anledning)|(?:mycket|många)\s(?:folk\s|människor\s|som\s)?(?:är|rör\ssig|samlas))(?!\w)"
    rf"|(?:vid|under|på|kring|i\ssamband\smed)\s(?:(?:alla|samtliga|större|stora|de|offentliga|särskilda|planerade|utvalda|lokala)\s){{0,2}}{_EVENT}(?!\w)"
    rf"|(?:alla|samtliga|större|varje)\s(?:större\s)?{_EVENT}(?!\w)"
    rf"|delta(?:r|ga|gar)?\s(?:vid|på|i)\s(?:\w+\s){{0,4}}{_EVENT}(?!\w)"
    r"|inom\s(?:\d{1,3}|en|ett|två|tre|fyra|fem|sju|tio)\s(?:arbets|vardags?)?(?:timm\w+|tim|dygn|dagar|veck\w+|månad\w*)(?!\w)"
    rf"|{_REPORT}\s(?:all\s|allt\s|alla\s)?{_DAMAGE}(?!\w)"
    rf"|(?:all|allt|alla|samtliga)\s(?:\w+\s){{0,5}}?{_REPORT}(?!\w)"
    r")",
    re.IGNORECASE,
)


def find_each_event(text: str, span: Span) -> Find | None:
    """The words at `span` that tie the promise to every case or event; "vid behov" is none."""
    match = _EACH.search(text, span.start, span.end)
    return Find(match[0], Span(*match.span())) if match else None
