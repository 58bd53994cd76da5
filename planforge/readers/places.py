"""Where a finding stands: the line for an editor, and the place in words for a person."""

import msgspec

from planforge.findings import Finding, Message, Path, msg
from planforge.model.text import split_paragraphs
from planforge.source import Mapping, Node, Scalar, Source, child

_LABELS: dict[str, Message] = {
    "abbreviations": msg("Abbreviations"),
    "answer": msg("Answer"),
    "appendices": msg("Appendix"),
    "archive": msg("Archive line"),
    "area": msg("Area"),
    "areas": msg("Areas"),
    "articles": msg("Article"),
    "authority": msg("Authority"),
    "bases": msg("Bases"),
    "by": msg("Next step by"),
    "cells": msg("Cells"),
    "closing": msg("Closing paragraphs"),
    "columns": msg("Columns"),
    "date": msg("Date"),
    "deadline": msg("Deadline"),
    "decision": msg("Decision"),
    "follows": msg("The plan before"),
    "footnotes": msg("Footnotes"),
    "groups": msg("Group"),
    "header": msg("Header"),
    "into": msg("Went into"),
    "issuer": msg("Issuer"),
    "lead": msg("Lead agency"),
    "lines": msg("Line"),
    "name": msg("Name"),
    "number": msg("Number"),
    "opening": msg("Opening"),
    "parent": msg("Governing agency"),
    "period": msg("Period"),
    "place": msg("Place"),
    "product": msg("Product"),
    "questions": msg("Question"),
    "reason": msg("Reason"),
    "recipients": msg("Recipients"),
    "sections": msg("Section"),
    "signature": msg("Signature"),
    "support": msg("Supporting agencies"),
    "task": msg("Task"),
    "tasks": msg("Row"),
    "text": msg("Text"),
    "title": msg("Title"),
}
_ENTRIES: dict[str, Message] = {
    "areas": msg("Area"),
    "bases": msg("Basis"),
    "columns": msg("Column"),
    "recipients": msg("Recipient"),
}
"""What one of a list is called, where the list's own label does not do."""

_LONGEST_TITLE = 48


def locate(finding: Finding, source: Source) -> Finding:
    """Return ``finding`` with line, column and place, as far as its path leads into the file."""
    line, column = finding.line, finding.column
    if not line and finding.path:
        line, column = _position(finding, source)
    if source.text and line > len(source.lines):
        line, column = len(source.lines), 0
    where = describe_place(finding.path, source.root)
    return msgspec.structs.replace(finding, line=line, column=column, where=where)


def _position(finding: Finding, source: Source) -> tuple[int, int]:
    """Return where the finding's quote, its paragraph or its value stands."""
    node, rest = source.descend(finding.path)
    if not isinstance(node, Scalar) or node.empty:
        return source.locate(finding.path)
    first, last = node.line, node.end
    if node.literal and rest and isinstance(rest[0], int):
        first, last = _paragraph_lines(node, rest[0])
    for line in range(first, last + 1) if finding.quote else ():
        column = source.line_text(line).find(finding.quote)
        if column >= 0:
            return line, column + 1
    if first == node.line:
        return source.locate(finding.path)
    text = source.line_text(first)
    return first, len(text) - len(text.lstrip()) + 1


def _paragraph_lines(node: Scalar, index: int) -> tuple[int, int]:
    """Return the first and last line of a paragraph of a block; of the block if there is none."""
    starts = [start for _, start in split_paragraphs(node.value)]
    if index >= len(starts):
        return node.line, node.end
    following = starts[index + 1] if index + 1 < len(starts) else node.end - node.line
    return node.line + 1 + starts[index], node.line + following


def id_on(path: Path, root: Node | None) -> str:
    """Return the id of the innermost part that ``path`` leads through, "" where none has one."""
    found, node = "", root
    for step in path:
        node = child(node, step) if node else None
        name = child(node, "id") if isinstance(node, Mapping) else None
        if isinstance(name, Scalar) and name.value:
            found = name.value
    return found


def describe_place(path: Path, root: Node | None) -> Message | None:
    """Return the place ``path`` leads to as a person would name it; None for the whole file."""
    parts: list[Message] = []
    node = root
    key = ""
    for step in path:
        if isinstance(step, int):
            parts[-1] = _entry(key, step, node)
        else:
            key = step
            parts.append(_LABELS.get(step, msg("key {key}", key=step)))
        node = child(node, step) if node else None
    return _join(parts)


def _entry(key: str, index: int, parent: Node | None) -> Message:
    """Name an entry of a list, or a paragraph of a text of several lines."""
    label = _ENTRIES.get(key) or _LABELS.get(key) or msg("key {key}", key=key)
    if isinstance(parent, Scalar):
        if not parent.literal:
            return label
        return msg("{label}, paragraph {number}", label=label, number=index + 1)
    title = _title(child(parent, index), key)
    if title:
        return msg("{label} “{title}”", label=label, title=_short(title))
    return msg("{label} {number}", label=label, number=index + 1)


def _title(node: Node | None, key: str) -> str:
    """Return the words by which an entry is known better than by its number, "" for none."""
    for name in ("about",) if key == "tasks" else ("title", "about"):
        title = child(node, name)
        if isinstance(title, Scalar) and title.value:
            return title.value
    return ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1].rstrip() + "…"


def _join(parts: list[Message]) -> Message | None:
    if not parts:
        return None
    place = parts[0]
    for part in parts[1:]:
        place = msg("{place}, {part}", place=place, part=part)
    return place
