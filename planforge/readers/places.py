"""Where a finding stands: the line for an editor, and the place in words for a person."""

import msgspec

from planforge.findings import Finding, Message, Path, msg
from planforge.source import Mapping, Node, Scalar, Source, child

_LABELS: dict[str, Message] = {
    "abbreviations": msg("Abbreviations"),
    "appendices": msg("Appendix"),
    "archive": msg("Archive line"),
    "area": msg("Area"),
    "areas": msg("Areas"),
    "articles": msg("Article"),
    "authority": msg("Authority"),
    "bases": msg("Bases"),
    "cells": msg("Cells"),
    "closing": msg("Closing paragraphs"),
    "columns": msg("Columns"),
    "date": msg("Date"),
    "deadline": msg("Deadline"),
    "decision": msg("Decision"),
    "footnotes": msg("Footnotes"),
    "groups": msg("Group"),
    "header": msg("Header"),
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
    "recipients": msg("Recipients"),
    "sections": msg("Section"),
    "signature": msg("Signature"),
    "support": msg("Supporting agencies"),
    "task": msg("Task"),
    "tasks": msg("Row"),
    "text": msg("Text"),
    "title": msg("Title"),
}
_MAX_TITLE = 48


def locate(finding: Finding, source: Source) -> Finding:
    """Return ``finding`` with line, column and place, as far as its path leads into the file."""
    line, column = finding.line, finding.column
    if not line and finding.path:
        line, column = source.locate(finding.path)
    where = describe_place(finding.path, source.root)
    return msgspec.structs.replace(finding, line=line, column=column, where=where)


def describe_place(path: Path, root: Node | None) -> Message | None:
    """Return the place ``path`` leads to as a person would name it; None for the whole file."""
    parts: list[Message] = []
    node = root
    key = ""
    for step in path:
        node = child(node, step)
        if isinstance(step, int):
            parts[-1] = _item(key, step, node)
            continue
        key = step
        parts.append(_LABELS.get(step, msg("key {key}", key=step)))
    return _join(parts)


def _item(key: str, index: int, node: Node | None) -> Message:
    label = _LABELS.get(key, msg("key {key}", key=key))
    title = node.items.get("title") if isinstance(node, Mapping) else None
    if isinstance(title, Scalar) and title.value and key != "tasks":
        return msg("{label} “{title}”", label=label, title=_short(title.value))
    return msg("{label} {number}", label=label, number=index + 1)


def _short(text: str) -> str:
    return text if len(text) <= _MAX_TITLE else text[: _MAX_TITLE - 1].rstrip() + "…"


def _join(parts: list[Message]) -> Message | None:
    if not parts:
        return None
    place = parts[0]
    for part in parts[1:]:
        place = msg("{place}, {part}", place=place, part=part)
    return place
