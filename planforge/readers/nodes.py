"""YAML text to a tree of nodes with positions, straight from libyaml's events.

Nothing is guessed into numbers or dates, aliases are refused (so that no bomb can be built),
depth is bounded, and a syntax error costs only the top-level key it stands in.
"""

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from planforge.findings import Finding, msg
from planforge.readers import codes
from planforge.readers.chunks import Chunk, split_chunks
from planforge.readers.codes import Place
from planforge.readers.decoding import control_character, without_controls
from planforge.readers.report import Report
from planforge.readers.syntax import QUOTE_IT, bad_start, explain, explain_stray_line
from planforge.source import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 64
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENDS = (MappingEndEvent, SequenceEndEvent)
_EMPTY_WORDS = frozenset(("", "~", "null", "Null", "NULL"))
_NO_KEY = Scalar("", 0, 0, empty=True)
"""Stands for a key that is no word: what belongs to it is not read."""


class Parsed:
    """What came of a text: its tree, and the top-level keys lost to errors."""

    __slots__ = ("broken", "root")

    def __init__(self) -> None:
        self.root: Node | None = None
        self.broken: set[str] = set()


def parse_nodes(text: str, report: Report) -> Parsed:
    """Return the nodes of ``text``; with syntax errors, those top-level keys that can be read."""
    parsed = Parsed()
    met = len(report.findings)
    try:
        parsed.root = _Builder(report).build(text)
    except (yaml.YAMLError, _TooDeepError) as error:
        del report.findings[met:]
        _recover(text, parsed, report)
        if not parsed.broken:
            report.add(_syntax_finding(text, error, 0))
    return parsed


def _recover(text: str, parsed: Parsed, report: Report) -> None:
    """Read each top-level key on its own, so that one mistake does not hide the others."""
    root = Mapping(1, 1)
    for chunk in split_chunks(text):
        builder = _Builder(report, chunk.offset)
        try:
            part = builder.build(chunk.text)
        except (yaml.YAMLError, _TooDeepError) as error:
            _lose(chunk, _syntax_finding(chunk.text, error, chunk.offset), parsed, report)
            continue
        if isinstance(part, Mapping):
            for name, value in part.items.items():
                builder.put(root, part.keys[name], value)
        else:
            _lose(chunk, explain_stray_line(chunk.text, 0, chunk.offset), parsed, report)
        parsed.root = root


def _lose(chunk: Chunk, finding: Finding, parsed: Parsed, report: Report) -> None:
    report.add(finding)
    parsed.broken.update((chunk.key, chunk.word(finding.line)))


class _TooDeepError(Exception):
    def __init__(self, node: Node) -> None:
        super().__init__()
        self.place = Place(node.line, node.column)


