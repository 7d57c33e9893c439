"""Whoever copies the database gets in with nothing that is in it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.sessions.models import Session
from django.test import Client

from handslag.services.people.log_in.secret_box import seal, unseal
from tests.cast import Cast

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def _code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_a_session_is_opened_by_the_cookie_and_not_by_what_is_stored(cast: Cast) -> None:
    client, thief = Client(), Client()
    client.force_login(cast.anna)
    stored = Session.objects.get().session_key
    assert stored != client.cookies["session"].value
    thief.cookies["session"] = stored
    assert [one.get("/bord/harnosand/").status_code for one in (client, thief)] == [200, 302]


def test_logging_out_erases_the_session(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.anna)
    cookie = client.cookies["session"].value
    client.logout()
    client.cookies["session"] = cookie
    assert client.get("/bord/harnosand/").status_code == 302
    assert Session.objects.count() == 0


def test_the_secret_of_a_second_factor_lies_sealed_and_still_takes_its_codes(cast: Cast) -> None:
    totp = TOTP.activate(cast.anna, SECRET)
    assert SECRET not in str(Authenticator.objects.values_list("data", flat=True).get())
    assert totp.validate_code(_code(SECRET))


@pytest.mark.parametrize("stored", ["", SECRET, "sealed:", seal(SECRET)[:-4]])
def test_what_is_not_sealed_by_us_lets_nobody_in(cast: Cast, stored: str) -> None:
    totp = TOTP.activate(cast.anna, SECRET)
    totp.instance.data = {"secret": stored}
    assert not any(totp.validate_code(_code(secret)) for secret in ("", SECRET))


def test_sealing_twice_is_sealing_once() -> None:
    assert seal(seal(SECRET)) != seal(SECRET)  # a new seal each time
    assert [unseal(seal(SECRET)), unseal(seal(seal(SECRET))), unseal(SECRET)] == [SECRET, SECRET, None]
