"""Handslag: read, check and follow citizen promises (medborgarlöften).

    from handslag import read, lint, assess

Each is imported when it is first used, so that importing this package costs nothing.
"""

from typing import TYPE_CHECKING

__all__ = ["assess", "lint", "read"]

if TYPE_CHECKING:
    from handslag.domain.judging.fulfilment import assess
    from handslag.domain.linting import lint
    from handslag.domain.reading import read
else:

    def __getattr__(name):
        from importlib import import_module

        homes = {"assess": "judging.fulfilment", "lint": "linting", "read": "reading"}
        if name not in homes:
            raise AttributeError(f"module 'handslag' has no attribute {name!r}")
        return getattr(import_module(f"handslag.domain.{homes[name]}"), name)

    def __dir__():
        return [*globals(), *__all__]
