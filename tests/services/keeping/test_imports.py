"""A file of activities: read in whole or not at all, counted once, taken back without a trace lost."""

from dataclasses import replace
from datetime import date

import pytest

from handslag import clock
from handslag.domain.errors import BadInput, WrongState
from handslag.domain.importing.choices import Choices
from handslag.domain.importing.columns import Column
from handslag.domain.judging.cells import Status
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.models.models import Activity, ImportBatch
from handslag.services.judging.reads.standings import standings
from handslag.services.keeping.activities import Entry, correct_activity
from handslag.services.keeping.imports import import_activities, start_import, undo_import
from handslag.services.keeping.reads.imports import batch_row, batch_rows, column_rows, preview_import
from tests.cast import Cast
from tests.make import make_activity, make_promise

HEADINGS = ("Datum", "Löfte", "Plats", "Antal")
CHOICES = Choices({Column.DAY: 0, Column.PROMISE: 1, Column.PLACE: 2, Column.COUNT: 3}, Party.POLICE)
TODAY = date(2019, 9, 2)


def _upload(cast: Cast, *rows: tuple[str, ...], key: str = "1") -> ImportBatch:
    return start_import(
        cast.bo, municipality=cast.harnosand, source="insatser.xlsx", rows=(HEADINGS, *rows), key=key
    )


def _two(cast: Cast) -> ImportBatch:
    """Two activities for a promise of two a year, read in."""
    make_promise(cast.harnosand)
    batch = _upload(cast, ("2019-06-14", "1"), ("15/6 2019", "1", "", "1"))
    return import_activities(cast.bo, batch=batch, choices=CHOICES)


def _status(cast: Cast) -> Status:
    return standings(cast.harnosand, on=TODAY)[0].assessment.headline[1].status


def test_rows_become_activities_that_count(cast: Cast) -> None:
    _two(cast)
    assert _status(cast) == Status.KEPT
    assert list(Activity.objects.values_list("done_on", "count", "party", "status", "logged_by__name")) == [
        (date(2019, 6, 15), 1, "police", "done", "bo"),
        (date(2019, 6, 14), 1, "police", "done", "bo"),
    ]


def test_places_schools_and_several_promises_are_kept(cast: Cast) -> None:
    make_promise(cast.harnosand), make_promise(cast.harnosand)
    cast.harnosand.places.create(name="Ramvik", aliases=["Hälledal"])
    import_activities(cast.bo, batch=_upload(cast, ("2019-06-14", "1, 2", "Hälledal", "3")), choices=CHOICES)
    activity = Activity.objects.get()
    assert (str(activity.place), activity.count) == ("Ramvik", 3)
    assert sorted(activity.promises.values_list("number", flat=True)) == [1, 2]


def test_the_uploaded_cells_are_gone_once_they_have_been_read_in(cast: Cast) -> None:
    assert _two(cast).rows == []


def test_one_wrong_row_stops_all(cast: Cast) -> None:
    make_promise(cast.harnosand)
    batch = _upload(cast, ("2019-06-14", "1"), ("2019-06-15", "9"), ("i maj", "9"))
    with pytest.raises(BadInput) as refused:
        import_activities(cast.bo, batch=batch, choices=CHOICES)
    assert (refused.value.code, refused.value.params) == ("import_has_errors", {"rows": 2})
    assert not Activity.objects.exists()


def test_wrong_rows_are_left_out_when_asked(cast: Cast) -> None:
    make_promise(cast.harnosand)
    batch = _upload(cast, ("2019-06-14", "1"), ("2019-06-15", "9"))
    import_activities(cast.bo, batch=batch, choices=CHOICES, leave_out_wrong=True)
    assert Activity.objects.count() == 1


def test_a_file_without_a_usable_row_is_refused(cast: Cast) -> None:
    batch = _upload(cast, ("2019-06-14", "1"))
    with pytest.raises(BadInput, match="import_nothing"):
        import_activities(cast.bo, batch=batch, choices=CHOICES, leave_out_wrong=True)


def test_the_same_file_sent_twice_is_one(cast: Cast) -> None:
    batch = _two(cast)
    again = _upload(cast, ("2019-06-14", "1"), ("15/6 2019", "1", "", "1"))
    import_activities(cast.bo, batch=again, choices=CHOICES)
    assert (again.pk, Activity.objects.count()) == (batch.pk, 2)


