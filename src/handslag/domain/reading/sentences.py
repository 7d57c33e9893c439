"""Where one sentence ends and the next begins."""

import re
from typing import Final

from handslag.domain.reading.finds import Span
from handslag.domain.reading.lines import edges

_STOP: Final = re.compile(
    r"[.!?…](?:[\"”»)]?\s+(?=[\"”»(–-]?\s?[A-ZÅÄÖÉ\d])"
    r"|(?<=[a-zåäö]{3}\.)(?<!www\.)(?=[A-ZÅÄÖ][a-zåäö]))"  # glued: "i kommunen.Polisen"
)
# The word before a full stop that does not end a sentence: single letters (t.ex., m.m., s.k.) and these.
_SHORT_FORM: Final = re.compile(
    r"(?:\b[a-zåäöA-ZÅÄÖ]|\b(?:bl|ca|dvs|el|ev|ex|exkl|ff|inkl|jfr|kap|kl|max|min|mkt|nr|obs|osv|resp|st|tel|tex|ung))$",
    re.IGNORECASE,
)


def sentences_of(text: str, span: Span) -> list[Span]:
    """The sentences within `span`, in order, without blanks around them."""
    found: list[Span] = []
    start = span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        # "m.m. Polisen …" ends a sentence although "bl.a. Ramvik" does not: taken as one, the safer way.
        if text[stop.start()] == "." and _SHORT_FORM.search(text, max(start, stop.start() - 6), stop.start()):
            continue
        found.append(Span(*edges(text, start, stop.end())))
        start = stop.end()
    return [*found, Span(*edges(text, start, span.end))]
