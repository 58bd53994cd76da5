"""`planforge diff`, timed and tried against a known truth: ``run_diff.py [ROUNDS]``.

Two ordinary plans are compared cold, whole process, beside ``git diff --word-diff`` of the same
files and Python's own start; then two plans of 2,000 rows without ids. How many rows are found
again is told for plans that were edited by chance, each time alike, and whose truth is known.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from run import HERE, Run, run

ROUNDS = 7
SMALL, LARGE = 35, 2000
SEEDS = (1, 2, 3, 4, 5)
TARGET_SMALL = 1.5
TARGET_LARGE = 3.0
"""Ratio to git and Python's start at 35 rows; seconds at 2,000."""

TARGET_RIGHT = 0.99
"""Share of the rows that live on which must be found again."""


def write_pair(folder: Path, rows: int, seed: int) -> list[str]:
    """Write a plan of ``rows`` rows and next year's; return the names of both files."""
    from plan_edits import edit_plan  # noqa: PLC0415 - on the path only once main has put it there

    from planforge.writers.plan_yaml import write_plan_yaml  # noqa: PLC0415 - loads much

    truth = edit_plan(rows, seed)
    names = []
    for name, plan in (("old", truth.old), ("new", truth.new)):
        path = folder / f"{name}-{rows}.yaml"
        path.write_text(write_plan_yaml(plan), encoding="utf-8", newline="\n")
        names.append(str(path))
    return names


def measure(commands: list[list[str]], environment: dict[str, str], rounds: int) -> list[list[Run]]:
    """Run all commands in turns; return the runs of each."""
    runs: list[list[Run]] = [[] for _ in commands]
    for number in range(rounds + 1):  # the first round only warms up
        for place, command in enumerate(commands):
            done = run(command, environment, most=1)
            if number:
                runs[place].append(done)
    return runs


def print_times(folder: Path, environment: dict[str, str], rounds: int) -> None:
    """Print what comparing takes."""
    small, large = (write_pair(folder, rows, 1) for rows in (SMALL, LARGE))
    diff = [sys.executable, "-m", "planforge", "diff"]
    commands = [
        [*diff, *small],
        ["/usr/bin/env", "git", "diff", "--no-index", "--word-diff", *small],
        [sys.executable, "-c", "pass"],
        [*diff, *large],
    ]
    ours, git, start, many = measure(commands, environment, rounds)
    peers = [one.time + other.time for one, other in zip(git, start, strict=True)]
    ratios = [one.time / other for one, other in zip(ours, peers, strict=True)]
    print("| cold, whole process | planforge | peer | ratio | lowest-highest | target |")
    print("|---|--:|--:|--:|--:|--:|")
    print(
        f"| {SMALL} rows, ms; peer: git and Python's start | {_time(ours):.0f} "
        f"| {median(peers):.0f} | **{median(ratios):.2f}** "
        f"| {min(ratios):.2f}-{max(ratios):.2f} | ≤ {TARGET_SMALL} |"
    )
    print(
        f"| {LARGE} rows without ids, s | {_time(many) / 1000:.2f} | | | | < {TARGET_LARGE:.0f} |"
    )
    print(f"\nPeak memory at {LARGE} rows: {median(one.memory for one in many):.0f} MiB.\n")


def _time(runs: list[Run]) -> float:
    return median(one.time for one in runs)


def print_rightness() -> None:
    """Print how many rows that live on are found again, and how many wrongly."""
    from found_rows import found_rows, known_rows  # noqa: PLC0415 - on the path only by now
    from plan_edits import edit_plan  # noqa: PLC0415

    print(f"| {LARGE} rows, seed | live on | found again | share | wrongly | target |")
    print("|---|--:|--:|--:|--:|--:|")
    for seed in SEEDS:
        truth = edit_plan(LARGE, seed)
        known, found = known_rows(truth), found_rows(truth)
        right = len(known & found)
        print(
            f"| {seed} | {len(known)} | {right} | **{right / len(known):.2%}** "
            f"| {len(found - known)} | ≥ {TARGET_RIGHT:.0%} |"
        )


def main() -> None:
    """Measure and print the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    os.chdir(HERE.parent)
    sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests")]
    with tempfile.TemporaryDirectory(prefix="planforge-benchmark-") as name:
        folder = Path(name)
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed programs are compiled
        print_times(folder, environment, rounds)
    print_rightness()


if __name__ == "__main__":
    main()
