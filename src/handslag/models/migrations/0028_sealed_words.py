"""What residents have written so far is sealed, each text with a key of its own outside the database."""

from typing import Any

from django.db import migrations

from handslag.models.random_order import rewrite_tables, write_anew
from handslag.models.word_keys import sealed


def seal_words(apps: Any, schema_editor: Any) -> None:
    voices = apps.get_model("handslag", "Voice")
    for book in set(voices.objects.order_by().values_list("source_id", flat=True)):
        texts = dict(voices.objects.filter(source_id=book).values_list("pk", "text"))
        for key, stored in sealed(book, texts).items():
            voices.objects.filter(pk=key).update(text=stored)
        write_anew(voices.objects.filter(source_id=book))
    rewrite_tables(voices)


class Migration(migrations.Migration):
    dependencies = [("handslag", "0027_sealed_responses")]
    operations = [migrations.RunPython(seal_words, migrations.RunPython.noop)]
