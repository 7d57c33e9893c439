"""A survey as those who answer it meet it: one query, the definition read once."""

from dataclasses import dataclass
from datetime import date
from time import monotonic

from handslag.domain.errors import NotFound
from handslag.domain.surveys import Lane, SurveyState, Texts
from handslag.domain.surveys import Survey as Definition
from handslag.models.models import Municipality, Survey

_FRESH = 2.0  # seconds: a correction of an open survey is seen that soon
_MOST = 200  # definitions kept
_FIELDS = (
    *("pk", "public_id", "slug", "state", "opens_on", "closes_on", "lanes"),
    *("municipality__slug", "municipality__short_name", "municipality__is_demo"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and the words of the notice before it."""

    definition: Definition
    purpose: Texts
    controller: Texts


@dataclass(frozen=True, slots=True)
class OpenSurvey:
    """A survey that has been opened; perhaps it has closed since."""

    key: int
    public_id: str
    slug: str
    state: SurveyState
    opens_on: date | None
    closes_on: date | None
    lanes: tuple[Lane, ...]
    municipality: Municipality  # slug, short_name and is_demo only
    asked: Asked

    @property
    def definition(self) -> Definition:
        return self.asked.definition

    def takes_answers(self, on: date) -> bool:
        """Whether residents can answer on that day, by an open link or with a code."""
        survey = Survey(state=self.state, lanes=self.lanes, opens_on=self.opens_on, closes_on=self.closes_on)
        return any(survey.takes_answers(lane, on) for lane in (Lane.OPEN_LINK, Lane.CODE))

    def lane(self, code: str) -> Lane:
        """The lane of somebody who has typed `code`, or none."""
        by_code = Lane.CODE in self.lanes and (code or Lane.OPEN_LINK not in self.lanes)
        return Lane.CODE if by_code else Lane.OPEN_LINK


def open_survey(municipality: str, slug: str) -> OpenSurvey:
    """The survey behind a public address. Raises `NotFound`, also for a draft."""
    found = Survey.objects.filter(municipality__slug=municipality, slug=slug).exclude(state=SurveyState.DRAFT)
    row = found.order_by().values_list(*_FIELDS).first()
    if row is None:
        raise NotFound("not_found")
    key, public_id, slug, state, opens_on, closes_on, lanes, place, short_name, is_demo = row
    face = Municipality(slug=place, short_name=short_name, is_demo=is_demo)
    lanes = tuple(map(Lane, lanes))
    return OpenSurvey(
        key, public_id, slug, SurveyState(state), opens_on, closes_on, lanes, face, _asked(public_id)
    )


_read: dict[str, tuple[float, Asked]] = {}


def _asked(public_id: str) -> Asked:
    read_at, asked = _read.get(public_id, (0.0, None))
    if asked is None or monotonic() - read_at > _FRESH:
        survey = Survey.objects.only("definition", "purpose", "controller").get(public_id=public_id)
        order = survey.definition["languages"]
        asked = Asked(survey.defined(), Texts.of(survey.purpose, order), Texts.of(survey.controller, order))
        if len(_read) > _MOST:
            _read.clear()
        _read[public_id] = (monotonic(), asked)
    return asked
