"""The head of a plan for another office: issuer, series and symbols; it follows no plan."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planforge.findings import Message, Path, msg
from planforge.rollover.draft import Move
from planforge.rollover.ledger import Ledger
from planforge.rollover.model_questions import unplaced_value
from planforge.rollover.office import Adoption
from planforge.rollover.value_lines import add_key, remove_key, rewrite_value
from planforge.source import Mapping, Scalar
from planforge.vietnamese.symbols import parse_symbol

_ISSUER = msg("names the issuer")
_SERIES = msg("every office has series of its own")
_FOLLOWS = msg("the new plan follows none")
_CODE = msg("the issuer's code in the plan's own number")
_UNPLACED = msg("to be changed by hand")


class Rewriting(NamedTuple):
    """A value of the head: its printed lines as they are and as they will be.

    ``is_gap`` tells that the new ones only say that something is to be filled in.
    """

    path: Path
    old: tuple[str, ...]
    new: tuple[str, ...]
    kind: str
    reason: Message
    is_gap: bool = False


def decide_office_head(adoption: Adoption, ledger: Ledger) -> None:
    """Write the new issuer, its series and its code; take out which plan was followed."""
    for rewriting in _issuer(adoption, ledger):
        rewrite(rewriting, ledger)
    _add_parent(adoption, ledger)
    _series(adoption, ledger)
    for path in (("number",), ("decision", "number")):
        _code(path, adoption, ledger)
    _remove_follows(ledger)


def rewrite(rewriting: Rewriting, ledger: Ledger) -> None:
    """Write a value anew where it differs, and record it; it is asked about where that fails."""
    path, old, new, kind, reason, is_gap = rewriting
    if old == new or not ledger.order.source.root:
        return
    done = rewrite_value(path, new, ledger)
    if not done:
        ledger.ask(unplaced_value(path), path)
    line, column = ledger.order.source.locate(path)
    cleared = is_gap or not new
    before, after = " / ".join(old), "" if cleared else " / ".join(new)
    ledger.moves.append(
        Move(
            path=path,
            line=line,
            column=column,
            old=before,
            new=after if done else before,
            verdict=("cleared" if cleared else "moved") if done else "flagged",
            kind=kind if done else "unplaced_name",
            reason=reason if done else _UNPLACED,
            words=f"{'.'.join(map(str, path))}: {before}",
        )
    )


def _issuer(adoption: Adoption, ledger: Ledger) -> Iterator[Rewriting]:
    """Yield the values of the issuer that stand in the file."""
    issuer, office = ledger.order.plan.issuer, adoption.office
    values: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        "name": ((issuer.name,), (office.name,)),
        "header": (issuer.header, office.header),
        "parent": (issuer.parent, office.parent),
        "short": ((issuer.short,), (office.short,)),
        "place": ((issuer.place,), (office.place,)),
    }
    for key, (old, new) in values.items():
        if any(old):
            yield Rewriting(("issuer", key), tuple(old), tuple(new), "issuer_name", _ISSUER)


def _add_parent(adoption: Adoption, ledger: Ledger) -> None:
    """Put in the governing agency where the new office prints one and the model none."""
    parent, root = adoption.office.parent, ledger.order.source.root
    if ledger.order.plan.issuer.parent or not parent or not isinstance(root, Mapping):
        return
    issuer = root.items.get("issuer")
    if not isinstance(issuer, Mapping):
        return
    path, words = ("issuer", "parent"), " ".join(parent)
    node = issuer.items.get("parent")
    before = next((key for key in ("short", "place") if key in issuer.keys), "")
    if node is not None or not add_key(issuer, "parent", before, words, ledger):
        ledger.ask(unplaced_value(path), ("issuer",))
        return
    _record(path, "", words, _ISSUER, ledger)


def _series(adoption: Adoption, ledger: Ledger) -> None:
    """Put the new office's folder in the place of the model's."""
    folder, slash, rest = ledger.order.plan.series.partition("/")
    series = f"{adoption.folder}/{rest if slash else folder}"
    if folder:
        old = (ledger.order.plan.series,)
        rewrite(Rewriting(("series",), old, (series,), "series", _SERIES), ledger)


def _code(path: Path, adoption: Adoption, ledger: Ledger) -> None:
    """Put the new office's code into a symbol; its number is taken out with the years."""
    node, rest = ledger.order.source.descend(path)
    model, office = adoption.model, adoption.office
    if rest or not isinstance(node, Scalar) or not node.value or model.code == office.code:
        return
    symbol = parse_symbol("".join(node.value.split()))
    organs = "-".join(symbol.organs) if symbol else ""
    at = node.value.rfind(organs) if organs else -1
    (written,) = ledger.written.locate(node, [node.value])
    places = written.places(at, at + len(organs)) if at >= 0 else ()
    if not ledger.replace(places, office.code):
        ledger.ask(unplaced_value(path), path)
        return
    _record(path, organs, office.code, _CODE, ledger)


def _remove_follows(ledger: Ledger) -> None:
    follows = ledger.order.plan.follows
    if not follows:
        return
    if not remove_key(ledger.order.source.root, "follows", ledger):
        ledger.ask(unplaced_value(("follows",)), ("follows",))
        return
    _record(("follows",), follows, "", _FOLLOWS, ledger)


def _record(path: Path, old: str, new: str, reason: Message, ledger: Ledger) -> None:
    line, column = ledger.order.source.locate(path)
    words = f"{'.'.join(map(str, path))}: {old}"
    ledger.moves.append(
        Move(
            path=path,
            line=line,
            column=column,
            old=old,
            new=new,
            verdict="moved" if new else "cleared",
            kind="issuer_name",
            reason=reason,
            words=words.strip(),
        )
    )
