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
            key: value.text(translate) if isinstance(value, Message) else value
            for key, value in self.values.items()
        }
        return translate(self.template).format(**values)


def msg(template: str, /, **values: "str | int | Message") -> Message:
    """Return the message ``template`` with ``values``; catalogues are extracted by this name."""
    return Message(template, values)


class Finding(Struct, frozen=True, kw_only=True):
    """Something wrong or doubtful at one place of a file.

    ``code`` and ``rule`` are stable; ``path`` leads to the place in the model (keys and 0-based
    indexes); ``line`` and ``column`` count from 1, 0 means the file as a whole; ``where`` names
    the place as a person would; ``hint`` says what to do; ``source`` is the clause it rests on.
    """

    code: str
    rule: str
    message: Message
    hint: Message | None = None
    severity: Severity = "error"
    path: Path = ()
    line: int = 0
    column: int = 0
    where: Message | None = None
    source: str = ""
