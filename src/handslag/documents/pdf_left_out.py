"""What the pages of a PDF hold and its text does not: it is told to whoever reads it."""

from pypdf import PageObject

from handslag.documents.pdf_drawing import Drawn, Piece
from handslag.documents.pdf_fonts import UNKNOWN
from handslag.documents.pdf_heads import without_number
from handslag.domain.reading.finds import Unread, UnreadKind

LARGE = 0.08  # of the page: a picture so large may hold words
MOST_UNKNOWN = 0.3  # of the letters of a word; one with more is not read


class LeftOut:
    """Gathers page by page what is not read."""

    def __init__(self) -> None:
        self._unread: list[Unread] = []

    @property
    def has_letters(self) -> bool:
        return any(item.what == UnreadKind.LETTERS for item in self._unread)

    def look_at(self, drawn: Drawn, page: PageObject, number: int) -> None:
        """Take out of `drawn` what is not to be read; `number` is that of the page, from 1."""
        left, low, right, high = (float(number) for number in page.cropbox)
        read: list[Piece] = []
        unknown = False
        for piece in drawn.pieces:
            if piece.turn == 0 and not (left <= piece.end and piece.x <= right and low <= piece.y <= high):
                drawn.hidden.append(piece.text)
            elif piece.text.count(UNKNOWN) > MOST_UNKNOWN * len(piece.text):
                unknown = True
            else:
                read.append(piece)
        drawn.pieces = read
        self.add_head(" ".join(drawn.heads), number)
        if drawn.hidden:
            self._add(UnreadKind.HIDDEN, " ".join(drawn.hidden), number)
        if unknown:
            self._add(UnreadKind.LETTERS, "", number)
        for area in drawn.pictures:
            if area > LARGE * (right - left) * (high - low):
                self._add(UnreadKind.PICTURE, "", number)

    def add_head(self, words: str, number: int) -> None:
        """The head or foot of a page, told where it first stands."""
        words = without_number(words)
        heads = {item.words for item in self._unread if item.what == UnreadKind.RUNNING_HEAD}
        if words and words not in heads:
            self._add(UnreadKind.RUNNING_HEAD, words, number)

    def told(self) -> tuple[Unread, ...]:
        """What was not read, in the order of the pages."""
        return tuple(sorted(self._unread, key=lambda item: item.page))

    def _add(self, what: UnreadKind, words: str, number: int) -> None:
        self._unread.append(Unread(what, words, page=number))
