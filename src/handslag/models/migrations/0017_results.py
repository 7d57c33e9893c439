import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0016_survey_unread'),
    ]

    operations = [
        migrations.AddField(
            model_name='survey',
            name='approved_on',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.CreateModel(
            name='Disposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('forms', 'forms'), ('codes', 'codes'), ('responses', 'responses'), ('texts', 'texts'), ('log', 'log')], max_length=20)),
                ('source_id', models.CharField(blank=True, max_length=10)),
                ('removed', models.PositiveIntegerField()),
                ('on', models.DateField()),
                ('decision', models.CharField(max_length=60)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disposals', to='handslag.municipality')),
            ],
            options={
                'ordering': ('-on', '-id'),
            },
        ),
        migrations.CreateModel(
            name='DisposalDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=60)),
                ('decided_on', models.DateField()),
                ('is_on_hold', models.BooleanField(default=False)),
                ('municipality', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='disposal', to='handslag.municipality')),
            ],
        ),
        migrations.CreateModel(
            name='PopulationFigures',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('men', models.JSONField()),
                ('women', models.JSONField()),
                ('uploaded_on', models.DateField()),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='populations', to='handslag.municipality')),
            ],
            options={
                'ordering': ('-year',),
                'constraints': [models.UniqueConstraint(fields=('municipality', 'year'), name='one_population_a_year')],
            },
        ),
        migrations.CreateModel(
            name='ResultEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lane', models.CharField(choices=[('open_link', 'open_link'), ('code', 'code'), ('staff', 'staff')], max_length=10)),
                ('made_on', models.DateField()),
                ('answers', models.PositiveIntegerField()),
                ('tables', models.JSONField()),
                ('weighting', models.JSONField(blank=True, null=True)),
                ('texts', models.JSONField(blank=True, default=dict)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='handslag.survey')),
            ],
            options={
                'ordering': ('-made_on',),
                'constraints': [models.UniqueConstraint(fields=('survey', 'lane', 'made_on'), name='one_edition_a_day')],
            },
        ),
    ]
