"""Keep the page texts whole: `make messages` merges and compiles, `--check` only looks.

Takes every English msgid from the templates and the code, the translations from
locale/<language>/LC_MESSAGES/parts/*.po, and writes django.mo. Fails, naming them, on texts
without Swedish and on translations that no page uses. Other languages need not be whole: those
of the surveys' pages; what they lack is shown in Swedish. No gettext programs needed.
"""

import ast
import re
import sys
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "handslag"
LOCALE = PACKAGE / "locale"
WHOLE = "sv"
CALLS = {
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "_",
    "npgettext",
}
Key = tuple[str | None, str, str | None]  # context, msgid, plural


def _key(name: str, words: list[str]) -> Key:
    context = words.pop(0) if name.startswith(("pgettext", "npgettext")) else None
    plural = words[1] if "ngettext" in name or name.startswith("npgettext") else None
    return context, words[0], plural


def _from_code(source: str) -> set[Key]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name in CALLS and words:
            found.add(_key(name, words))
    return found


def _from_template(source: str) -> set[Key]:
    """`templatize` turns tags into calls amid X-ed out text; each call parses alone."""
    pattern = r"\b(n?p?gettext)\((.*?)\)(?=\s|$|X)"
    found = set()
    for match in re.finditer(pattern, templatize(source), re.DOTALL):
        call = re.sub(r"\bu(?=[\"'])", "", match[0]).replace(",count", ", count")
        found |= _from_code(call)
    return found


def used() -> set[Key]:
    found: set[Key] = set()
    for path in sorted((PACKAGE / "templates").rglob("*.*")):
        found |= _from_template(path.read_text(encoding="utf8"))
    for folder in ("web", "models", "services", "config"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            found |= _from_code(path.read_text(encoding="utf8"))
    return found


def merged(language: str) -> polib.POFile:
    """All parts of a language in one catalogue, sorted; the first translation of a text wins."""
    whole = polib.POFile()
    whole.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    seen: set[tuple[str | None, str]] = set()
    for part in sorted((folder(language) / "parts").glob("*.po")):
        for entry in polib.pofile(str(part)):
            if (entry.msgctxt, entry.msgid) not in seen:
                seen.add((entry.msgctxt, entry.msgid))
                whole.append(entry)
    whole.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    return whole


def folder(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES"


def problems(language: str, catalogue: polib.POFile) -> list[str]:
    wanted = {(context, msgid): plural for context, msgid, plural in used()}
    have: dict[tuple[str | None, str], polib.POEntry] = {(e.msgctxt, e.msgid): e for e in catalogue}
    missing = sorted(wanted.keys() - have.keys(), key=str) if language == WHOLE else []
    out = [f"no Swedish: {msgid!r}" for (_, msgid) in missing]
    out += [
        f"not used ({language}): {msgid!r}" for (_, msgid) in sorted(have.keys() - wanted.keys(), key=str)
    ]
    for key, plural in wanted.items():
        entry = have.get(key)
        if entry is not None and plural and not entry.msgstr_plural:
            out.append(f"no plural ({language}): {key[1]!r}")
        if entry is not None and not plural and not entry.msgstr:
            out.append(f"empty ({language}): {key[1]!r}")
    return out


def main() -> int:
    if not settings.configured:
        settings.configure(USE_I18N=False)
    is_bad = False
    for language in sorted(path.name for path in LOCALE.iterdir() if path.is_dir()):
        catalogue = merged(language)
        found = problems(language, catalogue)
        whole = "all in Swedish" if language == WHOLE else f"in {language}"
        print("\n".join(found) or f"{len(catalogue)} texts, {whole}")
        compiled = folder(language) / "django.mo"
        if "--check" in sys.argv:
            is_old = not compiled.exists() or compiled.read_bytes() != catalogue.to_binary()
            if is_old:
                print(f"{language}: django.mo is not up to date: run make messages")
            is_bad = is_bad or is_old
        else:
            catalogue.save_as_mofile(str(compiled))
        is_bad = is_bad or bool(found)
    return int(is_bad)


if __name__ == "__main__":
    sys.exit(main())
