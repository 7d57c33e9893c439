import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from handslag.models.without_rowid import WithoutRowid


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0005_calendars'),
    ]

    operations = [
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('id', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('channel', models.CharField(choices=[('open_link', 'open_link'), ('code', 'code'), ('staff_entered', 'staff_entered'), ('card', 'card'), ('street', 'street'), ('staff_dialogue', 'staff_dialogue'), ('walk', 'walk')], max_length=20)),
                ('source_kind', models.CharField(choices=[('survey', 'survey'), ('dialogue', 'dialogue'), ('walk_stop', 'walk_stop')], max_length=20)),
                ('source_id', models.CharField(max_length=10)),
                ('question', models.CharField(blank=True, max_length=120)),
                ('round_on', models.DateField()),
                ('kind', models.CharField(choices=[('strength', 'strength'), ('improvement', 'improvement'), ('other', 'other')], default='other', max_length=20)),
                ('group', models.CharField(blank=True, max_length=60)),
                ('party', models.CharField(blank=True, choices=[('police', 'police'), ('municipality', 'municipality'), ('rescue_service', 'rescue_service'), ('housing_company', 'housing_company'), ('municipal_company', 'municipal_company'), ('property_owners', 'property_owners'), ('business_association', 'business_association'), ('public_transport', 'public_transport'), ('security_company', 'security_company')], max_length=30)),
                ('text', models.TextField()),
                ('is_held', models.BooleanField(default=False)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voices', to='handslag.municipality')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='handslag.place')),
            ],
            options={
                'ordering': ('id',),
                'indexes': [models.Index(fields=['municipality', 'source_kind', 'source_id', 'question'], name='voice_source')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('channel', 'staff_dialogue'), _negated=True), models.Q(('party', ''), _negated=True), _connector='OR'), name='staff_are_read_by_their_own')],
            },
        ),
        WithoutRowid('voice'),
        migrations.CreateModel(
            name='VoiceReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[('may_be_quoted', 'may_be_quoted'), ('never', 'never')], max_length=20)),
                ('reviewer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='handslag.voice')),
            ],
        ),
        migrations.CreateModel(
            name='HeldReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(choices=[('police', 'police'), ('municipality', 'municipality'), ('rescue_service', 'rescue_service'), ('housing_company', 'housing_company'), ('municipal_company', 'municipal_company'), ('property_owners', 'property_owners'), ('business_association', 'business_association'), ('public_transport', 'public_transport'), ('security_company', 'security_company')], max_length=30)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held_readers', to='handslag.municipality')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('municipality', 'party'), name='one_held_reader_per_party')],
            },
        ),
        migrations.AddConstraint(
            model_name='voicereview',
            constraint=models.UniqueConstraint(fields=('voice', 'reviewer'), name='one_review_per_reader'),
        ),
    ]
