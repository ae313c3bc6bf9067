"""Who is told the truth about their own effect: ``python -m benchmarks.person_benefit``.

``python -m benchmarks.person_benefit [REPS] [N ...] [--worlds NAME ...] [--peers all|one|none]
[--tune] [--table]``

Simulated worlds with known truth (:mod:`streekwerk.evidence.simulate.personal`). In every
repetition the same people go through all methods, and each is judged on 1,000 new people:

- **cover**: share of them whose own effect lies in their 90 % interval;
- **over-promise**: among the half for whom a method expects most (to whom it would offer the
  measure), the mean of what it shows minus what is true, in standard deviations of the
  outcome. A winner's curse is positive. The luck of the draw, known in a simulation, has
  mean zero and is subtracted (a control variate): that leaves the expectation as it is and
  more than halves its Monte Carlo error;
- **share**: the gain of offering it to that half rather than by lot, as a share of the gain of
  somebody who knows every effect;
- **rmse**, **seconds**, and **levels**: how often ours shows the person's, the group's or the
  average effect.

"ours" is the person-level figure, as if it were always shown; "ours as shown" is what the
product shows, after the held-out gain decided the level. Rows are appended to
``var/person-benefit.jsonl``: an interrupted run goes on where it stopped. ``--tune`` uses the
seeds on which settings were chosen, never those reported.
"""

from __future__ import annotations

import argparse
import json
import os
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from streekwerk.evidence.benefit.benefit import Benefit, Level
from streekwerk.evidence.benefit.features import Feature, FeatureValues
from streekwerk.evidence.benefit.fit import fit
from streekwerk.evidence.benefit.groups import Condition, GroupRule
from streekwerk.evidence.benefit.sample import Sample
from streekwerk.evidence.benefit.settings import BenefitSettings
from streekwerk.evidence.effects.comparison import Comparison
from streekwerk.evidence.effects.nuisance.family import fit_chance
from streekwerk.evidence.effects.nuisance.folds import draw_folds
from streekwerk.evidence.results.evaluation import OutcomeLabel
from streekwerk.evidence.simulate.personal import NAMES, Draw, World, draw
from streekwerk.evidence.trial.table import Floats, Scale
from streekwerk.vocabulary.language import Text

FILE = Path("var/person-benefit.jsonl")
TUNED_FILE = Path("var/person-benefit-tuning.jsonl")
SIZES = {300: 40, 1_000: 40, 3_000: 15}
NEW_PEOPLE = 1_000
SHOWN_TO = 250
REPORTED, TUNING = 5_000, 100
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says of the new people: effect and 90 % interval, each (n,)."""

    effect: Floats
    low: Floats
    high: Floats


GROUPS = tuple(
    GroupRule(
        Text(f"groep {a}{b}{c}", f"group {a}{b}{c}"),
        (
            Condition("x1", low=0.0) if a else Condition("x1", high=0.0),
            Condition("x7", low=0.5) if b else Condition("x7", high=0.5),
            Condition("x4", low=0.0) if c else Condition("x4", high=0.0),
        ),
    )
    for a in (0, 1)
    for b in (0, 1)
    for c in (0, 1)
)


def sample(known: Draw, world: World) -> Sample:
    """Return the draw as something to learn from."""
    scaled = (known.x - known.x.mean(axis=0)) / known.x.std(axis=0)
    binary = world is World.WORK
    comparison = Comparison(
        "y", "1", "0", known.y, known.treated, scaled, NAMES, binary=binary
    )  # fmt: skip
    scale = Scale.BINARY if binary else Scale.NUMERIC
    event = Text("vinden werk", "find work") if binary else None
    outcome = OutcomeLabel("y", Text("uitkomst", "outcome"), scale, 12.0, None, event, True)
    features = tuple(
        FeatureValues(Feature(name, Text(name, name)), column)
        for name, column in zip(NAMES, known.x.T, strict=True)
    )
    return Sample(Text("Simulatie", "Simulation"), outcome, comparison, features)


def ours(known: Draw, world: World, seed: int) -> Benefit:
    """Return our benefit, with the forest even where it may not be shown."""
    settings = BenefitSettings(seed=seed, keep_forest=True)
    return fit(sample(known, world), GROUPS, settings, np.random.default_rng(seed))


def personal(benefit: Benefit, x: Floats) -> Answer:
    """Return the person-level figures whatever the gate says."""
    effect, deviation = benefit.effects(x)
    return Answer(effect, effect - 1.6449 * deviation, effect + 1.6449 * deviation)


def as_shown(benefit: Benefit, x: Floats) -> tuple[Answer, dict[str, int]]:
    """Return what the product shows, and at which levels."""
    shown = [benefit.for_person(dict(zip(NAMES, row.tolist(), strict=True))) for row in x]
    levels = {level.value: sum(s.level is level for s in shown) for level in Level}
    figures = np.array([(s.estimate, s.low, s.high) for s in shown], dtype=np.float64)
    return Answer(*figures.T), levels


def groups_only(benefit: Benefit, x: Floats) -> Answer:
    """Return the pooled group's figure for everybody."""
    number = (4 * (x[:, 0] >= 0) + 2 * (x[:, 6] >= 0.5) + (x[:, 3] >= 0)).astype(int)
    mean = np.array([np.nan if g.pooled is None else g.pooled for g in benefit.groups])
    error = np.array([np.nan if g.deviation is None else g.deviation for g in benefit.groups])
    assert benefit.average is not None
    mean = np.where(np.isnan(mean), benefit.average.value, mean)
    error = np.where(np.isnan(error), benefit.average.standard_error, error)
    half = 1.6449 * error[number]
    return Answer(mean[number], mean[number] - half, mean[number] + half)


