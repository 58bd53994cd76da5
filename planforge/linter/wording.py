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

REFERENCE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where a reference is printed: neither a word nor a mark."""

_ADDRESS = re.compile(r"://|www\.|@|\.(?:vn|com|org|net|docx?|pdf|xlsx?)(?!\w)")


class Found(NamedTuple):
    """Words that a pattern found: the path of their text, and the match in the long text."""

    path: Path
    match: re.Match[str]

    @property
    def words(self) -> str:
        """The words found, as a message may quote them."""
        return shown(self.match[0])

    @property
    def surroundings(self) -> str:
        """The words found with what they touch, up to the next spaces."""
        return shown(_chunk(self.match))


class Wording(NamedTuple):
    """All printed texts, one a line; ``starts`` are the offsets at which ``items`` begin."""

    text: str
    lowered: str
    starts: tuple[int, ...]
    items: tuple[TextItem, ...]

    def find(self, pattern: re.Pattern[str], *, outside: frozenset[str] = FRAME) -> Iterator[Found]:
        """Yield what ``pattern`` finds outside the top-level keys ``outside``, in order."""
        for match in pattern.finditer(self.text):
            path = self.items[bisect_right(self.starts, match.start()) - 1].path
            if path[0] not in outside:
                yield Found(path, match)


@lru_cache(maxsize=1)
def read_wording(subject: Subject) -> Wording:
    """Return the texts of ``subject``; kept for the rules that ask next."""
    texts = [printed_text(item) for item in subject.texts]
    text = "\n".join(texts)
    lowered = text.lower()
    return Wording(
        text,
        lowered if len(lowered) == len(text) else text,
        (0, *accumulate(len(line) + 1 for line in texts[:-1])),
        subject.texts,
    )


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


def is_address(match: re.Match[str]) -> bool:
    """Whether what was found is part of a web or mail address or a file name."""
    return _ADDRESS.search(_chunk(match)) is not None


def _chunk(match: re.Match[str]) -> str:
    text = match.string
    start = max(text.rfind(space, 0, match.start() + 1) for space in " \n") + 1
    ends = [end for space in " \n" if (end := text.find(space, max(match.end() - 1, start))) >= 0]
    return text[min(start, match.start()) : max(min(ends, default=len(text)), match.end())]
