"""Linting one file: read, run the rules, set aside what is allowed."""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from planforge.cli.config import FILE, load_config
from planforge.cli.files import read_file
from planforge.cli.workspace import followed_file, is_review, review_path, reviewed_plan
from planforge.errors import InputError
from planforge.findings import Finding, msg
from planforge.linter.engine import lint_plan, lint_review
from planforge.linter.levels import Level, Levels
from planforge.linter.presets import PRESETS, load_preset
from planforge.linter.registry import RULES
from planforge.linter.subject import Subject
from planforge.linter.suppressions import apply_suppressions
from planforge.model.plan import Plan
from planforge.readers import ReadResult, read_plan
from planforge.readers.places import locate
from planforge.source import Source
from planforge.writers.findings import Report

WORD_SUFFIX = ".docx"


def lint_file(path: Path, levels: Levels) -> list[Report]:
    """Return what is wrong with a file by line, and with the review beside it if it is a draft.

    Raises InputError where a file cannot be read.
    """
    with _collector_at_rest():
        return list(_lint_file(path, levels))


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


def _lint_file(path: Path, levels: Levels) -> Iterator[Report]:
    if path.suffix.lower() == WORD_SUFFIX:
        yield _lint_word_file(path, levels)
        return
    plan, review = (reviewed_plan(path), path) if is_review(path) else (path, review_path(path))
    if review is path and not os.path.lexists(plan):
        yield lint_stray_review(review)
        return
    result = read_plan(read_file(plan), str(plan))
    has_review = review is path or os.path.lexists(review)
    if plan is path:
        source = Source(result.source.name, result.source.text, None)
        absent = frozenset[str]() if has_review else _absent_files(path, result.plan)
        yield Report(source, lint_result(result, levels, absent))
    if has_review:
        yield _lint_review_file(review, result, levels)


def _absent_files(path: Path, plan: Plan | None) -> frozenset[str]:
    """Return the plan before where it is not there; of that of a draft, its review tells."""
    follows = plan.follows if plan else ""
    if not follows or os.path.lexists(followed_file(path, follows)):
        return frozenset()
    return frozenset((follows,))


def lint_result(
    result: ReadResult, levels: Levels, absent: frozenset[str] = frozenset()
) -> list[Finding]:
    """Return what is wrong with a plan that was read, in the order of its lines."""
    plan = None if result.has_errors else result.plan
    found = lint_plan(plan, levels, absent=absent) if plan else None
    return _kept(result.findings, found, result.source, _active("plan", levels))


def _lint_review_file(path: Path, draft: ReadResult, levels: Levels) -> Report:
    """Return what is wrong with a review; rules run where it and the draft can be read."""
    from planforge.cli.reviewing import read_reviewed, sound_plan  # noqa: PLC0415 - few have one

    reviewed = read_reviewed(path)
    result, plan = reviewed.result, sound_plan(draft)
    found = None
    if reviewed.review is not None and plan is not None:
        found = lint_review(Subject(plan, reviewed.review, reviewed.previous), levels)
    read = (*result.findings, *reviewed.file_findings())
    kept = _kept(read, found, result.source, _active("review", levels))
    return Report(Source(result.source.name, result.source.text, None), kept)


def lint_stray_review(path: Path) -> Report:
    """Return that a review has no draft: a file nobody uses is not held against any rule."""
    from planforge.cli.reviewing import read_reviewed  # noqa: PLC0415 - few are so

    reviewed = read_reviewed(path)
    source = reviewed.result.source
    kept = _kept(reviewed.file_findings(), None, source, frozenset())
    return Report(Source(source.name, source.text, None), kept)


def _kept(
    read: Iterable[Finding],
    found: Iterable[Finding] | None,
    source: Source,
    active: frozenset[str],
) -> list[Finding]:
    """Return what the reader and the rules say and no comment allows, in the order of lines.

    ``found`` is None where the rules, of which ``active`` are on, could not run.
    """
    ran = active if found is not None else frozenset()
    findings = [*read, *(locate(finding, source) for finding in found or ())]
    return sorted(apply_suppressions(findings, source, ran), key=_order)


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


def _active(about: str, levels: Levels) -> frozenset[str]:
    running = [r for r in RULES if r.about == about and levels.level_of(r) is not None]
    return frozenset(name for rule in running for name in (rule.code, rule.name))


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.line, finding.column, finding.code
