"""Which pairs moved: to another heading, or past their neighbours under the same one."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

from planforge.differ.pairing import Pairing

_PAIR, _SAME_NUMBER = 1 << 80, 1 << 56
"""What a pair weighs, and one that keeps its number beside that: no sum of trifles is a pair."""


def moved_pairs(pairing: Pairing) -> set[tuple[int, int]]:
    """Return the pairs that stand elsewhere in the new plan; renumbering alone moves nothing.

    Of pairs that pass one another as few as possible are taken for moved.
    """
    moved = set()
    siblings: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for pair in sorted(pairing.partner.items()):
        if _is_elsewhere(pairing, pair):
            moved.add(pair)
        else:
            old, new = pairing.old[pair[0]], pairing.new[pair[1]]
            siblings.setdefault((old.parent, new.parent, old.family), []).append(pair)
    for pairs in siblings.values():
        moved |= set(pairs) - _longest_chain(pairing, pairs)
    return moved


def _is_elsewhere(pairing: Pairing, pair: tuple[int, int]) -> bool:
    old, new = pairing.old[pair[0]], pairing.new[pair[1]]
    if old.entry.kind != new.entry.kind and old.family == "row":
        return True
    if old.parent < 0 or new.parent < 0:
        return old.parent != new.parent
    if pairing.partner.get(old.parent) == new.parent:
        return False
    if old.parent in pairing.partner or new.parent in pairing.origin:
        return True
    return old.entry.area != new.entry.area


def _longest_chain(pairing: Pairing, pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the weightiest of the chains in which both plans agree on the order.

    Each pair weighs the same but for two trifles, which decide between chains of one length: its
    number, which a reader would rather see unmoved where it is the same, and its words, which
    tell the same whichever plan is the old one.
    """
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return set(pairs)
    ends: list[tuple[int, int]] = []
    best: list[int] = []
    links: list[int] = []
    for index, (_, new) in enumerate(pairs):
        links.append(_best_before(ends, new))
        total = _weight(pairing, pairs[index]) + (best[links[-1]] if links[-1] >= 0 else 0)
        best.append(total)
        _keep(ends, best, (new, index))
    return _chain(pairs, links, max(range(len(pairs)), key=best.__getitem__))


def _best_before(ends: list[tuple[int, int]], new: int) -> int:
    """Return the index of the weightiest chain that ends before ``new``, -1 for none."""
    place = bisect_left(ends, (new,))
    return ends[place - 1][1] if place else -1


def _keep(ends: list[tuple[int, int]], best: list[int], end: tuple[int, int]) -> None:
    """Keep the chain that ends at ``end``, and drop those that end later and weigh less."""
    total = best[end[1]]
    place = bisect_left(ends, end)
    if place and best[ends[place - 1][1]] >= total:
        return
    last = place
    while last < len(ends) and best[ends[last][1]] <= total:
        last += 1
    ends[place:last] = [end]


def _chain(pairs: Sequence[tuple[int, int]], links: list[int], last: int) -> set[tuple[int, int]]:
    chain = set()
    while last >= 0:
        chain.add(pairs[last])
        last = links[last]
    return chain


def _weight(pairing: Pairing, pair: tuple[int, int]) -> int:
    old, new = pairing.old[pair[0]].entry, pairing.new[pair[1]].entry
    words = "\n".join(sorted((old.name, new.name)))
    return _PAIR + _SAME_NUMBER * (old.number == new.number) + crc32(words.encode())
