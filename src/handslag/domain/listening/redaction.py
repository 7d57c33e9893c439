"""Personal data in Swedish free text: what is certain is masked, what is likely is shown to a person.

The rules stand in docs/rules/redaction.md. They go by shape. A check digit only says how sure we are,
for a mistyped personal number is a personal number all the same. Nothing here knows who is meant: a
name is flagged and never cut, because most names are also words, places and firms.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from handslag.domain.characters import aligned
from handslag.domain.errors import BadInput
from handslag.domain.listening.person_names import find_names
from handslag.domain.reading.finds import Span


class PersonalDataKind(StrEnum):
    """What kind of personal data was found. The value is the Swedish word that masks it."""

    IDENTITY_NUMBER = "personnummer"
    PHONE = "telefonnummer"
    EMAIL = "e-post"
    LINK = "länk"
    HANDLE = "konto"
    CASE_NUMBER = "ärendenummer"
    COORDINATES = "koordinater"
    HOUSE_NUMBER = "husnummer"
    VEHICLE = "registreringsnummer"
    NAME = "namn"
    POINTS_OUT = "pekar ut någon"
    ACCUSES = "anklagar någon"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One find: its kind, where it stands, and whether it is sure enough to be cut without asking."""

    kind: PersonalDataKind
    span: Span
    is_certain: bool = True


