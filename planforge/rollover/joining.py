"""Questions that are one: their places together, and the words each of them quotes."""

from msgspec.structs import replace

from planforge.findings import Message
from planforge.rollover.draft import Ask

_QUOTES = ("words", "time")
_BETWEEN = "”, “"
_MOST_QUOTED = 4


def joined(first: Ask, second: Ask) -> Ask:
    """Return one question for both: the first, with the places and the quotes of the second."""
    return replace(
        first,
        about=_quoting_both(first.about, second.about),
        proposal=_proposal(first, second),
        paths=tuple(dict.fromkeys((*first.paths, *second.paths))),
        lines=tuple(sorted({*first.lines, *second.lines})),
    )


def _proposal(first: Ask, second: Ask) -> Message | None:
    if first.proposal is None or second.proposal is None:
        return first.proposal
    return _quoting_both(first.proposal, second.proposal)


def _quoting_both(first: Message, second: Message) -> Message:
    """Return ``first`` with the words that ``second`` quotes, if they are alike but for these."""
    name = next((name for name in _QUOTES if name in first.values), "")
    if not name or first.template != second.template or name not in second.values:
        return first
    if any(first.values[key] != second.values.get(key) for key in first.values if key != name):
        return first
    quoted = str(first.values[name]).split(_BETWEEN)
    more = str(second.values[name])
    if more in quoted or quoted[-1] == "…":
        return first
    quoted.append(more if len(quoted) < _MOST_QUOTED else "…")
    return Message(first.template, {**first.values, name: _BETWEEN.join(quoted)})
