"""Aligned words to marks that a reader follows: no confetti, no half words.

Everything here is the same from either side: what the new text becomes to the old one, the old
one becomes to the new.
"""

from collections.abc import Iterable, Iterator, Sequence

from planforge.differ.alignment import Block, Words

_SHORTEST = 2
"""Kept words fewer than this between two changes only break them up."""

_SHARE = 4
"""Kept words are also too few beside changes that are this many times longer."""

_LONGEST_START = 1
"""Words before a change that may only look alike: “Sở Nội vụ” and “Sở Tư pháp”."""


def make_readable(blocks: Sequence[Block], first: Words, second: Words) -> Iterator[Block]:
    """Yield difflib's blocks with kept words taken into the change where they only disturb it."""
    return _whole_words(_joined(blocks), first, second)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    pending: Block | None = None
    for index, block in enumerate(blocks):
        tag, i, i_end, j, j_end = block
        if tag == "equal" and _is_worth_keeping(blocks, index):
            if pending:
                yield pending
            pending = None
            yield block
        elif pending:
            pending = ("replace", pending[1], i_end, pending[3], j_end)
        else:
            pending = block if tag != "equal" else ("replace", i, i_end, j, j_end)
    if pending:
        yield pending


def _is_worth_keeping(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block of equal words is shown as kept."""
    size = blocks[index][2] - blocks[index][1]
    around = [blocks[place] for place in (index - 1, index + 1) if 0 <= place < len(blocks)]
    if len(around) > 1:
        return size >= _SHORTEST and size * _SHARE >= min(map(_size, around))
    starts = index == 0 and len(blocks) > 1
    return not (starts and size <= _LONGEST_START and _exchanges_names(blocks[1]))


def _size(block: Block) -> int:
    _, i, i_end, j, j_end = block
    return max(i_end - i, j_end - j)


def _exchanges_names(block: Block) -> bool:
    """Whether several words stand for several others."""
    _, i, i_end, j, j_end = block
    return min(i_end - i, j_end - j) >= _SHORTEST


def _whole_words(blocks: Iterable[Block], first: Words, second: Words) -> Iterator[Block]:
    """Yield the blocks with a change carried over the word it ends in.

    Vietnamese words have two syllables mostly: of “Lập và thực hiện” that became “Thực hiện”,
    “hiện” is no word that was kept.
    """
    carried = False
    for tag, i, i_end, j, j_end in blocks:
        if tag == "equal":
            start = int(carried)
            yield tag, i + start, i_end, j + start, j_end
            carried = False
            continue
        carried = _differs_in_case(first[i:i_end], second[j:j_end]) and i_end + 1 < len(first)
        carried = carried and j_end + 1 < len(second) and first[i_end].isalpha()
        yield tag, i, i_end + carried, j, j_end + carried


def _differs_in_case(ours: Words, theirs: Words) -> bool:
    """Whether two changes end in one syllable, written large in one of them."""
    if not (ours and theirs) or len(ours) == len(theirs):
        return False
    return ours[-1] != theirs[-1] and ours[-1].casefold() == theirs[-1].casefold()
