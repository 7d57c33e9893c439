"""Which municipality and which police area the promises are for."""

import re
from collections import Counter
from typing import Final

from handslag.domain.reading.finds import Find, Span

_NAME: Final = r"[A-ZÅÄÖ]\w{1,30}(?:-[A-ZÅÄÖ]\w{1,30})?"
_NO_NAME: Final = (
    r"(?!(?:(?:Polis|Lokalpolis|Löft|Medborgar|Kommun)\w{0,14}"
    r"|Under|Mellan|Varje|Tillsammans|Lovar|Inom|Från|För|Och|Samt|Hela|Att|Det|Den|Så|Vi|I)[ \u00a0])"
)
_MUNICIPALITY: Final = re.compile(
    rf"(?<![\w-])(?P<full>{_NO_NAME}(?P<name>{_NAME}(?:[ \u00a0](?!Kommun|Stad){_NAME})?)[ \u00a0](?:[Kk]ommun|[Ss]tad))(?:en|ens|s)?(?!\w)"
)
_TITLE: Final = re.compile(
    rf"^[ \t]{{0,8}}(?P<name>{_NAME}(?:[ \u00a0]{_NAME})?)(?:,[ \u00a0](?P<district>{_NAME}(?:[ \u00a0-]{_NAME}){{0,2}}))?[ \u00a0][–—-][ \u00a0](?:nya[ \u00a0])?[Mm]edborgarlöfte",
    re.MULTILINE,
)
_PLEDGE_FOR: Final = re.compile(
    rf"(?:[Mm]edborgarl|[Ll])öfte\w{{0,4}}[ \u00a0](?:har[ \u00a0]\w{{1,20}}[ \u00a0])?(?:i|för|till)[ \u00a0](?P<name>{_NAME}(?:[ \u00a0]{_NAME})?)(?![ \u00a0][Kk]ommun)"
)
_KOMMUNER: Final = re.compile(
    rf"\b[Kk]ommunerna[ \u00a0](?P<names>{_NAME}(?:,[ \u00a0]{_NAME}){{0,8}}[ \u00a0](?:och|samt)[ \u00a0]{_NAME})"
)
_WHERE: Final = re.compile(rf"\b(?:i|för)[ \u00a0](?P<name>{_NAME})(?![ \u00a0]?\w*polis)")
_KOMMUN_IN: Final = re.compile(rf"\b[Kk]ommunen[ \u00a0]i[ \u00a0](?P<name>{_NAME})")
_DISTRICT: Final = re.compile(
    rf"[Ss]tadsdels(?:förvaltning|nämnd|område)\w{{0,4}}[ \u00a0](?P<after>{_NAME}(?:-{_NAME})?)|(?P<before>{_NAME}(?:[ \u00a0-]{_NAME})?)[ \u00a0][Ss]tadsdels(?:förvaltning|nämnd|område)"
)
_COMPASS: Final = r"(?:[Ss]ödra|[Nn]orra|[Vv]ästra|[Öö]stra|[Mm]ellersta|[Ii]nre|[Yy]ttre)"
_AREA_NAME: Final = (
    rf"(?:{_COMPASS}[ \u00a0])?(?!Polis|Kommun){_NAME}(?:[/–-]{_NAME}){{0,3}}(?:[ \u00a0](?:nordost|nordväst|sydost|sydväst|nord|syd|öst|väst|centrum|(?!Polis|Kommun|Löft){_NAME}(?:-{_NAME})?(?![ \u00a0](?:[Kk]ommun|[Ss]tad)\b))){{0,2}}"
)
_AREAS: Final = (
    re.compile(rf"\b[Ll]okalpolisområde(?:t|ts)?[ \u00a0]{_AREA_NAME}|\b{_NAME}[ \u00a0][Ll]okalpolisområde(?!\w|[ \u00a0][A-ZÅÄÖ])"),
    re.compile(rf"\b[Ll]okalpolisen[ \u00a0](?:i[ \u00a0])?{_AREA_NAME}|\b[Pp]olisen[ \u00a0]{_COMPASS}[ \u00a0]{_NAME}|\b[Pp]olisområde(?:t)?[ \u00a0]{_AREA_NAME}"),
    re.compile(rf"\b[Pp]olisen[ \u00a0]i[ \u00a0](?:{_COMPASS}[ \u00a0]{_NAME}|{_NAME}[ \u00a0](?:[Cc]ity|centrum|nord|syd|öst|väst)\b)"),
    re.compile(rf"\bLPO[ \u00a0]{_AREA_NAME}"),
)
_AREA_OF_CHIEF: Final = re.compile(rf"\b[Ll]okalpolisområdeschef(?:en)?[ \u00a0](?:i|för)[ \u00a0](?P<area>{_AREA_NAME})")


def municipality_of(text: str) -> Find | None:
    """The municipality as the text names it, a city district in brackets: "Göteborgs stad (Angered)".

    The name in a page's title decides which of several it is; else the one named most often.
    """
    title = _TITLE.search(text)
    named = list(_MUNICIPALITY.finditer(text))
    if title:
        same = [m for m in named if _is_of(m["name"], title["name"])]
        found = _as_find(same[0]) if same else Find(title["name"], Span(*title.span("name")))
        return _with_district(found, title["district"])
    if several := _KOMMUNER.search(text):
        return Find(re.sub(r"[ \u00a0](?:och|samt)[ \u00a0]", ", ", several["names"]), Span(*several.span("names")))
    if most := _most_named(named):
        found = _as_find(most)
        return _with_district(found, _district(text)) if found.value.lower().endswith("stad") else found
    pledge = _PLEDGE_FOR.search(text) or _KOMMUN_IN.search(text) or _most_named(list(_WHERE.finditer(text)))
    return Find(pledge["name"], Span(*pledge.span("name"))) if pledge else None


def _is_of(name: str, title: str) -> bool:
    return name.removesuffix("s") == title.removesuffix("s")


def _as_find(found: re.Match[str]) -> Find:
    return Find(found["full"], Span(*found.span("full")))


def _with_district(found: Find, district: str | None) -> Find:
    return Find(f"{found.value} ({district})", found.span) if district else found


def _most_named(named: list[re.Match[str]]) -> re.Match[str] | None:
    """The most frequent; of equals the first. "Polisen Mora kommun" counts as "Mora kommun" where that occurs."""
    count = Counter(m["name"].removesuffix("s") for m in named)
    return max(named, key=lambda m: count[m["name"].removesuffix("s")], default=None)


def _district(text: str) -> str | None:
    found = _DISTRICT.search(text)
    return (found["after"] or found["before"].removesuffix("s")) if found else None


def police_area_of(text: str) -> Find | None:
    """The police area with its name: "lokalpolisområde Norra Dalen", else "lokalpolisen …", else "LPO …"."""
    for form in _AREAS:
        if found := form.search(text):
            return Find(found.group(), Span(*found.span()))
    chief = _AREA_OF_CHIEF.search(text)
    return Find(chief["area"], Span(*chief.span("area"))) if chief else None


def names_of_whole(text: str, municipality: Find | None) -> tuple[str, ...]:
    """The bare names that stand for the pledge's whole area: the municipality's, the title's, the district's."""
    title = _TITLE.search(text)
    names = [title["name"], title["district"]] if title else []
    if municipality is not None:
        bare = re.sub(r"[ \u00a0](?:[Kk]ommun|[Ss]tad)\b|[()]", "", municipality.value)
        names += [bare, bare.removesuffix("s")]
    return tuple(dict.fromkeys(name for name in names if name))
