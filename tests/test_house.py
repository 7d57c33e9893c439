"""The house rules of ARCHITECTURE.md, held by a test: who imports whom, sizes, names, documents."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.services.test_every_command import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "handslag"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)

# What each layer may import of the house (ARCHITECTURE.md, "Who may import whom").
PURE = {"domain", "sentences"}
MAY_IMPORT = {
    "domain": {"domain"},
    "sentences": {"sentences"},
    "analysis": {"analysis", *PURE},
    "documents": {"documents", *PURE},
    "formats": {"formats", "documents", *PURE},
    "cli": {"cli", "formats", "documents", "config", *PURE},
    "sources": {"sources", *PURE},
    "demo": {"demo", "domain"},
    "models": {"models", "domain"},
    "services": {
        "services",
        "formats",
        "models",
        "documents",
        "analysis",
        "sources",
        "demo",
        "clock",
        *PURE,
    },
    "web": {"web", "services", "documents", "models", "clock", *PURE},
    "config": {"config", "services", "web", "clock", *PURE},
    "clock": set(),
    "recount": set(),
}
# The same name in every layer; a folder appears with its first file.
AREAS = {"people", "promises", "keeping", "judging", "listening", "deciding", "situation", "showing"}
# What an area of the services may use of the others: only what stands above it, so there is no circle.
MAY_USE: dict[str, set[str]] = {
    "people": set(),
    "judging": set(),
    "listening": set(),
    "promises": {"people", "judging"},
    "keeping": {"people", "judging", "listening", "promises"},
    "showing": {"people", "judging", "listening", "promises", "keeping"},
    "demo": {"judging", "listening", "promises", "keeping", "showing"},
}
# The half of `documents` that makes files, and the doors of the half that reads them.
MAKING = {"blocks", "faces", "formulas", "invitation", "paper", "pdf", "semicolons", "word", "xlsforms"}
READING = {"calendars", "sheets", "texts"}
UPLOADS = {
    "desk/keeping/import_forms.py",
    "desk/listening/survey_forms.py",
    "desk/promises/readings.py",
}
QUERIES = {
    *("aggregate", "all", "annotate", "count", "create", "delete", "exclude", "exists", "filter", "first"),
    *("get", "iterator", "last", "order_by", "prefetch_related", "select_related", "update", "values"),
    *("values_list",),
}
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "manager.py", "base.py", "util.py", "common.py", "misc.py"}


def layer_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def house_layers(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("handslag.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    allowed = MAY_IMPORT.get(layer_of(path))
    if allowed is None:
        return  # the doors: __init__, cli and the file forms at the top may use every pure part
    assert house_layers(path) - allowed == set()


@pytest.mark.parametrize("path", [p for p in MODULES if layer_of(p) in PURE], ids=lambda path: path.stem)
def test_the_rules_need_the_standard_library_only(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)} - {"handslag"}
    assert outside - sys.stdlib_module_names == set()


@pytest.mark.parametrize("path", [p for p in MODULES if layer_of(p) == "domain"], ids=lambda path: path.stem)
def test_the_rules_know_no_clock(path: Path) -> None:
    source = path.read_text(encoding="utf8")
    assert re.findall(r"\b(?:date\.today|datetime\.now|time\.time)\(", source) == []


@pytest.mark.parametrize("path", [p for p in MODULES if layer_of(p) == "web"], ids=lambda path: str(path))
def test_pages_ask_the_services_and_never_the_tables(path: Path) -> None:
    source = path.read_text(encoding="utf8")
    assert re.findall(r"\.objects\b|\.save\(|\.delete\(\)|\.current\.", source) == []
    assert [*asked_by_relation(source)] == []


def test_templates_never_ask_the_tables() -> None:
    pages = {page: page.read_text(encoding="utf8") for page in (PACKAGE / "templates").rglob("*.*")}
    asked = r"\.(\w+)\.(?:all|count|exists|first|last)\b"
    assert [str(page) for page, text in pages.items() if related() & set(re.findall(asked, text))] == []


def asked_by_relation(source: str) -> Iterator[str]:
    """Such as `promise.versions.all()`: queries that name no table. A form's own lists are none."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            is_own = isinstance(node.value.value, ast.Name) and node.value.value.id in {"self", "form"}
            if node.attr in QUERIES and node.value.attr in related() and not is_own:
                yield ast.unparse(node)


