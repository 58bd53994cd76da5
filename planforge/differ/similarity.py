"""How alike texts are: by the words and pairs of words they share, rare ones counting more.

All weights are whole numbers, so that the likeness of two texts is the same from either side.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import log2

Features = frozenset[str]

FULL = 1000
"""The likeness of two texts with the same words."""

_COMMON = 48
"""A feature found in more texts than this does not lead from one text to others like it."""

_GRAIN = 64
_NEAREST = 6
"""How many candidates a text keeps; a text also stays candidate of those that keep it."""


def features_of(words: Sequence[str]) -> Features:
    """Return the words of a text and each pair of neighbours among them."""
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return frozenset((*words, *pairs))


class Likeness:
    """Weighs features by how rare they are in the texts of both plans."""

    def __init__(self, texts: Sequence[Features]) -> None:
        counts = Counter(feature for text in texts for feature in text)
        size = len(texts) + 1
        self._counts = counts
        self._weights = {
            feature: int(_GRAIN * log2(1 + size / count)) for feature, count in counts.items()
        }

    @property
    def known(self) -> AbstractSet[str]:
        """Every feature of the texts."""
        return self._weights.keys()

    def weight(self, features: Iterable[str]) -> int:
        """Return what ``features`` count together."""
        weights = self._weights
        return sum(weights[feature] for feature in features)

    def likeness(self, one: Features, other: Features) -> int:
        """Return how alike two texts are, from 0 to FULL: twice the shared over the whole."""
        whole = self.weight(one) + self.weight(other)
        return 2 * FULL * self.weight(one & other) // whole if whole else FULL

    def leads(self, features: Features) -> Iterable[str]:
        """Return the features by which texts like this one are looked up."""
        counts = self._counts
        return (feature for feature in features if counts[feature] <= _COMMON)


def nearest(
    likeness: Likeness, old: dict[int, Features], new: dict[int, Features]
) -> set[tuple[int, int]]:
    """Return the pairs of texts worth comparing: each with those that share most rare features."""
    where: dict[str, list[int]] = {}
    for place, features in new.items():
        for feature in likeness.leads(features):
            where.setdefault(feature, []).append(place)
    shared: dict[tuple[int, int], int] = {}
    for place, features in old.items():
        for feature in likeness.leads(features):
            weight = likeness.weight((feature,))
            for other in where.get(feature, ()):
                pair = place, other
                shared[pair] = shared.get(pair, 0) + weight
    return _best(shared)


def _best(shared: dict[tuple[int, int], int]) -> set[tuple[int, int]]:
    """Return the pairs that are among the best for one of their two texts."""
    kept: dict[tuple[int, int], int] = Counter()
    chosen = set()
    for pair in sorted(shared, key=lambda pair: preference(shared[pair], pair)):
        old, new = pair
        if kept[0, old] < _NEAREST or kept[1, new] < _NEAREST:
            chosen.add(pair)
        kept[0, old] += 1
        kept[1, new] += 1
    return chosen


def preference(score: int, pair: tuple[int, int]) -> tuple[int, int, int]:
    """Return the order in which pairs are chosen: the most alike first, then the nearest.

    Of two pairs that share a text one always comes first, whichever plan is the old one.
    """
    old, new = pair
    return -score, abs(old - new), old + new
