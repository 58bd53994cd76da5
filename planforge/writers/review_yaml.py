"""The review of a draft as YAML, ready to be filled in: a key for every answer, and how to answer.

Reading what is written here gives the same review.
"""

import re
from collections.abc import Iterator

from planforge.findings import Message, Translate, msg
from planforge.model.fields import Record
from planforge.model.review import Review
from planforge.model.shapes import fields_of

_PLAIN = re.compile(r"[\w“][^:#\n]*")
_NOT_TEXT = re.compile(r"null|true|false", re.IGNORECASE)
_ALWAYS = frozenset(("decision", "answer", "by", "reason"))
"""Keys that are written when empty as well: they are to be filled in."""


def write_review_yaml(review: Review, translate: Translate) -> str:
    """Return ``review`` as the text of a review file, explained in a language."""
    lines = [f"# {line.text(translate)}" for line in _head()]
    lines.append(f"follows: {_scalar(review.follows)}")
    for name in ("areas", "tasks", "questions"):
        items = getattr(review, name)
        if items:
            lines += ["", f"{name}:"]
            lines += [line for item in items for line in _item(item)]
    return "\n".join(lines) + "\n"


def _head() -> Iterator[Message]:
    yield msg("The review of a draft. `planforge rollover --status` shows how far it is.")
    yield msg(
        "For each area and task write `decision: keep`, `change`, `drop`, `merge` or `split`."
    )
    yield msg("With merge and split add `into:` and the ids of the new plan it went into.")
    yield msg("For each question write `answer: done` once it is settled, and how under `reason:`.")
    yield msg("Under `by:` stands who takes the next step.")


def _item(record: Record) -> Iterator[str]:
    start = "  - "
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if value or field.name in _ALWAYS:
            yield f"{start}{field.name}: {_value(value)}".rstrip()
            start = "    "


def _value(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_quoted, value))}]"
    return _scalar(value)


def _scalar(text: str) -> str:
    """Return ``text`` plain where YAML reads it as it is, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and not _NOT_TEXT.fullmatch(text)
    return text if plain or not text else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