def related() -> set[str]:
    """What rows are reached by from the rows they belong to."""
    tables = [*apps.get_app_config("handslag").get_models()]
    named = {
        row.get_accessor_name() for table in tables for row in table._meta.related_objects if row.multiple
    }
    return {name for name in named if name} | {
        one.name for table in tables for one in table._meta.many_to_many
    }


@pytest.mark.parametrize("path", [p for p in MODULES if layer_of(p) == "web"], ids=lambda path: str(path))
def test_pages_make_files_and_only_forms_that_take_one_read_it(path: Path) -> None:
    used = {name.split(".")[2] for name in imports(path) if name.startswith("handslag.documents.")}
    used |= named_of(path, "handslag.documents")
    allowed = MAKING | READING if str(path.relative_to(PACKAGE / "web")) in UPLOADS else MAKING
    assert used - allowed == set()


def named_of(path: Path, module: str) -> set[str]:
    """What a file takes from `module` itself."""
    return {
        alias.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8")))
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    }


def test_reading_and_linting_never_load_django() -> None:
    use = "from handslag import assess, lint, read; lint(read('')), assess"
    code = f"import sys; {use}; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_grows_past_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_function_grows_past_50_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        f.name: f.end_lineno - f.lineno + 1
        for f in functions
        if f.end_lineno and f.end_lineno - f.lineno >= 50
    }
    assert long == {}


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if layer_of(p) == "web" and p.parent != PACKAGE / "web"],
    ids=lambda path: str(path),
)
def test_a_page_is_at_most_25_lines(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf8"))
    pages = [
        n
        for n in tree.body
        if isinstance(n, ast.FunctionDef) and n.args.args and n.args.args[0].arg == "request"
    ]
    assert {
        p.name: p.end_lineno - p.lineno + 1 for p in pages if p.end_lineno and p.end_lineno - p.lineno > 24
    } == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    engines = PACKAGE / "models" / "engines"  # where Django asks for a `base`
    named = [path for path in MODULES if engines not in path.parents]
    assert [path.name for path in named if path.name in FORBIDDEN_NAMES] == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        p
        for p in MODULES
        if p.read_text(encoding="utf8").strip()
        and not ast.get_docstring(ast.parse(p.read_text(encoding="utf8")))
    ]
    assert [str(path.relative_to(PACKAGE)) for path in silent if path.name not in {"apps.py"}] == []


def test_each_word_of_the_house_stands_in_the_glossary_once() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| `([^|]+)` \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf8"), re.M
    )
    codes = [code for _, code in rows]
    assert len(rows) >= 22
    assert sorted(codes) == sorted(set(codes))


def test_every_public_sentence_has_both_languages() -> None:
    from handslag.sentences import SENTENCES
    from handslag.sentences.arabic import ARABIC

    gaps = {code: [set(re.findall(r"{(\w+)", words)) for words in pair] for code, pair in SENTENCES.items()}
    assert {code for code, (swedish, english) in gaps.items() if swedish != english} == set()
    assert {code for code, pair in SENTENCES.items() if not all(pair)} == set()
    arabic = {code: set(re.findall(r"{(\w+)", words)) for code, words in ARABIC.items()}
    assert {code for code, found in arabic.items() if found != gaps[code][0]} == set()


def test_every_setting_is_documented() -> None:
    settings = (PACKAGE / "config" / "settings.py").read_text(encoding="utf8")
    run = (PACKAGE / "config" / "run.py").read_text(encoding="utf8")
    in_code = set(re.findall(r"_(?:text|flag|list)\(\"(\w+)\"", settings))
    in_code |= {name.removeprefix("HANDSLAG_") for name in re.findall(r"\"(HANDSLAG_\w+)\"", run)}
    documented = set(
        re.findall(r"`HANDSLAG_(\w+)`", (ROOT / "docs/run/settings.md").read_text(encoding="utf8"))
    )
    assert in_code == documented


def test_every_dependency_has_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [one for extra in ("documents", "analysis", "web", "postgresql") for one in extras[extra]]
    names = {re.split(r"[\[><=]", one)[0] for one in wanted} - {"handslag"}
    documented = re.findall(
        r"^\| ([\w-]+) \|", (ROOT / "docs/decisions/dependencies.md").read_text(encoding="utf8"), re.M
    )
    assert names == set(documented) - {"Package"}
    assert len(names) <= 20