def average_only(benefit: Benefit, x: Floats) -> Answer:
    """Return the average for everybody."""
    assert benefit.average is not None
    flat = np.full(x.shape[0], benefit.average.value)
    half = 1.6449 * benefit.average.standard_error
    return Answer(flat, flat - half, flat + half)


def raw_forest(known: Draw, new: Draw, seed: int) -> Answer:
    """Return stochtree's BCF as it comes: its own defaults, twice the draws of its warm start."""
    from stochtree import BCFModel  # noqa: PLC0415

    scaled = sample(known, World.REFERENCE).comparison
    rng = np.random.default_rng(seed)
    chance = np.mean([fit_chance(scaled, draw_folds(scaled, 5, rng)) for _ in range(3)], axis=0)
    model = BCFModel()
    model.sample(
        X_train=known.x,
        Z_train=known.treated,
        y_train=known.y,
        propensity_train=chance,
        num_gfr=10,
        num_mcmc=100,
        general_params={"random_seed": seed, "num_threads": 1},
    )
    drawn = model.predict(
        X=new.x, Z=np.zeros(len(new.x)), propensity=np.full(len(new.x), 0.5), terms="cate"
    )
    low, high = np.quantile(drawn, [0.05, 0.95], axis=1)
    return Answer(drawn.mean(axis=1), low, high)


