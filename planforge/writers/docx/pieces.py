"""What most templates are made of: texts, values, loops over lines and tests, as plain data.

Jinja reads a template once, while it is prepared; filling these pieces needs no Jinja, whose
loading costs more than a whole plan. A template that holds anything else is left to Jinja itself.
"""

from typing import Literal

from msgspec import Struct


class Piece(Struct, frozen=True):
    """A piece of a template.

    ``text`` is literal text, or the name of the value that is printed, looped over or tested;
    ``item`` names the line of a loop; ``body`` and ``otherwise`` are the pieces inside.
    """

    kind: Literal["text", "value", "loop", "test"]
    text: str
    item: str = ""
    body: tuple["Piece", ...] = ()
    otherwise: tuple["Piece", ...] = ()


class Markup:
    """XML of our own, which is not escaped again; Jinja knows it by ``__html__``.

    It comes in ``pieces``: that of a long table is large, and is put together only once.
    """

    __slots__ = ("pieces",)

    def __init__(self, *pieces: str) -> None:
        self.pieces = pieces

    def __html__(self) -> str:
        """Return the XML itself."""
        return "".join(self.pieces)


class UnfilledError(Exception):
    """A template's tags cannot be filled."""


Value = str | int | tuple[str, ...] | Markup
Values = dict[str, Value]


def fill_pieces(pieces: tuple[Piece, ...], values: Values) -> list[str]:
    """Return the text of ``pieces`` in parts; raises UnfilledError for a value not there."""
    parts: list[str] = []
    try:
        _fill(pieces, values, parts)
    except KeyError as error:
        message = f"{error} is undefined"
        raise UnfilledError(message) from None
    return parts


def _fill(pieces: tuple[Piece, ...], values: Values, parts: list[str]) -> None:
    for piece in pieces:
        if piece.kind == "text":
            parts.append(piece.text)
            continue
        value = values[piece.text]
        if piece.kind == "value":
            parts.extend(_printed(value))
        elif piece.kind == "test":
            _fill(piece.body if value else piece.otherwise, values, parts)
        elif isinstance(value, tuple):
            for line in value:
                _fill(piece.body, {**values, piece.item: line}, parts)


def _printed(value: Value) -> tuple[str, ...]:
    return value.pieces if isinstance(value, Markup) else (_escaped(str(value)),)


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
