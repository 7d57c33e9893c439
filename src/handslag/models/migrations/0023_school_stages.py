from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0022_dialogue_came'),
    ]

    operations = [
        migrations.AddField(
            model_name='school',
            name='stages',
            field=models.JSONField(blank=True, default=list),
        ),
    ]
