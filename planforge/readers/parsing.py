"""A text to its tree of nodes; a syntax error costs only the top-level key it stands in."""

from planforge.readers.nodes import SYNTAX_ERRORS, Builder
from planforge.readers.report import Report
from planforge.source import Node


class Parsed:
    """What came of a text: its tree, and the top-level keys lost to errors."""

    __slots__ = ("broken", "root")

    def __init__(self, root: Node | None, broken: set[str] | None = None) -> None:
        self.root = root
        self.broken = broken or set()


def parse_nodes(text: str, report: Report) -> Parsed:
    """Return the nodes of ``text``; with syntax errors, those top-level keys that can be read."""
    met = len(report.findings)
    try:
        return Parsed(Builder(text, report).build())
    except SYNTAX_ERRORS as error:
        from planforge.readers.recovery import recover  # noqa: PLC0415 - only mistakes need it

        del report.findings[met:]
        return Parsed(*recover(text, error, report))
