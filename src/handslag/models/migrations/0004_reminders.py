import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0003_imports'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='language',
            field=models.CharField(choices=[('sv', 'sv'), ('en', 'en')], default='sv', max_length=2),
        ),
        migrations.CreateModel(
            name='SentMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=160, unique=True)),
                ('claimed_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('refused_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='UsedLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('used_at', models.DateTimeField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Responsibility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(choices=[('police', 'police'), ('municipality', 'municipality'), ('rescue_service', 'rescue_service'), ('housing_company', 'housing_company'), ('municipal_company', 'municipal_company'), ('property_owners', 'property_owners'), ('business_association', 'business_association'), ('public_transport', 'public_transport'), ('security_company', 'security_company')], max_length=30)),
                ('role', models.CharField(choices=[('owner', 'owner'), ('deputy', 'deputy')], max_length=10)),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='responsibilities', to='handslag.promise')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('party', 'role'),
                'constraints': [models.UniqueConstraint(fields=('promise', 'party', 'role'), name='one_person_per_duty')],
            },
        ),
    ]
