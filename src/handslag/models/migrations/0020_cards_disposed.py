from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('handslag', '0019_carry_over_fates'),
    ]

    operations = [
        migrations.AlterField(
            model_name='disposal',
            name='kind',
            field=models.CharField(choices=[('forms', 'forms'), ('codes', 'codes'), ('responses', 'responses'), ('texts', 'texts'), ('cards', 'cards'), ('log', 'log')], max_length=20),
        ),
    ]
