"""The text of a file and where everything in it stands.

A reader turns text into nodes; each node knows its line and column (from 1). Nodes carry no
meaning: what a key may hold is the business of the model and its readers. A tree of nodes has no
cycles, so the garbage collector need not look at it.
"""

from msgspec import Struct

from planforge.findings import Path


class Scalar(Struct, gc=False):
    """A single value, always text: nothing is guessed into numbers, dates or booleans.

    ``end`` is the line it ends on, 0 where that is not known. ``literal`` is true for a block
    written with ``|``, whose lines are lines of the file; ``empty`` for a value left out or
    written ``~`` or ``null``.
    """

    value: str
    line: int
    column: int
    literal: bool = False
    empty: bool = False
    end: int = 0


class Sequence(Struct, gc=False):
    """A list of nodes."""

    line: int
    column: int
    items: list["Node"] = []


class Mapping(Struct, gc=False):
    """Keys and values in file order; ``keys`` holds the scalar of each key."""

    line: int
    column: int
    items: dict[str, "Node"] = {}
    keys: dict[str, Scalar] = {}


Node = Scalar | Sequence | Mapping


class Source:
    """A file that was read: its name, its text and its tree of nodes (None: nothing readable)."""

    __slots__ = ("_lines", "name", "root", "text")

    def __init__(self, name: str, text: str, root: Node | None) -> None:
        self.name = name
        self.text = text
        self.root = root
        self._lines: list[str] = []

    @property
    def lines(self) -> list[str]:
        """The lines of the text without their ends; the last one has no line end."""
        if not self._lines:
            self._lines = self.text.removesuffix("\n").split("\n")
        return self._lines

    def line_text(self, line: int) -> str:
        """Return line ``line`` (from 1) without its end; "" outside the file."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def descend(self, path: Path) -> tuple[Node | None, Path]:
        """Return the deepest node on ``path`` that stands in the file, and the steps left."""
        node = self.root
        for index, step in enumerate(path):
            below = child(node, step)
            if below is None:
                return node, path[index:]
            node = below
        return node, ()

    def locate(self, path: Path) -> tuple[int, int]:
        """Return line and column of the deepest node on ``path`` that stands in the file.

        A value is found where it begins; a group of keys, a list, a block of text and a value
        left out are found at their key.
        """
        node = self.root
        line, column = (node.line, node.column) if node else (0, 0)
        for step in path:
            key = node.keys.get(str(step)) if isinstance(node, Mapping) else None
            node = child(node, step)
            if node is None:
                break
            plain = isinstance(node, Scalar) and not (node.literal or node.empty)
            found = node if plain or key is None else key
            line, column = found.line, found.column
        return line, column


def child(node: Node | None, step: str | int) -> Node | None:
    """Return the node under ``node`` by key or index, or None."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.items.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
