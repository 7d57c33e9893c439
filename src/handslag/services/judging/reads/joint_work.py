"""Who took part in what was done together, as the others have said themselves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from handslag.domain.keeping.joint_work import JointWork, joint_work
from handslag.domain.keeping.joint_work import PartyAnswer as Answer
from handslag.domain.people.parties import Party
from handslag.models.models import Activity, PartyAnswer


def joint_of(activities: Iterable[Activity]) -> Mapping[int, JointWork]:
    """The joint work of each activity of several parties, by its key. One query, none where there is none."""
    joint = {row.pk: [Party(party) for party in row.others] for row in activities if row.others}
    said: defaultdict[int, list[Answer]] = defaultdict(list)
    for row in PartyAnswer.objects.filter(activity__in=joint) if joint else ():
        said[row.activity_id].append(row.answer())
    return {key: joint_work(others, said[key]) for key, others in joint.items()}
