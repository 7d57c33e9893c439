"""The name of this file is Django's: an engine is what stands in its `base`."""

from typing import Any

from django.db.backends.sqlite3 import base, operations


class DatabaseOperations(operations.DatabaseOperations):
    compiler_module = "handslag.models.engines.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def get_connection_params(self) -> dict[str, Any]:
        """Days come as they are stored: the driver itself would give up at the first odd one."""
        params: dict[str, Any] = super().get_connection_params()
        return params | {"detect_types": 0}
