"""Which verbs race each other, made from the table of all verbs, each pair on the same rows.

Rivals are two verbs of which one writes a table that the other reads or writes. What the second acts on is
made in a municipality of its own, moved to that of the first, and its rows exchanged for those that the first
acts on, or hung under them, wherever they are of the same kind.
"""

import copy
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import combinations
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import F, ForeignKey, Model

from handslag.domain.people.parties import Party
from handslag.domain.permissions import Role
from handslag.models.models import Membership, Municipality, User
from tests.cast import Cast, make_cast
from tests.racing.rounds import Press
from tests.racing.rows import set_back, tables
from tests.services.test_every_command import COMMANDS, Command

Verb = Callable[..., object]
Call = tuple[Verb, Mapping[str, Any]]
OF_EVERYBODY = {"handslag_logentry", "handslag_municipality", "handslag_user", "handslag_membership"}
_TABLE = re.compile(r'"(models_\w+|handslag_\w+)"')


@dataclass(frozen=True)
class Pages:
    """Two pages on the rows that were put up, to be opened as often as one likes."""

    actor: User
    calls: tuple[Call, Call]

    def opened(self) -> Sequence[Press]:
        """What each sends, having read the rows for itself."""
        return [_press(self.actor, verb, copy.deepcopy(arguments)) for verb, arguments in self.calls]

    def past_the_turns(self) -> Sequence[Press]:
        """The same, each in a transaction that neither waits nor reads anew."""
        return [
            _press(self.actor, transaction.atomic(inspect.unwrap(verb)), copy.deepcopy(arguments))
            for verb, arguments in self.calls
        ]


@dataclass(frozen=True)
class Pair:
    """`make` puts up the rows on an empty database, and gives who presses and the two calls.

    `is_same`: the two are one page sent twice.
    """

    title: str
    make: Callable[[], tuple[User, Call, Call]]
    is_same: bool = False

    def put_up(self) -> Pages:
        """The rows, on an otherwise empty database, and the pages."""
        set_back({})
        actor, *calls = self.make()
        return Pages(actor, (calls[0], calls[1]))


def _press(actor: User, verb: Verb, arguments: Mapping[str, Any]) -> Press:
    return lambda: verb(actor, **arguments)


def itself(command: Command) -> Pair:
    """A verb against a second press of the same page."""

    def make() -> tuple[User, Call, Call]:
        cast = make_cast()
        call = (command.verb, command.works(cast))
        return cast.anna, call, call

    return Pair(f"{command} twice", make, is_same=True)


def rivals() -> Iterator[Pair]:
    """Every pair of different verbs of which one writes what the other reads or writes, both ways round."""
    uses = [_uses(command) for command in COMMANDS]
    for (one, (reads, writes)), (other, (reads_too, writes_too)) in combinations(
        zip(COMMANDS, uses, strict=True), 2
    ):
        if writes & (reads_too | writes_too) or writes_too & reads:
            yield _against(one, other)
            yield _against(other, one)


def _uses(command: Command) -> tuple[set[str], set[str]]:
    """The tables that a verb reads, and those that it writes."""
    set_back({})
    cast = make_cast()
    arguments = command.works(cast)
    reads: set[str] = set()
    writes: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        (reads if sql.startswith("SELECT") else writes).update(_TABLE.findall(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        command.verb(cast.anna, **arguments)
    return reads - OF_EVERYBODY, writes - OF_EVERYBODY


def _against(first: Command, second: Command) -> Pair:
    def make() -> tuple[User, Call, Call]:
        cast = make_cast()
        arguments = first.works(cast)
        there = _twin(cast)
        others = second.works(there)
        _move(there.harnosand, cast.harnosand)
        pool = {type(row): row for row in (*reversed(list(_above(_rows(arguments)))), cast.harnosand)}
        return cast.anna, (first.verb, arguments), (second.verb, _on(others, pool))

    return Pair(f"{second} where {first} is", make)


def _twin(cast: Cast) -> Cast:
    """The same people in another municipality with the same code."""
    town = Municipality.objects.create(
        slug="tvilling", name="Tvillings kommun", short_name="Tvilling", code="2280",
        police_area=cast.harnosand.police_area,
    )  # fmt: skip
    for user, party, role in (
        (cast.anna, Party.MUNICIPALITY, Role.COORDINATOR),
        (cast.bo, Party.POLICE, Role.POLICE),
        (cast.cilla, Party.MUNICIPALITY, Role.SIGNATORY),
    ):
        Membership.objects.create(user=user, municipality=town, party=party, role=role)
    return replace(cast, harnosand=town)


def _move(source: Municipality, to: Municipality) -> None:
    """What stands in one municipality stands in the other; what there may be but one of stays."""
    source.promises.update(number=F("number") + 100)
    for table in tables():
        if "municipality" in {field.name for field in table._meta.fields} and table is not Membership:
            for row in table._base_manager.filter(municipality=source):
                row.municipality = to  # type: ignore[attr-defined]
                try:
                    with transaction.atomic():
                        row.save()
                except IntegrityError:
                    continue


def _rows(given: object) -> Iterator[Model]:
    if isinstance(given, Model):
        yield given
    elif isinstance(given, Mapping):
        yield from _rows(list(given.values()))
    elif isinstance(given, list | tuple):
        for part in given:
            yield from _rows(part)
    elif is_dataclass(given):
        yield from _rows([getattr(given, field.name) for field in fields(given)])


def _above(rows: Iterable[Model]) -> Iterator[Model]:
    """The rows and what they belong to."""
    for row in rows:
        yield row
        keys = [field.name for field in row._meta.fields if isinstance(field, ForeignKey)]
        yield from _above(above for name in keys if (above := getattr(row, name)) and not _is_general(above))


def _is_general(row: Model) -> bool:
    return isinstance(row, User | Municipality) or type(row).__name__ == "PoliceArea"


def _on(given: Any, pool: Mapping[type[Model], Model]) -> Any:
    """The same arguments, on the rows of `pool` where there is one of the kind."""
    if isinstance(given, User):
        return given
    if isinstance(given, Model):
        return pool.get(type(given)) or _under(given, pool)
    if isinstance(given, Mapping):
        return {name: _on(value, pool) for name, value in given.items()}
    if isinstance(given, list | tuple) and any(True for _ in _rows(given)):
        return type(given)(_on(part, pool) for part in given)
    if is_dataclass(given) and not isinstance(given, type) and any(True for _ in _rows(given)):
        values = {field.name: getattr(given, field.name) for field in fields(given)}
        return replace(
            given, **{name: _on(v, pool) for name, v in values.items() if any(True for _ in _rows(v))}
        )
    return given


def _under(row: Model, pool: Mapping[type[Model], Model]) -> Model:
    """The row, hung under those of `pool` that it may belong to."""
    row.refresh_from_db()
    for field in row._meta.fields:
        if isinstance(field, ForeignKey) and getattr(row, field.attname) and field.related_model in pool:
            setattr(row, field.name, pool[field.related_model])
    for many in row._meta.many_to_many:
        if many.related_model in pool:
            getattr(row, many.name).set([pool[many.related_model]])
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        row.refresh_from_db()
    return row
