"""What a form sent: each field with its values, in order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

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
        pairs = parse_qsl(
            request.body.decode(errors="replace"),
            keep_blank_values=True,
            max_num_fields=settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
        )
    except (RequestDataTooBig, TooManyFieldsSent, ValueError) as error:  # ValueError: too many fields
        raise BadInput("form_too_big") from error
    fields: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        fields[name].append(value)
    return fields


def last(fields: Fields, name: str) -> str:
    """The value of a field, the last where there are several; "" without one."""
    return fields.get(name, ("",))[-1]
