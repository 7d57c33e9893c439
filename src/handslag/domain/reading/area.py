"""Which municipality and which police area the promises are for."""

import re
from collections import Counter
from typing import Final

from handslag.domain.reading.finds import Find, Span
from handslag.domain.reading.parties import Mentions
from handslag.domain.reading.patterns import Pattern, matches_at

_GAP: Final = "[ \u00a0]"  # a name does not go on over a line break
_NAME: Final = r"[A-ZÅÄÖ]\w{1,30}(?:-[A-ZÅÄÖ]\w{1,30})?"
_NO_NAME: Final = (
    r"(?!(?:(?:Polis|Lokalpolis|Löft|Medborgar|Kommun)\w{0,14}"
    rf"|Under|Mellan|Varje|Tillsammans|Lovar|Inom|Från|För|Med|Och|Samt|Hela|Att|Det|Den|Så|Vi|I){_GAP})"
)
_MUNICIPALITY: Final = re.compile(
    rf"(?<![\w-])(?P<full>{_NO_NAME}(?P<name>{_NAME}(?:{_GAP}(?!Kommun|Stad){_NAME})?){_GAP}(?:[Kk]ommun|[Ss]tad))"
    r"(?:en|ens|s)?(?!\w)"
)
_TITLE: Final = re.compile(
    rf"^[ \t]{{0,8}}(?P<name>{_NAME}(?:{_GAP}{_NAME})?)"
    rf"(?:,{_GAP}(?P<district>{_NAME}(?:[ \u00a0-]{_NAME}){{0,2}}))?"
    rf"{_GAP}[–—-]{_GAP}(?:nya{_GAP})?[Mm]edborgarlöfte",
    re.MULTILINE,
)
_PLEDGE_FOR: Final = Pattern(
    rf"(?:[Mm]edborgarl|[Ll])öfte\w{{0,4}}{_GAP}(?:har{_GAP}\w{{1,20}}{_GAP})?(?:(?:i|för|till){_GAP})?"
    rf"{_NO_NAME}(?P<name>{_NAME}(?:{_GAP}{_NAME})?)(?!{_GAP}[Kk]ommun)",
    "öfte",
)
_SEVERAL: Final = Pattern(
    rf"\b[Kk]ommunerna{_GAP}(?P<names>{_NAME}(?:,{_GAP}{_NAME}){{0,8}}{_GAP}(?:och|samt){_GAP}{_NAME})",
    "ommunerna",
)
_AND: Final = re.compile(rf"{_GAP}(?:och|samt){_GAP}")
_WHERE: Final = Pattern(rf"\b(?:i|för){_GAP}(?P<name>{_NAME})(?!{_GAP}?\w{{0,20}}polis)", "i för")
_IN_MUNICIPALITY: Final = Pattern(rf"\b[Kk]ommunen{_GAP}i{_GAP}(?P<name>{_NAME})", "ommunen")
_OFFICE: Final = r"[Ss]tadsdels(?:förvaltning|nämnd|område)\w{0,4}"
_DISTRICT: Final = Pattern(
    rf"{_OFFICE}{_GAP}(?P<after>{_NAME}(?:-{_NAME})?)"
    rf"|(?P<before>{_NAME}(?:[ \u00a0-]{_NAME})?){_GAP}{_OFFICE}",
    "tadsdels",
)
_COMPASS: Final = r"(?:[Ss]ödra|[Nn]orra|[Vv]ästra|[Öö]stra|[Mm]ellersta|[Ii]nre|[Yy]ttre)"
_QUARTER: Final = r"(?:nordost|nordväst|sydost|sydväst|nord|syd|öst|väst|centrum)\b"
_AREA_NAME: Final = (
    rf"(?:{_COMPASS}{_GAP})?(?!Polis|Kommun){_NAME}(?:[/–-]{_NAME}){{0,3}}"
    rf"(?:{_GAP}(?:{_QUARTER}|(?!Polis|Kommun|Löft){_NAME}(?:-{_NAME})?(?!{_GAP}(?:[Kk]ommun|[Ss]tad)\b))){{0,2}}"
)
# From the fullest form to the shortest; the first that occurs is the one.
_AREAS: Final = (
    Pattern(
        rf"\b[Ll]okalpolisområde(?:t|ts)?{_GAP}{_AREA_NAME}"
        rf"|\b{_NAME}{_GAP}[Ll]okalpolisområde(?!\w|{_GAP}[A-ZÅÄÖ])",
        "okalpolisområde",
    ),
    Pattern(
        rf"\b[Ll]okalpolisen{_GAP}(?:i{_GAP})?{_AREA_NAME}|\b[Pp]olisen{_GAP}{_COMPASS}{_GAP}{_NAME}"
        rf"|\b[Pp]olisområdet?{_GAP}{_AREA_NAME}",
        "olisen olisområde",
    ),
    Pattern(
        rf"\b[Pp]olisen{_GAP}i{_GAP}(?:{_COMPASS}{_GAP}{_NAME}|{_NAME}{_GAP}(?:[Cc]ity\b|{_QUARTER}))",
        "olisen",
    ),
    Pattern(rf"\bLPO{_GAP}{_AREA_NAME}", "LPO"),
)
_AREA_OF_CHIEF: Final = Pattern(
    rf"\b[Ll]okalpolisområdeschef(?:en)?{_GAP}(?:i|för){_GAP}(?P<area>{_AREA_NAME})",
    "okalpolisområdeschef",
)


