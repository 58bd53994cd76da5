"""planforge and a plain docxtpl script, side by side: ``run.py [ROUNDS]`` prints Markdown tables.

Whole processes are timed. A round runs every case once, the two programs one right after the
other and in turns first; a ratio is taken within each pair, and what is printed is the median
over the rounds. `planforge lint` is held against yamllint, which has to be installed for that
(``pip install yamllint``). Needs Linux or macOS, for the memory figures of ended processes.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Literal, NamedTuple

HERE = Path(__file__).resolve().parent
ROUNDS = 7
MANY = 100
SIZES = (35, 350, 2000, 5000)
"""Appendix rows; the first is an ordinary plan."""

LINT_TARGETS = {350: 0.5, 2000: None, 5000: None}
"""Appendix rows of the plans that are linted, with the targets for the ratio to yamllint."""

_MEBI = 2**20 if sys.platform == "darwin" else 2**10
"""Units of ``ru_maxrss`` in a mebibyte: bytes on macOS, kibibytes on Linux."""


class Run(NamedTuple):
    """One ended process: wall time in milliseconds, peak memory in MiB."""

    time: float
    memory: float


class Pair(NamedTuple):
    """One run of each program, one right after the other."""

    planforge: Run
    plain: Run


Program = Literal["planforge", "plain"]
Figure = Literal["time", "memory"]
PROGRAMS: tuple[Program, Program] = ("planforge", "plain")


class Case(NamedTuple):
    """Two commands that make the same thing, ``plans`` times; targets are ratios to stay under.

    ``finds`` tells commands that exit with 1 where they find something.
    """

    name: str
    planforge: list[str]
    plain: list[str]
    plans: int = 1
    target: float | None = None
    memory_target: float | None = None
    empty_cache: bool = False
    finds: bool = False


class Result(NamedTuple):
    """A case and its measured pairs, one a round."""

    case: Case
    pairs: list[Pair]

    def figures(self, program: Program, figure: Figure) -> list[float]:
        """Return one program's figures, round by round."""
        return [float(getattr(getattr(pair, program), figure)) for pair in self.pairs]

    def ratios(self, figure: Figure) -> list[float]:
        """Return planforge's figures divided by the plain script's, round by round."""
        ours, theirs = (self.figures(program, figure) for program in PROGRAMS)
        return [one / other for one, other in zip(ours, theirs, strict=True)]


