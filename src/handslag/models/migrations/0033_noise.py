from typing import Any

from django.db import migrations

from handslag.models import columns


def make_anew(apps: Any, _: object) -> None:
    """What was published without noise goes; the night after it is made anew, where enough have answered."""
    apps.get_model("handslag", "ResidentCheck").objects.update(shown=None, shown_on=None)


class Migration(migrations.Migration):
    dependencies = [("handslag", "0032_dialogue_places")]
    operations = [
        migrations.AddField("ResidentCheck", "moves", columns.JSONField(default=dict)),
        migrations.AddField("ResidentCheck", "table", columns.JSONField(null=True)),
        migrations.RunPython(make_anew, migrations.RunPython.noop),
    ]
