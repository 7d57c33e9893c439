"""From where a request comes: read here and nowhere else, for log-in, surveys, checks and limits."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def sender(request: HttpRequest) -> str:
    """The address of whoever asks, which is never stored; "" when a proxy keeps it to itself.

    HANDSLAG_BEHIND_PROXY says how many proxies of ours stand in front. Each has added whom it met to the end
    of X-Forwarded-For; what stands before theirs was written by the visitor and is not looked at.
    """
    if not settings.PROXIES:
        return _address(str(request.META.get("REMOTE_ADDR", "")))
    passed = [part for part in str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",") if part.strip()]
    return _address(passed[-settings.PROXIES :][0]) if passed else ""


def _address(written: str) -> str:
    """An address without port, brackets and zone, IPv4 as IPv4; "" when it is none."""
    bare = written.strip().strip('"')
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(address)
