"""The log says on which days papers were typed in, no longer when each was."""

from datetime import datetime, time
from typing import Any

from django.db import migrations

from handslag.clock import STOCKHOLM
from handslag.models.random_order import rewrite_tables


def keep_days(apps: Any, schema_editor: Any) -> None:
    table = apps.get_model("handslag", "LogEntry")
    days = set()
    for entry in table.objects.filter(verb__in=("enter_response", "count_second_entry")).order_by("id"):
        midnight = datetime.combine(entry.at.astimezone(STOCKHOLM), time.min, STOCKHOLM)
        day = (entry.actor_id, entry.municipality_id, entry.verb, entry.object_id, midnight)
        if day in days:
            entry.delete()
            continue
        days.add(day)
        entry.at, entry.params = midnight, {}
        entry.save()
    rewrite_tables(table)


class Migration(migrations.Migration):
    dependencies = [("handslag", "0030_channels_of_few")]

    operations = [migrations.RunPython(keep_days, migrations.RunPython.noop)]