def causal_forest(known: Draw, new: Draw, seed: int) -> Answer:
    """Return EconML's CausalForestDML: 500 trees, its own choice of helper models."""
    from econml.dml import CausalForestDML  # noqa: PLC0415

    model = CausalForestDML(discrete_treatment=True, n_estimators=500, random_state=seed, n_jobs=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(known.y, known.treated.astype(int), X=known.x)
        effect = model.effect(new.x)
        low, high = model.effect_interval(new.x, alpha=0.1)
    return Answer(effect.ravel(), low.ravel(), high.ravel())


def judged(answer: Answer, known: Draw, new: Draw, deviation: float, seed: int) -> Row:
    """Return how true an answer is."""
    truth = new.effect[: answer.effect.size]
    # Whoever cannot tell people apart draws lots.
    shuffled = np.random.default_rng(seed).permutation(truth.size)
    order = shuffled[np.argsort(-answer.effect[shuffled], kind="stable")]
    top = order[: truth.size // 2]
    luck = known.luck + known.effect.mean() - truth.mean()
    # Every method's interval is symmetric enough to be widened from 90 to 95 %.
    wider = 1.9600 / 1.6449
    low, high = (answer.effect + wider * (end - answer.effect) for end in (answer.low, answer.high))
    best = np.sort(truth)[::-1][: truth.size // 2]
    return {
        "cover": float(np.mean((answer.low <= truth) & (truth <= answer.high))),
        "cover95": float(np.mean((low <= truth) & (truth <= high))),
        "over": float((answer.effect[top] - truth[top]).mean() / deviation),
        "over_steady": float(((answer.effect[top] - truth[top]).mean() - luck) / deviation),
        "gain": float(truth[top].mean() - truth.mean()),
        "oracle": float(best.mean() - truth.mean()),
        "square": float(np.mean(np.square(answer.effect - truth))),
        "width": float((answer.high - answer.low).mean()),
    }


def repetition(world: World, n: int, seed: int, *, peers: str) -> Iterator[Row]:
    """Yield a row per method."""
    rng = np.random.default_rng([seed, n, list(World).index(world)])
    known, new = draw(world, n, rng), draw(world, NEW_PEOPLE, rng)
    deviation = float(known.y.std())
    frame = {"world": world.value, "n": n, "seed": seed}

    def timed(name: str, make: Callable[[], Answer], **more: object) -> Row:
        start = time.process_time()
        answer = make()
        spent = time.process_time() - start
        return {
            **frame, "method": name, "seconds": spent, **more,
            **judged(answer, known, new, deviation, seed),
        }  # fmt: skip

    start = time.process_time()
    benefit = ours(known, world, seed)
    spent = time.process_time() - start
    assert benefit.gain is not None
    assert benefit.slope is not None
    more = {
        "level": benefit.level.value,
        "t": benefit.gain.estimate / benefit.gain.standard_error,
        "slope": benefit.slope.estimate,
        "used": benefit.slope.used,
    }
    yield {**timed("ours", lambda: personal(benefit, new.x), **more), "seconds": spent}
    levels: dict[str, int] = {}

    def shown() -> Answer:
        answer, counted = as_shown(benefit, new.x[:SHOWN_TO])
        levels.update(counted)
        return answer

    yield {**timed("ours as shown", shown), "levels": levels}
    yield timed("groups", lambda: groups_only(benefit, new.x))
    yield timed("average", lambda: average_only(benefit, new.x))
    if peers == "all":
        yield timed("BCF raw", lambda: raw_forest(known, new, seed))
    if peers != "none":
        yield timed("CausalForestDML", lambda: causal_forest(known, new, seed))


def read(file: Path) -> list[Row]:
    """Return the rows of earlier runs; a line cut off by a stop is dropped."""
    rows = []
    for line in file.read_text().splitlines() if file.exists() else []:
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return rows


def table(rows: list[Row]) -> str:
    """Return the means by world, size and method, with Monte Carlo errors."""
    found: dict[tuple[str, int, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[row["world"], row["n"], row["method"]].append(row)
    lines = [
        "| world | n | method | reps | cover | over-promise | share | rmse | cpu s | shown |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    worlds, methods = [w.value for w in World], list(dict.fromkeys(r["method"] for r in rows))
    keys = sorted(found, key=lambda k: (worlds.index(k[0]), k[1], methods.index(k[2])))
    return "\n".join(lines + [_line(key, found[key]) for key in keys])


def _line(key: tuple[str, int, str], mine: list[Row]) -> str:
    def mean(name: str) -> tuple[float, float]:
        values = np.array([row[name] for row in mine])
        return float(values.mean()), float(values.std() / max(len(values) - 1, 1) ** 0.5)

    cover, over = mean("cover"), mean("over_steady")
    gain, oracle = (np.array([row[name] for row in mine]) for name in ("gain", "oracle"))
    share = "–"
    if oracle.mean() > 1e-9:
        ratio = gain.mean() / oracle.mean()
        error = (gain - ratio * oracle).std() / oracle.mean() / max(len(mine) - 1, 1) ** 0.5
        share = f"{ratio:.2f} ± {error:.2f}"
    shown = ""
    if "level" in mine[0]:
        counted = [sum(r["level"] == k for r in mine) for k in ("person", "group", "average")]
        shown = "/".join(map(str, counted))
    rmse = mean("square")[0] ** 0.5
    return (
        f"| {key[0]} | {key[1]} | {key[2]} | {len(mine)} | {cover[0]:.3f} ± {cover[1]:.3f} | "
        f"{over[0]:+.3f} ± {over[1]:.3f} | {share} | {rmse:.3f} | {mean('seconds')[0]:.1f} | "
        f"{shown} |"
    )


def against(rows: list[Row], peer: str) -> list[str]:
    """Return the difference in share with ``peer`` on the same people, by world and size."""
    by_run: dict[tuple[str, int, int], dict[str, Row]] = defaultdict(dict)
    for row in rows:
        by_run[row["world"], row["n"], row["seed"]][row["method"]] = row
    pairs: dict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)
    for (world, n, _), run in by_run.items():
        if peer in run and run["ours"]["oracle"] > 1e-9:
            difference = run["ours"]["gain"] - run[peer]["gain"]
            pairs[world, n].append((difference, run["ours"]["oracle"]))
    lines = [""]
    for (world, n), found in sorted(pairs.items()):
        gap, oracle = np.array(found).T
        ratio = gap.mean() / oracle.mean()
        error = (gap - ratio * oracle).std() / oracle.mean() / max(len(found) - 1, 1) ** 0.5
        lines.append(
            f"{world}, n = {n}: share of ours minus that of {peer} on the same people: "
            f"{ratio:+.2f} ± {error:.2f} ({len(found)} repetitions)"
        )
    return lines


def main() -> None:
    """Run what is missing, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("reps", nargs="?", type=int)
    parser.add_argument("sizes", nargs="*", type=int, default=[])
    parser.add_argument("--worlds", nargs="+", default=[w.value for w in World])
    parser.add_argument("--peers", choices=("all", "one", "none"), default="all")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--table", action="store_true", help="only print what was measured")
    asked = parser.parse_args()
    file = TUNED_FILE if asked.tune else FILE
    file.parent.mkdir(exist_ok=True)
    rows = read(file)
    done = {(r["world"], r["n"], r["seed"]) for r in rows if r["method"] == "average"}
    if not asked.table:
        os.nice(15)
        first = TUNING if asked.tune else REPORTED
        # Sizes and worlds take turns, so that a run that is stopped has something of each.
        sizes = asked.sizes or list(SIZES)
        turns = max(asked.reps or SIZES.get(n, 10) for n in sizes)
        for number in range(turns):
            for n in sizes:
                for world in map(World, asked.worlds):
                    wanted = asked.reps or SIZES.get(n, 10)
                    if number >= wanted or (world.value, n, first + number) in done:
                        continue
                    with threadpool_limits(limits=1):
                        made = list(repetition(world, n, first + number, peers=asked.peers))
                    with file.open("a") as out:
                        out.writelines(json.dumps(row) + "\n" for row in made)
    chosen = set(asked.worlds)
    found = [r for r in read(file) if r["world"] in chosen]
    print(table(found), *against(found, "CausalForestDML"), sep="\n")


if __name__ == "__main__":
    main()
