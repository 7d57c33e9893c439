"""From where a request comes, as log-in, surveys and limits see it."""

from typing import Any

import pytest
from django.test import RequestFactory

from handslag.web.sender import sender

OURS = "10.0.0.1"  # the proxy


@pytest.mark.parametrize(
    ("proxies", "passed_on", "address"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1,,  203.0.113.9 ,", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, "203.0.113.9:4711", "203.0.113.9"),
        (1, "[2001:db8::7]:4711", "2001:db8::7"),
        (1, '"[2001:db8::7]"', "2001:db8::7"),
        (1, "fe80::1%eth0", "fe80::1"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
        (1, "unknown", ""),
        (1, "", ""),
    ],
)
def test_what_our_proxies_say_counts_and_nothing_before_it(
    proxies: int, passed_on: str, address: str, settings: Any
) -> None:
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR=OURS, HTTP_X_FORWARDED_FOR=passed_on)
    assert sender(request) == address
