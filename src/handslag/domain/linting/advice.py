"""The advice on a whole document, a single draft sentence or a filled-in form."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from handslag.domain.linting.draft import Draft
from handslag.domain.linting.forms import as_document
from handslag.domain.linting.rule import Finding, Rule, all_rules
from handslag.domain.promises.terms import Terms
from handslag.domain.reading import read
from handslag.domain.reading.finds import ReadDocument, Span

_LEAD_IN = "Medborgarlöften\n\n• "


def lint(document: ReadDocument, *, review_on: date | None = None) -> tuple[Finding, ...]:
    """Every finding on the promises of `document`, promise by promise, in the order of the text.

    `review_on` is the day the pledge will be looked at again, if one is set. Raises nothing.
    """
    drafts = (Draft.of(document, index, review_on) for index in range(len(document.promises)))
    return tuple(finding for draft in drafts for finding in _findings(draft))


def lint_text(text: str, *, review_on: date | None = None) -> tuple[Finding, ...]:
    """Every finding on a text of any length, from a whole page down to one draft sentence.

    A text in which the reader finds no promise is taken as one item under a heading that says so. Of a
    single line nothing is asked that belongs to a whole document, such as how long it is valid.
    """
    document = read(text)
    if not document.promises:
        found = tuple(_moved(finding) for finding in lint(read(_LEAD_IN + text), review_on=review_on))
    else:
        found = lint(document, review_on=review_on)
    is_line = "\n" not in text.strip()
    return tuple(finding for finding in found if finding.promise is not None or not is_line)


def lint_terms(terms: Terms, *, pledge: Iterable[Terms] = ()) -> tuple[Finding, ...]:
    """Every finding on one filled-in form, its spans counted from the start of `terms.text`.

    The form's parties, places, dates and measure count as said, whatever the sentence says. `pledge`
    holds the other promises of the same pledge: those that spell this one out, if it is an aim.
    """
    document = as_document(terms, [other for other in pledge if other.aim == terms.id])
    found = lint(document, review_on=terms.review_on)
    return tuple(finding for finding in found if not finding.promise)


def _moved(finding: Finding) -> Finding:
    start, end = (max(at - len(_LEAD_IN), 0) for at in (finding.span.start, finding.span.end))
    return replace(finding, span=Span(start, end))


def _findings(draft: Draft) -> list[Finding]:
    found = {code: list(_found(rule, draft)) for code, rule in all_rules().items()}
    said = {code for code, findings in found.items() if findings}
    closest = [found[code] for code in said if said.isdisjoint(all_rules()[code].unless)]
    return sorted(chain(*closest), key=lambda finding: (finding.span, finding.rule))


def _found(rule: Rule, draft: Draft) -> Iterator[Finding]:
    for hit in rule.find(draft):
        index = None if hit.of_document else draft.index
        yield Finding(rule.code, hit.span, index, rule.level, hit.params, hit.rewrite)
