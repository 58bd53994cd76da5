"""The line that names the plan a draft follows."""

import re

from planforge.editing.file_lines import Place
from planforge.rollover.ledger import Ledger
from planforge.source import Mapping, Scalar

_KEY = "follows"
_PLAIN_NAME = re.compile(r"(?:\.\./)*\w[\w./()-]*(?: [\w./()-]+)*")


def name_followed(ledger: Ledger) -> None:
    """Write which plan the draft follows: over the old name, or on a line of its own."""
    root = ledger.order.source.root
    if not isinstance(root, Mapping):
        return
    node = root.items.get(_KEY)
    if isinstance(node, Scalar):
        _replace(node, ledger)
    elif _is_in_braces(root, ledger):
        rest = ledger.order.source.line_text(root.line)[root.column :]
        words = f'"{_KEY}": {_in_quotes(ledger.order.follows)},' + " " * bool(rest.strip())
        ledger.replace((Place(root.line - 1, root.column, root.column),), words)
    else:
        _add(root, ledger)


def _replace(node: Scalar, ledger: Ledger) -> None:
    """Put the name in the place of the old one, or after the colon where there is none."""
    name = _written(ledger.order.follows)
    if node.value:
        place = ledger.written.outside(node)
        ledger.replace((place,) if place else (), name)
        return
    line, column = ledger.order.source.locate((_KEY,))
    after = ledger.order.source.line_text(line).index(":", column - 1) + 1
    ledger.replace((Place(line - 1, after, after),), f" {name}")


def _add(root: Mapping, ledger: Ledger) -> None:
    """Add a line under the series, or above everything else."""
    keys = tuple(root.keys.values())
    series = root.items.get("series")
    line = max(series.end, series.line) + 1 if isinstance(series, Scalar) else keys[0].line
    indent = " " * (keys[0].column - 1)
    ledger.add_line(line, f"{indent}{_KEY}: {_written(ledger.order.follows)}")


def _is_in_braces(root: Mapping, ledger: Ledger) -> bool:
    return ledger.order.source.line_text(root.line)[root.column - 1 : root.column] == "{"


def _written(name: str) -> str:
    """Return the name of a file as YAML takes it."""
    return name if _PLAIN_NAME.fullmatch(name) else _in_quotes(name)


def _in_quotes(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
