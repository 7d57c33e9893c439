"""A survey as those who answer it meet it. Kept for a moment, since each of them asks for it many times."""

from dataclasses import dataclass, field
from datetime import date
from time import monotonic
from typing import Any

from handslag.domain.errors import NotFound
from handslag.domain.surveys import Lane, Opening, SurveyState, Texts
from handslag.domain.surveys import Survey as Definition
from handslag.models.models import Municipality, Survey

FRESH = 2.0  # seconds
_MOST = 200  # surveys kept


@dataclass(frozen=True, slots=True)
class OpenSurvey:
    """A survey that has been opened; perhaps it has closed since.

    `kept`: what was made of it for everybody alike, so that it is forgotten as soon as the survey is.
    """

    key: int
    public_id: str
    slug: str
    opening: Opening
    closed_on: date | None
    municipality: Municipality
    definition: Definition
    purpose: Texts
    controller: Texts
    kept: dict[tuple[str, ...], Any] = field(default_factory=dict, compare=False)

    def lane(self, code: str) -> Lane:
        """The lane of somebody who has typed `code`, or none."""
        lanes = self.opening.lanes
        by_code = Lane.CODE in lanes and (code or Lane.OPEN_LINK not in lanes)
        return Lane.CODE if by_code else Lane.OPEN_LINK


_known: dict[tuple[str, str], tuple[float, OpenSurvey]] = {}


def open_survey(municipality: str, slug: str) -> OpenSurvey:
    """The survey behind a public address, as it was at most two seconds ago.

    Whether it is still open is asked again where answers are stored (`services/listening/intake/taking.py`).
    Raises `NotFound`, also for a draft.
    """
    read_at, survey = _known.get((municipality, slug), (0.0, None))
    if survey is None or monotonic() - read_at > FRESH:
        survey = _open_survey(municipality, slug)
        if len(_known) > _MOST:
            _known.clear()
        _known[municipality, slug] = (monotonic(), survey)
    return survey


def forget_surveys() -> None:
    """Read every survey anew, as a test must that has just made one."""
    _known.clear()


def _open_survey(municipality: str, slug: str) -> OpenSurvey:
    found = Survey.objects.filter(municipality__slug=municipality, slug=slug).exclude(state=SurveyState.DRAFT)
    survey = found.select_related("municipality").first()
    if survey is None:
        raise NotFound("not_found")
    order = survey.definition["languages"]
    return OpenSurvey(
        key=survey.pk,
        public_id=survey.public_id,
        slug=survey.slug,
        opening=survey.opening(),
        closed_on=survey.closed_on,
        municipality=survey.municipality,
        definition=survey.defined(),
        purpose=Texts.of(survey.purpose, order),
        controller=Texts.of(survey.controller, order),
    )
