import django.db.models.deletion
import handslag.models.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0009_joint_work'),
    ]

    operations = [
        migrations.CreateModel(
            name='Dialogue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=handslag.models.fields.new_public_id, editable=False, max_length=10, unique=True)),
                ('kind', models.CharField(choices=[('meeting', 'meeting'), ('street', 'street'), ('walk', 'walk'), ('staff', 'staff')], max_length=10)),
                ('name', models.CharField(max_length=120)),
                ('purpose', models.TextField()),
                ('influence', models.TextField()),
                ('target_group', models.CharField(blank=True, max_length=160)),
                ('venue', models.CharField(max_length=160)),
                ('held_on', models.DateField()),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('hosts', models.JSONField(default=list)),
                ('parties', models.JSONField(default=list)),
                ('access_needs', models.TextField(blank=True)),
                ('party', models.CharField(blank=True, choices=[('police', 'police'), ('municipality', 'municipality'), ('rescue_service', 'rescue_service'), ('housing_company', 'housing_company'), ('municipal_company', 'municipal_company'), ('property_owners', 'property_owners'), ('business_association', 'business_association'), ('public_transport', 'public_transport'), ('security_company', 'security_company')], max_length=30)),
                ('cancelled_at', models.DateTimeField(editable=False, null=True)),
                ('cancel_reason', models.TextField(blank=True)),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='handslag.dialogue')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dialogues', to='handslag.municipality')),
            ],
            options={
                'ordering': ('held_on', 'starts', 'id'),
            },
        ),
        migrations.CreateModel(
            name='HeadCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(choices=[('children', 'children'), ('young', 'young'), ('adults', 'adults'), ('older', 'older')], max_length=20)),
                ('count', models.PositiveIntegerField()),
                ('dialogue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='heads', to='handslag.dialogue')),
            ],
            options={
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='OwedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=handslag.models.fields.new_public_id, editable=False, max_length=10, unique=True)),
                ('what', models.CharField(blank=True, max_length=300)),
                ('role', models.CharField(max_length=120)),
                ('due_on', models.DateField()),
                ('answer', models.TextField(blank=True)),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('dialogue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='handslag.dialogue')),
            ],
            options={
                'ordering': ('due_on', 'id'),
            },
        ),
        migrations.CreateModel(
            name='WalkStop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=handslag.models.fields.new_public_id, editable=False, max_length=10, unique=True)),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=120)),
                ('dialogue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stops', to='handslag.dialogue')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='handslag.place')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.CreateModel(
            name='WalkFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=handslag.models.fields.new_public_id, editable=False, max_length=10, unique=True)),
                ('owner', models.CharField(blank=True, max_length=120)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('fixed', 'fixed'), ('partly', 'partly'), ('not_fixed', 'not_fixed')], max_length=10)),
                ('seen_on', models.DateField(blank=True, null=True)),
                ('voice', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='finding', to='handslag.voice')),
                ('stop', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='handslag.walkstop')),
            ],
            options={
                'ordering': ('stop__number', 'id'),
            },
        ),
        migrations.AddConstraint(
            model_name='dialogue',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'staff'), models.Q(('party', ''), _negated=True)), models.Q(models.Q(('kind', 'staff'), _negated=True), ('party', '')), _connector='OR'), name='a_staff_dialogue_belongs_to_one_party'),
        ),
        migrations.AddConstraint(
            model_name='headcount',
            constraint=models.UniqueConstraint(fields=('dialogue', 'group'), name='one_head_count_per_group'),
        ),
        migrations.AddConstraint(
            model_name='walkstop',
            constraint=models.UniqueConstraint(fields=('dialogue', 'number'), name='one_stop_per_number'),
        ),
    ]
