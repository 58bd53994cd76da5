"""Linting one file: read, run the rules, set aside what is allowed or known."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from planforge.cli.config import FILE, load_config
from planforge.cli.files import read_file
from planforge.errors import InputError
from planforge.findings import Finding, msg
from planforge.linter.engine import lint_plan
from planforge.linter.levels import Level, Levels
from planforge.linter.presets import PRESETS, load_preset
from planforge.linter.registry import RULES
from planforge.linter.suppressions import apply_suppressions
from planforge.readers import ReadResult, read_plan
from planforge.readers.places import locate
from planforge.source import Source
from planforge.writers.findings import Report

WORD_SUFFIX = ".docx"


def lint_file(path: Path, levels: Levels) -> Report:
    """Return what is wrong with a file, a plan's by line; raises InputError if it is unreadable."""
    with _collector_at_rest():
        return _lint_file(path, levels)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nearly all that is made is kept until the report: looking for garbage would find none."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def _lint_file(path: Path, levels: Levels) -> Report:
    if path.suffix.lower() == WORD_SUFFIX:
        return _lint_word_file(path, levels)
    result = read_plan(read_file(path), str(path))
    source = Source(result.source.name, result.source.text, None)
    return Report(source, lint_result(result, levels))


def lint_result(result: ReadResult, levels: Levels) -> list[Finding]:
    """Return what is wrong with a plan that was read, in the order of its lines."""
    findings = list(result.findings)
    ran: frozenset[str] = frozenset()
    if result.plan is not None and not result.has_errors:
        findings += [locate(finding, result.source) for finding in lint_plan(result.plan, levels)]
        ran = _active(levels)
    kept = apply_suppressions(findings, result.source, ran)
    return sorted(kept, key=_order)


def configured_levels() -> dict[str, Level]:
    """Return the levels the workspace sets, by code: its preset, and over it its own wishes."""
    config = load_config(Path())
    levels = load_preset(config.preset) if config.preset != PRESETS[0] else {}
    for name, level in config.rules.items():
        levels[_code_of(name)] = cast("Level", level)
    return levels


def _code_of(name: str) -> str:
    from planforge.linter.wordfile import WORD_RULES  # noqa: PLC0415 - few workspaces set levels

    for rule in (*RULES, *WORD_RULES):
        if name in (rule.code, rule.name):
            return rule.code
    raise InputError(
        msg("There is no rule {names}.", names=name),
        msg("Correct it under `[rules]` in {file}; `planforge rule` lists them.", file=FILE),
    )


def _lint_word_file(path: Path, levels: Levels) -> Report:
    from planforge.linter.wordfile import lint_word_file  # noqa: PLC0415 - plans do not need it

    findings = lint_word_file(read_file(path), path.name, levels)
    return Report(Source(str(path), "", None), findings)


def _active(levels: Levels) -> frozenset[str]:
    running = [rule for rule in RULES if levels.level_of(rule) is not None]
    return frozenset(name for rule in running for name in (rule.code, rule.name))


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.line, finding.column, finding.code
