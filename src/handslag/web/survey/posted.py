"""What a form sent: each field with its values, in order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import unquote_plus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest

from handslag.domain.errors import BadInput

Fields = Mapping[str, Sequence[str]]


def posted(request: HttpRequest) -> Fields:
    """The fields of a form. Django's own reading of the common kind takes longer than checking the answers.

    Raises `BadInput("form_too_big")`.
    """
    try:
        if request.content_type != "application/x-www-form-urlencoded":
            return dict(request.POST.lists())
        pairs = request.body.decode(errors="replace").split("&")
    except (RequestDataTooBig, TooManyFieldsSent) as error:
        raise BadInput("form_too_big") from error
    if len(pairs) > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
        raise BadInput("form_too_big")
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        name, _, value = pair.partition("=")
        fields[_plain(name)].append(_plain(value))
    return fields


def _plain(sent: str) -> str:
    """What a browser wrote as `sent`, which mostly is the same."""
    return unquote_plus(sent) if "%" in sent or "+" in sent else sent


def last(fields: Fields, name: str) -> str:
    """The value of a field, the last where there are several; "" without one."""
    return fields.get(name, ("",))[-1]
