"""Mends slips of the keyboard in a plan file and leaves every other byte as it is.

Only what cannot alter the meaning is mended, only in words that are printed, and only if the
file then reads as the same plan.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import get_args

from msgspec import Struct

from planforge.editing.file_lines import Edit, FileLines, stored_offsets
from planforge.editing.printed_pieces import Piece, find_pieces
from planforge.findings import Path
from planforge.linter.fix_trial import Fix, Read, harmless_fixes
from planforge.linter.levels import Levels
from planforge.linter.registry import RULES
from planforge.linter.suppressions import Suppression, find_suppressions
from planforge.linter.typing_slips import Kind, mend_words
from planforge.model.body import Section
from planforge.model.plan import Plan
from planforge.source import Source

KINDS: frozenset[Kind] = frozenset(get_args(Kind))

RULES_OF: dict[Kind, tuple[str, str]] = {
    "decomposed": ("R104", "decomposed-letters"),
    "look_alike": ("L107", "look-alike-letters"),
    "spacing": ("L106", "spacing-and-punctuation"),
    "date": ("D109", "date-padding"),
}
"""The rule, by code and name, that finds a kind of slip; what it leaves alone is not mended."""


class Fixed(Struct, frozen=True):
    """The bytes of a mended file, and how many slips of each kind were mended."""

    data: bytes
    counts: dict[Kind, int] = {}


def fix_text(data: bytes, read: Read, kinds: AbstractSet[Kind] = KINDS) -> Fixed:
    """Return the plan file ``data`` without the slips of ``kinds``; a second run changes nothing.

    ``read`` reads a plan file; what is no plan comes back as it is, and nothing is raised for
    any content. A slip also stays where a comment allows the rule that finds it.
    """
    before = read(data)
    if before.plan is None:
        return Fixed(data)
    file = FileLines(data)
    fixes = list(_find_fixes(before.plan, before.source, file.lines, kinds))
    kept = harmless_fixes(fixes, file, read, before)
    if not kept:
        return Fixed(data)
    counts = sum((fix.counts for fix in kept), Counter[Kind]())
    return Fixed(file.edited(fix.edit for fix in kept), dict(counts))


def active_kinds(levels: Levels) -> frozenset[Kind]:
    """Return the kinds of slips whose rule is on; those without a rule where none is selected."""
    known = {rule.code for rule in RULES}
    off = {rule.code for rule in RULES if levels.level_of(rule) is None}
    codes = {kind: RULES_OF.get(kind, ("",))[0] for kind in KINDS}
    return frozenset(
        kind
        for kind, code in codes.items()
        if code not in off and (code in known or not levels.select)
    )


def _find_fixes(
    plan: Plan, source: Source, stored: Sequence[str], kinds: AbstractSet[Kind]
) -> Iterator[Fix]:
    if len(stored) < len(source.lines):
        return
    suppressions = find_suppressions(source)
    ends = {path[: len(path) - len(source.descend(path)[1])] for path in _end_paths(plan)}
    for piece in find_pieces(plan, source):
        wanted = kinds & _kinds_at(piece, ends) - _suppressed(piece.line + 1, suppressions)
        fix = _fix(piece, source.lines[piece.line], stored[piece.line], wanted)
        if fix is not None:
            yield fix


def _fix(piece: Piece, line: str, stored: str, kinds: AbstractSet[Kind]) -> Fix | None:
    """Return what mends the words of ``piece`` on its ``stored`` line, None if nothing can."""
    start, end = piece.start, piece.end
    if line != stored:
        offsets = stored_offsets(stored, line)
        start, end = (offsets[start], offsets[end]) if offsets else (-1, -1)
    if min(start, end) < 0:
        return None
    words, counts = mend_words(stored[start:end], kinds)
    return Fix(Edit(piece.line, start, end, words), piece.scalar, counts) if counts else None


def _kinds_at(piece: Piece, ends: AbstractSet[Path]) -> AbstractSet[Kind]:
    """Return what may be mended at a place: dates in bases and notes, the sign at the very end."""
    off: set[Kind] = set()
    if not _is_basis_or_note(piece.path):
        off.add("date")
    if not piece.is_last:
        off.update(("end_sign", "typed_end"))
    elif piece.path not in ends:
        off.add("typed_end")
    return KINDS - off


def _is_basis_or_note(path: Path) -> bool:
    if path[0] in {"sections", "appendices"}:
        return path[-1] == "note" and path[-2] != "cells"
    return "bases" in {path[0], *path[1:2]} and path[0] in {"bases", "decision"}


def _suppressed(line: int, suppressions: tuple[Suppression, ...]) -> AbstractSet[Kind]:
    names = {
        name for item in suppressions if item.first <= line <= item.last for name in item.names
    }
    return {kind for kind, rule in RULES_OF.items() if not names.isdisjoint(rule)}


def _end_paths(plan: Plan) -> tuple[Path, ...]:
    """Return the texts behind which the program sets ``./.``: the last of plan and decision."""
    body = ("closing",) if plan.closing else _last_text(("sections",), plan.sections)
    if plan.decision is None:
        return (body,)
    articles = len(plan.decision.articles)
    article = ("decision", "articles", max(articles - 1, 0), "text")
    if plan.decision.placement == "attached":
        return (body, article)
    return (body,) if articles == 1 else (article,)


def _last_text(path: Path, sections: tuple[Section, ...]) -> Path:
    while sections:
        path = (*path, len(sections) - 1)
        last = sections[-1]
        if last.closing:
            return (*path, "closing")
        if not last.sections:
            return (*path, "text")
        path, sections = (*path, "sections"), last.sections
    return path
