"""Which zone the TZID of a calendar means: by IANA, Windows, what Outlook.com shows, or its own rules."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_OURS = frozenset(
    (
        *("västeuropa, normaltid", "västeuropa (normaltid)", "västeuropa", "västeuropeisk normaltid"),
        *(
            "centraleuropa, normaltid",
            "centraleuropeisk tid",
            "centraleuropeisk normaltid",
            "romansk normaltid",
        ),
        *("cet", "cest", "mez", "sweden", "sverige", "stockholm", "svensk tid"),
    )
)
_UTC = frozenset(("utc", "gmt", "z", "tzone://microsoft/utc", "coordinated universal time", "etc/utc"))
_shown = re.compile(r"\(?(?:UTC|GMT)\s?([+\-−])(\d{1,2})(?:[:.]?(\d\d))?\)?\s*(.*)", re.I | re.S)
_JANUARY = datetime(2019, 1, 15, tzinfo=UTC)


def zone_of(tzid: str, own: Mapping[str, tzinfo]) -> tuple[tzinfo | None, bool]:
    """The zone that `tzid` names, None when nobody knows; and whether that is certain.

    `own`: the zones that the file defines itself, asked when the name tells nothing. A name with only a
    difference from UTC gives no summer time, and is not certain.
    """
    name = " ".join(tzid.replace("\\", "").strip("\"' ").split())
    if name.casefold() in _UTC:
        return UTC, True
    if name.casefold() in _OURS:
        return STOCKHOLM, True
    if known := _known(name):
        return known, True
    if tzid.strip('"') in own:
        return own[tzid.strip('"')], True
    if found := _shown.fullmatch(name):
        ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        ahead = -ahead if found[1] in "-−" else ahead
        city = _by_city(found[4], ahead)
        return (city, True) if city else (timezone(ahead), False)
    return None, False


@lru_cache(maxsize=256)
def _known(name: str) -> tzinfo | None:
    """By its IANA name, also after what programs write before it (/mozilla.org/2005/Europe/Stockholm), or
    its name in Windows."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    zones = {zone.casefold(): zone for zone in available_timezones()}
    windows = {zone.casefold(): iana for zone, iana in WINDOWS_TO_OLSON.items()}
    if name.casefold() in windows:
        return ZoneInfo(windows[name.casefold()])
    parts = name.casefold().split("/")
    for at in range(len(parts)):
        if (zone := "/".join(parts[at:])) in zones and (at == 0 or "/" in zone):
            return ZoneInfo(zones[zone])
    return None


@lru_cache(maxsize=256)
def _by_city(cities: str, ahead: timedelta) -> tzinfo | None:
    """The zone of the first city that we know and that lies so far ahead of UTC in winter."""
    by_city = {zone.rpartition("/")[2].casefold(): zone for zone in available_timezones()}
    for city in cities.split(","):
        iana = by_city.get(city.strip().replace(" ", "_").casefold())
        if iana and ZoneInfo(iana).utcoffset(_JANUARY) == ahead:
            return ZoneInfo(iana)
    return None
