"""Every field of every form × awkward values, then every page and file of that municipality.

In Härnösand's demonstration, as coordinator, police and signatory and as a resident. First each field of each
form is sent each value, the rest as it stood, and undone: no answer may be a 500, and words that were typed
must stand in the form that comes back, or on the page. Then the texts are written into every form that takes
them, and stay: every page and file that can be reached from the front page and the desk is fetched, none may
fail, and nothing stored may be unreadable. Without `LONG=1` each field is sent one of the values, the next
field the next one, by the coordinator and the resident only, and one page of each shape is looked at.

Goal: 0 failures, 0 texts lost. The last line has the figures.
"""

import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from filling.forms import Form, forms_of, links_of, tree_of, values_of
from filling.values import CHOICES, CLOCKS, DAYS, NUMBERS, TEXTS

if TYPE_CHECKING:
    from django.http import HttpResponse

IS_LONG = os.environ.get("LONG") == "1"
EACH = 10**6 if IS_LONG else 1  # values sent to a field
MOST_ALIKE = 3 if IS_LONG else 1  # pages of one shape: of promises, of voices, of dialogues
VALUES = {
    "text": (*TEXTS, *NUMBERS[:2]),
    "number": (*NUMBERS, *TEXTS[:2]),
    "day": (*DAYS, TEXTS[2]),
    "clock": (*CLOCKS, TEXTS[2]),
    "choice": CHOICES,
    "hidden": (*CHOICES, TEXTS[0], "1" * 400),
}
# What would end the story for the forms that come after, or lead out of it.
ENDS = re.compile(
    "logga-ut|konto/|aterta|ta-bort|radera|stang|las-baslinje|avlys|stall-in|publicera|angra|tysta"
)
DESK = re.compile(r"^(/en)?/bord/harnosand(/|$)" if IS_LONG else "^/bord/harnosand(/|$)")
FILES = {"pdf", "docx", "xlsx", "csv", "zip", "ics", "sav", "svg"}
PUBLIC = re.compile(r"^(/en)?/harnosand(/|$)|^/$|^/om/$|^/data\.zip$")


@dataclass
class Tally:
    sent: int = 0
    fetched: int = 0
    failures: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        people = _prepare(Path(folder))
        tally = Tally()
        forms = _sent_and_undone(people, tally)
        kept = _written(people, forms, tally)
        _fetched(people, tally)
        unreadable = _unreadable()
    for line in dict.fromkeys((*tally.failures, *tally.lost)):
        print(f"  {line}"[:300])
    failed = len(tally.failures) + len(tally.lost) + unreadable
    print(
        f"awkward: {len(forms)} forms, {tally.sent} sent, {kept} kept, {tally.fetched} pages and files; "
        f"{len(tally.failures)} failed, {len(tally.lost)} texts lost, {unreadable} rows unreadable; bar 0"
    )
    return int(bool(failed))


