"""YAML text to a tree of nodes with positions, straight from libyaml's events.

Nothing is guessed into numbers or dates, aliases are refused (so that no bomb can be built),
depth is bounded, and a syntax error costs only the top-level key it stands in.
"""

import re
from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from planforge.findings import Finding, Message, msg
from planforge.readers import codes
from planforge.readers.syntax import explain
from planforge.source import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 64
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY_WORDS = frozenset(("", "~", "null", "Null", "NULL"))
_TOP_KEY = re.compile(r"^(?=[^\s#\-\[\]{}&*!|>'\"%@`][^\n]*?:(?:\s|$))", re.MULTILINE)


class Parsed:
    """What came of a text: its tree, what is wrong with it, and the keys lost to errors."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.broken: set[str] = set()


def parse_nodes(text: str) -> Parsed:
    """Return the nodes of ``text``; with syntax errors, of as many top-level keys as can be read."""
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


class _Builder:
    """Builds nodes from events; ``offset`` lines stand before the text it is given."""

    def __init__(self, findings: list[Finding], offset: int = 0) -> None:
        self.findings = findings
        self.shift = offset + 1

    def build(self, text: str) -> Node | None:
        root: Node | None = None
        stack: list[Node] = []
        keys: list[Scalar | None] = []
        for event in yaml.parse(text, Loader=_LOADER):
            kind = type(event)
            if kind is ScalarEvent:
                node: Node = self._scalar(event)
            elif kind is MappingStartEvent:
                node = Mapping(event.start_mark.line + self.shift, event.start_mark.column + 1)
            elif kind is SequenceStartEvent:
                node = Sequence(event.start_mark.line + self.shift, event.start_mark.column + 1)
            elif kind is AliasEvent:
                node = self._alias(event)
            else:
                if stack and kind is not DocumentStartEvent:
                    stack.pop()
                    keys.pop()
                continue
            if not stack:
                root = self._second(root, node) if root is not None else node
            else:
                self._attach(stack[-1], keys, node)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) == MAX_DEPTH:
                    raise _TooDeepError(node.line, node.column)
                stack.append(node)
                keys.append(None)
        return root

    def _scalar(self, event: ScalarEvent) -> Scalar:
        mark = event.start_mark
        style = event.style
        plain = not style
        return Scalar(
            event.value,
            mark.line + self.shift,
            mark.column + 1,
            literal=style == "|",
            empty=plain and event.value in _EMPTY_WORDS,
        )

    def _attach(self, parent: Node, keys: list[Scalar | None], node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = keys[-1]
        if key is not None:
            self.put(parent, key, node)
            keys[-1] = None
        elif isinstance(node, Scalar):
            keys[-1] = node
        else:
            keys[-1] = Scalar("?", node.line, node.column, literal=False, empty=False)
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

    def _alias(self, event: AliasEvent) -> Scalar:
        mark = event.start_mark
        node = Scalar("", mark.line + self.shift, mark.column + 1, literal=False, empty=True)
        self._report(
            codes.ALIAS,
            node,
            msg("`*{name}` refers to another place of the file; a plan is written out in full.",
                name=event.anchor),
            msg("Write the value itself; a text that starts with * goes in quotes."),
        )  # fmt: skip
        return node

    def _second(self, root: Node, node: Node) -> Node:
        self._report(
            codes.SYNTAX,
            node,
            msg("A second document begins here (`---`); one file holds one plan."),
            msg("Move it to a file of its own."),
        )
        return root

    def _report(self, code: codes.Code, node: Node, message: Message, hint: Message) -> None:
        self.findings.append(
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
