"""How long it takes to read a page, and to start `handslag read`.

The limit is one pass over the same text that finds every word (`\\w+`): a reader must at least look at
each. Bars: at most 5 ms for a page of 3 kB on one core, and at most 0.25 s from start to answer for a
small file in a fresh process. A page is timed as the best of 7 rounds, a start as the median of 15.
"""

import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from handslag.domain.reading import read

PAGE_BAR = 5.0  # milliseconds per 3 kB
START_BAR = 0.25  # seconds
BYTES = 3000
HARNOSAND = Path(__file__).parents[2] / "shared" / "corpus" / "texts" / "harnosand-2019.txt"
PAGE = """Medborgarlöften i Ekby kommun 2024–2025

Lokalpolisområde Västra Ekbygden och Ekby kommun har tillsammans tagit fram nya medborgarlöften. Löftena
gäller från och med den 1 mars 2024 till och med den 31 december 2025. De bygger på en medborgardialog
som hölls på biblioteket i november, på en enkät till tusen invånare och på den lokala lägesbilden. Många
berättade att de känner sig otrygga vid stationen på kvällarna, och att bilar kör för fort utanför
skolorna.

Trygghet i centrum

Polisen lovar att:
• patrullera till fots i centrala Ekby minst två gånger i veckan, särskilt på fredags- och lördagskvällar
• delta i minst en medborgardialog varje halvår
• vara på plats vid varje större evenemang
• verka för att fler invånare känner sig trygga vid resecentrum

Ekby kommun lovar att:
• laga trasig belysning längs Ågatan, Kvarnvägen och i Stadsparken inom 48 timmar
• klippa buskarna vid gångvägen till Norra skolan före den 1 juni varje år
• hålla en trygghetsvandring per termin tillsammans med fastighetsägarna i Norrby, Sörby och Västanå
• ta fram en handlingsplan mot skadegörelse under 2024

Trygg trafik

Polisen och Ekby kommun lovar att arbeta för en säkrare trafikmiljö för barn och unga. Det gör vi så här:
1. Polisen genomför minst 60 trafikkontroller per år, varav hälften på landsbygden.
2. Polisen mäter hastigheten utanför varje skola i Ekby, Norrby och Sörby minst en gång per termin.
3. Kommunen bygger farthinder på Skolgatan och Parkvägen senast den 30 september 2024.
4. Räddningstjänsten besöker alla elever i årskurs 8 varje läsår för att prata om mopeder och hjälmar.

Unga

Kommunen ska hålla fritidsgården i Norrby öppen tre kvällar i veckan, även under sommarlovet. Fältgruppen
ska möta ungdomar ute på kvällar och helger i minst 900 timmar per år. Polisen kommer att besöka
högstadieskolorna varje månad och erbjuda föräldramöten för alla elever i årskurs 7. Under hela perioden
ska polisen och kommunen tillsammans göra minst tio tillsyner av butiker som säljer tobak och folköl till
unga.

Löftena följs upp varje kvartal och redovisas på kommunens webbplats. Hör av dig till kommunens
säkerhetssamordnare om du har frågor om löftena eller vill lämna en synpunkt.

Undertecknat av lokalpolisområdeschefen och kommunstyrelsens ordförande.
"""


def main() -> int:
    """Print each figure; the last line is ours, the limit's, the ratio and the bar."""
    texts = {"made-up page": PAGE}
    if HARNOSAND.exists():
        texts["Härnösand 2019"] = HARNOSAND.read_text(encoding="utf-8")
    slowest = max(_report(name, text) for name, text in texts.items())
    start, python = _start(), _median_start(["-c", "pass"])
    print(f"start of `handslag read`: {start:.3f} s (bare Python {python:.3f} s), bar {START_BAR} s")
    word = re.compile(r"\w+")
    limit = _milliseconds(lambda: word.findall(PAGE)) * BYTES / len(PAGE.encode())
    bars = f"bar {PAGE_BAR} ms and {START_BAR} s"
    print(f"read: {slowest:.2f} ms, limit {limit:.3f} ms, ratio {slowest / limit:.0f}, {bars}")
    return 0 if slowest <= PAGE_BAR and start <= START_BAR else 1


def _report(name: str, text: str) -> float:
    """Milliseconds per `BYTES` of `text`, printed with what was found."""
    size, found = len(text.encode()), len(read(text).promises)
    took = _milliseconds(lambda: read(text)) * BYTES / size
    print(f"{name}: {size} bytes, {found} promises, {took:.2f} ms per {BYTES} bytes")
    return took


def _milliseconds(work: Callable[[], object], rounds: int = 7, times: int = 20) -> float:
    """The best mean of `rounds`, each of `times` runs after a first one that warms up."""
    work()
    best = float("inf")
    for _ in range(rounds):
        begun = perf_counter()
        for _ in range(times):
            work()
        best = min(best, (perf_counter() - begun) / times)
    return best * 1000


def _start() -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(PAGE)
        file.flush()
        return _median_start(["-m", "handslag", "read", "--format", "json", file.name])


def _median_start(arguments: list[str], runs: int = 15) -> float:
    """Seconds from start to end of a Python process with `arguments`."""
    seconds = []
    for _ in range(runs):
        begun = perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        seconds.append(perf_counter() - begun)
    return statistics.median(seconds)


if __name__ == "__main__":
    sys.exit(main())
