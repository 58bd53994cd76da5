"""Which parts became one, and which one became several.

A part that has no partner may live on inside another pair: its words stand in the new part, which
its partner alone does not explain. What the review of the draft decided comes before any guess.
"""

from collections.abc import Mapping

from msgspec import Struct

from planforge.differ.alignment import align
from planforge.differ.pairing import Pairing
from planforge.differ.parts import Family, Part
from planforge.differ.similarity import Features, Likeness, features_of, nearest, preference

_JOINABLE: tuple[Family, ...] = ("row", "prose", "basis")
_LEAST_FOUND = 220
_LEAST_FOUND_FOR_LITTLE = 650
"""How much of a part's words, in thousandths, must stand in the part it went into.

More where that part has few new words.
"""

_JOINED_HERE = 500
_JOINED_ELSEWHERE = 750
_JOINED_SURELY = 850
"""From which mean of found and explained words a part went into another: in the same place,
anywhere, and though it has a partner of its own that is little like it."""

_FULL = 1000
_IMPOSSIBLE = _FULL + 1
_LITTLE = 4
"""New words and pairs of words that are few."""


class Joints(Struct):
    """Parts beside the pairs: old ones that went into a new part, new ones that came of an old."""

    merged: dict[int, list[int]]
    split: dict[int, list[int]]

    def involved(self, side: int) -> set[int]:
        """Return the parts of one side that live on beside a pair."""
        lists = (self.merged if side == 0 else self.split).values()
        return {place for places in lists for place in places}


def join_parts(pairing: Pairing, lineage: Mapping[int, tuple[str, ...]]) -> Joints:
    """Return which parts without partner were merged into pairs or split off from them.

    ``lineage`` names the new parts that decided ones went into; parts they pair are joined.
    """
    joints = Joints({}, {})
    _follow(pairing, lineage, joints)
    guesses = [
        guess
        for side in (0, 1)
        for family in _JOINABLE
        for guess in _guesses(pairing, side, family, joints, lineage)
    ]
    _accept(pairing, guesses, joints)
    return joints


def _follow(pairing: Pairing, lineage: Mapping[int, tuple[str, ...]], joints: Joints) -> None:
    """Do as was decided: the first part that goes into a free one is its partner."""
    places = {part.key: place for place, part in enumerate(pairing.new) if part.family == "row"}
    for old, names in lineage.items():
        for new in (places[name] for name in names if name in places):
            if old not in pairing.partner and new not in pairing.origin:
                pairing.join(old, new)
            elif old not in pairing.partner and len(names) == 1:
                joints.merged.setdefault(new, []).append(old)
            elif new not in pairing.origin:
                joints.split.setdefault(old, []).append(new)


class _Guess(Struct, frozen=True):
    """A part of ``side`` that may live on in the part ``target`` of the other side."""

    side: int
    place: int
    target: int
    strength: int

    def pair(self) -> tuple[int, int]:
        """Return the old and the new part."""
        return (self.place, self.target) if self.side == 0 else (self.target, self.place)


def _guesses(
    pairing: Pairing,
    side: int,
    family: Family,
    joints: Joints,
    lineage: Mapping[int, tuple[str, ...]],
) -> list[_Guess]:
    settled = joints.involved(side) | (set(lineage) if side == 0 else set())
    loose = {
        place: pairing.features_of(side, place)
        for place, part in enumerate((pairing.old, pairing.new)[side])
        if part.family == family and place not in settled and pairing.is_loose(side, place)
    }
    paired = _paired(pairing, 1 - side, family)
    if not (loose and paired):
        return []
    likeness = Likeness([*loose.values(), *paired.values()])
    guesses = (
        _guess(pairing, likeness, side, pair)
        for pair in nearest(likeness, loose, paired, either=False)
    )
    return [guess for guess in guesses if guess is not None]


def _paired(pairing: Pairing, side: int, family: Family) -> dict[int, Features]:
    parts: list[Part] = (pairing.old, pairing.new)[side]
    partners = (pairing.partner, pairing.origin)[side]
    return {
        place: pairing.features_of(side, place)
        for place, part in enumerate(parts)
        if part.family == family and place in partners
    }


def _guess(pairing: Pairing, likeness: Likeness, side: int, pair: tuple[int, int]) -> _Guess | None:
    """Return the guess that a loose part went into a target, None where too little speaks for it.

    What speaks for it is the mean of two shares: of the loose part's words that stand in its
    target, and of the target's new words that the loose part explains.
    """
    place, target = pair
    least = _least_strength(pairing, side, pair)
    loose = pairing.features_of(side, place)
    whole = max(likeness.whole(loose), 1)
    found = _FULL * likeness.weight(loose & pairing.features_of(1 - side, target)) // whole
    if found < _LEAST_FOUND or (found + _FULL) // 2 < least:
        return None
    fresh = _fresh(pairing, 1 - side, target) & likeness.known
    if found < _LEAST_FOUND_FOR_LITTLE and len(fresh) <= _LITTLE:
        return None
    explained = _FULL * likeness.weight(loose & fresh) // max(likeness.weight(fresh), 1)
    strength = (found + explained) // 2
    return _Guess(side, place, target, strength) if strength >= least else None


def _fresh(pairing: Pairing, side: int, place: int) -> Features:
    """Return the features of the words a part of one side has beyond its partner's."""
    partner = (pairing.partner, pairing.origin)[side][place]
    words = pairing.words_of(side, place)
    blocks = align(pairing.words_of(1 - side, partner), words)
    runs = (words[j:end] for tag, _, _, j, end in blocks if tag != "equal")
    return frozenset().union(*map(features_of, runs))


def _least_strength(pairing: Pairing, side: int, pair: tuple[int, int]) -> int:
    """Return how strong a guess has to be; rows of one area must be of one lead agency as well."""
    place, target = pair
    partner = (pairing.partner, pairing.origin)[side].get(place)
    if partner is not None:
        return _IMPOSSIBLE if partner == target else _JOINED_SURELY
    old, new = pair if side == 0 else (target, place)
    if pairing.home_of_old(old) != pairing.home_of_new(new) or not pairing.is_same_lead(old, new):
        return _JOINED_ELSEWHERE
    return _JOINED_HERE


def _accept(pairing: Pairing, guesses: list[_Guess], joints: Joints) -> None:
    """Take the best guesses; no pair both takes parts in and gives parts off."""
    for guess in sorted(guesses, key=lambda guess: preference(guess.strength, guess.pair())):
        partners = (pairing.partner, pairing.origin)[guess.side]
        others = (pairing.origin, pairing.partner)[guess.side]
        taking, giving = (
            (joints.merged, joints.split) if guess.side == 0 else (joints.split, joints.merged)
        )
        if guess.target not in others or others[guess.target] in giving:
            continue
        if guess.place in joints.involved(guess.side) or guess.place in giving:
            continue
        if guess.place in partners:
            if partners[guess.place] in taking:
                continue
            pairing.part(guess.side, guess.place)
        taking.setdefault(guess.target, []).append(guess.place)
