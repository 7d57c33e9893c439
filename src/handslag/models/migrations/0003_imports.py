import django.db.models.deletion
import handslag.models.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0002_activity_key'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=handslag.models.fields.new_public_id, editable=False, max_length=10, unique=True)),
                ('source', models.CharField(max_length=300)),
                ('key', models.CharField(editable=False, max_length=64)),
                ('is_calendar', models.BooleanField(default=False)),
                ('rows', models.JSONField(default=list)),
                ('started_at', models.DateTimeField()),
                ('imported_at', models.DateTimeField(null=True)),
                ('undone_at', models.DateTimeField(null=True)),
                ('undone_reason', models.TextField(blank=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='handslag.municipality')),
                ('started_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-started_at', '-id'),
            },
        ),
        migrations.AddField(
            model_name='activity',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='handslag.importbatch'),
        ),
        migrations.AddConstraint(
            model_name='importbatch',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('municipality', 'key'), name='a_file_is_read_in_once'),
        ),
    ]
