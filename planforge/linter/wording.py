"""The plan's texts as one long text, so that a pattern is sought in all of them at once."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from planforge.findings import Path
from planforge.linter.subject import Subject, TextItem
from planforge.model.text import parse_spans

FRAME = frozenset(("issuer", "recipients", "archive", "signature"))
"""Top-level keys whose texts are names and have customs of their own."""

_PRINTED = (
    "type", "issuer", "decision", "title", "bases", "opening", "sections", "closing", "footnotes",
    "appendices", "recipients", "archive", "signature",
)  # fmt: skip
"""Top-level keys in the order in which a reader meets them."""

REFERENCE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where a reference is printed: neither a word nor a mark."""

CAPITAL = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
SMALL = CAPITAL.lower()
"""Patterns of a letter; a range of Unicode would mix the two."""

MARKS = '.,;:!?()[]“”"…/*'
"""What may cling to a word."""

_ADDRESS = re.compile(r"://|www\.|@|\.(?:vn|com|org|net|docx?|pdf|xlsx?)(?!\w)")


_SPACE = re.compile("[ \\n]")
_WORD = re.compile(r"\w+")
_REACH = 60
"""How far a word is followed, in characters: longer ones are no words."""


_BEFORE = re.compile(r"[^ \n]+ *\Z")
_AFTER = re.compile(r" *[^ \n]+")


class Found(NamedTuple):
    """Words that a pattern found: the path of their text, and the match in the long text."""

    path: Path
    match: re.Match[str]

    @property
    def words(self) -> str:
        """The words found, as a message may quote them."""
        return shown(self.match[0])

    @property
    def word(self) -> str:
        """The whole word or words touched, up to the next spaces."""
        return shown(self._cut(self.match.start(), self.match.end()))

    @property
    def surroundings(self) -> str:
        """The words found with the word before and the word after."""
        start, end = self.match.span()
        before = _BEFORE.search(self.match.string, max(0, start - _REACH), start)
        after = _AFTER.match(self.match.string, end, end + _REACH)
        return shown(self._cut(before.start() if before else start, after.end() if after else end))

    @property
    def is_address(self) -> bool:
        """Whether it is part of a web or mail address or of a file name."""
        return _ADDRESS.search(self._cut(self.match.start(), self.match.end())) is not None

    def _cut(self, start: int, end: int) -> str:
        """Return the text from ``start`` to ``end``, widened to whole words of one line."""
        text = self.match.string
        before = _SPACE.split(text[max(0, start - _REACH) : start])[-1]
        after = _SPACE.split(text[end : end + _REACH])[0]
        return f"{before}{text[start:end]}{after}".strip()


class Wording(NamedTuple):
    """All texts as they are read, one a line; ``starts`` are the offsets where ``items`` begin.

    ``different`` has each different line once, ``lowered`` the same in small letters, ``words`` its
    words: a quick look there spares most searches in ``text``, where cells repeat.
    """

    text: str
    lines: tuple[str, ...]
    different: str
    lowered: str
    words: frozenset[str]
    starts: tuple[int, ...]
    items: tuple[TextItem, ...]

    def find(self, pattern: re.Pattern[str], *, outside: frozenset[str] = FRAME) -> Iterator[Found]:
        """Yield what ``pattern`` finds outside the top-level keys ``outside``, in order."""
        if pattern.search(self.different) is None:
            return
        for match in pattern.finditer(self.text):
            path = self.path_at(match.start())
            if path[0] not in outside:
                yield Found(path, match)

    def has_words(self, lowered: str) -> bool:
        """Whether the words ``lowered``, in small letters, stand together in a text."""
        return self.words.issuperset(lowered.split()) and lowered in self.lowered

    def path_at(self, offset: int) -> Path:
        """Return the path of the text that ``offset`` lies in."""
        return self.items[bisect_right(self.starts, offset) - 1].path


@lru_cache(maxsize=1)
def read_wording(subject: Subject) -> Wording:
    """Return the texts of ``subject``; kept for the rules that ask next."""
    items = tuple(sorted(subject.texts, key=_printed_place))
    lines = tuple(printed_text(item) for item in items)
    different = "\n".join(dict.fromkeys(lines))
    lowered = different.lower()
    return Wording(
        "\n".join(lines),
        lines,
        different,
        lowered,
        frozenset(_WORD.findall(lowered)),
        (0, *accumulate(len(line) + 1 for line in lines[:-1])),
        items,
    )


def _printed_place(item: TextItem) -> int:
    return _PRINTED.index(item.path[0]) if item.path[0] in _PRINTED else 0


def printed_text(item: TextItem) -> str:
    """Return the text on one line without its marks; `REFERENCE` for each reference."""
    written = item.written
    if "{" not in written and "[^" not in written:
        return item.plain.replace("\n", " ")
    values = {"text": "", "footnote": "", "reference": REFERENCE}
    pieces = (
        span.value if span.kind == "text" else values[span.kind] for span in parse_spans(written)
    )
    return "".join(pieces).replace("\n", " ")


def shown(words: str) -> str:
    """Return ``words`` as a message may quote them."""
    return words.replace(REFERENCE, "{…}")
