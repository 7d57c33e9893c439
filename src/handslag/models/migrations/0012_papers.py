import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0011_responses'),
    ]

    operations = [
        migrations.CreateModel(
            name='PaperCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('forms', models.PositiveIntegerField(default=0)),
                ('questions', models.PositiveIntegerField(default=0)),
                ('differing', models.PositiveIntegerField(default=0)),
                ('survey', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='paper_check', to='handslag.survey')),
            ],
        ),
    ]
