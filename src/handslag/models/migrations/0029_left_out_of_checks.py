from django.db import migrations

from handslag.models import columns


class Migration(migrations.Migration):
    dependencies = [("handslag", "0028_sealed_words")]
    operations = [
        migrations.AddField("ResidentCheck", "left_out", columns.PositiveIntegerField(default=0)),
        migrations.AddField("ResidentCheck", "shown_left_out", columns.PositiveIntegerField(default=0)),
    ]