def test_a_file_with_the_same_rows_warns_and_adds_nothing(cast: Cast) -> None:
    _two(cast)
    batch = _upload(cast, ("2019-06-14", "1"), ("2019-06-16", "1"), key="2")
    preview = preview_import(batch, CHOICES, on=TODAY)
    assert [(same.rows, same.code) for same in preview.doubled] == [((2,), "import_already_logged")]
    assert preview.activities == 1


def test_what_is_logged_for_two_promises_with_another_party_is_known_by_one_of_each(cast: Cast) -> None:
    for _ in range(2):
        make_promise(cast.harnosand)
    import_activities(cast.bo, batch=_upload(cast, ("2019-06-14", "1, 2")), choices=CHOICES)
    Activity.objects.update(others=["municipality"])
    choices = replace(CHOICES, party=Party.MUNICIPALITY)
    preview = preview_import(_upload(cast, ("2019-06-14", "2"), key="2"), choices, on=TODAY)
    assert [(same.rows, same.code) for same in preview.doubled] == [((2,), "import_already_logged")]


def test_another_file_replaces_what_the_person_had_not_read_in(cast: Cast) -> None:
    _upload(cast, ("2019-06-14", "1"))
    kept = _upload(cast, ("2019-06-15", "1"), key="2")
    assert list(ImportBatch.objects.all()) == [kept]


def test_what_nobody_reads_in_is_removed_after_a_day(cast: Cast, settings_on: object) -> None:
    _upload(cast, ("2019-06-14", "1"))
    with settings_on(date(2019, 9, 4)):  # type: ignore[operator]
        rows = (HEADINGS, ("2019-06-14", "1"))
        start_import(cast.olle, municipality=cast.solleftea, source="b.csv", rows=rows, key="2")
    assert [batch.municipality.slug for batch in ImportBatch.objects.all()] == ["solleftea"]


def test_a_file_removed_meanwhile_is_said(cast: Cast) -> None:
    batch = _upload(cast, ("2019-06-14", "1"))
    ImportBatch.objects.all().delete()
    with pytest.raises(WrongState, match="gone_meanwhile"):
        import_activities(cast.bo, batch=batch, choices=CHOICES)


def test_taken_back_they_stay_in_the_history_and_no_longer_count(cast: Cast) -> None:
    undo_import(cast.anna, batch=_two(cast), reason="Fel fil.")
    assert _status(cast) != Status.KEPT
    evidence = standings(cast.harnosand, on=TODAY)[0].evidence
    assert (len(evidence.deeds), evidence.current) == (2, ())
    assert {deed.taken_back for deed in evidence.deeds} == {(clock.today(), "Fel fil.")}
    assert (Activity.objects.count(), Activity.current.count()) == (2, 0)


def test_exactly_its_activities_are_taken_back(cast: Cast) -> None:
    batch = _two(cast)
    other = make_activity(cast.harnosand.promises.get())
    undo_import(cast.anna, batch=batch, reason="Fel fil.")
    assert list(Activity.current.all()) == [other]


def test_the_same_file_may_be_read_in_anew_after_it_was_taken_back(cast: Cast) -> None:
    undo_import(cast.anna, batch=_two(cast), reason="Fel kolumn.")
    batch = _upload(cast, ("2019-06-14", "1"), ("15/6 2019", "1", "", "1"))
    import_activities(cast.bo, batch=batch, choices=CHOICES)
    assert (Activity.objects.count(), Activity.current.count()) == (4, 2)


def _again(activity: Activity) -> Entry:
    return Entry(promises=tuple(activity.promises.all()), done_on=date(2019, 6, 20), party=Party.POLICE)


def test_it_cannot_be_taken_back_once_some_have_been_corrected(cast: Cast) -> None:
    batch = _two(cast)
    first = batch.activities.all()[0]
    correct_activity(cast.bo, activity=first, entry=_again(first), reason="Fel dag.")
    with pytest.raises(WrongState) as refused:
        undo_import(cast.anna, batch=batch, reason="Fel fil.")
    assert (refused.value.code, refused.value.params) == ("import_corrected_since", {"activities": 1})
    assert Activity.current.count() == 2


def test_what_was_taken_back_cannot_be_corrected(cast: Cast) -> None:
    batch = undo_import(cast.anna, batch=_two(cast), reason="Fel fil.")
    first = batch.activities.all()[0]
    with pytest.raises(WrongState, match="activity_taken_back"):
        correct_activity(cast.bo, activity=first, entry=_again(first), reason="Fel dag.")