class Workshop:
    """The folder of one benchmark run: plans, templates, results and planforge's cache."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.template = folder / "plain.docx"
        self._environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed programs are compiled
        _call("make_plain_template.py", str(self.template))
        for rows in SIZES:
            _call("generate_plans.py", str(rows), "1", str(folder / str(rows)))
        _call("generate_plans.py", str(SIZES[0]), str(MANY), str(folder / "many"))

    def cases(self) -> list[Case]:
        """Return all cases."""
        one, middle, large, huge = (self._case(str(rows), f"1 plan, {rows} rows") for rows in SIZES)
        many = self._case("many", f"{MANY} plans, {SIZES[0]} rows")._replace(target=0.2)
        help_page = one._replace(name="--help ÷ 1 plan", planforge=_planforge("--help"))
        return [
            one._replace(target=1.2, memory_target=1.0),
            one._replace(name=f"{one.name}, first run (empty cache)", empty_cache=True),
            middle,
            large._replace(target=0.45, memory_target=1.0),
            huge,
            many._replace(name=f"{many.name}, -j 1", planforge=[*many.planforge, "-j", "1"]),
            many,
            help_page._replace(target=0.5),
        ]

    def lint_cases(self) -> list[Case]:
        """Return the cases of one plan linted by planforge and by yamllint."""
        yamllint = [sys.executable, "-m", "yamllint"]
        return [
            Case(
                f"lint, {rows} rows", _planforge("lint", plan), [*yamllint, plan], finds=True
            )._replace(target=target)
            for rows, target in LINT_TARGETS.items()
            for plan in map(str, (self.folder / str(rows)).iterdir())
        ]

    def _case(self, plans: str, name: str) -> Case:
        """Return the case that builds all plans in the folder ``plans``."""
        source = self.folder / plans
        files = sorted(map(str, source.iterdir()))
        build = _planforge("build", str(source), "-o", str(self.folder / "ours"), "--force")
        script = [sys.executable, str(HERE / "plain_script.py"), str(self.template)]
        return Case(name, build, [*script, str(self.folder / "theirs"), *files], len(files))

    def measure(self, case: Case, *, plain_first: bool) -> Pair:
        """Run both programs of a case, in the order asked for."""
        cache = tempfile.mkdtemp(dir=self.folder) if case.empty_cache else self.folder / "cache"
        environment = {**self._environment, "PLANFORGE_CACHE": str(cache)}
        most = int(case.finds)
        if plain_first:
            plain = run(case.plain, environment, most)
            return Pair(run(case.planforge, environment, most), plain)
        return Pair(run(case.planforge, environment, most), run(case.plain, environment, most))

    def check_same_words(self) -> None:
        """Stop unless both programs have put the same words into the same order."""
        ours, theirs = self.folder / "ours" / "35-001.docx", self.folder / "theirs" / "001.docx"
        if _letters(ours) != _letters(theirs):
            sys.exit("The two documents do not say the same: the comparison would be unfair.")


def _call(script: str, *arguments: str) -> None:
    """Run a script of this folder in a process of its own.

    A child's peak memory counts from its parent's, so this process loads nothing large.
    """
    command = [sys.executable, str(HERE / script), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _planforge(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "planforge", *arguments]


def _letters(path: Path) -> str:
    """Return the text of a Word file; spaces and capitals are a matter of look."""
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    return "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", xml)).split()).casefold()


def run(command: list[str], environment: dict[str, str], most: int = 0) -> Run:
    """Run a command to its end; stop where its exit status is greater than ``most``."""
    silence = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, environment, file_actions=silence)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in range(most + 1):
        sys.exit(f"failed: {' '.join(command)}")
    return Run(seconds * 1000, usage.ru_maxrss / _MEBI)


def measure_all(workshop: Workshop, cases: list[Case], rounds: int) -> list[Result]:
    """Return the results of ``rounds`` rounds."""
    results = [Result(case, []) for case in cases]
    for result in results:
        workshop.measure(result.case, plain_first=False)  # fills the caches of disk and planforge
    for number in range(rounds):
        for result in results:
            pair = workshop.measure(result.case, plain_first=bool(number % 2))
            result.pairs.append(pair)
    return results


def print_figures(
    title: str, results: list[Result], figure: Figure, peer: str = "plain script"
) -> None:
    """Print the table of one figure."""
    print(f"| {title} | planforge | {peer} | ratio | lowest-highest | target |")
    print("|---|--:|--:|--:|--:|--:|")
    for result in results:
        case = result.case
        ours, theirs = (median(result.figures(program, figure)) for program in PROGRAMS)
        plans = case.plans if figure == "time" else 1
        ratios = result.ratios(figure)
        target = case.target if figure == "time" else case.memory_target
        print(
            f"| {case.name} | {ours / plans:.1f} | {theirs / plans:.1f} | **{median(ratios):.2f}** "
            f"| {min(ratios):.2f}-{max(ratios):.2f} | {f'≤ {target}' if target else ''} |"
        )
    print()


def print_rows(sizes: list[Result]) -> None:
    """Print what a row costs as the appendix grows; ``sizes`` are the results of `SIZES`."""
    small = SIZES[0]
    print(f"| ms a row | planforge, all | beyond {small} | plain script, all | beyond {small} |")
    print("|--:|--:|--:|--:|--:|")
    for rows, result in zip(SIZES[1:], sizes[1:], strict=True):
        cells = [
            f"{figure:.3f}"
            for program in PROGRAMS
            for figure in (
                median(result.figures(program, "time")) / rows,
                cost_of_further_row(sizes[0], result, program, rows),
            )
        ]
        print(f"| {rows} rows | {' | '.join(cells)} |")
    growth = [
        cost_of_further_row(sizes[0], sizes[-1], program, SIZES[-1])
        / cost_of_further_row(sizes[0], sizes[1], program, SIZES[1])
        for program in PROGRAMS
    ]
    print(
        f"\nA further row at {SIZES[-1]} ÷ at {SIZES[1]}: "
        f"planforge {growth[0]:.2f}, plain script {growth[1]:.2f}."
    )


def print_lint(results: list[Result]) -> None:
    """Print what linting takes beside yamllint, and what a row costs."""
    print_figures("ms, whole process, cold", results, "time", "yamllint")
    for rows, result in zip(LINT_TARGETS, results, strict=True):
        ours, theirs = (median(result.figures(program, "time")) / rows for program in PROGRAMS)
        print(f"- {rows} rows: {ours:.3f} ms a row, yamllint {theirs:.3f}")


def cost_of_further_row(small: Result, large: Result, program: Program, rows: int) -> float:
    """Return the milliseconds that each row beyond the smallest plan adds."""
    start, whole = small.figures(program, "time"), large.figures(program, "time")
    return median(b - a for a, b in zip(start, whole, strict=True)) / (rows - SIZES[0])


def main() -> None:
    """Measure everything and print the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    os.chdir(HERE.parent)
    with tempfile.TemporaryDirectory(prefix="planforge-benchmark-") as folder:
        workshop = Workshop(Path(folder))
        results = measure_all(workshop, workshop.cases(), rounds)
        workshop.check_same_words()
        has_yamllint = find_spec("yamllint") is not None
        linted = measure_all(workshop, workshop.lint_cases(), rounds) if has_yamllint else []
    by_name = {result.case.name: result for result in results}
    sizes = [by_name[f"1 plan, {rows} rows"] for rows in SIZES]
    first_run = results[1]
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {version}, {os.cpu_count()} cores, {sys.platform}; {rounds} rounds.\n")
    print_figures("ms a plan, whole process", results, "time")
    print_figures("peak memory, MiB", [*sizes, first_run], "memory")
    print_rows(sizes)
    print()
    if linted:
        print_lint(linted)
    else:
        print("Linting is not measured: `pip install yamllint` for its peer.")


if __name__ == "__main__":
    main()
