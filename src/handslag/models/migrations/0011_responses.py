import django.db.models.deletion
from django.db import migrations, models

from handslag.models.without_rowid import WithoutRowid


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0010_dialogues'),
    ]

    operations = [
        migrations.CreateModel(
            name='SpentWork',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('slot', models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='CodeBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(choices=[('letter', 'letter'), ('library', 'library'), ('meeting', 'meeting')], max_length=10)),
                ('number', models.PositiveIntegerField()),
                ('issued_at', models.DateTimeField()),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='code_batches', to='handslag.survey')),
            ],
            options={
                'ordering': ('issued_at', 'id'),
            },
        ),
        migrations.CreateModel(
            name='Response',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('lane', models.CharField(choices=[('open_link', 'open_link'), ('code', 'code'), ('staff', 'staff')], max_length=10)),
                ('answers', models.JSONField()),
                ('batch', models.CharField(blank=True, max_length=10)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responses', to='handslag.survey')),
            ],
            options={
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='handslag.survey')),
            ],
        ),
        migrations.CreateModel(
            name='SurveyCode',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('is_used', models.BooleanField(default=False)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='handslag.codebatch')),
            ],
        ),
        # None of them keeps in which order its rows came (docs/rules/answers.md).
        WithoutRowid('response'),
        WithoutRowid('sentform'),
        WithoutRowid('spentwork'),
        WithoutRowid('surveycode'),
    ]
