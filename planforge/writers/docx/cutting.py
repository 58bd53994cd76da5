"""Jinja source to pieces, by Jinja's own grammar: used only while a template is prepared."""

from collections.abc import Sequence

from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from planforge.writers.docx.pieces import Piece


def cut_into_pieces(source: str) -> tuple[Piece, ...] | None:
    """Return the pieces of ``source``, None where it holds more than values, loops and tests.

    Raises Jinja's TemplateSyntaxError for what Jinja cannot read.
    """
    try:
        return _pieces(SandboxedEnvironment(autoescape=True).parse(source).body)
    except _MoreThanPiecesError:
        return None


class _MoreThanPiecesError(Exception):
    pass


def _pieces(body: Sequence[nodes.Node]) -> tuple[Piece, ...]:
    return tuple(piece for node in body for piece in _piece(node))


def _piece(node: nodes.Node) -> tuple[Piece, ...]:
    if isinstance(node, nodes.Output):
        return tuple(_printed(part) for part in node.nodes)
    if isinstance(node, nodes.For) and not (node.test or node.else_ or node.recursive):
        return (Piece("loop", _name(node.iter), _name(node.target), _pieces(node.body)),)
    if isinstance(node, nodes.If) and not node.elif_:
        return (Piece("test", _name(node.test), "", _pieces(node.body), _pieces(node.else_)),)
    raise _MoreThanPiecesError


def _printed(node: nodes.Expr) -> Piece:
    if isinstance(node, nodes.TemplateData):
        return Piece("text", node.data)
    return Piece("value", _name(node))


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    raise _MoreThanPiecesError
