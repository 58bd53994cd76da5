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

_FEW, _MANY, _SHARE = 6, 48, 50
"""A feature that more texts have than a few and one in fifty, or than many, is common: it does
not lead from one text to others like it.
"""

_GRAIN = 64
_NEAREST = 4
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
        self._common = min(_FEW + len(texts) // _SHARE, _MANY)
        self._wholes: dict[Features, int] = {}
        self._weights = {
            feature: int(_GRAIN * log2(1 + size / count)) for feature, count in counts.items()
        }

    @property
    def known(self) -> AbstractSet[str]:
        """Every feature of the texts."""
        return self._weights.keys()

    def weight(self, features: Iterable[str]) -> int:
        """Return what ``features`` count together."""
        return sum(map(self._weights.__getitem__, features))

    def whole(self, text: Features) -> int:
        """Return what all features of a text count together."""
        weight = self._wholes.get(text)
        if weight is None:
            weight = self._wholes[text] = self.weight(text)
        return weight

    def likeness(self, one: Features, other: Features) -> int:
        """Return how alike two texts are, from 0 to FULL: twice the shared over the whole."""
        whole = self.whole(one) + self.whole(other)
        return 2 * FULL * self.weight(one & other) // whole if whole else FULL

    def leads(self, features: Features) -> Iterable[str]:
        """Return the features by which texts like this one are looked up."""
        counts, common = self._counts, self._common
        return (feature for feature in features if counts[feature] <= common)


def nearest(
    likeness: Likeness,
    texts: dict[int, Features],
    others: dict[int, Features],
    *,
    either: bool = True,
) -> set[tuple[int, int]]:
    """Return the pairs worth comparing: each text with those that share most rare features.

    With ``either`` each of ``others`` is also given those that are nearest to it.
    """
    where: dict[str, list[int]] = {}
    for place, features in others.items():
        for feature in likeness.leads(features):
            where.setdefault(feature, []).append(place)
    shared: dict[tuple[int, int], int] = {}
    for place, features in texts.items():
        for feature in likeness.leads(features):
            weight = likeness.weight((feature,))
            for other in where.get(feature, ()):
                pair = place, other
                shared[pair] = shared.get(pair, 0) + weight
    return _best(shared, either=either)


def _best(shared: dict[tuple[int, int], int], *, either: bool) -> set[tuple[int, int]]:
    """Return the pairs that are among the best for their text, or for one of the two."""
    chosen = set()
    ours: Counter[int] = Counter()
    theirs: Counter[int] = Counter()
    for pair in sorted(shared, key=lambda pair: preference(shared[pair], pair)):
        one, other = pair
        if ours[one] < _NEAREST or (either and theirs[other] < _NEAREST):
            chosen.add(pair)
        ours[one] += 1
        theirs[other] += 1
    return chosen


def preference(score: int, pair: tuple[int, int]) -> tuple[int, int, int]:
    """Return the order in which pairs are chosen: the most alike first, then the nearest.

    Of two pairs that share a text one always comes first, whichever plan is the old one.
    """
    old, new = pair
    return -score, abs(old - new), old + new
