"""What the command line loads: `read` on plain text needs the standard library only."""

import subprocess
import sys
from pathlib import Path

from tests.cli.run import PAGE

LIST = "import sys; from handslag.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


def _roots(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LIST, *arguments], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in done.stderr.split("\n")[-2].split()}


def test_reading_a_text_imports_the_standard_library_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    started_with = {name.partition(".")[0] for name in bare.stdout.split()}
    ours = _roots("read", str(tmp_path / "a.txt")) - started_with - set(sys.stdlib_module_names)
    assert ours == {"handslag"}


def test_importing_the_library_costs_nothing() -> None:
    code = "import sys; import handslag; print([name for name in sys.modules if name.startswith('handslag')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['handslag']\n"
