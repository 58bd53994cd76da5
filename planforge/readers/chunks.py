"""A file with syntax errors in pieces that can be read one by one: its top-level keys."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOP_KEY = re.compile(
    r"^(?=[^\s#\-\[\]{}&*!|>'\"%@`][^\n]*?:(?:\s|$)|[a-z_]+ ?[:：])", re.MULTILINE
)
"""Where a top-level key begins, or a line that was meant to be one."""

_WORD = re.compile(r"\s*([A-Za-z_]+)")


class Chunk(NamedTuple):
    """A top-level key and its value as text; ``offset`` lines of the file stand before it."""

    offset: int
    text: str

    @property
    def key(self) -> str:
        """The key's name."""
        return self.text.split(":", 1)[0].strip()

    def word(self, line: int) -> str:
        """Return the first word of line ``line`` of the file, which may be meant as a key."""
        lines = self.text.split("\n")[line - self.offset - 1 :]
        found = _WORD.match(lines[0]) if lines else None
        return found[1] if found else ""


def split_chunks(text: str) -> Iterator[Chunk]:
    """Yield the top-level keys of ``text`` in order; nothing where there are none."""
    starts = [match.start() for match in _TOP_KEY.finditer(text)]
    offset = text.count("\n", 0, starts[0]) if starts else 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        chunk = text[start:end]
        yield Chunk(offset, chunk)
        offset += chunk.count("\n")
