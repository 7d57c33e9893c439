"""Eight scripts stuff a survey each, four a residents' check each, and a class of thirty answers at both.

R10. A flag is a label on the stored answer; results are shown with and without those that have one. Nobody
is refused but who has no valid code. Each script has its own survey, so that none is found because of
another, and only the sign that it cannot hide from.
  fast         sends within the second
  human pace   waits as long as people take, from one address
  rotating     every answer from another network, at human pace
  replay       one proof of work, used again for every answer
  straight     the same place on every scale
  paraphrase   one text with its words changed about
  codes        guesses codes: all must be refused, in words
  drip         few, slow, with a proof of work each, each from another network: reported, not claimed

At the checks ("have you noticed it?") forty people have answered before. The scripts are fast, at human pace
from one address, at that pace from many, and with one proof of work for all.

Goals: at least 95 % of the scripts' answers flagged or refused (drip left out), no label on fewer than 20
answers, none of the class refused, nor flagged; no figure of a check changed but by the class, and how many
are left out said. The last line has the figures. LONG=1: ten times as many.
"""

import os
import random
import sqlite3
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from json import dumps, loads
from time import monotonic, sleep

from altcha import Challenge, solve_challenge
from answering import checks
from answering.databases import SCALES
from answering.resident import Fields, Reply, Resident, answers
from answering.server import Server, server

