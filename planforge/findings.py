"""One shape for every complaint about a plan or a template, and for every message.

Messages are kept as template and values, and become text only where they are shown: the
engines know no language. The template is English and is the key of the Vietnamese catalogue.
"""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

Path = tuple[str | int, ...]
Severity = Literal["error", "warning", "info"]
Translate = Callable[[str], str]

_LONGEST_VALUE = 500
"""What stands in a file may be of any length; a message is one sentence."""


def untranslated(text: str) -> str:
    """Return ``text`` itself: the English catalogue."""
    return text


class Message(Struct, frozen=True):
    """A sentence for the user: ``template`` in ``str.format`` notation and its values."""

    template: str
    values: dict[str, "str | int | Message"] = {}

    def text(self, translate: Translate = untranslated) -> str:
        """Return the sentence in the language of ``translate``.

        Without values the template is the sentence, and braces stand for themselves.
        """
        if not self.values:
            return translate(self.template)
        values = {
            key: value.text(translate) if isinstance(value, Message) else _shown(value)
            for key, value in self.values.items()
        }
        return translate(self.template).format(**values)


def _shown(value: str | int) -> str | int:
    """Return ``value`` on one line, cut where it is too long to be read."""
    if isinstance(value, int) or (len(value) <= _LONGEST_VALUE and "\n" not in value):
        return value
    line = " ".join(value[: _LONGEST_VALUE + 1].split("\n"))
    return line if len(line) <= _LONGEST_VALUE else line[: _LONGEST_VALUE - 1] + "…"


def msg(template: str, /, **values: "str | int | Message") -> Message:
    """Return the message ``template`` with ``values``; catalogues are extracted by this name."""
    return Message(template, values)


class Finding(Struct, frozen=True, kw_only=True):
    """Something wrong or doubtful at one place of a file.

    ``code`` and ``rule`` are stable; ``path`` leads to the place in the model (keys and 0-based
    indexes), ``quote`` to the words in a longer text; ``line`` and ``column`` count from 1, 0
    means the file as a whole; ``where`` names the place as a person would; ``hint`` says what to
    do; ``source`` is the clause it rests on.
    """

    code: str
    rule: str
    message: Message
    hint: Message | None = None
    severity: Severity = "error"
    path: Path = ()
    quote: str = ""
    line: int = 0
    column: int = 0
    where: Message | None = None
    source: str = ""


class RulePage(Struct, frozen=True, kw_only=True):
    """What is printed of a rule.

    ``code`` is the family's letter and a number, ``name`` reads well after “allow”. ``what`` says
    what is looked for, ``why`` what goes wrong without it. ``about`` says what the rule looks at:
    for a plan, ``bad`` and ``good`` are whole top-level keys, laid over a small plan that is
    right; for the review of a draft they are the whole review; for a Word document they are its
    words. ``source`` is the clause the rule rests on, "" where custom is all there is.
    """

    code: str
    name: str
    severity: Severity
    what: Message
    why: Message
    bad: str
    good: str
    source: str = ""
    about: Literal["plan", "review", "document"] = "plan"
