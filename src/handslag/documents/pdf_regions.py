"""What stands on a page of a PDF: lines, boxes with lines in them, and how they are put in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handslag.documents.pdf_boxes import Box
from handslag.documents.pdf_lines import Fragment

ROOM = 1.45  # lines further apart than this, in parts of the usual distance, are not one paragraph
STEP = 1.25  # the usual distance of lines, in sizes, where nothing else is known
TOUCH = 2.0  # points


@dataclass(slots=True)
class Region:
    """A box with what stands in it."""

    box: Box
    items: list["Fragment | Region"] = field(default_factory=list)

    @property
    def x(self) -> float:
        return self.box.x

    @property
    def end_x(self) -> float:
        return self.box.end_x

    @property
    def y(self) -> float:
        return self.box.y

    @property
    def end_y(self) -> float:
        return self.box.end_y


Item = Fragment | Region


@dataclass(slots=True)
class Flow:
    """Lines of one column, from the top. `box`: what stands around them."""

    fragments: list[Fragment]
    box: Box | None
    column: bool = False  # one of several side by side


@dataclass(slots=True)
class Table:
    """Rows of cells, each with what stands in it in order. `apart`: the cells are boxes that do not touch."""

    rows: list[list[list["Flow | Table"]]]
    apart: bool = False


Part = Flow | Table


def regions(found: dict[Box | None, list[Fragment]]) -> list[Item]:
    """The fragments of each box as a tree: what stands in no box, and the outermost boxes."""
    boxes = sorted((box for box in found if box is not None), key=lambda box: box.area)
    made = [Region(box, list(found[box])) for box in boxes]
    top: list[Item] = list(found.get(None, ()))
    for nr, region in enumerate(made):
        around = next((outer for outer in made[nr + 1 :] if outer.box.holds(region.box)), None)
        (top if around is None else around.items).append(region)
    return top


def room(above: Sequence[Item], below: Sequence[Item]) -> float:
    """How far two rows stand apart, base to base, in sizes."""
    bases = [item.base for item in above if isinstance(item, Fragment)]
    next_bases = [item.base for item in below if isinstance(item, Fragment)]
    sizes = [item.size for item in (*above, *below) if isinstance(item, Fragment)]
    if not bases or not next_bases:
        return 99.0
    return (min(bases) - max(next_bases)) / max(sizes)
