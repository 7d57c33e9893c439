"""Forms of other people's making: read in on the desk, shown to residents, answered, given back."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.documents.xlsforms import read_xlsform
from handslag.domain.surveys import Kind, Question, Survey, asked, coded, decoded, problems, typed
from handslag.models import models
from tests.cast import Cast
from tests.documents.xlsforms.forms import YES_NO, Rows, xlsform
from tests.page import PageClient
from tests.shared import DATA

DESK = "/bord/harnosand/enkater/"
TODAY = date(2019, 9, 2)
LABELS = ["type", "name", "label::Swedish (sv)", "label::العربية (ar)", "relevant", "constraint"]
OWN: dict[str, Rows] = {
    "deep": [
        LABELS,
        ["select_one yn", "a", "A?", "أ؟"],
        ["begin group", "g", "G", "ج", "${a} = 'yes'"],
        ["select_multiple yn or_other", "b", "B?", "ب؟", None, "count-selected(.) <= 2"],
        ["end group"],
        ["rank yn", "c", "C?", "ت؟", "selected(${b}, 'other') or ${a} = 'no'"],
        ["range", "d", "D?", "ث؟"],
        ["decimal", "e", "E?", "ح؟", None, ". >= 0 and . <= 100"],
        ["date", "f", "F?", "خ؟", None, ". <= today()"],
    ],
    "odd": [
        LABELS,
        ["text", "1:a frågan", "<b>Först</b> & sist?", "+1 =2"],
        ["note", "n", "“Läs” 'det' \"här\""],
        ["begin repeat", "r"],
        ["text", "x", "X?"],
        ["integer", "z", "Z?", None, "${x} > 1"],
    ],
}


def _files() -> list[tuple[str, bytes]]:
    own = [(name, xlsform(rows, YES_NO)) for name, rows in OWN.items()]
    return own + [(path.stem, path.read_bytes()) for path in sorted((DATA / "xlsforms").glob("*.xlsx"))]


def _answer(form: Survey, question: Question) -> list[str]:
    """Something a person could answer."""
    names = [choice.name for choice in form.choices_of(question)]
    match question.kind:
        case Kind.DATE:
            return ["2019-09-01"]
        case Kind.SCALE:
            return [str(question.lowest)]
        case Kind.INTEGER | Kind.DECIMAL:
            return ["3"]
        case Kind.TEXT:
            return ["Så här."]
    return names[: 2 if question.kind in (Kind.MULTIPLE, Kind.RANKING) else 1]


@pytest.mark.parametrize(("name", "data"), _files(), ids=[name for name, _ in _files()])
def test_a_form_of_others_is_shown_answered_and_given_back(name: str, data: bytes, cast: Cast) -> None:
    anna = PageClient(cast.anna)
    file = SimpleUploadedFile(f"{name}.xlsx", data)
    address = anna.post(f"{DESK}ny/fil/", {"file": file, "language": "sv"}).location
    form = models.Survey.objects.get().defined()
    anna.get(address)
    for language in form.languages:
        preview = anna.get(f"{address}visa/?sprak={language}")
        shown = [field for kind in ("input", "select", "textarea") for field in preview.all(f".//{kind}")]
        answered = {f"a-{one.name}" for one in form.questions if one.kind is not Kind.NOTE}
        assert answered <= {field.get("name") for field in shown}

    answers = typed(form, {one.name: _answer(form, one) for one in form.questions})
    kept = {name: value for name, value in answers.items() if name in asked(form, answers, TODAY)}
    assert problems(form, kept, "sv", TODAY) == ()
    stored = {one: value for one, value in kept.items() if form.question(one).kind is not Kind.TEXT}
    assert decoded(form, coded(form, kept)) == stored

    back = anna.get(f"{address}fil.xlsx").response.content
    assert read_xlsform(back, "back.xlsx").survey == form
