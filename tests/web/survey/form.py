"""A resident who fills in forms as a browser does: what is hidden, what is chosen, one button pressed."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.page import Page, PageClient

ADDRESS = "/harnosand/enkat/trygghet/"


def fields(page: Page) -> dict[str, list[str]]:
    """What the form of a page would send if only its button were pressed."""
    form = page.all(".//main//form")[0]
    sent: dict[str, list[str]] = {}
    for element in form.iter():
        value = _value(element)
        if element.get("name") and value is not None:
            sent.setdefault(element.get("name", ""), []).append(value)
    return sent


def _value(element: Element) -> str | None:
    if element.tag == "textarea":
        return (element.text or "").removeprefix("\n")
    if element.tag == "select":
        return next((o.get("value", "") for o in element.findall("option") if "selected" in o.attrib), "")
    if element.tag != "input":
        return None
    if element.get("type") in ("radio", "checkbox") and "checked" not in element.attrib:
        return None
    return element.get("value", "")


class Resident:
    """Walks through a survey without JavaScript."""

    def __init__(self, client: PageClient, address: str = ADDRESS) -> None:
        self.client = client
        self.address = address
        self.page = client.get(address)

    def press(self, go: str, *, status: int = 200, **filled: Any) -> Page:
        """Fill in some fields (`ute="ja"` is the question ute), press the button `go`."""
        form = self.page.all(".//main//form")[0]
        sent = fields(self.page) | {f"a-{name}": value for name, value in filled.items()} | {"go": go}
        path = (form.get("action") or self.address).partition("#")[0]
        self.page = self.client.post(path, sent, status=status)
        return self.page
