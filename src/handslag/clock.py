"""The only clock: local days and moments in Europe/Stockholm."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """This moment, with its zone. HANDSLAG_TODAY moves the day (demonstrations), not the time of day."""
    from django.conf import settings

    moment = datetime.now(STOCKHOLM)
    if settings.DEMO_TODAY:
        day = date.fromisoformat(settings.DEMO_TODAY)
        return moment.replace(year=day.year, month=day.month, day=day.day)
    return moment


def is_fixed() -> bool:
    """Whether the day is moved: then the day of the visitor's own device means nothing here."""
    from django.conf import settings

    return bool(settings.DEMO_TODAY)


def today() -> date:
    """This local day."""
    return now().date()
