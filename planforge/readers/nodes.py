"""YAML text to a tree of nodes with positions, straight from libyaml's events.

Nothing is guessed into numbers or dates, aliases are refused (so that no bomb can be built),
depth is bounded, and a syntax error costs only the top-level key it stands in.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from planforge.findings import Finding, Message, msg
from planforge.readers import codes
from planforge.readers.syntax import explain
from planforge.source import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 64
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ENDS = (MappingEndEvent, SequenceEndEvent)
_EMPTY_WORDS = frozenset(("", "~", "null", "Null", "NULL"))
_TOP_KEY = re.compile(r"^(?=[^\s#\-\[\]{}&*!|>'\"%@`][^\n]*?:(?:\s|$))", re.MULTILINE)


class Parsed:
    """What came of a text: its tree, what is wrong with it, and the keys lost to errors."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.broken: set[str] = set()


def parse_nodes(text: str) -> Parsed:
    """Return the nodes of ``text``; with syntax errors, those top-level keys that can be read."""
    parsed = Parsed()
    builder = _Builder(parsed.findings)
    try:
        parsed.root = builder.build(text)
    except (yaml.YAMLError, _TooDeepError) as error:
        parsed.findings.clear()
        _recover(text, parsed)
        if not parsed.broken:
            parsed.findings.append(_syntax_finding(text, error, 0))
    return parsed


def _recover(text: str, parsed: Parsed) -> None:
    """Read each top-level key on its own, so that one mistake does not hide the others."""
    root = Mapping(1, 1)
    for offset, chunk in _chunks(text):
        builder = _Builder(parsed.findings, offset)
        try:
            part = builder.build(chunk)
        except (yaml.YAMLError, _TooDeepError) as error:
            parsed.findings.append(_syntax_finding(chunk, error, offset))
            parsed.broken.add(chunk.split(":", 1)[0].strip())
            continue
        if isinstance(part, Mapping):
            for name, value in part.items.items():
                builder.put(root, part.keys[name], value)
    parsed.root = root


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    starts = [match.start() for match in _TOP_KEY.finditer(text)] or [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text.count("\n", 0, start), text[start:end]


class _TooDeepError(Exception):
    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line = line
        self.column = column


class _Open:
    """A collection whose end is not reached; ``key`` waits for its value."""

    __slots__ = ("key", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Scalar | None = None


class _Builder:
    """Builds nodes from events; ``offset`` lines stand before the text it is given."""

    def __init__(self, findings: list[Finding], offset: int = 0) -> None:
        self._findings = findings
        self._shift = offset + 1
        self._stack: list[_Open] = []

    def build(self, text: str) -> Node | None:
        """Return the root node of ``text``; a second document is reported and left out."""
        root: Node | None = None
        for event in yaml.parse(text, Loader=_LOADER):
            kind = type(event)
            if kind is ScalarEvent:
                node: Node = self._scalar(event)
            elif kind is MappingStartEvent:
                node = Mapping(*self._position(event))
            elif kind is SequenceStartEvent:
                node = Sequence(*self._position(event))
            elif kind is AliasEvent:
                node = self._alias(event)
            else:
                if kind in _ENDS:
                    self._stack.pop()
                continue
            if self._stack:
                self._attach(node)
            elif root is None:
                root = node
            else:
                self._second(node)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                self._enter(node)
        return root

    def _enter(self, node: Node) -> None:
        if len(self._stack) == MAX_DEPTH:
            raise _TooDeepError(node.line, node.column)
        self._stack.append(_Open(node))

    def _position(self, event: Any) -> tuple[int, int]:  # noqa: ANN401 - libyaml's events are untyped
        mark = event.start_mark
        return mark.line + self._shift, mark.column + 1

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401 - libyaml's events are untyped
        line, column = self._position(event)
        style, value = event.style, event.value
        return Scalar(
            value,
            line,
            column,
            literal=style == "|",
            empty=not style and value in _EMPTY_WORDS,
        )

    def _attach(self, node: Node) -> None:
        """Put ``node`` into the collection that is open."""
        top = self._stack[-1]
        parent, key = top.node, top.key
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key is not None:
            self.put(parent, key, node)
            top.key = None
        elif isinstance(node, Scalar):
            top.key = node
        else:
            top.key = Scalar("?", node.line, node.column, literal=False, empty=False)
            self._report(
                codes.SYNTAX,
                node,
                msg("A key must be a word, not a list or a group of keys."),
                msg("Put a text that starts with { or [ in quotes."),
            )

    def put(self, parent: Node, key: Scalar, node: Node) -> None:
        """Set a key of a mapping; a key given twice is reported, and the first one counts."""
        if not isinstance(parent, Mapping):
            return
        if key.value in parent.items:
            self._report(
                codes.DUPLICATE_KEY,
                key,
                msg("The key `{key}` is given twice; it stands on line {line} already.",
                    key=key.value, line=parent.keys[key.value].line),
                msg("Keep one of them; the second one is not read."),
            )  # fmt: skip
            return
        parent.items[key.value] = node
        parent.keys[key.value] = key

    def _alias(self, event: Any) -> Scalar:  # noqa: ANN401 - libyaml's events are untyped
        node = Scalar("", *self._position(event), literal=False, empty=True)
        self._report(
            codes.ALIAS,
            node,
            msg(
                "`*{name}` refers to another place of the file; a plan is written out in full.",
                name=event.anchor,
            ),
            msg("Write the value itself; a text that starts with * goes in quotes."),
        )
        return node

    def _second(self, node: Node) -> None:
        self._report(
            codes.SYNTAX,
            node,
            msg("A second document begins here (`---`); one file holds one plan."),
            msg("Move it to a file of its own."),
        )

    def _report(self, code: codes.Code, node: Node, message: Message, hint: Message) -> None:
        self._findings.append(
            Finding(
                code=code.code,
                rule=code.rule,
                message=message,
                hint=hint,
                line=node.line,
                column=node.column,
            )
        )


def _syntax_finding(text: str, error: Exception, offset: int) -> Finding:
    if isinstance(error, _TooDeepError):
        return Finding(
            code=codes.TOO_DEEP.code,
            rule=codes.TOO_DEEP.rule,
            message=msg("The file is nested deeper than {limit} levels.", limit=MAX_DEPTH),
            hint=msg("Look for brackets [ or { that are not meant, and put the text in quotes."),
            line=error.line,
            column=error.column,
        )
    return explain(text, error, offset)