def _prepare(folder: Path) -> dict[str, object]:
    os.environ |= {"HANDSLAG_DATA": str(folder), "HANDSLAG_TODAY": "2019-09-02", "HANDSLAG_DEMO": "1"}
    os.environ |= {"HANDSLAG_HOSTS": "testserver", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment

    from handslag.models.models import Membership
    from handslag.services.demo.towns import load_demo

    setup_test_environment()
    call_command("migrate", verbosity=0)
    load_demo("followup")
    people: dict[str, object] = {"resident": Client(raise_request_exception=False)}
    members = Membership.objects.filter(municipality__slug="harnosand").select_related("user")
    for member in members if IS_LONG else members.filter(role="coordinator"):
        client = Client(raise_request_exception=False)
        client.force_login(member.user)
        people[str(member.role)] = client
    return people


def _pages(who: str, client: object, tally: Tally, *, files: bool) -> Iterator[tuple[str, object]]:
    """Every page and file that can be reached, nearest first; of many of one shape only a few."""
    queue = ["/", "/harnosand/"] if who == "resident" else ["/bord/harnosand/"]
    ours, met, shapes = (PUBLIC if who == "resident" else DESK), set(queue), dict[str, int]()
    for address in queue:
        shape = re.sub(r"/[0-9a-z]{10}(?=/)|\d+", "*", address)
        shapes[shape] = shapes.get(shape, 0) + 1
        if shapes[shape] > MOST_ALIKE or (address.rpartition(".")[2] in FILES and not files):
            continue
        answer = client.get(address)  # type: ignore[attr-defined]
        tally.fetched += 1
        if answer.status_code >= 500:
            tally.failures.append(f"{answer.status_code} GET {address}")
        if answer.status_code != 200 or "html" not in answer.get("Content-Type", ""):
            for _ in getattr(answer, "streaming_content", ()):
                pass
            continue
        tree = tree_of(answer.content.decode())
        yield address, tree
        for link in links_of(tree, address):
            if link not in met and ours.match(link.split("?")[0]) and not ENDS.search(link):
                met.add(link)
                queue.append(link)


def _sent_and_undone(people: dict[str, object], tally: Tally) -> list[tuple[str, Form]]:
    """Each field of each form with its values. Gives the forms, each once, with who met it first."""
    from django.db import transaction

    forms: dict[tuple[object, ...], tuple[str, Form]] = {}
    turn = 0
    for who, client in people.items():
        for address, tree in _pages(who, client, tally, files=False):
            for form in forms_of(tree, address):  # type: ignore[arg-type]
                shape = re.sub(r"/[0-9a-z]{10}(?=/)|\d+", "*", form.address.split("?")[0])
                key = (shape, tuple(sorted({one.name for one in form.fields})))
                if key in forms or "logga-ut" in form.address:
                    continue
                forms[key] = (who, form)
                for one in {each.name: each for each in form.fields}.values():
                    values = VALUES[one.kind]
                    some = [values[(turn + n) % len(values)] for n in range(min(EACH, len(values)))]
                    turn += len(some)
                    for value in some:
                        with transaction.atomic():
                            _send(client, form, {one.name: value}, tally)
                            transaction.set_rollback(True)
    return list(forms.values())


def _send(client: object, form: Form, changed: dict[str, str], tally: Tally) -> "HttpResponse":
    sent = form.untouched() | {name: [value] for name, value in changed.items()}
    answer: HttpResponse = client.post(form.address, sent)  # type: ignore[attr-defined]
    tally.sent += 1
    where = f"{form.address} {[(name, value[:30]) for name, value in changed.items()][:2]}"
    if answer.status_code >= 500:
        tally.failures.append(f"{answer.status_code} POST {where}")
    elif answer.status_code in (400, 409, 422):
        kinds = {one.name: one.kind for one in form.fields}
        tree, text = tree_of(answer.content.decode()), ""
        for name, value in changed.items():
            if kinds[name] != "text" or value in NUMBERS or not _seen(value):
                continue
            text = text or _seen(tree.text_content())
            if _seen(value) not in map(_seen, values_of(tree, name)) and _seen(value) not in text:
                tally.lost.append(f"{answer.status_code} lost {where}")
    return answer


def _seen(text: str) -> str:
    from handslag.domain.characters import folded

    return " ".join(folded(text).split())


def _written(people: dict[str, object], forms: list[tuple[str, Form]], tally: Tally) -> int:
    """The texts in every form that takes them, a form the next text; gives how many were taken."""
    kept = 0
    for number, (who, form) in enumerate(forms):
        if form.has_file or ENDS.search(form.address) or not any(one.kind == "text" for one in form.fields):
            continue
        taken = (
            _is_taken(people[who], form, TEXTS[at % len(TEXTS)].strip()[:55] or TEXTS[0], tally)
            for at in range(number, number + len(TEXTS))
        )
        kept += sum(taken) if IS_LONG else any(islice(taken, 3))
    return kept


def _is_taken(client: object, form: Form, text: str, tally: Tally) -> bool:
    """Whether the form takes the text, also by way of a page that shows first what will become of it."""
    from django.db import transaction

    with transaction.atomic():
        answer = _send(client, form, form.filled_in(text), tally)
        if answer.status_code == 200:
            shown = list(forms_of(tree_of(answer.content.decode()), form.address))
            answer = _send(client, shown[0], {}, tally) if shown else answer
        is_taken = bool(answer.status_code == 302)
        if not is_taken:
            transaction.set_rollback(True)
    return is_taken


def _fetched(people: dict[str, object], tally: Tally) -> None:
    """Every page and file once more, with the texts in them."""
    for who, client in people.items():
        for _ in _pages(who, client, tally, files=True):
            pass


def _unreadable() -> int:
    from handslag.services.soundness import unreadable_rows

    return len(unreadable_rows())


if __name__ == "__main__":
    sys.exit(main())
