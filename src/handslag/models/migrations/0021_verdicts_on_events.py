import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0020_cards_disposed'),
    ]

    operations = [
        migrations.AddField(
            model_name='partyverdict',
            name='event',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='handslag.event'),
        ),
    ]