_LINK = re.compile(
    r"\b(?:https?://|www\.)\S*[\w/]|(?<![\w.@-])[\w-]{1,60}\.(?:se|nu|com|org|net|eu|io|tv)/\S*[\w/]",
    re.IGNORECASE,
)
_AT = r"(?:\s?@\s?|\s?[(\[]\s?(?:at|snabel-?a)\s?[)\]]\s?|\s(?:at|snabel-?a)\s)"
_DOT = r"(?:\.|\s?\(punkt\)\s?|\s(?:punkt|\.)\s)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}[^\W\d_]{{2,20}}\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@\w[\w.]{1,30}\b")
# Year, month and day together or with a mark between; then a dash, however it is written, and four signs.
_IDENTITY = re.compile(
    r"(?<![\d-])(?P<century>19|20)?(?P<year>\d\d)(?P<split>[ ./-]?)(?P<month>0[1-9]|1[0-2])(?P=split)"
    r"(?P<day>[06][1-9]|[1278]\d|[39][01])(?P<dash> ?[-+–/.]{0,2} ?)"
    r"(?P<last>\d{4}|[TRSUWXJKLMN]\d{3})(?![\d]|-\d)"
)
_DATE_AND_CLOCK = re.compile(r"20\d\d(?:\D?\d\d){2}\D{1,3}(?:[01]\d|2[0-3])[0-5]\d\Z")
_CASE_NUMBER = re.compile(r"\b(?:5000|0\d{3})-[KBkb]\d{3,8}-\d\d\b")
# 020 and 077 are switchboards; a clock from-to (0800-1600) and a date (01.02.2019) are no numbers to call.
_CLOCK = r"(?:[01]\d|2[0-4])[.:]?[0-5]\d"
_PHONE = re.compile(
    rf"(?<![\d+-])(?<!\d[ .])(?!020|077|{_CLOCK}\s?[-–]\s?{_CLOCK}(?!\d))"
    r"(?!\d\d\.\d\d\.(?:\d\d){1,2}(?![.\d]))"
    r"(?:(?:\(\+\d{1,3}\)|\+\d{1,3})(?: ?\(0\))?|00\d{2}|\(0(?=\d{1,3}\)[\d ./–-]{5,14}\d)|0)"
    r"(?:[ ./)–·_-]{0,4}\d){7,10}(?![\d]|[-–:]\d)"
)
_COORDINATES = re.compile(r"\b\d{2}[.,]\d{3,9}°?\s?[NE]?[,;\s]\s?\d{2}[.,]\d{3,9}\b")
_COUNTED = (
    r"(?:gång|km|tim|min|h\b|st\b|styck|person|ungdom|barn|elev|moped|bil|fordon|kontroll|insats|besök|dag|kväll|natt|helg"
    r"|vecka|procent|kr|deltagare|tillfäll|polis|vuxna|förare|boende|företag|butik|lampor|träd|av\b|till \d"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
)
# A street has a name in front ("Skolvägen", "Karl Johans väg"); "väg 90" and "plan 2" have none.
_STREET = (
    r"(?:\w{2,30}(?:gatan|vägen|gränd(?:en)?|torget|stigen|backen|allén|plan|platsen|gård(?:en)?)"
    r"|[A-ZÅÄÖ][\w-]{1,30}\s(?:gata|väg|plats|torg|stig|allé))"
)
_HOUSE_NUMBER = re.compile(
    rf"\b{_STREET}\s(?:nr\.?\s|nummer\s)?(?P<number>(?!(?:19|20)\d\d\b)\d{{1,3}}(?:\s?[A-Ha-h])?"
    r"(?:,?\s(?:(?:lgh|våning|vån|tr)\.?\s?\d{1,4}|\d{1,2}\s?tr(?:appor)?\b))?)"
    rf"(?![\w%:]|[.,–-]\d|\s{_COUNTED})|\b(?P<flat>lgh\.?\s?\d{{4}})\b"
)
_NO_PLATE = re.compile(
    r"MAX|MIN|TEL|FAX|BOX|LGH|RUM|SAL|HUS|SOU|SFS|LSS|EST|SFI|PBL|OSL|ATK|KPI|EPA|GPS|KOD|DNR|SEK|PRO|ABF|LPO|TRE"
)
_PLATE = re.compile(
    r"(?<![\w-])(?P<letters>[A-HJ-PR-UW-Z]{3})(?: {0,2}| ?- ?|\.)"
    r"\d\d[\dA-HJ-NPR-UW-Z](?![\w%]|[-–:.,]\d)"
)
_PLATE_NAMED = re.compile(
    r"\b(?:reg\w*|skylt\w*|bil\w*|moped\w*|plåt\w*|nummer|märkt)[ .:]{1,3}(?:är |med )?"
    r"(?P<plate>[a-hj-pr-uw-z]{3}[ -]?\d\d[\da-hj-npr-uw-z])\b",
    re.IGNORECASE,
)
# Written together it is a plate in small letters too; apart (bad 123) it is one only where it is called one.
_PLATE_TOGETHER = re.compile(
    r"(?<![\w-])(?P<letters>[a-hj-pr-uw-z]{3})\d\d[\da-hj-npr-uw-z](?![\w%]|[-–:.,]\d)", re.IGNORECASE
)
_SOMEBODY = r"han|hon|hen|killen|mannen|kvinnan|tjejen|pojken|flickan|gubben|tanten|familjen|paret"
_FLOOR = (
    r"(?:första|andra|tredje|fjärde|femte|översta|nedersta|nummer|nr|huset|lägenheten|porten|trappan|våning)"
)
_POINTS_OUT = re.compile(
    rf"\b(?:(?:{_SOMEBODY})\s(?:som (?:bor|jobbar|arbetar|äger|hyr|kör|har)|(?:i|på) {_FLOOR})"
    r"|(?:min|vår|mina|våra) grann\w+"
    r"|grann(?:en|arna) (?:mitt ?emot|bredvid|ovanpå|ovanför|under|intill|i (?:porten|huset|trappan))"
    r"|ägaren (?:till|av) (?:den|det|huset|bilen|butiken|kiosken))\b",
    re.IGNORECASE,
)
_ANYBODY = (
    rf"{_SOMEBODY}|honom|henne|sonen|dottern|grannen|ägaren|läraren|rektorn|chefen|handlaren|vaktmästaren"
    r"|tränaren|prästen"
)
# Somebody near: whose they are is told by a word before them, or by the form of the word itself.
_WHOSE = r"min|mitt|mina|din|vår|våra|hennes|hans|hens|deras|sin|en väns|(?:mamm|papp)as"
_NEAR = (
    r"man|fru|hustru|sambo|särbo|make|maka|partner|kille|tjej|pojkvän|flickvän|fästman|fästmö|ex|ex-?(?:man|fru"
    r"|sambo|make|maka|kille|tjej|pojkvän|flickvän|partner)|före detta(?:\s\w{2,12})?|mamma|pappa|mor|far"
    r"|morsa|farsa|mormor|morfar|farmor|farfar|föräldrar|styv\w{2,8}|plast\w{2,8}|bonus\w{2,8}|fosterfar|fostermor"
    r"|bror|brorsa|storebror|lillebror|syster|syrra|storasyster|lillasyster|syskon|son|dotter|barn|kusin|morbror"
    r"|farbror|moster|faster|svärfar|svärmor|svåger|svägerska|släkting\w{0,3}|gubbe|gumma|kompis|vän|väninna"
    r"|bekant|klasskamrat|arbetskamrat|kollega|chef|lärare|tränare|hyresvärd|rumskamrat|inneboende|läkare"
    r"|handläggare|hemtjänst|boendestödjare|kontaktperson|gode man"
)
_NEAR_ALONE = (
    r"pappa|mamma|farsan|morsan|brorsan|syrran|mormor|morfar|farmor|farfar|sambon|exet|exmannen|exfrun|maken|makan"
    r"|frun|hustrun|pojkvännen|flickvännen|styvfar|styvpappa|plastpappa|storebror|lillebror|chefen|hyresvärden"
)
_CRIME = (
    r"(?:sälj\w*|lang\w*|knark\w*|drog\w*|stjäl\w*|stal|stulit|snatta\w*|tjuv\w*|slår|slog|slagit|misshandl\w*"
    r"|hota\w*|slå|följer efter|förfölj\w*|spark(?:ar|ade|at)|stryp\w*|skrämm\w*|stalk\w*"
    r"|trakasser\w*|våldt\w*|ofreda\w*|antast\w*|tafsa\w*|rån\w*|inbrott\w*|bedra\w*|lura\w*|mut\w*"
    r"|pedofil\w*|gängmedlem\w*|kriminell\w*|hel\w{0,3}ri|kör(?:de)? (?:full|onykter|rattfull)\w*)"
)
_ACCUSES = re.compile(
    rf"\b(?:{_ANYBODY}|polisen som|{_NEAR_ALONE}|(?:{_WHOSE})\s(?:\w{{2,12}}\s)?(?:{_NEAR}))\s"
    rf"(?:[^.!?\n]{{0,40}}\s)?{_CRIME}\b",
    re.IGNORECASE,
)


