"""Which words of two texts are the same ones, in reasonable time however long the texts are.

Texts of usual length are left to difflib, whose time grows with their product. Longer ones are
first cut apart at runs of words that each holds exactly once.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Words = Sequence[str]
Span = tuple[int, int, int, int]
"""Where a stretch of each text begins and ends: ``i, i_end, j, j_end``."""

Block = tuple[str, int, int, int, int]
"""A tag of difflib ("equal", "replace", "delete", "insert") and the span it holds for."""

_SMALL = 1_000_000
"""Words times words up to which difflib is quick."""

_GAP = 40_000
"""The same for each of the many pieces of a text that is cut apart."""

_RUN = 4
"""Words of a run; fewer are seldom alone of their kind in a long text."""

_DEEPEST = 8
"""How many times a piece is cut again before it is taken for changed throughout."""


def align(first: Words, second: Words) -> list[Block]:
    """Return what turns ``first`` into ``second``: blocks of both, equal and changed in turn."""
    whole = 0, len(first), 0, len(second)
    if len(first) * len(second) <= _SMALL:
        return list(_blocks(first, second, _found(first, second, whole)))
    return list(_blocks(first, second, _cut_and_found(first, second, whole)))


def _cut_and_found(first: Words, second: Words, span: Span, depth: int = 0) -> Iterator[Span]:
    """Yield the spans of words that are the same, in order."""
    i, i_end, j, j_end = span
    if (i_end - i) * (j_end - j) <= _GAP:
        yield from _found(first, second, span)
        return
    cuts = _cuts(first[i:i_end], second[j:j_end]) if depth < _DEEPEST else []
    if not cuts:
        return
    for a, b in [*((i + a, j + b) for a, b in cuts), (i_end, j_end)]:
        yield from _cut_and_found(first, second, (i, a, j, b), depth + 1)
        i, j = a, b


def _found(first: Words, second: Words, span: Span) -> Iterator[Span]:
    i, i_end, j, j_end = span
    matcher = SequenceMatcher(None, first[i:i_end], second[j:j_end], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        if size:
            yield i + a, i + a + size, j + b, j + b + size


def _cuts(first: Words, second: Words) -> list[tuple[int, int]]:
    """Return where runs stand that are alone of their kind in both texts, in one order in both."""
    there = _lone_runs(second)
    pairs = [(i, there[run]) for run, i in _lone_runs(first).items() if run in there]
    ends: list[int] = []
    last: list[int] = []
    links: list[int] = []
    for index, (_, j) in enumerate(pairs):  # the longest chain that rises in both texts
        place = bisect_left(ends, j)
        links.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [j]
        last[place : place + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = links[index]
    return chain[::-1]


def _lone_runs(words: Words) -> dict[tuple[str, ...], int]:
    """Return where each run of words stands that the text holds once, in printed order."""
    places: dict[tuple[str, ...], int] = {}
    for index, run in enumerate(zip(*(words[shift:] for shift in range(_RUN)), strict=False)):
        places[run] = -1 if run in places else index
    return {run: index for run, index in places.items() if index >= 0}


def _blocks(first: Words, second: Words, spans: Iterator[Span]) -> Iterator[Block]:
    """Yield the spans as equal blocks, those that touch joined, with the changed ones between."""
    i = j = 0
    for start, end, j_start, j_end in _joined(spans):
        if i < start or j < j_start:
            yield _changed(i, start, j, j_start)
        yield "equal", start, end, j_start, j_end
        i, j = end, j_end
    if i < len(first) or j < len(second):
        yield _changed(i, len(first), j, len(second))


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    whole: Span | None = None
    for span in spans:
        if whole and (whole[1], whole[3]) == (span[0], span[2]):
            whole = whole[0], span[1], whole[2], span[3]
            continue
        if whole:
            yield whole
        whole = span
    if whole:
        yield whole


def _changed(i: int, i_end: int, j: int, j_end: int) -> Block:
    tag = "replace" if i < i_end and j < j_end else "delete" if i < i_end else "insert"
    return tag, i, i_end, j, j_end
