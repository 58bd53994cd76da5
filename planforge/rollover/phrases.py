"""Words of a plan file put in the place of others: as few as differ, on the lines they stand on."""

import re
from itertools import groupby, pairwise

from planforge.editing.file_lines import Place
from planforge.findings import Path
from planforge.rollover.ledger import Ledger
from planforge.rollover.passages import Passage
from planforge.source import Scalar, Source, child
from planforge.vietnamese.normalization import fold

_WORD = re.compile(r"\S+")
_FLOW_MARKS = frozenset(",[]{}")
_Changes = list[tuple[Place, str]]


def replace_phrase(passage: Passage, start: int, end: int, new: str, ledger: Ledger) -> bool:
    """Put ``new`` in the place of some words of a text; False where that is not certain.

    Words that both have at the beginning and at the end stay as they are spelled.
    """
    source = ledger.order.source
    style = _style(passage.scalar, passage.path, source)
    if style == "flow" and _FLOW_MARKS.intersection(new):
        return False
    start, end, words = _trimmed(passage.text, start, end, new)
    places = passage.written.places(start, end)
    changes = _changes(places, [_escaped(word, style) for word in words], source)
    return bool(changes) and ledger.put(changes)


def _trimmed(text: str, start: int, end: int, new: str) -> tuple[int, int, list[str]]:
    """Return where the words that differ stand, and what takes their place: one word at least."""
    old = [(found.start(), found.end()) for found in _WORD.finditer(text, start, end)]
    words = new.split()
    while len(old) > 1 and len(words) > 1 and _is_same(text, old[-1], words[-1]):
        del old[-1], words[-1]
    while len(old) > 1 and len(words) > 1 and _is_same(text, old[0], words[0]):
        del old[0], words[0]
    return old[0][0], old[-1][1], words


def _is_same(text: str, span: tuple[int, int], word: str) -> bool:
    """Whether a word is the same in another spelling, in letters as large."""
    written = text[slice(*span)]
    return fold(written) == fold(word) and written[:2].isupper() == word[:2].isupper()


def _changes(places: tuple[Place, ...], words: list[str], source: Source) -> _Changes:
    """Return what is put on each line: as many words as stood there, the last line has the rest.

    Empty where other letters stand between the words, or a line would be left with none.
    """
    lines = [list(group) for _, group in groupby(places, key=lambda place: place.line)]
    if any(not _is_joined(line, source) for line in lines):
        return []
    changes: _Changes = []
    for index, line in enumerate(lines):
        count = len(line) if index < len(lines) - 1 else len(words)
        place = Place(line[0].line, line[0].start, line[-1].end)
        part, words = words[:count], words[count:]
        if not part:
            place = _with_space(place, source)
        if place.end < 0:
            return []
        changes.append((place, " ".join(part)))
    return changes


def _is_joined(places: list[Place], source: Source) -> bool:
    line = source.lines[places[0].line]
    pairs = pairwise(places)
    return all(line[one.end : other.start].isspace() for one, other in pairs)


def _with_space(place: Place, source: Source) -> Place:
    """Return a place with the space after it; its end is -1 where nothing follows on its line."""
    rest = source.lines[place.line][place.end :]
    words = rest.lstrip()
    if not words or words.startswith("#"):
        return place._replace(end=-1)
    return place._replace(end=place.end + len(rest) - len(words))


def _style(scalar: Scalar, path: Path, source: Source) -> str:
    first = source.line_text(scalar.line)[scalar.column - 1 : scalar.column]
    if first in ("'", '"'):
        return first
    return "flow" if is_in_flow(path, source) else ""


def _escaped(word: str, style: str) -> str:
    if style == "'":
        return word.replace("'", "''")
    return word.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else word


def is_in_flow(path: Path, source: Source) -> bool:
    """Whether the value at ``path`` stands inside brackets or braces of YAML."""
    node = source.root
    for step in path:
        if node is None or isinstance(node, Scalar):
            return False
        if source.line_text(node.line)[node.column - 1 : node.column] in ("[", "{"):
            return True
        node = child(node, step)
    return False
