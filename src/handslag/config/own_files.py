"""What we keep on the disk is for the user of the server alone, from the first byte of each file.

Everybody who may read the database file may read every answer in it, whatever the pages show.
"""

import logging
import os
from pathlib import Path

_OTHERS = 0o077  # group and everybody


def keep_to_ourselves(folder: Path) -> None:
    """Make `folder` where it is missing, and shut it and all in it to other users of the machine.

    From now on the process makes no file that others may read. What belongs to another user cannot be shut;
    the log says so, and the server goes on.
    """
    os.umask(_OTHERS)
    folder.mkdir(parents=True, exist_ok=True)
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            _shut(path)


def _shut(path: Path) -> None:
    try:
        mode = path.stat().st_mode & 0o777
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)
    except FileNotFoundError:
        return  # a file of SQLite's that has gone meanwhile
    except PermissionError:
        logging.getLogger(__name__).warning("%s can be read by others; change its owner or its mode.", path)
