"""What the pages of a PDF hold and its text does not: it is told to whoever reads it."""

from pypdf import PageObject

from handslag.documents.pdf_drawing import Drawn, Piece
from handslag.documents.pdf_fonts import UNKNOWN
from handslag.documents.pdf_heads import without_number
from handslag.domain.reading.finds import Unread, UnreadKind

LARGE = 0.08  # of the page: a picture so large may hold words
MOST_UNKNOWN = 0.3  # of the letters of a word; one with more is not read


class LeftOut:
    """Gathers page by page what is not read.

    `heads`: words of running heads and feet; `hidden`: of layers that are off and outside the paper;
    `pictures`: how many large ones; `letters`: on how many pages a font does not name its letters.
    """

    def __init__(self) -> None:
        self.heads: list[str] = []
        self.hidden: list[str] = []
        self.pictures = self.letters = 0

    @property
    def has_letters(self) -> bool:
        return self.letters > 0

    def look_at(self, drawn: Drawn, page: PageObject) -> None:
        """Take out of `drawn` what is not to be read."""
        left, low, right, high = (float(number) for number in page.cropbox)
        self.heads.append(" ".join(drawn.heads))
        self.hidden.append(" ".join(drawn.hidden))
        self.pictures += sum(area > LARGE * (right - left) * (high - low) for area in drawn.pictures)
        read: list[Piece] = []
        outside, unknown = [], 0
        for piece in drawn.pieces:
            if piece.turn == 0 and not (left <= piece.end and piece.x <= right and low <= piece.y <= high):
                outside.append(piece.text)
            elif piece.text.count(UNKNOWN) > MOST_UNKNOWN * len(piece.text):
                unknown += 1
            else:
                read.append(piece)
        self.hidden.append(" ".join(outside))
        self.letters += unknown > 0
        drawn.pieces = read

    def told(self) -> tuple[Unread, ...]:
        """What was not read, each once."""
        heads = dict.fromkeys(filter(None, map(without_number, self.heads)))
        hidden = dict.fromkeys(filter(None, self.hidden))
        return (
            *(Unread(UnreadKind.LETTERS, "") for _ in range(self.letters)),
            *(Unread(UnreadKind.HIDDEN, words) for words in hidden),
            *(Unread(UnreadKind.RUNNING_HEAD, words) for words in heads),
            *(Unread(UnreadKind.PICTURE, "") for _ in range(self.pictures)),
        )