def title_of(text: str) -> re.Match[str] | None:
    """A page's title that names its area: "Norrby – medborgarlöfte"."""
    return _TITLE.search(text)


def municipality_of(mentions: Mentions, title: re.Match[str] | None) -> Find | None:
    """The municipality as the text names it, a city district in brackets: "Storstads stad (Dalen)".

    The name in a page's title decides which of several it is; else the one named most often; several
    that pledge together are given with commas.
    """
    text = mentions.text
    named = list(matches_at(mentions.capitals, _MUNICIPALITY, text))
    if title:
        return _titled(title, named)
    if several := _SEVERAL.search(text):
        return Find(_AND.sub(", ", several["names"]), Span(*several.span("names")))
    if most := _most_named(named):
        found = _as_find(most, "full")
        return _with_district(found, _district(text)) if found.value.lower().endswith("stad") else found
    where = _PLEDGE_FOR.search(text) or _IN_MUNICIPALITY.search(text) or _most_visited(text)
    return _as_find(where, "name") if where else None


def _most_visited(text: str) -> re.Match[str] | None:
    """The place the text comes back to, where it names no municipality at all."""
    named = list(_WHERE.finditer(text))
    most = _most_named(named)
    return most if most and sum(found["name"] == most["name"] for found in named) > 1 else None


def _titled(title: re.Match[str], named: list[re.Match[str]]) -> Find:
    bare = title["name"].removesuffix("s")
    same = [found for found in named if found["name"].removesuffix("s") == bare]
    return _with_district(_as_find(same[0], "full") if same else _as_find(title, "name"), title["district"])


def _as_find(found: re.Match[str], group: str) -> Find:
    return Find(found[group], Span(*found.span(group)))


def _with_district(found: Find, district: str | None) -> Find:
    return Find(f"{found.value} ({district})", found.span) if district else found


def _most_named(named: list[re.Match[str]]) -> re.Match[str] | None:
    """The match whose name, with or without a genitive s, is the most frequent; of equals the first."""
    count = Counter(found["name"].removesuffix("s") for found in named)
    return max(named, key=lambda found: count[found["name"].removesuffix("s")], default=None)


def _district(text: str) -> str | None:
    found = _DISTRICT.search(text)
    return (found["after"] or found["before"].removesuffix("s")) if found else None


def police_area_of(text: str) -> Find | None:
    """The police area with its name: "lokalpolisområde Norra Dalen", else "lokalpolisen …", else "LPO …"."""
    for form in _AREAS:
        if found := form.search(text):
            return Find(found.group(), Span(*found.span()))
    chief = _AREA_OF_CHIEF.search(text)
    return _as_find(chief, "area") if chief else None


def names_of_whole(title: re.Match[str] | None, municipality: Find | None) -> tuple[str, ...]:
    """The bare names that stand for the whole area: the municipality's, the title's, the district's."""
    names = [title["name"], title["district"]] if title else []
    if municipality is not None:
        bare = re.sub(r"\s(?:[Kk]ommun|[Ss]tad)\b|[()]", "", municipality.value)
        names += [bare, bare.removesuffix("s")]
    return tuple(dict.fromkeys(name for name in names if name))