# Letters, digits, dashes and blanks as the rules below know them.
_AS_TYPED = re.compile("[\n -~¡-¬®-±´-¸º-ſ–‘’“”„…•]*")
_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"\w+")
_SOMEBODY_WORDS = {*_SOMEBODY.split("|"), "ägaren"}
_ANYBODY_WORDS = {*f"{_ANYBODY}|{_NEAR_ALONE}".split("|"), "polisen"}
_ANYBODY_WORDS |= {"min", "mitt", "mina", "din", "vår", "våra", "hennes", "hans", "hens", "deras", "sin"}
_ANYBODY_WORDS |= {"väns", "mammas", "pappas"}


class _Glance:
    """What can be seen of a text at once, so that most patterns need not be tried on most texts."""

    def __init__(self, text: str) -> None:
        self.digits: int = len(_DIGIT.findall(text))
        low = text.lower()  # and as `re.IGNORECASE` has it: a long s is an s, an i without its dot an i
        self.low: str = low if low.isascii() else low.replace("ſ", "s").replace("ı", "i").replace("i̇", "i")
        self.words: set[str] = set(_WORD.findall(self.low))

    def has(self, *parts: str) -> bool:
        """Whether any of `parts`, in small letters, stands anywhere."""
        return any(part in self.low for part in parts)


def findings(text: str) -> tuple[PersonalData, ...]:
    """What in `text` is or may be personal data, in order, none overlapping another. Raises nothing."""
    if _AS_TYPED.fullmatch(text):
        return _findings(text)
    plain, places = aligned(text)
    return tuple(
        PersonalData(find.kind, Span(places[find.span.start], places[find.span.end - 1] + 1), find.is_certain)
        for find in _findings(plain)
    )


def refuse_personal_data(**texts: str) -> None:
    """Let the texts pass. Raises `BadInput("personal_data")` with the `field` and the `words`."""
    for field, text in texts.items():
        for found in findings(text):
            if found.is_certain:
                words = text[found.span.start : found.span.end]
                raise BadInput("personal_data", field=field, words=words)


def perhaps_persons(*texts: str) -> list[str]:
    """Words that may point out a person, for whoever wrote them to look at once more."""
    return [
        text[found.span.start : found.span.end]
        for text in texts
        for found in findings(text)
        if not found.is_certain
    ]


