from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("handslag", "0001_first_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="key",
            field=models.CharField(editable=False, max_length=32, null=True, unique=True),
        ),
    ]
