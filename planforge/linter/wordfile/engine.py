"""Runs the rules over a Word file."""

from collections.abc import Iterator

from planforge.findings import Finding, Message, Severity, msg
from planforge.linter.levels import Levels
from planforge.linter.wordfile.anatomy import make_anatomy
from planforge.linter.wordfile.breach import Breach
from planforge.linter.wordfile.package import Package, open_word_file
from planforge.linter.wordfile.reading import read_word_document
from planforge.linter.wordfile.registry import WORD_RULES
from planforge.linter.wordfile.rule import WordRule
from planforge.linter.wordfile.rules import unreadable


def lint_word_file(
    data: bytes,
    name: str,
    levels: Levels = Levels(),  # noqa: B008 - frozen
) -> tuple[Finding, ...]:
    """Return where the Word file ``data`` breaks the decree, in the order of the rules.

    A file that cannot be read has one finding that says why; nothing is raised.
    """
    package = open_word_file(data, name)
    if isinstance(package, Message):
        refused = unreadable.refusal(package)
        return tuple(_findings(unreadable.RULE, [refused], levels))
    return tuple(_read_and_lint(package, levels))


def _read_and_lint(package: Package, levels: Levels) -> Iterator[Finding]:
    anatomy = make_anatomy(read_word_document(package))
    for rule in WORD_RULES:
        if levels.level_of(rule) is not None:
            yield from _findings(rule, list(rule.check(anatomy)), levels)


def _findings(rule: WordRule, breaches: list[Breach], levels: Levels) -> Iterator[Finding]:
    level = levels.level_of(rule)
    if level is None:
        return
    for breach in breaches:
        yield Finding(
            code=rule.code,
            rule=rule.name,
            severity=_severity(rule, breach, level),
            message=_counted(breach),
            hint=breach.hint,
            where=breach.where,
            source=breach.source,
        )


def _severity(rule: WordRule, breach: Breach, level: Severity) -> Severity:
    """Return the breach's own severity, unless the run asks for another level of the rule."""
    return breach.severity if breach.severity and level == rule.severity else level


def _counted(breach: Breach) -> Message:
    if breach.count == 1:
        return breach.message
    return msg(
        "{problem} The same in {more} more place(s).",
        problem=breach.message,
        more=breach.count - 1,
    )
