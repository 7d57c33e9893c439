"""Filters for pages about changes of promises: `{% load versions %}`."""

from collections.abc import Mapping

from django.template import Library

from handslag.models.models import PromiseVersion
from handslag.services.judging.reads.standings import Standing, Version, version_of
from handslag.web.desk.promises.carry_form import likeness_said
from handslag.web.words import versions
from handslag.web.words.measures import said

register = Library()


@register.filter
def history(standing: Standing) -> list[versions.Step]:
    """Every version of a promise, latest first, with what differs from the one before."""
    return versions.history(standing.versions)


@register.filter
def differing(standing: Standing, row: PromiseVersion) -> list[versions.Difference]:
    """What a version that is not saved yet says otherwise than the latest one."""
    return list(versions.differing(standing.versions[-1], version_of(row)))


@register.filter
def judged_by(version: Version) -> str:
    """What has to happen for the promise to be kept, by one version."""
    return said(version.terms.measure, version.event_series)


@register.filter
def carried_from(carried: Mapping[int, int], number: int) -> int | None:
    """The number of the promise that a draft goes on from."""
    return carried.get(number)


register.filter(likeness_said)
