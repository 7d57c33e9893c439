"""A bundle as a visitor gets it: fetched over HTTP, unpacked, counted again."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from handslag.recount import rakna
from tests.page import PageClient


def fetched(client: PageClient, path: str) -> bytes:
    """The zip at an address of a page."""
    response = client.client.get(f"{path}data.zip")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/zip")
    return bytes(response.content)


def words_of(whole: bytes) -> str:
    """Every file of a bundle, one after the other."""
    with ZipFile(BytesIO(whole)) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode()}" for name in archive.namelist())


def unpacked(whole: bytes, folder: Path) -> dict[str, Any]:
    """Lay the bundle out in `folder`. Gives what it says that the page shows."""
    ZipFile(BytesIO(whole)).extractall(folder)
    return dict(json.loads((folder / "expected.json").read_text(encoding="utf-8")))


def counted_again(folder: Path) -> int:
    """What the script of the bundle ends with: 0 when nothing differs."""
    return rakna.main(folder)
