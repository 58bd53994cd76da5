"""Which part of the new plan goes on from which part of the old one.

First by name, then by words: the same words before similar ones, and each of these in the same
place before anywhere. Place means area of reform or heading, never position; position only
decides between parts that nothing else tells apart.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping

from planforge.differ.parts import Family, Part
from planforge.differ.similarity import FULL, Features, Likeness, features_of, nearest, preference
from planforge.differ.wording import Language

_MATCHED: tuple[Family, ...] = (
    "appendix",
    "heading",
    "group",
    "row",
    "prose",
    "basis",
    "article",
    "recipient",
)
"""Families whose parts are paired by words; those of headings first, they tell where a part is."""

_ALIKE_HERE = 400
_ALIKE_ELSEWHERE = 520
_ALIKE_SURELY = 700
"""From which likeness two parts are taken for one: in the same place, anywhere, and for good."""

_FIELD_SHARES = {"product": 15, "lead": 10}
"""What else than its words makes a row the same, in hundredths."""


class Pairing:
    """The pairs found between two plans, and how alike those are that no name joins."""

    def __init__(
        self, old: list[Part], new: list[Part], languages: tuple[Language, Language]
    ) -> None:
        self.old = old
        self.new = new
        self.languages = languages
        self.partner: dict[int, int] = {}
        self.origin: dict[int, int] = {}
        self.score: dict[tuple[int, int], int] = {}
        self.features: tuple[dict[int, Features], dict[int, Features]] = ({}, {})

    def join(self, old: int, new: int, score: int = FULL) -> None:
        """Pair a part of the old plan with one of the new."""
        self.partner[old] = new
        self.origin[new] = old
        self.score[old, new] = score

    def part(self, side: int, place: int) -> None:
        """Undo the pair of a part of one side."""
        old = place if side == 0 else self.origin[place]
        new = self.partner.pop(old)
        del self.origin[new], self.score[old, new]

    def is_loose(self, side: int, place: int) -> bool:
        """Whether a part has no partner, or one that is not much like it."""
        other = (self.partner, self.origin)[side].get(place)
        if other is None:
            return True
        return self.score[(place, other) if side == 0 else (other, place)] < _ALIKE_SURELY

    def free(self, family: Family) -> tuple[list[int], list[int]]:
        """Return the parts of a family that have no partner yet."""
        return (
            [
                i
                for i, part in enumerate(self.old)
                if part.family == family and i not in self.partner
            ],
            [
                j
                for j, part in enumerate(self.new)
                if part.family == family and j not in self.origin
            ],
        )

    def home_of_old(self, place: int) -> Hashable:
        """Return where a part of the old plan stands, in terms of the new plan."""
        part = self.old[place]
        return part.entry.area or self.partner.get(part.parent, part.parent)

    def home_of_new(self, place: int) -> Hashable:
        """Return where a part of the new plan stands."""
        part = self.new[place]
        return part.entry.area or part.parent

    def words_of(self, side: int, place: int, field: str = "") -> tuple[str, ...]:
        """Return the words a part is known by, or those of one of its fields."""
        entry = (self.old, self.new)[side][place].entry
        text = " ".join(entry.texts.get(field, ())) if field else entry.name
        return self.languages[side].words(text)

    def features_of(self, side: int, place: int) -> Features:
        """Return the features of the words a part is known by."""
        known = self.features[side]
        if place not in known:
            known[place] = features_of(self.words_of(side, place))
        return known[place]

    def field_likeness(self, pair: tuple[int, int], field: str) -> int:
        """Return how alike two parts are in one field, by the words they share."""
        ours, theirs = (set(self.words_of(side, pair[side], field)) for side in (0, 1))
        whole = len(ours) + len(theirs)
        return 2 * FULL * len(ours & theirs) // whole if whole else FULL

    def is_same_lead(self, old: int, new: int) -> bool:
        """Whether two parts are led by the same agency, as far as they name one."""
        return self.field_likeness((old, new), "lead") >= FULL // 2


def pair_parts(
    old: list[Part],
    new: list[Part],
    languages: tuple[Language, Language],
    ended: frozenset[int] = frozenset(),
) -> Pairing:
    """Return the pairs between two plans; those of ``ended`` in the old plan have no partner."""
    pairing = Pairing(old, new, languages)
    _pair_by_name(pairing, ended)
    for family in _MATCHED:
        _pair_by_words(pairing, family, ended)
        if family in {"group", "row", "prose"}:
            _pair_by_content(pairing)
    return pairing


def _pair_by_name(pairing: Pairing, ended: frozenset[int]) -> None:
    old, new = _named(pairing.old), _named(pairing.new)
    for name, place in old.items():
        if name in new and place not in ended:
            pairing.join(place, new[name])


def _named(parts: Iterable[Part]) -> dict[Hashable, int]:
    """Return where each name stands that only one part has."""
    places: dict[Hashable, int] = {}
    twice: set[Hashable] = set()
    for place, part in enumerate(parts):
        if part.key:
            name = _sort(part), part.key
            if name in places:
                twice.add(name)
            places[name] = place
    return {name: place for name, place in places.items() if name not in twice}


def _sort(part: Part) -> Family:
    """Return the family in whose names a part's name counts.

    A heading with an id may lose its title; one known by its role or area alone is another part
    then, as where a plan speaks of each area twice.
    """
    return "heading" if part.family == "prose" and "/" not in part.key else part.family


def _pair_by_words(pairing: Pairing, family: Family, ended: frozenset[int]) -> None:
    for homes in (_homes(pairing), _everywhere):
        old, new = pairing.free(family)
        old = [place for place in old if place not in ended]
        if not (old and new):
            return
        _pair_same_words(pairing, old, new, homes)
    old, new = pairing.free(family)
    _pair_similar(pairing, [place for place in old if place not in ended], new)


_Homes = Callable[[int, int], Hashable]
"""Returns where the part of a side (0 the old plan, 1 the new) stands at a place of its list."""


def _homes(pairing: Pairing) -> _Homes:
    return lambda side, place: (pairing.home_of_old, pairing.home_of_new)[side](place)


def _everywhere(_side: int, _place: int) -> Hashable:
    return None


def _pair_same_words(pairing: Pairing, old: list[int], new: list[int], homes: _Homes) -> None:
    """Pair parts with the same words in the same home, those of equal ones in their order."""
    waiting: dict[Hashable, list[int]] = {}
    for place in new:
        key = homes(1, place), pairing.words_of(1, place)
        waiting.setdefault(key, []).append(place)
    for places in waiting.values():
        places.reverse()
    for place in old:
        key = homes(0, place), pairing.words_of(0, place)
        if waiting.get(key):
            pairing.join(place, waiting[key].pop())


def _pair_similar(pairing: Pairing, old: list[int], new: list[int]) -> None:
    """Pair parts with similar words, the most alike first."""
    if not (old and new):
        return
    ours = {place: pairing.features_of(0, place) for place in old}
    theirs = {place: pairing.features_of(1, place) for place in new}
    likeness = Likeness([*ours.values(), *theirs.values()])
    scores = {
        pair: _score(pairing, pair, likeness.likeness(ours[pair[0]], theirs[pair[1]]))
        for pair in nearest(likeness, ours, theirs)
    }
    for is_home in (True, False):
        least = _ALIKE_HERE if is_home else _ALIKE_ELSEWHERE
        for pair in sorted(scores, key=lambda pair: preference(scores[pair], pair)):
            i, j = pair
            if scores[pair] < least or i in pairing.partner or j in pairing.origin:
                continue
            if not is_home or pairing.home_of_old(i) == pairing.home_of_new(j):
                pairing.join(i, j, scores[pair])


def _score(pairing: Pairing, pair: tuple[int, int], words: int) -> int:
    """Return how alike two parts are: their words and, for rows, product and lead agency."""
    one, other = pairing.old[pair[0]], pairing.new[pair[1]]
    if one.family != "row":
        return words
    shares = {
        field: share
        for field, share in _FIELD_SHARES.items()
        if field in one.entry.texts and field in other.entry.texts
    }
    whole = 100 - sum(shares.values())
    extra = sum(share * pairing.field_likeness(pair, field) for field, share in shares.items())
    return (whole * words + extra) // 100


def _pair_by_content(pairing: Pairing) -> None:
    """Pair headings and groups that nothing else joins by the parts they hold."""
    votes: dict[tuple[int, int], int] = {}
    for i, j in pairing.partner.items():
        pair = pairing.old[i].parent, pairing.new[j].parent
        if min(pair) >= 0 and pair[0] not in pairing.partner and pair[1] not in pairing.origin:
            votes[pair] = votes.get(pair, 0) + 1
    for pair in sorted(votes, key=lambda pair: preference(votes[pair], pair)):
        i, j = pair
        if i in pairing.partner or j in pairing.origin:
            continue
        if pairing.old[i].family == pairing.new[j].family:
            pairing.join(i, j, _share(pairing, pair, votes[pair]))


def _share(pairing: Pairing, pair: tuple[int, int], votes: int) -> int:
    """Return how much of what two parts hold is paired."""
    sizes = _children(pairing.old, pair[0]) + _children(pairing.new, pair[1])
    return 2 * FULL * votes // sizes if sizes else 0


def _children(parts: list[Part], place: int) -> int:
    return sum(1 for part in parts if part.parent == place)


def lineage_places(
    parts: list[Part], lineage: Mapping[str, tuple[str, ...]]
) -> dict[int, tuple[str, ...]]:
    """Return by place what is decided about rows of the old plan, which are named by id."""
    return {
        place: lineage[part.key]
        for place, part in enumerate(parts)
        if part.family == "row" and part.key in lineage
    }
