"""Dialogues are about a place or the whole municipality; those from before are matched by name, once."""

import re
from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def match_by_name(apps: Any, schema_editor: Any) -> None:
    """The place that a dialogue's name speaks of first, or else its venue."""
    for municipality in apps.get_model("handslag", "Municipality").objects.all():
        spelled = {
            part.casefold(): place
            for place in municipality.places.all()
            for name in (place.name, *place.aliases)
            for part in (name, *name.split("/"))
            if part.strip()
        }
        if not spelled:
            continue
        longest_first = sorted(map(re.escape, spelled), key=len, reverse=True)
        words = re.compile(rf"(?<!\w)({'|'.join(longest_first)})s?(?!\w)")
        for dialogue in municipality.dialogues.all():
            found = words.search(f"{dialogue.name}\n{dialogue.venue}".casefold())
            if found:
                dialogue.place = spelled[found[1]]
                dialogue.save(update_fields=["place"])


class Migration(migrations.Migration):
    dependencies = [("handslag", "0031_days_of_paper")]

    operations = [
        migrations.AddField(
            model_name="dialogue",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dialogues",
                to="handslag.place",
            ),
        ),
        migrations.RunPython(match_by_name, migrations.RunPython.noop),
    ]
