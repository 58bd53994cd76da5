"""A value of one or several printed lines written anew in a plan file, and keys put in."""

import re
from collections.abc import Iterator, Sequence

from planforge.editing.file_lines import Place
from planforge.findings import Path
from planforge.rollover.ledger import Ledger
from planforge.rollover.passages import Passage
from planforge.rollover.phrases import is_in_flow, replace_phrase
from planforge.source import Mapping, Node, Scalar
from planforge.source import Sequence as NodeList

_PLAIN = re.compile(r"[^\W\d_][\w .()/'’&–-]*")
_NOT_TEXT = re.compile(r"null|true|false|yes|no|on|off", re.IGNORECASE)


def rewrite_value(path: Path, lines: Sequence[str], ledger: Ledger) -> bool:
    """Write ``lines`` as the value at ``path``; no lines leave it empty.

    False, and no change, where it is not certain which letters of the file that value is.
    """
    node, rest = ledger.order.source.descend(path)
    if rest or node is None:
        return False
    if isinstance(node, Scalar):
        return _rewrite_scalar(path, node, lines, ledger)
    if not isinstance(node, NodeList) or not all(isinstance(item, Scalar) for item in node.items):
        return False
    if is_in_flow((*path, 0), ledger.order.source):
        return _rewrite_flow(node, lines, ledger)
    return _rewrite_items(node, lines, ledger)


def _rewrite_scalar(path: Path, node: Scalar, lines: Sequence[str], ledger: Ledger) -> bool:
    in_flow = is_in_flow(path, ledger.order.source)
    words = _in_brackets(lines) if len(lines) > 1 else "".join(map(_quoted, lines))
    if node.empty or not node.value:
        return not lines
    place = ledger.written.outside(node)
    if place is None:
        return len(lines) == 1 and _rewrite_folded(path, node, lines[0], ledger)
    if not words and not in_flow:
        line = ledger.order.source.lines[place.line]
        if not line[place.end :].strip():
            place = Place(place.line, len(line[: place.start].rstrip()), len(line))
    elif not words:
        words = "null"
    return ledger.put([(place, words)])


def _rewrite_folded(path: Path, node: Scalar, words: str, ledger: Ledger) -> bool:
    """Write a value of one printed line that stands on several lines of the file."""
    (written,) = ledger.written.locate(node, [node.value])
    passage = Passage(path, node, written)
    return replace_phrase(passage, 0, len(node.value), words, ledger)


def _rewrite_flow(node: NodeList, lines: Sequence[str], ledger: Ledger) -> bool:
    """Write a list in brackets anew, which stands on one line."""
    number = node.line - 1
    places = [ledger.written.outside(item) for item in _scalars(node)]
    if not places or any(place is None or place.line != number for place in places):
        return False
    last = max(place.end for place in places if place is not None)
    end = ledger.order.source.lines[number].find("]", last)
    words = _quoted(lines[0]) if len(lines) == 1 else _in_brackets(lines)
    return end >= 0 and ledger.put([(Place(number, node.column - 1, end + 1), words)])


def _rewrite_items(node: NodeList, lines: Sequence[str], ledger: Ledger) -> bool:
    """Write the items of a list, each on a line of its own; the last takes in those to add."""
    items = list(_scalars(node))
    places = [place for item in items if (place := ledger.written.outside(item)) is not None]
    spare = places[len(lines) :]
    if len(places) < len(items) or not all(_is_alone(place, ledger) for place in spare):
        return False
    changes = [(place, _quoted(words)) for place, words in zip(places, lines, strict=False)]
    if changes and not ledger.put(changes):
        return False
    more = lines[len(places) :]
    if more:
        last = ledger.order.source.lines[places[-1].line]
        ledger.insert_lines(
            places[-1].line + 1, [last[: places[-1].start] + _quoted(words) for words in more]
        )
    for place in spare:
        ledger.remove_line(place.line + 1)
    return True


def _is_alone(place: Place, ledger: Ledger) -> bool:
    line = ledger.order.source.lines[place.line]
    return line[: place.start].strip() == "-" and not line[place.end :].strip()


def _scalars(node: NodeList) -> Iterator[Scalar]:
    return (item for item in node.items if isinstance(item, Scalar))


def _in_brackets(lines: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, lines))}]"


def _quoted(text: str) -> str:
    """Return ``text`` as YAML takes it anywhere: plain where nothing in it means something."""
    if _PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def add_key(above: Mapping, key: str, before: str, words: str, ledger: Ledger) -> bool:
    """Put a key with ``words`` before another key of a mapping, above the comments on that."""
    source, other = ledger.order.source, above.keys.get(before)
    if other is None:
        return False
    line = source.line_text(other.line)
    if source.line_text(above.line)[above.column - 1 : above.column] == "{":
        place = Place(other.line - 1, other.column - 1, other.column - 1)
        return ledger.put([(place, f"{key}: {_quoted(words)}, ")])
    number = other.line - 1
    while source.line_text(number).lstrip().startswith("#"):
        number -= 1
    ledger.insert_lines(number, [f"{line[: other.column - 1]}{key}: {_quoted(words)}"])
    return True


def remove_key(root: Node | None, key: str, ledger: Ledger) -> bool:
    """Take a key with its one-line value out, or empty its value; False where that is unsure."""
    if not isinstance(root, Mapping) or key not in root.items:
        return False
    node, name = root.items[key], root.keys[key]
    line = ledger.order.source.line_text(name.line)
    if not isinstance(node, Scalar):
        return False
    place = ledger.written.outside(node) if node.value else None
    if node.value and place is None:
        return False
    alone = place is None or (place.line == name.line - 1 and not line[place.end :].strip())
    in_flow = is_in_flow((key,), ledger.order.source)
    if alone and not in_flow and not line[: name.column - 1].strip() and "#" not in line:
        ledger.remove_line(name.line)
        return True
    return rewrite_value((key,), (), ledger)
