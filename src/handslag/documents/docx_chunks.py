"""Whole documents within a Word file: a mail merge or a web system put them in, Word shows them as text."""

from collections.abc import Callable, Iterable

from handslag.documents.docx_package import Package, Relation
from handslag.documents.taken import Taken
from handslag.documents.texts import form_of
from handslag.domain.errors import BadInput
from handslag.domain.reading.finds import Unread, UnreadKind

Read = Callable[[bytes], Taken]
_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "message/rfc822": ".mht"}


class Chunks:
    """The documents that the parts of `package` point to. `word` reads those that are Word files.

    `unread` gathers what is not read of them; the whole of one in another form.
    """

    def __init__(self, package: Package, word: Read) -> None:
        self._package = package
        self._parts: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._word = word
        self.unread: list[Unread] = []

    def begin(self, relations: Iterable[Relation]) -> None:
        """Begin a part that points to `relations`: each numbers its own."""
        self._parts = {relation.id: relation.part for relation in relations if relation.kind == "afchunk"}
        self._types = self._package.types() if self._parts else {}

    def lines(self, id_: str) -> list[str]:
        """The lines of the document with this id."""
        part = self._parts.get(id_, "")
        try:
            taken = self._taken(self._package.part(part) or b"", part)
        except BadInput:
            taken = Taken("", (Unread(UnreadKind.EMBEDDED, ""),))
        self.unread += taken.unread
        return taken.text.split("\n")

    def _taken(self, data: bytes, part: str) -> Taken:
        from handslag.documents import html_text, mail_text, plain_text

        if not data.strip():
            raise BadInput("file_empty")
        ending = f".{part.rpartition('.')[2]}"
        kind = self._types.get(part, self._types.get(ending, ""))
        form = form_of(data, _ENDINGS.get(kind, ending))
        if form == "plain":
            return Taken(plain_text.text_of(data))
        readers: dict[str, Read] = {
            "docx": self._word,
            "html": html_text.taken_from,
            "mail": mail_text.taken_from,
        }
        if form not in readers:
            raise BadInput("docx_not_word")
        return readers[form](data)
