"""A Word file as a package: its parts, what they point to, and the limits on both.

The zip directory is checked before anything is inflated, and bytes are counted while inflating,
because the directory of a hostile file lies. Limits: OWASP ASVS 5.2.3 with the figures below.
Parts are found by what points to them (ECMA-376 part 2), for no program must name them as Word does;
Strict files have other namespaces for the same things (ISO/IEC 29500-1 annex A).
"""

import posixpath
import re
import zipfile
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from handslag.domain.errors import BadInput

MOST_OUT = 50_000_000  # bytes, inflated
MOST_RATIO = 100  # inflated to packed
MOST_MEMBERS = 200
SMALL = 100_000  # bytes; repetitive little parts pack well and harm nobody

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "urn:schemas-microsoft-com:vml": "v",
}
_main_type = re.compile(r"wordprocessingml\.(document|template)\.main\+xml")
_USUAL_MAIN = "word/document.xml"


class Relation(NamedTuple):
    """What a part points to. `kind`: the last word of its type ("styles", "footer"); `part`: a name."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of `archive`, by names in which case and the direction of slashes do not count.

    Raises `BadInput`: `docx_bomb`, `file_macros`, `file_locked`.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.members = {_plain(member.filename): member for member in archive.infolist()}
        _check(archive, set(self.members))

    def main(self) -> str:
        """The name of the part that holds the document."""
        for relation in self.relations(""):
            if relation.kind == "officedocument" and relation.part in self.members:
                return relation.part
        types = self.xml("[Content_Types].xml")
        for override in [] if types is None else types:
            if _main_type.search(override.get("ContentType", "")):
                return _plain(override.get("PartName", ""))
        return _USUAL_MAIN

    def relations(self, part: str) -> list[Relation]:
        """What `part` points to within the file; "" is the file itself."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return [
            Relation(link.get("Id", ""), _kind(link), _target(folder, link.get("Target", "")))
            for link in ([] if root is None else root)
            if link.get("TargetMode", "").lower() != "external"
        ]

    def types(self) -> dict[str, str]:
        """The content types of the file by part, or by ending (".htm")."""
        root = self.xml("[Content_Types].xml")
        return {
            _plain(entry.get("PartName", "")) or f".{entry.get('Extension', '').lower()}": entry.get(
                "ContentType", ""
            ).lower()
            for entry in ([] if root is None else root)
        }

    def xml(self, name: str) -> Element | None:
        """The root of the part `name`, None when the file has no such part.

        Tags and attributes of the namespaces above are written with their usual prefix ("w_p").
        """
        data = self.part(name)
        if data is None:
            return None
        root: Element = fromstring(data, forbid_dtd=True)
        for element in root.iter():
            element.tag = _short(element.tag)
        return root

    def part(self, name: str) -> bytes | None:
        """The bytes of the part `name`, None when the file has no such part."""
        member = self.members.get(_plain(name))
        if member is None:
            return None
        most = max(SMALL, min(MOST_OUT, MOST_RATIO * member.compress_size))
        with self.archive.open(member) as part:
            data = part.read(most + 1)
        if len(data) > most:
            raise BadInput("docx_bomb")
        return data


def value(element: Element | None, name: str = "val") -> str:
    """The attribute `name` of the namespace that the element is of; "" where there is none."""
    if element is None:
        return ""
    return next((text for key, text in element.items() if key.rpartition("}")[2] == name), "")


def is_on(element: Element | None) -> bool:
    """Whether a property is set: it is there, and its value does not say off (ISO/IEC 29500-1 §22.9.2.7)."""
    return element is not None and value(element).strip().lower() not in ("0", "false", "off", "none")


def _check(archive: zipfile.ZipFile, names: set[str]) -> None:
    members = archive.infolist()
    packed = sum(member.compress_size for member in members)
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > max(SMALL, min(MOST_OUT, MOST_RATIO * packed)):
        raise BadInput("docx_bomb")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise BadInput("file_macros")
    if any(member.flag_bits & 1 for member in members):
        raise BadInput("file_locked")


@lru_cache(4096)
def _short(tag: str) -> str:
    """ "{…/main}p" as "w_p"; what is of no namespace that we read keeps its whole name."""
    space, _, name = tag.rpartition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}_{name}" if prefix else tag


def _plain(name: str) -> str:
    return posixpath.normpath("/" + unquote(name).replace("\\", "/")).lstrip("/").lower()


def _target(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    return _plain(target if target.startswith("/") else posixpath.join(folder, target))


def _kind(link: Element) -> str:
    return link.get("Type", "").rpartition("/")[2].lower()