def test_what_is_not_read_in_or_taken_back_already_cannot_be_taken_back(cast: Cast) -> None:
    with pytest.raises(WrongState, match="import_not_done"):
        undo_import(cast.anna, batch=_upload(cast, ("2019-06-14", "1")), reason="Fel fil.")
    batch = undo_import(cast.anna, batch=_two(cast), reason="Fel fil.")
    with pytest.raises(WrongState, match="import_undone"):
        undo_import(cast.anna, batch=batch, reason="Fel fil.")
    with pytest.raises(WrongState, match="import_undone"):
        import_activities(cast.bo, batch=batch, choices=CHOICES)


def test_the_reason_may_not_tell_of_a_person(cast: Cast) -> None:
    with pytest.raises(BadInput, match="personal_data"):
        undo_import(cast.anna, batch=_two(cast), reason="Fel, ring 070-174 06 05.")


def test_columns_are_shown_with_values_and_a_guess(cast: Cast) -> None:
    batch = _upload(cast, ("2019-06-14", "1", "", "", "x"), ("2019-06-15", "1"))
    day, *_, last = column_rows(batch)
    assert (day.letters, day.heading, day.samples, day.guess) == (
        "A",
        "Datum",
        ("2019-06-14", "2019-06-15"),
        Column.DAY,
    )
    assert (last.letters, last.heading, last.samples, last.guess) == ("E", "", ("x",), None)


def test_a_preview_says_how_words_were_understood(cast: Cast) -> None:
    make_promise(cast.harnosand)
    batch = _upload(
        cast, ("2019-06-14", "Buskörning"), ("2019-06-15", "buskörning"), ("2019-06-16", "Semester")
    )
    preview = preview_import(batch, CHOICES, on=TODAY)
    assert [(one.said, one.promises, one.rows) for one in preview.understood] == [
        ("Buskörning", (1,), 1),
        ("buskörning", (1,), 1),
    ]
    assert [(same.heading, same.code, same.rows) for same in preview.errors] == [
        ("Löfte", "import_unknown_promise", (4,))
    ]


def test_the_same_problem_is_said_once_with_all_its_rows(cast: Cast) -> None:
    batch = _upload(cast, ("i maj", "1"), ("i maj", "1"), ("i juni", "1"))
    errors = preview_import(batch, CHOICES, on=TODAY).errors
    assert [(same.rows, same.params) for same in errors if same.code == "import_bad_day"] == [
        ((2, 3), {"value": "i maj"}),
        ((4,), {"value": "i juni"}),
    ]


def test_words_that_may_be_names_are_shown(cast: Cast) -> None:
    make_promise(cast.harnosand)
    choices = Choices({Column.DAY: 0, Column.PROMISE: 1, Column.NOTE: 2}, Party.POLICE)
    batch = _upload(cast, ("2019-06-14", "1", "Samtal med Kajsa Andersson"), ("2019-06-15", "1", "Kontroll"))
    assert preview_import(batch, choices, on=TODAY).persons == ("Kajsa Andersson",)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_preview_takes_as_many_queries_whatever_the_rows(
    cast: Cast, rows: int, django_assert_num_queries: object
) -> None:
    make_promise(cast.harnosand)
    batch = _upload(cast, *((f"2019-06-{day}", "1") for day in range(11, 11 + rows)))
    with django_assert_num_queries(7):  # type: ignore[operator]
        assert preview_import(batch, CHOICES, on=TODAY).activities == rows


def test_files_that_were_read_in_are_listed_with_how_they_stand(
    cast: Cast, django_assert_num_queries: object
) -> None:
    batch = _two(cast)
    undo_import(cast.anna, batch=batch, reason="Fel fil.")
    _upload(cast, ("2019-06-14", "1"), key="3")
    with django_assert_num_queries(1):  # type: ignore[operator]
        rows = batch_rows(cast.harnosand)
    assert [(row.source, row.by, row.activities, row.undone_reason) for row in rows] == [
        ("insatser.xlsx", "bo", 2, "Fel fil.")
    ]
    assert batch_row(batch) == rows[0]


def test_done_and_planned_stay_apart(cast: Cast) -> None:
    make_promise(cast.harnosand)
    choices = Choices({Column.DAY: 0, Column.PROMISE: 1, Column.STATUS: 2}, Party.POLICE)
    batch = _upload(cast, ("2019-10-01", "1", "planerad"), ("2019-06-14", "1", "inställd"))
    import_activities(cast.bo, batch=batch, choices=choices)
    assert list(Activity.objects.values_list("status", flat=True)) == [
        ActivityStatus.PLANNED,
        ActivityStatus.CANCELLED,
    ]
