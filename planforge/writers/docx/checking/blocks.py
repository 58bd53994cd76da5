"""Blocks from ``for`` or ``if`` to their end: opened, closed, and not across one another."""

from collections.abc import Iterator

from msgspec import Struct

from planforge.findings import Finding, Message, msg
from planforge.writers.docx.checking.codes import UNBALANCED, complain
from planforge.writers.docx.checking.tags import Tag

STARTS = ("for", "if")
MIDDLES = {"elif": ("if",), "else": ("if", "for")}
ENDS = {"endfor": "for", "endif": "if"}
KEYWORDS = (*STARTS, *MIDDLES, *ENDS)


class _Open(Struct, frozen=True):
    """A block that is not closed yet, and the names known inside it."""

    keyword: str
    tag: Tag
    names: frozenset[str]


class Blocks:
    """Follows the blocks of one section or page header, tag by tag."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def names(self) -> frozenset[str]:
        """The names that the open blocks know: loop variables."""
        return frozenset[str]().union(*(block.names for block in self._open))

    def take(self, keyword: str, tag: Tag, names: frozenset[str]) -> Iterator[Finding]:
        """Follow ``tag``; a ``for`` brings ``names`` along. Yield what does not fit."""
        if keyword in STARTS:
            self._open.append(_Open(keyword, tag, names))
        elif keyword in MIDDLES:
            yield from self._continue(keyword, tag)
        else:
            yield from self._close(ENDS[keyword], tag)

    def unclosed(self) -> Iterator[Finding]:
        """Yield the blocks that have no end."""
        for block in self._open:
            yield _complaint(
                block.tag,
                msg("`{tag}` is never closed in its section.", tag=block.tag.shown),
                msg("Write {end} where it ends.", end=_end_of(block)),
            )

    def _continue(self, keyword: str, tag: Tag) -> Iterator[Finding]:
        if self._open and self._open[-1].keyword in MIDDLES[keyword]:
            yield from _mismatch(self._open[-1], tag)
        else:
            yield _complaint(
                tag,
                msg("`{tag}` stands in no block that it could belong to.", tag=tag.shown),
                msg("Write {start} before it, or delete it.", start=_sample("if", tag.prefix)),
            )

    def _close(self, start: str, tag: Tag) -> Iterator[Finding]:
        block = next((b for b in reversed(self._open) if b.keyword == start), None)
        if block is None:
            yield _complaint(
                tag,
                msg("`{tag}` closes nothing.", tag=tag.shown),
                msg("Write {start} before it, or delete it.", start=_sample(start, tag.prefix)),
            )
            return
        inner = self._open[-1]
        self._open.remove(block)
        if inner is block:
            yield from _mismatch(block, tag)
        else:
            yield _crossing(inner, block, tag)


def _crossing(inner: _Open, outer: _Open, tag: Tag) -> Finding:
    return _complaint(
        tag,
        msg(
            "`{tag}` closes `{outer}` ({outer_place}) before `{inner}` ({inner_place}) is closed.",
            tag=tag.shown,
            outer=outer.tag.shown,
            outer_place=outer.tag.paragraph.where,
            inner=inner.tag.shown,
            inner_place=inner.tag.paragraph.where,
        ),
        msg("Close first what was opened last: write {end} before it.", end=_end_of(inner)),
    )


def _mismatch(block: _Open, tag: Tag) -> Iterator[Finding]:
    """Yield why ``tag`` cannot belong to ``block``: another letter, or another cell."""
    opening = block.tag
    if opening.prefix != tag.prefix:
        yield _complaint(
            tag,
            _belongs(tag, opening),
            msg("Write both with the same letters after the brace: {end}.", end=_like(block, tag)),
        )
    elif _holder(opening) != _holder(tag):
        yield _complaint(
            tag,
            msg(
                "`{tag}` is not in the same cell, row or text as `{start}` ({place}).",
                tag=tag.shown, start=opening.shown, place=opening.paragraph.where,
            ),
            msg("Move it to where the block was opened."),
        )  # fmt: skip


def _belongs(tag: Tag, opening: Tag) -> Message:
    return msg(
        "`{tag}` belongs to `{start}` ({place}), which is written differently.",
        tag=tag.shown,
        start=opening.shown,
        place=opening.paragraph.where,
    )


def _holder(tag: Tag) -> int:
    """Return what both tags of a block must share: table, row, or cell."""
    paragraph = tag.paragraph
    return {"tr": paragraph.table, "tc": paragraph.row}.get(tag.prefix, paragraph.cell)


def _end_of(block: _Open) -> str:
    return _sample(f"end{block.keyword}", block.tag.prefix)


def _like(block: _Open, tag: Tag) -> str:
    return _sample(tag.body, block.tag.prefix)


def _sample(text: str, prefix: str) -> str:
    samples = {"for": "for dong in noi_nhan", "if": "if chuc_vu_khac"}
    return f"{{%{prefix} {samples.get(text, text)} %}}"


def _complaint(tag: Tag, message: Message, hint: Message) -> Finding:
    return complain(UNBALANCED, message, where=tag.paragraph.where, hint=hint)