# Called by Django by name, or by tests alone (so says its docstring).
CALLED_FROM_OUTSIDE = {
    "ModelsConfig",
    "WebConfig",
    "handler404",
    "handler429",
    "handler500",
    "forget_surveys",
}


def test_no_name_is_left_over() -> None:
    texts = [path.read_text(encoding="utf8") for path in [*MODULES, *PACKAGE.rglob("*.html")]]
    texts += [path.read_text(encoding="utf8") for path in PACKAGE.rglob("emails/*.txt")]
    used = Counter(word for text in texts for word in re.findall(r"\w+", text))
    named = {name for path in MODULES if path.name != "settings.py" for name in defined_names(path)}
    assert {name for name in named if used[name] == 1} == CALLED_FROM_OUTSIDE


def defined_names(path: Path) -> Iterator[str]:
    """What a module defines, but for what a decorator hands on to somebody other than a template."""
    for node in ast.parse(path.read_text(encoding="utf8")).body:
        if isinstance(node, ast.Assign):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and (
            not node.decorator_list or "templatetags" in path.parts
        ):
            yield node.name


def test_every_verb_is_reached_from_a_page_or_a_job() -> None:
    reaching = [path for path in MODULES if layer_of(path) in ("web", "config")]
    reached = {word for path in reaching for word in re.findall(r"\w+", path.read_text(encoding="utf8"))}
    assert {str(command) for command in COMMANDS} - reached == set()


def test_documents_link_only_to_what_exists() -> None:
    broken = []
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf8")):
            if not (path.parent / target).exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


def test_a_folder_is_an_area_in_every_layer() -> None:
    of_domain, of_services = AREAS | {"importing", "linting", "reading", "surveys"}, AREAS | {"demo"}
    layers = {
        **dict.fromkeys((PACKAGE / "domain", ROOT / "tests" / "domain"), of_domain),
        **dict.fromkeys((PACKAGE / "services", ROOT / "tests" / "services"), of_services),
        **dict.fromkeys((PACKAGE / "web" / "desk", ROOT / "tests" / "web" / "desk"), AREAS),
        PACKAGE / "templates" / "desk": AREAS,
    }
    for layer, allowed in layers.items():
        files = [path.relative_to(layer).parts for path in layer.rglob("*.*") if path.is_file()]
        assert {parts[0] for parts in files if len(parts) > 1} - allowed - {"__pycache__"} == set(), layer


def test_page_texts_stand_with_their_area() -> None:
    parts = (PACKAGE / "locale").rglob("parts/*.po")
    assert {part.stem for part in parts} - AREAS - {"words"} == set()


def test_an_area_of_the_services_uses_only_those_above_it() -> None:
    used: dict[str, set[str]] = {area: set() for area in MAY_USE}
    for path in MODULES:
        parts = path.relative_to(PACKAGE).parts
        if parts[0] == "services" and len(parts) > 2:
            areas = {name.split(".")[2] for name in imports(path) if name.startswith("handslag.services.")}
            used[parts[1]] |= (areas & MAY_USE.keys()) - {parts[1]}
    assert used == MAY_USE
    above: set[str] = set()
    for area, allowed in MAY_USE.items():
        assert allowed <= above
        above.add(area)


def test_listening_knows_nothing_of_promises() -> None:
    folders = ["domain/listening", "services/listening", "web/desk/listening", "web/survey"]
    knowing = {
        str(path.relative_to(PACKAGE)): name
        for folder in folders
        for path in (PACKAGE / folder).rglob("*.py")
        for name in imports(path)
        if re.match(r"handslag\.\w+(?:\.desk)?\.(?:promises|judging|keeping)\b", name)
    }
    assert knowing == {}


def test_the_intake_has_one_door() -> None:
    inside = PACKAGE / "services" / "listening" / "intake"
    passing = {
        str(path.relative_to(PACKAGE)): name
        for path in MODULES
        if inside not in path.parents
        for name in imports(path)
        if name.startswith("handslag.services.listening.intake.")
    }
    assert passing == {}
