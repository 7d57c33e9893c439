"""Somebody who may answer as often as he likes tries to read one neighbour's answer off what is published.

He knows everything but that answer: what all others said and when, to which groups the neighbour belongs, on
which day the answer came, the rules and this file; not the secret that fixes the noise. He puts in as many
answers as he wants, where and when he wants, so that groups are just large enough to be shown and figures
move when he wants. He reckons the likeliest answer by Bayes' rule from all that is published in fourteen days
and after the close; page, chart, file and desk show the same tables. How people answer is drawn anew for each
try, uniformly among all ways to divide them, and he knows it: without the tables his best guess is what most
answer. The gain is how much oftener he is right with them, by his own reckoning, which is held against how
often he was right.

  today's rules   rounding to the nearest 5 only, by ten new answers: he must win, or the proof proves nothing
  fresh noise     drawn anew each day, without memory: averaged away, or he does not average
  check           "have you noticed it?" over fourteen days; he sees its figures before they are rounded
  tables          a survey by the open link, also with and without his script, by age, gender and area; the
                  neighbour is the one with whom each group is large enough to be shown
  codes           a table of twenty in a survey by code, where five codes are his own: what he knows more than
                  somebody who reads the same table and has none

Goal: no gain of the last three above 1 % in 10,000 tries each (LONG=1; the short form has fewer). Two lines
are no goals: where all answers are as common as each other, every grain of knowledge counts. The largest gain
stands on the last line.
"""

import os
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import comb, sqrt
from typing import Any

import numpy as np

from handslag.domain.keeping.resident_checks import Noticed, may_publish, next_moves, next_shown
from handslag.domain.listening.noise import Noise
from handslag.domain.listening.results import LABEL, LABELLED, NOT_LABELLED, tables
from handslag.domain.listening.suppression import SMALLEST_GROUP, SPREADS, counted, published_table
from handslag.domain.surveys import from_record

LONG = bool(os.environ.get("LONG"))
TRIES = 10_000 if LONG else 2_000
DAYS, OPENED, GOAL = 14, date(2026, 3, 2), 0.01
PLACE, ELSEWHERE = "Ramvik", "Viksjö"
SCRIPT, CODES = 100, 5
_NAMES = [str(number) for number in range(1, 6)]
_SINGLE = {
    "q": _NAMES,
    "age": ["16-29", "30-64"],
    "gender": ["woman", "man"],
    "area": ["north", "south"],
}
SURVEY = from_record(
    {
        "id": "proof",
        "version": 1,
        "title": {"sv": "Bevis"},
        "languages": ["sv"],
        "pages": [
            {
                "name": "all",
                "label": {"sv": "Alla"},
                "questions": [
                    {"name": name, "kind": "single", "choices": name, "label": {"sv": name}}
                    for name in _SINGLE
                ],
            }
        ],
        "choice_lists": {
            name: [{"name": one, "code": code, "label": {"sv": one}} for code, one in enumerate(choices, 1)]
            for name, choices in _SINGLE.items()
        },
    }
)

Chances = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Try:
    """One neighbour: how people answer, and what the neighbour does. `dice` decides the rest."""

    dice: random.Random
    shares: Chances
    answer: int

    def noise(self, *, is_open: bool) -> Noise:
        return Noise(self.dice.randbytes(32), is_open)


@dataclass
class Score:
    """How often a guess was right, and ought to be by the attacker's own reckoning."""

    tries: int = 0
    right: int = 0
    before: int = 0
    gains: float = 0.0
    spread: float = 0.0

    def add(self, one: Try, prior: Chances, after: Chances) -> None:
        after = after / after.sum()
        guess, first = int(after.argmax()), int(prior.argmax())
        gain = after[guess] - after[first]
        self.tries += 1
        self.right += guess == one.answer
        self.before += first == one.answer
        self.gains += gain
        self.spread += (after[guess] + after[first]) * (guess != first) - gain**2

    @property
    def gain(self) -> float:
        return self.gains / self.tries

    def check(self) -> None:
        """Raises `AssertionError` when he is not right as often as he thinks."""
        if abs(self.right - self.before - self.gains) > 4 * sqrt(self.spread + 1):
            raise AssertionError("The attacker reckons wrongly: the proof is wrong.")

    def say(self, label: str) -> None:
        print(
            f"{label:<24}{self.tries:>7,} tries  right {self.before / self.tries:6.1%} without the tables,"
            f" {self.right / self.tries:6.1%} with them, gain {self.gain:7.2%}"
        )


