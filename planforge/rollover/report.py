"""What a rollover did, or would do, in words and as data."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from msgspec import Struct

from planforge.findings import Message, Translate, msg
from planforge.rollover.draft import Draft, Move, Verdict
from planforge.rollover.questions import KINDS

_VERDICTS: dict[Verdict, Message] = {
    "moved": msg("Moved"),
    "cleared": msg("Taken out, to be given anew"),
    "flagged": msg("Left for you to decide"),
    "kept": msg("Kept"),
}
_LINES_SHOWN = 8
_NUMBER = re.compile("[0-9]+[a-zđ]?(?=[/-])")


class PlacedAsk(Struct, frozen=True, kw_only=True):
    """A question in the language of the user, with its lines and the first of its places."""

    kind: str
    place: str
    about: str
    proposal: str
    lines: tuple[int, ...]


def count_lines(draft: Draft, translate: Translate) -> Iterator[str]:
    """Yield how many years moved, were taken out, are left to decide and stay."""
    counts = Counter(move.verdict for move in draft.moves)
    width = max(len(name.text(translate)) for name in _VERDICTS.values())
    for verdict in get_args(Verdict):
        name = _VERDICTS[verdict].text(translate)
        yield f"  {name:<{width}}  {counts[verdict]:>4}"


def move_lines(draft: Draft, translate: Translate) -> Iterator[str]:
    """Yield every year with its line and column in the old file, by verdict and reason."""
    for verdict in get_args(Verdict):
        moves = [move for move in draft.moves if move.verdict == verdict]
        if moves:
            yield f"{_VERDICTS[verdict].text(translate)} ({len(moves)})"
            yield from _by_reason(moves, translate)
            yield ""


def _by_reason(moves: list[Move], translate: Translate) -> Iterator[str]:
    groups: dict[str, list[Move]] = {}
    for move in moves:
        groups.setdefault(_reason(move, translate), []).append(move)
    for reason, group in groups.items():
        if group[0].kind == "comment":
            lines = ", ".join(str(line) for line in dict.fromkeys(move.line for move in group))
            yield f"  {reason} ({len(group)}): {lines}"
            continue
        yield f"  {reason} ({len(group)})"
        for move in group:
            yield f"    {_place(move):>8}  {_change(move):<13}  {move.words}".rstrip()


def _place(move: Move) -> str:
    return f"{move.line}:{move.column}" if move.column else str(move.line)


def _change(move: Move) -> str:
    if move.kind == "own_reference" and not move.new:
        number = _NUMBER.search(move.old)
        return f"{number[0]} → …" if number else "→ …"
    return move.old if move.new == move.old else f"{move.old} → {move.new or '…'}"


def _reason(move: Move, translate: Translate) -> str:
    """Return why a year is where it is put: by its question where there is one."""
    if move.verdict == "flagged" and move.kind in KINDS:
        return KINDS[move.kind].text(translate)
    return move.reason.text(translate)


def ask_lines(asks: Iterable[PlacedAsk], translate: Translate) -> Iterator[str]:
    """Yield the questions, kind by kind, each with its lines and what is proposed."""
    groups: dict[str, list[PlacedAsk]] = {}
    for ask in asks:
        groups.setdefault(ask.kind, []).append(ask)
    for kind, group in groups.items():
        yield f"  {KINDS[kind].text(translate)} ({len(group)})"
        for ask in group:
            yield f"    {_lines_of(ask, translate)}: {ask.about}"
            if ask.proposal:
                yield f"      → {ask.proposal}"


def _lines_of(ask: PlacedAsk, translate: Translate) -> str:
    """Return the first lines a question is about, and how many more there are."""
    shown = ", ".join(map(str, ask.lines[:_LINES_SHOWN]))
    more = len(ask.lines) - _LINES_SHOWN
    if more > 0:
        return msg("lines {lines} and {count} more", lines=shown, count=more).text(translate)
    several = len(ask.lines) > 1
    place = msg("lines {lines}", lines=shown) if several else msg("line {line}", line=shown)
    return place.text(translate)
