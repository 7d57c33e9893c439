"""The parts of an Excel file: told by their relations, whatever they are called, and refused when unsafe.

Strict Open XML, names with backslashes and a main part called something else are read like any other. The
directory of the zip file can be trusted with sizes, since Python stops there.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.parsers import expat  # documents are refused where they define anything (below)

from handslag.documents.docx_package import MOST_MEMBERS, MOST_OUT, MOST_RATIO, SMALL
from handslag.domain.errors import BadInput

_formula = re.compile(rb"<(?:\w+:)?f[\s/>]")
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/"
_USUAL_SPACES = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", _OFFICE),
)
Start = Callable[[str, Mapping[str, str]], None]


class Related(NamedTuple):
    """What a part refers to: the last word of the kind ("worksheet"), and the name of the other part."""

    kind: str
    target: str


class Package:
    """An Excel file that may be opened. Raises `BadInput`: `sheet_bomb`, `sheet_macros`, `file_locked`,
    `sheet_not_excel`."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        members = self._archive.infolist()
        packed = sum(member.compress_size for member in members)
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or unpacked > max(SMALL, min(MOST_OUT, MOST_RATIO * packed)):
            raise BadInput("sheet_bomb")
        if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
            raise BadInput("sheet_macros")
        self._names = {_plain(member.orig_filename): member for member in members}
        self.main = self._main()
        if any(member.flag_bits & 1 for member in members):
            raise BadInput("file_locked")

    def has_formulas(self) -> bool:
        """Whether a sheet of the file has formulas."""
        return any(_formula.search(self.part(name)) for name in self._names if "/worksheets/" in name)

    def usual(self) -> bytes:
        """The file as most programs write it: slashes in the names of parts, and no namespaces of Strict."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for member in self._archive.infolist():
                data = self._archive.read(member)
                for strict, usual in _USUAL_SPACES:
                    data = data.replace(strict, usual)
                archive.writestr(member.orig_filename.replace("\\", "/").lstrip("/"), data)
        return packed.getvalue()

    def part(self, name: str) -> bytes:
        """The part with this name, b"" where the file has none."""
        member = self._names.get(_plain(name))
        return b"" if member is None else self._archive.read(member)

    def related(self, part: str) -> dict[str, Related]:
        """What a part refers to, by id."""
        folder, name = posixpath.split(part)
        found: dict[str, Related] = {}

        def start(tag: str, at: Mapping[str, str]) -> None:
            if tag == "Relationship" and at.get("TargetMode") != "External":
                target = posixpath.join("/", folder, at.get("Target", "").replace("\\", "/"))
                kind = at.get("Type", "").rpartition("/")[2]
                found[at.get("Id", "")] = Related(kind, posixpath.normpath(target))

        parse(self.part(f"{folder}/_rels/{name}.rels"), start)
        return found

    def _main(self) -> str:
        for kind, target in self.related("/").values():
            if kind == "officeDocument":
                if b"workbook" not in self.part(target)[:4096] or target.lower().endswith(".bin"):
                    break
                return target
        if self.part("xl/workbook.xml"):
            return "/xl/workbook.xml"
        raise BadInput("sheet_not_excel")


def parse(
    data: bytes,
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start`, `end` and `text` for what stands in the XML, names and attributes without prefixes."""
    if not data:
        return
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_definitions
    parser.StartElementHandler = lambda name, at: start(
        name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in at.items()}
    )
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
    parser.Parse(data, True)


def _refuse_definitions(*_: object) -> None:
    raise BadInput("sheet_broken")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
