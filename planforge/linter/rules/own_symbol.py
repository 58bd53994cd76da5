"""F107: the plan's own symbol fits its type and its issuer."""

from collections.abc import Iterator

from planforge.findings import Message, Path, msg
from planforge.linter.issuers import GAP, Issuer, read_issuer, signing_issuer
from planforge.linter.issuing_bodies import body_of_symbol, is_contradicted
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.document_types import DOCUMENT_TYPES
from planforge.vietnamese.normalization import fold
from planforge.vietnamese.symbols import Symbol, parse_symbol

_HINT = msg("Check type and issuer in the symbol.")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield what contradicts in the symbols of the plan and of its decision."""
    plan = subject.plan
    yield from _check(("number",), plan.number, plan.type, read_issuer(plan.issuer.name))
    if plan.decision is not None:
        number = plan.decision.number
        yield from _check(("decision", "number"), number, "Quyết định", signing_issuer(plan))


def _check(path: Path, number: str, type_: str, issuer: Issuer) -> Iterator[Violation]:
    symbol = None if GAP in number or issuer.is_party else parse_symbol("".join(number.split()))
    problem = symbol and (_type_problem(symbol, type_) or _issuer_problem(symbol, issuer))
    if problem:
        yield Violation(path, problem, _HINT)


def _type_problem(symbol: Symbol, type_: str) -> Message | None:
    expected = next(
        (short for short, name in DOCUMENT_TYPES.items() if fold(name) == fold(type_)), ""
    )
    if not expected or symbol.type == expected:
        return None
    return msg(
        "“{symbol}” is not the symbol of a {type}: that has {short}.",
        symbol=str(symbol),
        type=type_,
        short=expected,
    )


def _issuer_problem(symbol: Symbol, issuer: Issuer) -> Message | None:
    body = body_of_symbol(symbol)
    if body is None or not is_contradicted(body, issuer.name):
        return None
    return msg(
        "“{symbol}” carries the code of {body}; the issuer is “{issuer}”.",
        symbol=str(symbol),
        body=body.name,
        issuer=issuer.name,
    )


RULE = Rule(
    code="F107",
    name="own-symbol",
    severity="warning",
    check=check,
    what=msg(
        "A symbol of the plan, or of its decision, that abbreviates another type or carries the "
        "code of another body. Codes that are not common are left alone: the head of an agency "
        "sets them."
    ),
    why=msg("The symbol is how the document is cited and filed."),
    bad="""
number: 05/QĐ-UBND
""",
    good="""
number: 05/KH-UBND
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.3; Phụ lục III, Mục I",
)