@cache
def tossed(coins: int) -> Chances:
    """The chance of each noise, from the least."""
    return np.array([comb(coins, heads) / 2**coins for heads in range(coins + 1)])


def chance(added: int, coins: int) -> float:
    """The chance that exactly so much is added."""
    place = added + coins // 2
    return float(tossed(coins)[place]) if 0 <= place <= coins else 0.0


def chance_shown(shown: int, count: int, coins: int) -> float:
    """The chance that `count` is shown as `shown`, rounded and never below none."""
    low = 0 if shown == 0 else max(shown - 2 - count + coins // 2, 0)
    return float(tossed(coins)[low : max(shown + 3 - count + coins // 2, 0)].sum())


def todays_rules(one: Try) -> Chances:
    """He brings each cell at the place to the edge of rounding; the neighbour's flips, whatever it is."""
    quiet = _Quiet(b"", is_open=False)
    row = dict.fromkeys(Noticed, 10)
    for answer in Noticed:
        before = _shown(row, quiet)[answer]
        while _shown(row, quiet)[answer] == before:
            row[answer] += 1
        row[answer] -= 1  # he stops one short of it, having seen the edge at another place
    before = _shown(row, quiet)
    row[list(Noticed)[one.answer]] += 1
    after = _shown(row, quiet)
    return np.array([float(after[answer] != before[answer]) for answer in Noticed])


class _Quiet(Noise):
    def on(self, *cell: str) -> int:
        return 0


def _shown(row: dict[Noticed, int], noise: Noise) -> dict[str, int | None]:
    table = published_table({PLACE: row}, noise)
    return {column: cell.count for column, cell in zip(table.columns, table.total.cells, strict=True)}


def fresh_noise(one: Try) -> Chances:
    """The same count each day, with other noise each day."""
    noise = one.noise(is_open=True)
    after = one.shares.copy()
    for day in range(one.dice.randrange(1, DAYS), DAYS):
        for cell in range(len(after)):
            seen = int(cell == one.answer) + noise.on(str(day), str(cell))
            for answer in range(len(after)):
                after[answer] *= chance(seen - int(cell == answer), noise.coins)
    return after


def check(one: Try) -> Chances:
    """He makes the place move each day; on one of the days the neighbour's answer is among his own."""
    noise, arrives = one.noise(is_open=True), one.dice.randrange(1, DAYS)
    counts = {PLACE: dict.fromkeys(Noticed, 10), ELSEWHERE: dict.fromkeys(Noticed, 10)}
    shown: Any = None
    moves: dict[str, int] = {}
    shown_on: date | None = None
    row = counts[PLACE]
    for day in range(DAYS):
        seen_before, moves_before, row_before = shown, moves, dict(row)
        if day == arrives:
            row[list(Noticed)[one.answer]] += 1
        own = list(Noticed)[one.dice.randrange(4)]
        while day and next_shown(counts, shown) == shown:
            row[own] += one.dice.randrange(1, 9)
        if not may_publish(shown_on, None, on=OPENED + timedelta(days=day)):
            raise AssertionError("It may move once a day.")
        shown, shown_on = _copied(next_shown(counts, shown)), OPENED + timedelta(days=day)
        moves = next_moves(moves, seen_before, shown)
        if day == arrives:
            before, after = (
                counted(of[PLACE], noise.after(times[PLACE]), PLACE).cells
                for of, times in ((seen_before, moves_before), (shown, moves))
            )
            known = [row[each] - row_before[each] for each in Noticed]
            known[one.answer] -= 1  # what he put in himself
            added = [new - old - own_ for new, old, own_ in zip(after, before, known, strict=True)]
            return one.shares * _likelihood(added, noise.coins)
    raise AssertionError("The answer was never published.")


def _copied(counts: Any) -> Any:
    return {place: dict(row) for place, row in counts.items()}


def _likelihood(added: Sequence[int], coins: int) -> Chances:
    """How well each answer explains what was added to each cell."""
    return np.array(
        [
            np.prod([chance(more - int(cell == answer), coins) for cell, more in enumerate(added)])
            for answer in range(len(added))
        ]
    )


def survey_tables(one: Try) -> Chances:
    """All others of the neighbour's groups are his own, as many as make the groups just large enough."""
    noise, backgrounds = one.noise(is_open=True), {"age": 1, "gender": 1, "area": 1}
    size = max(SMALLEST_GROUP, int(np.ceil(SPREADS * noise.among(6).spread)))
    own = [{"q": one.dice.randrange(1, 6), LABEL: NOT_LABELLED, **backgrounds} for _ in range(size - 1)]
    script = [{"q": 1, LABEL: LABELLED, "age": 2, "gender": 2, "area": 2} for _ in range(SCRIPT)]
    answers = [*own, {"q": one.answer + 1, LABEL: NOT_LABELLED, **backgrounds}, *script]
    known = [sum(each["q"] == code for each in own) for code in range(1, 6)]
    found = {(each.question, each.by): each.table for each in tables(SURVEY, answers, noise)}
    for_all = noise.among(2)
    row = {str(code): number + (code - 1 == one.answer) for code, number in enumerate(known, 1)}
    without = counted(row, for_all, "q", LABEL, str(NOT_LABELLED)).cells  # before it is rounded
    after = one.shares * _likelihood([a - b for a, b in zip(without, known, strict=True)], for_all.coins)
    coins = noise.among(6).coins
    for by in backgrounds:
        [group] = [each for each in found["q", by].rows if each.name == "1"]
        for cell, shown in enumerate(group.cells):
            if shown.count is None:
                raise AssertionError("The group is not shown: he put in too few.")
            after *= [chance_shown(shown.count, known[cell] + (cell == a), coins) for a in range(5)]
    return after


def with_codes(one: Try, own: int) -> Chances:
    """A table of twenty, of whom so many are his own or known to him."""
    noise = one.noise(is_open=False)
    others = one.dice.choices(range(5), one.shares.tolist(), k=SMALLEST_GROUP - 1)
    row = {str(code): others.count(code) + (code == one.answer) for code in range(5)}
    cells = published_table({"": row}, noise, "q", "area", "1").total.cells
    known = [others[:own].count(code) for code in range(5)]
    unknown, after = len(others) - own, one.shares.copy()
    for cell, shown in enumerate(cells):
        part = one.shares[cell]
        of_others = [comb(unknown, n) * part**n * (1 - part) ** (unknown - n) for n in range(unknown + 1)]
        for answer in range(5):
            least = known[cell] + int(cell == answer)
            seen = [chance_shown(shown.count or 0, least + n, noise.coins) for n in range(unknown + 1)]
            after[answer] *= float(np.dot(of_others, seen))
    return after


def tries(number: int, options: int, seed: int, *, is_even: bool = False) -> list[Try]:
    """So many neighbours, each of other people."""
    drawn = np.random.default_rng(seed)
    found = []
    for each in range(number):
        shares = np.full(options, 1 / options) if is_even else drawn.dirichlet(np.ones(options))
        answer = int(drawn.choice(options, p=shares))
        found.append(Try(random.Random(f"{seed} {each}"), shares, answer))
    return found


def play(label: str, all_: Sequence[Try], attack: Callable[[Try], Chances]) -> Score:
    """Let him try, and say how it went."""
    score = Score()
    for one in all_:
        score.add(one, one.shares, attack(one))
    score.check()
    score.say(label)
    return score


def play_codes(all_: Sequence[Try]) -> float:
    """How much oftener he is right than somebody who reads the same table and has no code."""
    first, second = Score(), Score()
    for one in all_:
        state = one.dice.getstate()
        first.add(one, one.shares, with_codes(one, 0))
        one.dice.setstate(state)
        second.add(one, one.shares, with_codes(one, CODES))
    for score in (first, second):
        score.check()
    first.say("codes, a reader")
    second.say("codes, with five")
    return second.gain - first.gain


def main() -> int:
    few = max(TRIES // 5, 300)
    todays = play("today's rules", tries(few, 4, 1), todays_rules)
    fresh = play("fresh noise", tries(few, 4, 2), fresh_noise)
    gains = [
        play("check", tries(TRIES, 4, 3), check).gain,
        play("tables", tries(TRIES, 5, 4), survey_tables).gain,
        play_codes(tries(TRIES, 5, 5)),
    ]
    play("check, all as common", tries(few, 4, 6, is_even=True), check)
    play("tables, all as common", tries(few, 5, 7, is_even=True), survey_tables)
    if todays.right < todays.tries or fresh.gain < 2 * GOAL:
        print("the attacker breaks nothing and so proves nothing")
        return 1
    print(f"suppression: gain {max(gains):.2%} at most over {TRIES:,} tries each, goal {GOAL:.0%}")
    return int(max(gains) > GOAL)


if __name__ == "__main__":
    sys.exit(main())
