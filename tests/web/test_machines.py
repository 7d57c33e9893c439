"""What programs ask every host for, and what Django's own check of a deployment says."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, override_settings

from handslag.config.settings import _contact

SECURITY = "/.well-known/security.txt"


def test_programs_are_told_to_leave_the_desk_alone() -> None:
    found = Client().get("/robots.txt")
    assert found["Content-Type"] == "text/plain; charset=utf-8"
    assert found.content.decode().splitlines()[:2] == ["User-agent: *", "Disallow: /bord/"]


@pytest.mark.django_db
def test_where_nobody_is_named_no_file_says_whom_to_tell() -> None:
    assert Client().get(SECURITY).status_code == 404


@override_settings(
    SECURITY_CONTACTS=["mailto:it@ekby.example", "https://ekby.example/fel"], BASE_URL="https://ekby.example"
)
def test_whom_to_tell_of_a_weakness_is_said_for_ninety_days() -> None:
    found = Client().get(SECURITY)
    assert found["Content-Type"] == "text/plain; charset=utf-8"
    fields = [line.split(": ", 1) for line in found.content.decode().splitlines()]
    expires = datetime.fromisoformat(next(value for name, value in fields if name == "Expires"))
    assert timedelta(days=88) < expires - datetime.now(UTC) <= timedelta(days=90)
    assert [field for field in fields if field[0] != "Expires"] == [
        ["Contact", "mailto:it@ekby.example"],
        ["Contact", "https://ekby.example/fel"],
        ["Preferred-Languages", "sv, en"],
        ["Canonical", f"https://ekby.example{SECURITY}"],
    ]


@override_settings(SECURITY_CONTACTS=["tel:+46-70-1740605"], BASE_URL="http://localhost:8000")
def test_no_address_of_the_file_is_given_before_one_is_known() -> None:
    assert "Canonical" not in Client().get(SECURITY).content.decode()


@pytest.mark.parametrize("written", ["it", "http://ekby.example", "a@b\nContact: x", "javascript:1", "a b@c"])
def test_a_contact_that_nobody_can_write_to_is_refused_at_the_start(written: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        _contact(written)


def test_an_email_address_alone_is_enough() -> None:
    assert _contact("it@ekby.example") == "mailto:it@ekby.example"


@pytest.mark.parametrize(
    ("variables", "remarks"),
    [
        ({}, []),
        ({"HANDSLAG_HTTPS": "1", "HANDSLAG_HOSTS": "loften.ekby.example"}, []),
        ({"HANDSLAG_HTTPS": "1", "HANDSLAG_HSTS": "preload"}, []),
        ({"HANDSLAG_HOSTS": "loften.ekby.example"}, ["W004", "W008", "W012", "W016"]),
    ],
)
def test_djangos_check_of_a_deployment_remarks_on_public_hosts_without_https_only(
    tmp_path: Path, variables: dict[str, str], remarks: list[str]
) -> None:
    known = {"DJANGO_SETTINGS_MODULE": "handslag.config.settings", "HANDSLAG_DATA": str(tmp_path)}
    own = {name: value for name, value in os.environ.items() if not name.startswith("HANDSLAG_")}
    command = [sys.executable, "-m", "django", "check", "--deploy"]
    done = subprocess.run(command, env=own | known | variables, capture_output=True, text=True, check=True)
    assert [
        one for one in ("W002", "W004", "W005", "W008", "W012", "W016", "W021") if one in done.stderr
    ] == remarks
    assert ("WARNINGS" in done.stderr) == bool(remarks)
