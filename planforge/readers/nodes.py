"""YAML text to a tree of nodes with positions, straight from libyaml's events.

Nothing is guessed into numbers or dates, aliases are refused (so that no bomb can be built), and
depth is bounded.
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
    StreamEndEvent,
)

from planforge.findings import msg
from planforge.readers import codes
from planforge.readers.codes import Place
from planforge.readers.decoding import control_character, without_controls
from planforge.readers.report import Report
from planforge.source import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 64
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY_WORDS = frozenset(("", "~", "null", "Null", "NULL"))


class TooDeepError(Exception):
    """The text is nested deeper than MAX_DEPTH at ``place``."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


SYNTAX_ERRORS = (yaml.YAMLError, TooDeepError)
"""What a Builder raises for a text that has no nodes."""


class Builder:
    """Builds the nodes of a text from its events; ``offset`` lines of the file stand before it."""

    def __init__(self, text: str, report: Report, offset: int = 0) -> None:
        self._next = _LOADER(text).get_event
        self._report = report
        self._shift = offset + 1
        self._depth = 0

    def build(self) -> Node | None:
        """Return the root node; a second document is reported and left out."""
        root: Node | None = None
        event = self._next()
        while type(event) is not StreamEndEvent:
            if type(event) is DocumentStartEvent:
                root = self._document(root, self._position(event))
            event = self._next()
        return root

    def _document(self, root: Node | None, place: Place) -> Node:
        """Take the first document that holds something; one after it is reported."""
        event = self._next()
        if root is None or (isinstance(root, Scalar) and root.empty):
            return self._node(event)
        if type(event) is not ScalarEvent or not _is_empty(event):
            self._report.add(codes.SYNTAX.finding(
                msg("A second document begins here (`---`); one file holds one plan."),
                msg("Move it to a file of its own."),
                place,
            ))  # fmt: skip
        self._node(event)
        return root

    def _node(self, event: Any) -> Node:  # noqa: ANN401 - libyaml's events are untyped
        """Return the node that begins with ``event``."""
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            return self._alias(event)
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if self._depth == MAX_DEPTH:
            raise TooDeepError(self._position(event))
        self._depth += 1
        node = self._mapping(event) if kind is MappingStartEvent else self._sequence(event)
        self._depth -= 1
        return node

    def _sequence(self, start: Any) -> Sequence:  # noqa: ANN401 - libyaml's events are untyped
        mark = start.start_mark
        node = Sequence(mark.line + self._shift, mark.column + 1)
        event = self._next()
        while type(event) is not SequenceEndEvent:
            node.items.append(self._node(event))
            event = self._next()
        return node

    def _mapping(self, start: Any) -> Mapping:  # noqa: ANN401 - libyaml's events are untyped
        mark = start.start_mark
        node = Mapping(mark.line + self._shift, mark.column + 1)
        items, keys = node.items, node.keys
        next_event, scalar = self._next, self._scalar
        event = next_event()
        while type(event) is not MappingEndEvent:
            key = scalar(event) if type(event) is ScalarEvent else self._unusual_key(event)
            event = next_event()
            if key is None or key.value in items:
                self._leave_out(node, key, event)
            else:
                name = key.value
                keys[name] = key
                items[name] = scalar(event) if type(event) is ScalarEvent else self._node(event)
            event = next_event()
        return node

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
        from planforge.readers.syntax import QUOTE_IT, bad_start  # noqa: PLC0415 - few need it

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

    def _unusual_key(self, event: Any) -> Scalar | None:  # noqa: ANN401 - untyped
        """Return a key; one that is no word is reported, and what belongs to it is not kept."""
        if type(event) is AliasEvent:
            return self._alias(event)
        self._report.add(codes.SYNTAX.finding(
            msg("A key must be a word, not a list or a group of keys."),
            msg("Put a text that starts with { or [ in quotes."),
            self._position(event),
        ))  # fmt: skip
        self._node(event)
        return None

    def _leave_out(self, parent: Mapping, key: Scalar | None, value: Any) -> None:  # noqa: ANN401
        """Read a value that is not kept, for what is wrong in it."""
        if key is not None:
            self._report_second(parent, key)
        self._node(value)

    def add(self, parent: Mapping, part: Mapping) -> None:
        """Add the keys of ``part`` to ``parent``."""
        for name, key in part.keys.items():
            if name in parent.items:
                self._report_second(parent, key)
            else:
                parent.keys[name] = key
                parent.items[name] = part.items[name]

    def _report_second(self, parent: Mapping, key: Scalar) -> None:
        """Report a key given twice: the first one counts."""
        self._report.add(codes.DUPLICATE_KEY.finding(
            msg("The key `{key}` is given twice; it stands on line {line} already.",
                key=key.value, line=parent.keys[key.value].line),
            msg("Keep one of them; the second one is not read."),
            Place(key.line, key.column),
        ))  # fmt: skip

    def _alias(self, event: Any) -> Scalar:  # noqa: ANN401 - libyaml's events are untyped
        place = self._position(event)
        self._report.add(codes.ALIAS.finding(
            msg("`*{name}` refers to another place of the file; a plan is written out in full.",
                name=event.anchor),
            msg("Write the value itself; a text that starts with * goes in quotes."),
            place,
        ))  # fmt: skip
        return Scalar(f"*{event.anchor}", *place)


def _is_empty(scalar: Any) -> bool:  # noqa: ANN401 - libyaml's events are untyped
    return not scalar.style and scalar.value in _EMPTY_WORDS
