"""What was stored before: secrets of second factors are sealed, answers of closed surveys written anew."""

from typing import Any

from django.db import migrations

from handslag.models.random_order import rewrite_tables, write_anew


def seal_second_factors(apps: Any, schema_editor: Any) -> None:
    from handslag.services.people.log_in.secret_box import seal

    for one in apps.get_model("mfa", "Authenticator").objects.all():
        secrets = {name: seal(one.data[name]) for name in ("secret", "seed") if name in one.data}
        if "migrated_codes" in one.data:
            one.data["migrated_codes"] = [seal(code) for code in one.data["migrated_codes"]]
        one.data = one.data | secrets
        one.save(update_fields=["data"])


def forget_orders(apps: Any, schema_editor: Any) -> None:
    tables = {name: apps.get_model("handslag", name) for name in _TABLES}
    for survey in apps.get_model("handslag", "Survey").objects.filter(state__in=("closed", "frozen")):
        said = {"source_kind": "survey", "source_id": survey.public_id, "municipality": survey.municipality}
        write_anew(tables["Response"].objects.filter(survey=survey))
        write_anew(tables["SentForm"].objects.filter(survey=survey))
        write_anew(tables["SurveyCode"].objects.filter(batch__survey=survey))
        write_anew(tables["Voice"].objects.filter(**said))
    rewrite_tables(*tables.values())


_TABLES = ("Response", "SentForm", "SpentWork", "SurveyCode", "Voice")


class Migration(migrations.Migration):
    dependencies = [
        ("handslag", "0025_unread_of_readings"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        migrations.RunPython(seal_second_factors, migrations.RunPython.noop),
        migrations.RunPython(forget_orders, migrations.RunPython.noop),
    ]