def _findings(text: str) -> tuple[PersonalData, ...]:
    """As `findings`, of a text whose digits, dashes and blanks are the plain ones."""
    taken: list[PersonalData] = []
    covered = bytearray(len(text))
    glance = _Glance(text)
    for may_find, find in _FINDERS:
        for found in find(text) if may_find(glance) else ():
            start, end = found.span.start, found.span.end
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.span))


def redact(text: str) -> str:
    """`text` with every certain find replaced by its Swedish word in brackets, such as [telefonnummer]."""
    return masked(text, findings(text))


def masked(text: str, finds: Iterable[PersonalData]) -> str:
    """As `redact`, by what `findings` gave for the same text."""
    pieces, end = [], 0
    for found in finds:
        if found.is_certain:
            pieces += [text[end : found.span.start], f"[{found.kind}]"]
            end = found.span.end
    return "".join([*pieces, text[end:]])


def _plain(
    kind: PersonalDataKind, pattern: re.Pattern[str], *, is_certain: bool = True
) -> Callable[[str], Iterator[PersonalData]]:
    """A finder of everything `pattern` matches; only its named group where it has one."""

    def find(text: str) -> Iterator[PersonalData]:
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            yield PersonalData(kind, Span(start, end), is_certain)

    return find


def _identity_numbers(text: str) -> Iterator[PersonalData]:
    """Numbers written with a dash; those with another mark or none must also have the right check digit."""
    for match in _IDENTITY.finditer(text):
        is_right = _has_check_digit(match["year"] + match["month"] + match["day"] + match["last"])
        dash = match["dash"].strip(" ")
        if (is_right and (dash or not match["split"])) or dash.strip("./"):
            is_certain = is_right or not _DATE_AND_CLOCK.match(match[0])
            yield PersonalData(PersonalDataKind.IDENTITY_NUMBER, Span(*match.span()), is_certain)


def _has_check_digit(digits: str) -> bool:
    """Luhn over ten digits (folkbokföringslagen 1991:481 § 18); a letter has no check digit."""
    if not digits.isdigit():
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _vehicles(text: str) -> Iterator[PersonalData]:
    for pattern in (_PLATE, _PLATE_TOGETHER):
        for match in pattern.finditer(text):
            if not _NO_PLATE.fullmatch(match["letters"].upper()):
                yield PersonalData(PersonalDataKind.VEHICLE, Span(*match.span()))
    for match in _PLATE_NAMED.finditer(text):
        yield PersonalData(PersonalDataKind.VEHICLE, Span(*match.span("plate")))


def _names(text: str) -> Iterator[PersonalData]:
    for start, end in find_names(text):
        yield PersonalData(PersonalDataKind.NAME, Span(start, end), is_certain=False)


# The first to find something keeps it: a personal number holds a telephone number, a link an address.
# Before each stands what a text must have for it to find anything: digits, mostly.
_FINDERS: tuple[tuple[Callable[[_Glance], bool], Callable[[str], Iterator[PersonalData]]], ...] = (
    (lambda seen: seen.has("/", "www."), _plain(PersonalDataKind.LINK, _LINK)),
    (
        lambda seen: "at" in seen.words or seen.has("@", "(", "[", "nabel"),
        _plain(PersonalDataKind.EMAIL, _EMAIL),
    ),
    (lambda seen: seen.has("@"), _plain(PersonalDataKind.HANDLE, _HANDLE)),
    (lambda seen: seen.digits >= 9, _plain(PersonalDataKind.CASE_NUMBER, _CASE_NUMBER)),
    (lambda seen: seen.digits >= 9, _identity_numbers),
    (lambda seen: seen.digits >= 8, _plain(PersonalDataKind.PHONE, _PHONE)),
    (lambda seen: seen.digits >= 10, _plain(PersonalDataKind.COORDINATES, _COORDINATES)),
    (lambda seen: seen.digits >= 1, _plain(PersonalDataKind.HOUSE_NUMBER, _HOUSE_NUMBER)),
    (lambda seen: seen.digits >= 2, _vehicles),
    (lambda seen: True, _names),
    (
        lambda seen: not _ANYBODY_WORDS.isdisjoint(seen.words),
        _plain(PersonalDataKind.ACCUSES, _ACCUSES, is_certain=False),
    ),
    (
        lambda seen: seen.has("grann") or not _SOMEBODY_WORDS.isdisjoint(seen.words),
        _plain(PersonalDataKind.POINTS_OUT, _POINTS_OUT, is_certain=False),
    ),
)
