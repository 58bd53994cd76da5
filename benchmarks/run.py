"""planforge and a plain docxtpl script, side by side: ``run.py [ROUNDS]`` prints Markdown tables.

Whole processes are timed. A round runs every case once, the two programs one right after the
other and in turns first; a ratio is taken within each pair, and what is printed is the median
over the rounds. Needs Linux or macOS, for the memory figures of ended processes.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROUNDS = 7
MANY = 100
SIZES = (35, 350, 2000, 5000)
_MEBI = 2**20 if sys.platform == "darwin" else 2**10
"""Units of ``ru_maxrss`` in a mebibyte: bytes on macOS, kibibytes on Linux."""


class Run(NamedTuple):
    """One ended process: wall time in milliseconds, peak memory in MiB."""

    time: float
    memory: float


class Case(NamedTuple):
    """Two commands that make the same thing; ``plans`` is how many of it they make."""

    name: str
    planforge: tuple[str, ...]
    plain: tuple[str, ...]
    target: float | None = None
    memory_target: float | None = None
    plans: int = 1
    empty_cache: bool = False


Pair = tuple[Run, Run]
"""planforge's run and the plain script's, one right after the other."""


class Workshop:
    """The folder of one benchmark run: plans, templates, results and planforge's cache."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = folder / "plain.docx"
        self._call("make_plain_template.py", str(self.template))
        for rows in SIZES:
            self._call("generate_plans.py", str(rows), "1", str(folder / str(rows)))
        self._call("generate_plans.py", str(SIZES[0]), str(MANY), str(folder / "many"))

    def _call(self, script: str, *arguments: str) -> None:
        """Run a script of this folder in a process of its own.

        A child's peak memory counts from its parent's, so the parent imports nothing large.
        """
        command = [sys.executable, str(HERE / script), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def case(self, name: str, plans: str, *options: str, **details: float) -> Case:
        """Return the case that builds the plans in folder ``plans``."""
        source = self.folder / plans
        count = len(list(source.iterdir()))
        build = ("build", str(source), "-o", str(self.folder / "ours"), "--force", *options)
        return Case(name, _planforge(*build), self._plain(source), plans=count, **details)

    def _plain(self, source: Path) -> tuple[str, ...]:
        script = (sys.executable, str(HERE / "plain_script.py"), str(self.template))
        return (*script, str(self.folder / "theirs"), *map(str, sorted(source.iterdir())))

    def cases(self) -> list[Case]:
        """Return all cases; targets are the ratios to stay under."""
        one = self.case("1 plan, 35 rows", "35", target=1.2, memory_target=1.0)
        return [
            one,
            one._replace(name="… first run, no cache", target=None, empty_cache=True),
            self.case("1 plan, 350 rows", "350"),
            self.case("1 plan, 2000 rows", "2000", target=0.45, memory_target=1.0),
            self.case("1 plan, 5000 rows", "5000"),
            self.case("100 plans, 35 rows, -j 1", "many", "-j", "1", target=0.2),
            self.case("100 plans, 35 rows", "many", target=0.2),
            one._replace(
                name="--help (÷ 1 plan, 35 rows)", planforge=_planforge("--help"), target=0.5
            ),
        ]

    def measure(self, case: Case, *, plain_first: bool) -> Pair:
        """Run both programs of a case, in the order asked for."""
        cache = tempfile.mkdtemp(dir=self.folder) if case.empty_cache else self.folder / "cache"
        environment = {**os.environ, "PLANFORGE_CACHE": str(cache)}
        if plain_first:
            theirs = run(case.plain, environment)
            return run(case.planforge, environment), theirs
        return run(case.planforge, environment), run(case.plain, environment)

    def check_same_words(self) -> None:
        """Stop unless both programs have put the same words into the same order."""
        ours, theirs = self.folder / "ours" / "35-001.docx", self.folder / "theirs" / "001.docx"
        if _letters(ours) != _letters(theirs):
            sys.exit(f"{ours} and {theirs} do not say the same: the comparison would be unfair.")


def _planforge(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "planforge", *arguments)


def _letters(path: Path) -> str:
    """Return the text of a Word file; spaces and capitals are a matter of look."""
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    return "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", xml)).split()).casefold()


def run(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Run a command to its end."""
    silence = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, environment, file_actions=silence)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return Run(seconds * 1000, usage.ru_maxrss / _MEBI)


def ratio_of(pairs: list[Pair], field: str) -> float:
    """Return the median over pairs of planforge's figure divided by the plain script's."""
    return median(getattr(ours, field) / getattr(theirs, field) for ours, theirs in pairs)


def time_table(results: dict[Case, list[Pair]]) -> list[str]:
    """Return the table of times."""
    lines = [
        "| whole process, ms a plan | planforge | plain script | ratio | lowest-highest | target |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for case, pairs in results.items():
        ours, theirs = (median(pair[side].time for pair in pairs) / case.plans for side in (0, 1))
        ratios = [pair[0].time / pair[1].time for pair in pairs]
        spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
        lines.append(
            f"| {case.name} | {ours:.1f} | {theirs:.1f} | **{ratio_of(pairs, 'time'):.2f}** "
            f"| {spread} | {f'≤ {case.target}' if case.target else ''} |"
        )
    return lines


def memory_table(results: dict[Case, list[Pair]]) -> list[str]:
    """Return the table of peak memory."""
    lines = [
        "| peak memory, MiB | planforge | plain script | ratio | target |",
        "|---|--:|--:|--:|--:|",
    ]
    for case, pairs in results.items():
        if case.plans > 1 or case.planforge[-1] == "--help":
            continue  # workers have memory of their own, which these figures would leave out
        ours, theirs = (median(pair[side].memory for pair in pairs) for side in (0, 1))
        lines.append(
            f"| {case.name} | {ours:.1f} | {theirs:.1f} | **{ratio_of(pairs, 'memory'):.2f}** "
            f"| {f'≤ {case.memory_target}' if case.memory_target else ''} |"
        )
    return lines


def row_table(results: dict[Case, list[Pair]]) -> list[str]:
    """Return the table of what a row costs as the appendix grows."""
    times = {
        rows: [[run.time for run in pair] for pair in pairs]
        for rows in SIZES
        for case, pairs in results.items()
        if case.name == f"1 plan, {rows} rows"
    }
    smallest = SIZES[0]
    lines = [
        f"| rows | planforge, ms a row | each row beyond {smallest} | plain script, ms a row "
        f"| each row beyond {smallest} |",
        "|--:|--:|--:|--:|--:|",
    ]
    for rows in SIZES[1:]:
        cells = [str(rows)]
        for side in (0, 1):
            whole = [pair[side] for pair in times[rows]]
            start = [pair[side] for pair in times[smallest]]
            further = [(b - a) / (rows - smallest) for a, b in zip(start, whole, strict=True)]
            cells += [f"{median(whole) / rows:.3f}", f"{median(further):.3f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Measure everything and print the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    os.chdir(HERE.parent)
    with tempfile.TemporaryDirectory(prefix="planforge-benchmark-") as folder:
        workshop = Workshop(Path(folder))
        cases = workshop.cases()
        for case in cases:
            workshop.measure(case, plain_first=False)  # fills the caches of system and planforge
        workshop.check_same_words()
        results: dict[Case, list[Pair]] = {case: [] for case in cases}
        for number in range(rounds):
            for case in cases:
                results[case].append(workshop.measure(case, plain_first=bool(number % 2)))
    for table in (time_table, memory_table, row_table):
        print("\n".join(table(results)), end="\n\n")


if __name__ == "__main__":
    main()
