"""What stands in a plan file and on no page: names, areas, templates, and comments.

Beside the outline it makes a text in which no change of the file goes unseen.
"""

import re
from collections.abc import Iterator

from planforge.source import Mapping, Node, Scalar, Sequence, Source

_KEYS = frozenset(
    ("series", "follows", "template", "id", "area", "role", "style", "child_style", "orientation")
)
_TABLES = frozenset(("abbreviations", "areas"))
"""Keys whose own keys and values are not printed either."""

_COMMENT = re.compile(r"(?:^|\s)(#.*)")


def write_unprinted(source: Source) -> str:
    """Return a line for each such key, in the order of the file, and then for each comment."""
    lines = [*_keys(source.root), *_comments(source)]
    return "".join(f"{line}\n" for line in lines)


def _keys(node: Node | None) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _keys(item)
    elif isinstance(node, Mapping):
        for key, value in node.items.items():
            if isinstance(value, Scalar):
                if key in _KEYS:
                    yield f"{key}: {value.value}"
            elif key in _TABLES:
                yield from _table(key, value)
            else:
                yield from _keys(value)


def _table(name: str, node: Node) -> Iterator[str]:
    for key, value in node.items.items() if isinstance(node, Mapping) else ():
        if isinstance(value, Scalar):
            yield f"{name}: {key}: {value.value}"


def _comments(source: Source) -> Iterator[str]:
    for line in source.lines:
        found = _COMMENT.search(line) if "#" in line else None
        if found:
            yield found[1].rstrip()
