"""Letters go once: when run again, when two run, when the mail server is away, refuses or hangs up."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.core import mail

from handslag.domain.keeping.reminders import Duty
from handslag.domain.people.parties import Party
from handslag.models.models import Promise, Responsibility, SentMail, User
from handslag.services.keeping import reminders
from handslag.services.keeping.reminders import Sent, send_due
from tests.cast import Cast
from tests.mail_server import Post, free_port, mail_server, mail_to, words
from tests.make import make_promise, make_round

SettingsOn = Callable[[date], AbstractContextManager[None]]
ASKED = date(2020, 1, 1)  # the day after a year that nobody has reported


@pytest.fixture
def post() -> Iterator[Post]:
    with mail_server(Post()) as post:
        yield post


@pytest.fixture
def promise(cast: Cast) -> Promise:
    """Two efforts in 2019, of which none was made; Bo owns it."""
    whole_year = make_round(cast.harnosand, review_on=None, valid_to=date(2019, 12, 31))
    promise = make_promise(cast.harnosand, round=whole_year)
    answers_for(promise, cast.bo)
    return promise


def answers_for(promise: Promise, user: User, duty: Duty = Duty.OWNER) -> None:
    Responsibility.objects.create(promise=promise, party=Party.POLICE, role=duty, user=user)


def test_the_owner_is_asked_once(cast: Cast, promise: Promise, post: Post, settings_on: SettingsOn) -> None:
    with settings_on(ASKED):
        assert send_due(ASKED) == Sent(1, is_all=True)
        assert send_due(ASKED) == Sent(0, is_all=True)
    assert post.went_to == ["bo"]
    assert post.subjects[0] == "Löfte 1 i Härnösand är inte redovisat"


def test_deputy_and_signatory_follow(
    cast: Cast, promise: Promise, post: Post, settings_on: SettingsOn
) -> None:
    answers_for(promise, cast.anna, Duty.DEPUTY)
    for day in (1, 8, 15):
        with settings_on(date(2020, 1, day)):
            send_due(date(2020, 1, day))
    sent = SentMail.objects.exclude(key__startswith="digest").order_by("pk")
    assert [row.key.partition(":")[0] for row in sent] == ["ask_owner", "ask_deputy", "ask_signatory"]
    assert [row.user for row in sent] == [cast.bo, cast.anna, cast.cilla]


def test_a_letter_is_plain_text_and_fetches_nothing(promise: Promise, post: Post) -> None:
    send_due(ASKED)
    letter = post.letters[0]
    addresses = re.findall(r"https?://\S+", words(letter))
    assert {address.split("/bord/")[0] for address in addresses} == {"http://localhost:8000"}
    assert letter["Auto-Submitted"] == "auto-generated"


def test_a_letter_speaks_the_language_of_its_reader(cast: Cast, promise: Promise, post: Post) -> None:
    User.objects.filter(pk=cast.bo.pk).update(language="en")
    send_due(ASKED)
    assert post.subjects[0] == "Promise 1 in Härnösand is not reported"
    assert "/en/bord/harnosand/logga/?promise=1" in words(post.letters[0])


def test_a_demonstration_sends_nothing(cast: Cast, promise: Promise, post: Post) -> None:
    type(cast.harnosand).objects.update(is_demo=True)
    assert send_due(ASKED) == Sent(0, is_all=True)


def test_somebody_shut_out_gets_nothing_and_the_coordinator_stands_in(
    cast: Cast, promise: Promise, post: Post
) -> None:
    User.objects.filter(pk=cast.bo.pk).update(is_active=False)
    send_due(ASKED)
    assert post.went_to == ["anna"]


def test_a_mail_server_that_is_away_loses_nothing_and_doubles_nothing(
    promise: Promise, settings_on: SettingsOn
) -> None:
    post = Post()
    post.port = free_port()
    with settings_on(ASKED), mail_to(post.port):
        assert [send_due(ASKED), send_due(ASKED)] == [Sent(0, is_all=False)] * 2
    with settings_on(ASKED + timedelta(days=1)), mail_server(post):
        assert send_due(ASKED + timedelta(days=1)) == Sent(1, is_all=True)
        assert send_due(ASKED + timedelta(days=1)) == Sent(0, is_all=True)
    assert post.went_to == ["bo"]


def test_a_letter_that_is_refused_is_tried_an_hour_later(
    cast: Cast, promise: Promise, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    post.refuses = {cast.bo.email}
    assert send_due(ASKED) == Sent(0, is_all=False)
    post.refuses = set()
    assert send_due(ASKED) == Sent(0, is_all=True)
    monkeypatch.setattr(reminders, "TRIED_AGAIN_AFTER", timedelta(0))
    assert send_due(ASKED) == Sent(1, is_all=True)
    assert SentMail.objects.get().refused_at is None


def test_one_refused_letter_holds_up_no_other(cast: Cast, promise: Promise, post: Post) -> None:
    answers_for(promise, cast.anna, Duty.DEPUTY)
    post.refuses = {cast.bo.email}
    assert send_due(date(2020, 1, 8)) == Sent(1, is_all=False)
    assert post.went_to == ["anna"]


def test_where_nobody_knows_whether_it_arrived_it_is_not_sent_again(promise: Promise, post: Post) -> None:
    post.hangs_up = True
    assert send_due(ASKED) == Sent(0, is_all=True)
    post.hangs_up = False
    assert send_due(ASKED) == Sent(0, is_all=True)
    assert post.went_to == ["bo"]
    assert SentMail.objects.get().sent_at is None


def test_a_worker_killed_in_the_middle_sends_nothing_twice(
    promise: Promise, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(reminders, "_hand_over", killed)
        with pytest.raises(KeyboardInterrupt):
            send_due(ASKED)
    assert send_due(ASKED) == Sent(0, is_all=True)


def test_what_another_worker_has_claimed_is_left_to_it(promise: Promise, cast: Cast) -> None:
    (letter,) = reminders.due_letters(cast.harnosand, ASKED)
    assert reminders._deliver(letter) is reminders.Outcome.SENT
    assert reminders._deliver(letter) is reminders.Outcome.TAKEN
    assert len(mail.outbox) == 1


def test_all_that_is_due_to_somebody_is_one_letter(cast: Cast, promise: Promise, post: Post) -> None:
    answers_for(make_promise(cast.harnosand), cast.bo)
    send_due(ASKED)
    assert post.went_to == ["bo"]
    assert post.subjects[0] == "2 saker att göra: medborgarlöften i Härnösand"


@pytest.mark.parametrize("promises", [1, 3])
def test_a_day_with_nothing_to_send_costs_eleven_queries(
    cast: Cast, promises: int, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    type(cast.harnosand).objects.filter(pk=cast.solleftea.pk).update(is_demo=True)
    for _ in range(promises):
        make_promise(cast.harnosand)
    with django_assert_num_queries(11):
        assert send_due(date(2019, 6, 4)) == Sent(0, is_all=True)