class _Open:
    """A collection whose end is not reached; ``key`` waits for its value."""

    __slots__ = ("key", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Scalar | None = None


class _Builder:
    """Builds nodes from events; ``offset`` lines stand before the text it is given."""

    def __init__(self, report: Report, offset: int = 0) -> None:
        self._report = report
        self._shift = offset + 1
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._document = codes.FILE

    def build(self, text: str) -> Node | None:
        """Return the root node of ``text``; a second document is reported and left out."""
        next_event = _LOADER(text).get_event
        attach, scalar = self._attach, self._scalar
        kind: type | None = None
        while kind is not StreamEndEvent:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                attach(scalar(event))
            elif kind is MappingStartEvent:
                self._enter(Mapping(*self._position(event)), event)
            elif kind is SequenceStartEvent:
                self._enter(Sequence(*self._position(event)), event)
            elif kind is AliasEvent:
                attach(self._alias(event))
            elif kind is DocumentStartEvent:
                self._document = self._position(event)
            elif kind in _ENDS:
                self._stack.pop()
        return self._root

    def _enter(self, node: Mapping | Sequence, event: Any) -> None:  # noqa: ANN401 - untyped
        self._refuse_properties(event)
        self._attach(node)
        if len(self._stack) == MAX_DEPTH:
            raise _TooDeepError(node)
        self._stack.append(_Open(node))

    def _position(self, event: Any) -> Place:  # noqa: ANN401 - libyaml's events are untyped
        mark = event.start_mark
        return Place(mark.line + self._shift, mark.column + 1)

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401 - libyaml's events are untyped
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        style, value, mark, shift = event.style, event.value, event.start_mark, self._shift
        if style == '"':
            value = self._without_escaped_controls(value, event)
        empty = not style and value in _EMPTY_WORDS
        end = event.end_mark.line + shift
        return Scalar(value, mark.line + shift, mark.column + 1, style == "|", empty, end)

    def _refuse_properties(self, event: Any) -> None:  # noqa: ANN401 - untyped
        """Report words that YAML takes for a tag or an anchor, and so not for text."""
        if event.tag is None and event.anchor is None:
            return
        message = bad_start("!" if event.anchor is None else "&")
        self._report.add(codes.SYNTAX.finding(message, QUOTE_IT, self._position(event)))

    def _without_escaped_controls(self, value: str, event: Any) -> str:  # noqa: ANN401 - untyped
        found = control_character(value)
        if not found:
            return value
        self._report.add(
            codes.CONTROL.finding(
                msg("The text holds a control character (U+{code}).", code=f"{ord(found):04X}"),
                msg("Write the text in '…', where a backslash is only a backslash."),
                self._position(event),
            )
        )
        return without_controls(value)

    def _attach(self, node: Node) -> None:
        """Put ``node`` into the collection that is open, or make it the root."""
        if not self._stack:
            self._begin_document(node)
            return
        top = self._stack[-1]
        parent, key = top.node, top.key
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key is not None:
            top.key = None
            if key is not _NO_KEY:
                self.put(parent, key, node)
        elif isinstance(node, Scalar):
            top.key = node
        else:
            top.key = self._wordless_key(node)

    def put(self, parent: Node, key: Scalar, node: Node) -> None:
        """Set a key of a mapping; a key given twice is reported, and the first one counts."""
        if not isinstance(parent, Mapping):
            return
        if key.value in parent.items:
            self._report.add(codes.DUPLICATE_KEY.finding(
                msg("The key `{key}` is given twice; it stands on line {line} already.",
                    key=key.value, line=parent.keys[key.value].line),
                msg("Keep one of them; the second one is not read."),
                Place(key.line, key.column),
            ))  # fmt: skip
            return
        parent.items[key.value] = node
        parent.keys[key.value] = key

    def _wordless_key(self, node: Node) -> Scalar:
        self._report.add(codes.SYNTAX.finding(
            msg("A key must be a word, not a list or a group of keys."),
            msg("Put a text that starts with { or [ in quotes."),
            Place(node.line, node.column),
        ))  # fmt: skip
        return _NO_KEY

    def _alias(self, event: Any) -> Scalar:  # noqa: ANN401 - libyaml's events are untyped
        place = self._position(event)
        self._report.add(codes.ALIAS.finding(
            msg("`*{name}` refers to another place of the file; a plan is written out in full.",
                name=event.anchor),
            msg("Write the value itself; a text that starts with * goes in quotes."),
            place,
        ))  # fmt: skip
        return Scalar(f"*{event.anchor}", *place)

    def _begin_document(self, node: Node) -> None:
        """Take the first document that holds something; one after it is reported."""
        if self._root is None or (isinstance(self._root, Scalar) and self._root.empty):
            self._root = node
        elif not (isinstance(node, Scalar) and node.empty):
            self._report.add(codes.SYNTAX.finding(
                msg("A second document begins here (`---`); one file holds one plan."),
                msg("Move it to a file of its own."),
                self._document,
            ))  # fmt: skip


def _syntax_finding(text: str, error: Exception, offset: int) -> Finding:
    if not isinstance(error, _TooDeepError):
        return explain(text, error, offset)
    return codes.TOO_DEEP.finding(
        msg("The file is nested deeper than {limit} levels.", limit=MAX_DEPTH),
        msg("Look for brackets [ or { that are not meant, and put the text in quotes."),
        error.place,
    )
