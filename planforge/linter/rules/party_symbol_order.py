"""C102: the Party puts the hyphen first in its symbols, the State the slash."""

from collections.abc import Iterator

from msgspec.structs import replace

from planforge.findings import msg
from planforge.linter.citations import cited_documents
from planforge.linter.issuing_bodies import PARTY_CODES, STATE_CODES
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.symbols import Symbol


def check(subject: Subject) -> Iterator[Violation]:
    """Yield every symbol of the Party written like one of the State, and the reverse."""
    for item in cited_documents(subject):
        symbol = item.citation.symbol
        meant = symbol and _in_order(symbol)
        if meant:
            yield Violation(
                item.path,
                msg("“{symbol}” has slash and hyphen in each other's place.", symbol=str(symbol)),
                msg(
                    "Write “{meant}”: the Party puts the hyphen first, the State the slash.",
                    meant=str(meant),
                ),
            )


def _in_order(symbol: Symbol) -> Symbol | None:
    if symbol.kind == "admin" and symbol.organs[0] in PARTY_CODES:
        return replace(symbol, kind="party")
    if symbol.kind == "party" and symbol.organs[0] in STATE_CODES:
        return replace(symbol, kind="admin")
    return None


RULE = Rule(
    code="C102",
    name="party-symbol-order",
    severity="warning",
    check=check,
    what=msg("A document of the Party with a symbol of the State's form, or the reverse."),
    why=msg(
        "The two systems are told apart by this form alone: 39-NQ/TW is a resolution of the "
        "Party, 76/NQ-CP one of the Government."
    ),
    bad="""
opening: Thực hiện Nghị quyết số 39/NQ-TW ngày 17/4/2015 của Bộ Chính trị.
""",
    good="""
opening: Thực hiện Nghị quyết số 39-NQ/TW ngày 17/4/2015 của Bộ Chính trị.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3",
)
