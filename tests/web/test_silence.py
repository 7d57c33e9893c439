"""What no log holds, and what every answer says about itself."""

import os
import subprocess
import sys

import pytest
from django.test import Client, override_settings

TOKEN = "eyJ0b2tlbiI6ICJ3b3JrcyJ9"
LINK = f"/bord/lank/{TOKEN}/"


@pytest.mark.django_db
@pytest.mark.parametrize("path", [LINK, "/en" + LINK, "/konto/logga-in/", "/konto/logga-ut/", "/finns/inte/"])
@pytest.mark.parametrize(
    "heads", [{}, {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_HOST": "evil.example"}]
)
def test_what_is_refused_leaves_no_line(
    path: str, heads: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    for method in ("post", "put", "delete", "patch"):
        assert getattr(Client(enforce_csrf_checks=True), method)(path, **heads).status_code in (400, 403, 404)
    assert caplog.records == []


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"a": "1" * 20_000_000}, {f"a{n}": "1" for n in range(1001)}])
def test_forms_that_are_too_big_leave_no_line(
    fields: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    assert Client(enforce_csrf_checks=True).post("/konto/logga-in/", fields).status_code == 400
    assert caplog.records == []


@pytest.mark.django_db
def test_a_fault_names_its_page_and_not_the_address(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("handslag.web.desk.keeping.links.offer_of", fail)
    assert Client(raise_request_exception=False).get(LINK).status_code == 500
    assert [record.getMessage() for record in caplog.records] == ["500: mail_link"]
    assert TOKEN not in caplog.text


@pytest.mark.parametrize(
    ("variables", "backend"),
    [
        ({}, "smtp"),
        ({"HANDSLAG_DEMO": "1"}, "console"),
        ({"HANDSLAG_DEMO": "1", "HANDSLAG_SMTP_HOST": "x"}, "smtp"),
    ],
)
def test_mail_is_printed_by_the_demonstration_only(variables: dict[str, str], backend: str) -> None:
    assert setting("EMAIL_BACKEND", variables) == f"django.core.mail.backends.{backend}.EmailBackend"


@pytest.mark.parametrize(
    ("asked", "subdomains", "preload"),
    [("", False, False), ("subdomains", True, False), ("preload", True, True)],
)
def test_other_hosts_of_the_domain_are_left_alone_unless_asked(
    asked: str, subdomains: bool, preload: bool
) -> None:
    variables = {"HANDSLAG_HTTPS": "1", "HANDSLAG_HSTS": asked}
    assert setting("SECURE_HSTS_SECONDS", variables) == "31536000"
    assert setting("SECURE_HSTS_INCLUDE_SUBDOMAINS", variables) == str(subdomains)
    assert setting("SECURE_HSTS_PRELOAD", variables) == str(preload)
    assert setting("SECURE_HSTS_SECONDS", {"HANDSLAG_HSTS": asked}) == "0"


def setting(name: str, variables: dict[str, str]) -> str:
    """A setting of the product when it is started with these variables."""
    code = f"from handslag.config import settings; print(settings.{name})"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HANDSLAG_")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=clean | variables, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/finns/inte/", "/konto/logga-in/", "/bord/", "/static/site.css"])
@pytest.mark.parametrize("is_https", [False, True])
def test_every_answer_says_who_may_use_it(path: str, is_https: bool) -> None:
    with override_settings(SECURE_SSL_REDIRECT=is_https):
        answer = Client().get(path)
    assert (answer.status_code == 301) == is_https or path == "/bord/"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert (answer["X-Frame-Options"], answer["Cross-Origin-Resource-Policy"]) == ("DENY", "same-origin")


def test_the_list_of_static_files_is_not_among_those_served() -> None:
    code = (
        "from django.core.files.storage import storages; import django; django.setup(); "
        "from django.conf import settings; s = storages['staticfiles']; "
        "print(s.manifest_storage.path(s.manifest_name) == str(settings.DATA / 'staticfiles.json'))"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "handslag.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"
