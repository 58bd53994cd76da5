"""F107: the plan's own symbol fits its type and its issuer."""

from collections.abc import Iterator

from planforge.findings import Message, Path, msg
from planforge.linter.issuers import GAP, Issuer, read_issuer, signing_issuer
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.document_types import DOCUMENT_TYPES
from planforge.vietnamese.normalization import fold
from planforge.vietnamese.symbols import Symbol, parse_symbol

_PEOPLES_BODIES = {
    "UBND": "ủy ban nhân dân",
    "CTUBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân",
}
_DEPARTMENTS = {
    "SNV": "nội vụ",
    "STP": "tư pháp",
    "STC": "tài chính",
    "SYT": "y tế",
    "SXD": "xây dựng",
    "SCT": "công thương",
    "SKHCN": "khoa học và công nghệ",
    "SGDĐT": "giáo dục và đào tạo",
    "STTTT": "thông tin và truyền thông",
    "SKHĐT": "kế hoạch và đầu tư",
    "STNMT": "tài nguyên và môi trường",
    "SNNMT": "nông nghiệp và môi trường",
    "SVHTTDL": "văn hóa, thể thao và du lịch",
}
"""Codes that stand for one body wherever they are used; heads of agencies may set others."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield what contradicts in the symbols of the plan and of its decision."""
    plan = subject.plan
    issuer = read_issuer(plan.issuer.name)
    if plan.number and not issuer.is_party:
        yield from _check(("number",), plan.number, plan.type, issuer)
    if plan.decision is not None:
        number = plan.decision.number
        yield from _check(("decision", "number"), number, "Quyết định", signing_issuer(plan))


def _check(path: Path, number: str, type_: str, issuer: Issuer) -> Iterator[Violation]:
    symbol = None if GAP in number else parse_symbol("".join(number.split()))
    if symbol is None:
        return
    problem = _type_problem(symbol, type_) or _issuer_problem(symbol, issuer)
    if problem:
        yield Violation(path, problem, msg("Check type and issuer in the symbol `{n}`.", n=number))


def _type_problem(symbol: Symbol, type_: str) -> Message | None:
    if symbol.kind == "party":
        return msg("The symbol is written as the Party writes it, with the hyphen first.")
    expected = next(
        (short for short, name in DOCUMENT_TYPES.items() if fold(name) == fold(type_)), ""
    )
    if not expected or symbol.type == expected:
        return None
    return msg("The symbol does not abbreviate “{type}” by {short}.", type=type_, short=expected)


def _issuer_problem(symbol: Symbol, issuer: Issuer) -> Message | None:
    organ, words = symbol.organs[0], fold(issuer.name)
    named = _PEOPLES_BODIES.get(organ) or _DEPARTMENTS.get(organ.replace("&", ""))
    is_known = issuer.kind == "department" or any(
        fold(body) in words for body in _PEOPLES_BODIES.values()
    )
    if named is None or not is_known or _is_named(named, organ, issuer):
        return None
    return msg("{organ} is not the code of “{issuer}”.", organ=organ, issuer=issuer.name)


def _is_named(named: str, organ: str, issuer: Issuer) -> bool:
    words = fold(issuer.name)
    is_department = issuer.kind == "department"
    return fold(named) in words and is_department == (organ not in _PEOPLES_BODIES)


RULE = Rule(
    code="F107",
    name="own-symbol",
    severity="warning",
    check=check,
    what=msg(
        "A symbol of the plan that abbreviates another type, carries the code of another body, or "
        "has the hyphen first as the Party's have. Codes that are not common are left alone: the "
        "head of an agency sets them."
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
