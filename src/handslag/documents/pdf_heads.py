"""Lines at the head and foot of the pages of a PDF that belong to the pages and not to the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from handslag.documents.pdf_blocks import Line, body_size

UNLIKE = 0.3  # points: letters that differ more are set unlike
AT_THE_END = 3  # lines at the head or foot of a page that may be its running head

# "Sida 2 av 5", "2 (5)", and what a browser prints at the foot: the page's address and "2/5".
_page_number = re.compile(
    r"\A(?:(?:sida|sid\.?|page)?\s*|(?:https?|file)://\S+\s)[-–]?\s?\d{1,3}\s*(?:(?:av|of|/)\s*\d{1,3}|\(\d{1,3}\))?\s?[-–]?",
    re.I,
)
_ending_number = re.compile(
    r"(?:\bsid(?:a|\.)?\s*\d{1,3}|(?:\bsid(?:a|\.)?\s*)?\d{1,3}\s*(?:(?:av|of|/)\s*\d{1,3}|\(\d{1,3}\)))$",
    re.I,
)


def without_running_heads(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """`lines` less page numbers and those that come back at the head or foot of most pages; and the latter.

    What stands on two pages only comes back if it is set unlike the text, and the first page keeps it.
    """
    size = body_size(lines)
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    times: Counter[tuple[str, int]] = Counter()
    for page in pages.values():
        page.sort(key=lambda line: -line.y)
        times.update({key for line in _at_the_ends(page) for key in _as_running(line)})
    running: dict[int, Line] = {}
    numbers = set()
    for number, page in enumerate(pages.values()):
        for line in _at_the_ends(page):
            most = max(times[key] for key in _as_running(line))
            is_second = most == 2 and number > 0 and abs(line.size - size) > UNLIKE
            comes_back = most > len(pages) / 2 and (most > 2 or is_second)
            if _page_number.fullmatch(line.text):
                numbers.add(id(line))
            elif comes_back:
                running[id(line)] = line
    kept = [line for line in lines if id(line) not in running and id(line) not in numbers]
    return kept, list(running.values())


def _at_the_ends(page: Sequence[Line]) -> Sequence[Line]:
    """The lines at the head and at the foot of a page."""
    ends = [*page[:AT_THE_END], *page[AT_THE_END:][-AT_THE_END:]]
    return [line for line in ends if line.cell < 0 or line.row]


def _as_running(line: Line) -> list[tuple[str, int]]:
    """What a running head has on all pages: its words without the page's number, and about its height."""
    text = without_number(line.text)
    return [(text, round(line.y / 8)), (text, round(line.y / 8 + 0.5))]


def without_number(text: str) -> str:
    """`text` without the number of its page."""
    return _ending_number.sub("", text).strip()
