"""What a log may say of a fault: which page it was, never the address that somebody asked for."""

import logging

from django.urls import Resolver404, ResolverMatch, resolve


class WithoutAddress(logging.Filter):
    """Named by the settings. Puts the name of the page where Django has written its address."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None:
            match = getattr(request, "resolver_match", None) or _match(request.path_info)
            name = (match.url_name if match else None) or "a page that is not ours"
            record.msg, record.args = "%s: %s", (getattr(record, "status_code", 500), name)
        return True


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None
