"""A port is claimed before anything else is done, and held until the server has stopped.

The server shares its port among its processes (SO_REUSEPORT), so a second server of the same user would get
every other visitor and nobody would be told.
"""

import errno
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

from handslag.domain.errors import BadInput

MOST = 65_535
_SAID = {errno.EACCES: "port_forbidden", errno.EADDRNOTAVAIL: "host_not_here"}
_LOOPBACK = {"127.0.0.1": "::1", "0.0.0.0": "::", "::1": "127.0.0.1"}  # noqa: S104 (compared with)
_NO_SUCH_FAMILY = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


@contextmanager
def claimed(host: str, port: int) -> Iterator[str]:
    """Nobody else listens on the port of `host`, nor starts to; gives the address, in figures, to listen on.

    Raises `BadInput`: "port_taken", "port_unknown", "port_forbidden", "host_unknown" or "host_not_here".
    """
    address = _address(host, port)
    with closing(_held(address, port)):
        _leave_no_neighbour(address, port)
        yield address


def _address(host: str, port: int) -> str:
    """The first address of `host`, IPv4 before IPv6: one that the server understands."""
    if not 0 < port <= MOST:
        raise BadInput("port_unknown", port=port)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as exc:
        raise BadInput("host_unknown", host=host) from exc
    return str(min(found, key=lambda each: each[0] != socket.AF_INET)[4][0])


def _held(address: str, port: int) -> socket.socket:
    """The port, taken as nobody can share it, then opened for the server's own processes.

    What is asked for at binding decides whether we get it, what is set afterwards whether others do. Only
    who also asks to share may join, and nobody who comes by this door does.
    """
    held = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections that end are no neighbours
    try:
        held.bind((address, port))
    except OSError as exc:
        held.close()
        raise BadInput(_SAID.get(exc.errno or 0, "port_taken"), host=address, port=port) from exc
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
    if hasattr(socket, "SO_REUSEPORT"):
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    return held


def _leave_no_neighbour(address: str, port: int) -> None:
    """Browsers take the name localhost to the other kind of address first: nobody may answer there either."""
    other = _LOOPBACK.get(address)
    if other is None:
        return
    try:
        with closing(socket.socket(socket.AF_INET6 if ":" in other else socket.AF_INET)) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if ":" in other:
                tried.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)  # ours has the rest
            tried.bind((other, port))
    except OSError as exc:
        if exc.errno not in _NO_SUCH_FAMILY:
            raise BadInput("port_taken", host=other, port=port) from exc
