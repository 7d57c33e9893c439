"""How long it takes to weight 1,000,000 respondents to four margins, and whether the figures are right.

The limit is fifteen lines of plain numpy that do the same in the same run (age 4, gender 2, area 12, tenure
3 classes, a lopsided sample, fixed seed). Bars: at most 3 times as long; every margin within 1e-6 of its
share; design effect and the standard errors of a share by age equal to the package svy to 3 digits (it too
takes its raked weights as given: its own account of what raking gains is another formula than ours). svy is
installed by name into .cache/svy, an environment of its own, at the first run; that part is skipped, with a
word, where it cannot be had.
"""

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from handslag.analysis.weighting import Margin, design_effect, rake, shares

SIZE = 1_000_000
BAR = 3.0
CLOSE, SAME = 1e-6, 5e-4  # a margin's share; relative, three digits
POPULATION = {
    "age": (0.22, 0.28, 0.27, 0.23),
    "gender": (0.5, 0.5),
    "area": (0.24, 0.16, 0.12, 0.1, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.03, 0.02),
    "tenure": (0.55, 0.3, 0.15),
}
SVY = Path(__file__).parents[1] / ".cache" / "svy"
ASK_SVY = """
import json, sys
import numpy as np, polars as pl, svy
data = np.load(sys.argv[1])
targets = {name: dict(enumerate(of)) for name, of in json.loads(sys.argv[2]).items()}
sample = svy.Sample(pl.DataFrame({name: data[name] for name in data}), svy.Design(wgt="one"))
raked = sample.weighting.rake(shares=targets, tol=1e-9, max_iter=1000)
given = svy.Sample(raked.data.select("age", "answer", "rk_wgt"), svy.Design(wgt="rk_wgt"))
rows = given.estimation.prop("answer", by="age").to_polars()
print(json.dumps([raked.deff_w, rows.sort("age", "answer")["se"].to_list()]))
"""

Codes = dict[str, NDArray[np.int64]]


def make() -> Codes:
    chance = np.random.default_rng(4)
    codes = {}
    for name, of in POPULATION.items():
        skewed = np.array(of) * chance.uniform(0.4, 1.6, len(of))
        codes[name] = chance.choice(len(of), SIZE, p=skewed / skewed.sum())
    likely = 0.2 + 0.1 * codes["age"] + 0.02 * codes["area"]
    return codes | {"answer": (chance.random(SIZE) < likely).astype(np.int64)}


def plain(codes: Sequence[NDArray[np.int64]], targets: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """The limit: raking over the respondents as one would write it at once."""
    weights = np.ones(len(codes[0]))
    for _ in range(500):
        worst = 0.0
        for code, target in zip(codes, targets, strict=True):
            now = np.bincount(code, weights, len(target)) / len(weights)
            worst = max(worst, float(np.abs(now - target).max()))
            weights *= (target / now)[code]
        if worst < CLOSE:
            break
    return weights


def gap_of(weights: NDArray[np.float64], codes: Codes) -> float:
    """The largest difference between a weighted share and the population's."""
    return max(
        float(np.abs(np.bincount(codes[name], weights, len(of)) / weights.sum() - np.array(of)).max())
        for name, of in POPULATION.items()
    )


def svy_says(codes: Codes) -> tuple[float, list[float]] | None:
    """Design effect and standard errors by svy, or None where it cannot be installed."""
    python = SVY / "bin" / "python"
    if not python.exists():
        venv.create(SVY, with_pip=True)
    asked = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "svy"]
    has_svy = subprocess.run([str(python), "-c", "import svy"], capture_output=True).returncode == 0
    if not has_svy and subprocess.run(asked).returncode:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.npz"
        np.savez(path, one=np.ones(SIZE), **codes)  # type: ignore[arg-type]
        told = [str(python), "-c", ASK_SVY, str(path), json.dumps(POPULATION)]
        effect, errors = json.loads(subprocess.run(told, capture_output=True, text=True, check=True).stdout)
    return float(effect), [float(error) for error in errors]


def is_same(codes: Codes, weights: NDArray[np.float64]) -> bool:
    """Whether svy says the same as we do; True, with a word, when it cannot be asked."""
    other = svy_says(codes)
    if other is None:
        print("svy: not compared, it could not be installed")
        return True
    errors = [one.error for row in shares(weights, codes["answer"], codes["age"]) for one in row]
    effect = design_effect(weights)
    apart = max(abs(ours / theirs - 1) for ours, theirs in zip(errors, other[1], strict=True))
    print(f"design effect {effect:.4f}, svy {other[0]:.4f}; standard errors at most {apart:.1e} apart")
    return abs(effect / other[0] - 1) < SAME and apart < SAME


def main() -> int:
    codes = make()
    targets = [np.array(of) for of in POPULATION.values()]
    margins = [Margin(name, codes[name], of) for name, of in POPULATION.items()]
    limits, times = [], []
    for _ in range(3):
        start = perf_counter()
        plain([codes[name] for name in POPULATION], targets)
        limits.append(perf_counter() - start)
        start = perf_counter()
        raked = rake(margins)
        times.append(perf_counter() - start)
    ours, limit, gap = sorted(times)[1], sorted(limits)[1], gap_of(raked.weights, codes)
    same = is_same(codes, raked.weights)
    print(f"largest difference from a margin {gap:.1e} (bar {CLOSE:.0e})")
    print(
        f"raking {SIZE:,}: {ours:.3f} s, plain numpy {limit:.3f} s, ratio {ours / limit:.2f} (bar {BAR:.0f})"
    )
    return int(ours / limit > BAR or gap > CLOSE or not same)


if __name__ == "__main__":
    sys.exit(main())
