"""The examples of docs/code/library.md are run, exactly as they stand."""

import re
from doctest import IGNORE_EXCEPTION_DETAIL, DocTestParser, DocTestRunner
from pathlib import Path

LIBRARY = Path(__file__).parents[2] / "docs/code/library.md"


def test_every_example_gives_what_it_says() -> None:
    blocks = re.findall(r"```python\n(.*?)```", LIBRARY.read_text(encoding="utf-8"), re.S)
    examples = DocTestParser().get_doctest("\n\n".join(blocks), {}, "library.md", str(LIBRARY), 0)
    report: list[str] = []
    done = DocTestRunner(optionflags=IGNORE_EXCEPTION_DETAIL).run(examples, out=report.append)
    assert (report, done.failed, done.attempted) == ([], 0, len(examples.examples))