TIMES = 10 if os.environ.get("LONG") else 1
MANY, FEW, CLASS, DRIPS = 70 * TIMES, 50 * TIMES, 30, 2 * TIMES
ROUNDED = 5  # what is said of those left out is not exact
HUMAN = 8.5  # seconds from form to sending
SURVEYS = ("fast", "human", "rotating", "replay", "straight", "paraphrase", "codes", "drip", "class")
CHECKS = ("check fast", "check human", "check rotating", "check replay", "check class")
OPENING = ("Jag tycker att", "Vi menar att", "Det är viktigt att", "Jag anser att")
CLOSING = ("så att alla vågar gå hem", "för då vågar folk gå ut", "så att man törs gå hem", "för allas skull")
BODY = "kommunen måste sätta upp många fler lampor längs gångvägen mellan torget och stationen"
OWN = (
    "Mina grannar hälsar alltid och hjälper mig med snön på vintern.",
    "Fritidsgården borde ha öppet längre på fredagar för de som går i högstadiet.",
    "Det kör för många mopeder på cykelbanan när vi går hem från träningen.",
)


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer as a script sends it: from where, and what."""

    address: str
    fields: Fields
    extra: tuple[tuple[str, str], ...] = ()


def main() -> int:
    with server(*SURVEYS) as running:
        dice = random.Random(5)
        checks.make_checks(len(CHECKS))
        checks.publish(0)
        before = [checks.shown(running, str(number)) for number, _ in enumerate(CHECKS, start=1)]
        plans = _plans(running, dice) | _check_plans(running)
        forms = {name: _forms(running, name, plan) for name, plan in plans.items() if "fast" not in name}
        opened = monotonic()
        replies = {}
        for name in ("fast", "check fast"):
            replies[name] = _send(running, name, plans[name], _forms(running, name, plans[name]))
        sleep(max(0.0, HUMAN - (monotonic() - opened)))
        for name in forms:
            replies[name] = _send(running, name, plans[name], forms[name])
        surveys = _report(running, {name: replies[name] for name in SURVEYS})
        return surveys | _report_checks(running, replies, before)


def _plans(running: Server, dice: random.Random) -> dict[str, list[Sent]]:
    networks = _networks()
    here = "127.0.77.9"
    solution = _solved(running, "replay")
    straight = [("a-" + name, "3") for name in SCALES]
    make: dict[str, tuple[int, Callable[[int], Sent]]] = {
        "fast": (FEW, lambda n: Sent(next(networks), answers(dice, n))),
        "human": (MANY, lambda n: Sent(here, answers(dice, n))),
        "rotating": (MANY, lambda n: Sent(next(networks), answers(dice, n))),
        "replay": (FEW, lambda n: Sent(next(networks), answers(dice, n), (("work", solution),))),
        "straight": (FEW, lambda n: Sent(next(networks), straight + answers(dice, n)[len(SCALES) :])),
        "paraphrase": (FEW, lambda n: Sent(next(networks), answers(dice, n, _paraphrase(dice)))),
        "codes": (FEW, lambda n: Sent(next(networks), answers(dice, n), (("code", _guess(dice)),))),
        "drip": (DRIPS, lambda n: _drip(running, dice, n, next(networks))),
        "class": (CLASS, lambda n: Sent("127.0.88.5", answers(dice, n, OWN[n % 3] if n % 5 == 0 else ""))),
    }
    return {name: [one(number) for number in range(count)] for name, (count, one) in make.items()}


def _check_plans(running: Server) -> dict[str, list[Sent]]:
    networks, no = _networks(), checks.answer("no")
    solution = _solved(running, "check replay")
    return {
        "check fast": [Sent("127.0.66.9", no)] * MANY,
        "check human": [Sent("127.0.66.10", no)] * MANY,
        "check rotating": [Sent(next(networks), no) for _ in range(MANY)],
        "check replay": [Sent(next(networks), no, (("work", solution),)) for _ in range(FEW)],
        "check class": [Sent("127.0.99.5", no)] * CLASS,
    }


def _visitor(running: Server, name: str, address: str = "127.0.0.1") -> Resident:
    if name in CHECKS:
        return checks.Asked(running.port, str(CHECKS.index(name) + 1), address)
    return Resident(running.port, name, address)


def _networks() -> Iterator[str]:
    """Addresses of this machine, each in a network of its own."""
    return (f"127.{first}.{second}.1" for first in range(1, 250) for second in range(250))


def _paraphrase(dice: random.Random) -> str:
    words = BODY.replace("många fler", dice.choice(("många fler", "flera", "mycket fler")))
    return f"{dice.choice(OPENING)} {words} {dice.choice(CLOSING)}"


def _guess(dice: random.Random) -> str:
    signs = "23456789abcdefghjkmnpqrstuvwxyz"
    return "".join(dice.choices(signs, k=5)) + "-" + "".join(dice.choices(signs, k=5))


def _solved(running: Server, survey: str) -> str:
    """A proof of work, found as a script would: much faster than in a browser."""
    resident = _visitor(running, survey)
    challenge = loads(resident.ask("GET", f"{resident.path}arbete/").page)
    resident.hang_up()
    found = solve_challenge(Challenge.from_dict(challenge))
    if found is None:
        raise SystemExit("stuffing: the work was not done in time")
    solution = {"counter": found.counter, "derivedKey": found.derived_key}
    return b64encode(dumps({"challenge": challenge, "solution": solution}).encode()).decode()


def _drip(running: Server, dice: random.Random, number: int, address: str) -> Sent:
    return Sent(address, answers(dice, number, OWN[number % 3]), (("work", _solved(running, "drip")),))


def _forms(running: Server, survey: str, plan: list[Sent]) -> list[Fields]:
    """A form for each answer, fetched at once."""
    resident = _visitor(running, survey)
    forms = [resident.form() for _ in plan]
    resident.hang_up()
    return forms


def _send(running: Server, survey: str, plan: list[Sent], forms: list[Fields]) -> list[Reply]:
    replies = []
    for sent, form in zip(plan, forms, strict=True):
        resident = _visitor(running, survey, sent.address)
        replies.append(resident.send([*form, *sent.extra], sent.fields))
        resident.hang_up()
    return replies


def _report(running: Server, replies: dict[str, list[Reply]]) -> int:
    """The table, and 0 when all goals are reached."""
    running.store_waiting()
    with sqlite3.connect(running.data / "handslag.sqlite3") as database:
        rows = database.execute(
            "SELECT slug, batch FROM handslag_response JOIN handslag_survey ON survey_id = handslag_survey.id"
        ).fetchall()
    labels = [batch for _, batch in rows if batch]
    smallest = min((labels.count(label) for label in set(labels)), default=0)
    stopped = total = 0
    for name, got in replies.items():
        stored = [batch for slug, batch in rows if slug == name]
        flagged = sum(map(bool, stored))
        refused = sum(not reply.code for reply in got)
        print(f"  {name:<11} {len(got):>5} sent {refused:>5} refused {flagged:>5} flagged")
        if len(stored) != len(got) - refused:
            raise SystemExit(f"stuffing: {len(stored)} stored of {len(got) - refused} receipts in {name}")
        if name not in ("drip", "class"):
            stopped, total = stopped + flagged + refused, total + len(got)
    honest = [reply for reply in replies["class"] if not reply.code]
    marked = sum(1 for slug, batch in rows if slug == "class" and batch)
    told = sum("Koden gäller inte" in reply.page for reply in replies["codes"])
    print(
        f"stuffing: {stopped / total:.1%} of {total} flagged or refused, bar 95 %; "
        f"smallest batch {smallest}, bar 20; "
        f"class of {CLASS}: {len(honest)} refused, {marked} flagged, bar 0; {told} guesses told why"
    )
    is_short = stopped < 0.95 * total or smallest < 20 or honest or marked or told < len(replies["codes"])
    return int(bool(is_short))


def _report_checks(
    running: Server, replies: dict[str, list[Reply]], before: list[tuple[list[str], int]]
) -> int:
    """The table of the checks, and 0 when no figure was changed unsaid."""
    checks.publish(1)
    changed = refused = 0
    for number, name in enumerate(CHECKS, start=1):
        figures, left_out = checks.shown(running, str(number))
        refused += sum(not checks.is_thanked(reply) for reply in replies[name])
        is_class = name == "check class"
        is_right = abs(left_out - (0 if is_class else len(replies[name]))) <= ROUNDED
        is_right &= (figures == before[number - 1][0]) is not is_class
        changed += not is_right
        print(
            f"  {name:<15} {len(replies[name]):>5} sent {left_out:>5} left out, figures {', '.join(figures)}"
        )
    print(f"stuffing of checks: {changed} of {len(CHECKS)} not as they should be, {refused} refused, bar 0")
    return int(bool(changed or refused))


if __name__ == "__main__":
    sys.exit(main())
