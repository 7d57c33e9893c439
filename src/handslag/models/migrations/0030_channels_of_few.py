"""Texts of closed surveys lose a way in that fewer than twenty took, as later ones do when they close."""

from collections import Counter
from typing import Any

from django.db import migrations

from handslag.domain.listening.voices import Channel, too_few
from handslag.models import columns
from handslag.models.fields import choices
from handslag.models.random_order import rewrite_tables, write_anew

_CHANNELS = {"open_link": "open_link", "code": "code", "staff": "staff_entered"}


def leave_out_channels(apps: Any, schema_editor: Any) -> None:
    tables = {name: apps.get_model("handslag", name) for name in ("Response", "ResultEdition", "Voice")}
    for survey in apps.get_model("handslag", "Survey").objects.filter(state__in=("closed", "frozen")):
        said = tables["Voice"].objects.filter(
            municipality=survey.municipality, source_kind="survey", source_id=survey.public_id
        )
        small = too_few(_answers_by_lane(survey, said, tables))
        said.filter(channel__in=[_CHANNELS[lane] for lane in small]).update(channel="survey")
        if small:
            write_anew(said)
    rewrite_tables(tables["Voice"])


def _answers_by_lane(survey: Any, said: Any, tables: dict[str, Any]) -> dict[str, int]:
    """As many as are there, or were when results were made: answers go before texts by some schedules."""
    numbers = Counter(tables["Response"].objects.filter(survey=survey).values_list("lane", flat=True))
    for lane, made in tables["ResultEdition"].objects.filter(survey=survey).values_list("lane", "answers"):
        numbers[lane] = max(numbers[lane], made)
    channels = set(said.order_by().values_list("channel", flat=True).distinct())
    return {lane: max(numbers[lane], 1) for lane in _CHANNELS if _CHANNELS[lane] in channels or numbers[lane]}


class Migration(migrations.Migration):
    dependencies = [("handslag", "0029_left_out_of_checks")]

    operations = [
        migrations.AlterField(
            "Voice", "channel", columns.CharField(choices=choices(Channel), max_length=20)
        ),
        migrations.RunPython(leave_out_channels, migrations.RunPython.noop),
    ]
