"""C105: one number of one issuer has one date."""

from collections import defaultdict
from collections.abc import Iterator

from planforge.findings import Message, msg
from planforge.linter.citations import (
    Cited,
    are_unlike,
    cited_documents,
    same_issuer,
    subject_words,
)
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.plan import Plan


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first citation under each further date of a number, unless the subjects differ."""
    dated: dict[str, dict[str, Cited]] = defaultdict(dict)
    for item in cited_documents(subject):
        if item.citation.symbol and item.citation.day:
            dated[str(item.citation.symbol)].setdefault(str(item.citation.day), item)
    for first, *others in (tuple(items.values()) for items in dated.values()):
        for other in others:
            if _may_be_one(first, other, subject.plan):
                yield Violation(other.path, _problem(first, other), _remedy(first, other))


def _may_be_one(first: Cited, other: Cited, plan: Plan) -> bool:
    if not same_issuer(first.citation.issuer, other.citation.issuer):
        return False
    one, two = subject_words(first.citation, plan), subject_words(other.citation, plan)
    return _is_unique(first, other) or not are_unlike(one, two)


def _is_unique(first: Cited, other: Cited) -> bool:
    """Whether the number can be given only once: its year is in it, or both dates are of it."""
    symbol, one, two = first.citation.symbol, first.citation.day, other.citation.day
    in_symbol = symbol is not None and symbol.year is not None
    return in_symbol or (one is not None and two is not None and one.year == two.year)


def _problem(first: Cited, other: Cited) -> Message:
    return msg(
        "“{document}” is dated {date} here and {first} elsewhere in the plan.",
        document=other.name,
        date=other.citation.date,
        first=first.citation.date,
    )


def _remedy(first: Cited, other: Cited) -> Message:
    if _is_unique(first, other):
        return msg("One of the two dates is wrong; check them against the document.")
    return msg(
        "Check both dates. If they are two documents of different years with the same number, "
        "name the subject of each."
    )


RULE = Rule(
    code="C105",
    name="document-with-two-dates",
    severity="warning",
    check=check,
    what=msg(
        "The same number of the same issuer under two dates. Numbers restart every year: two "
        "years are left alone where the subjects show two documents."
    ),
    why=msg("One of the dates is mostly copied wrongly, and the reader cannot tell which."),
    bad="""
opening: |
  Thực hiện Kế hoạch số 111/KH-UBND ngày 29/9/2021 của UBND tỉnh.

  Sắp xếp đơn vị theo Kế hoạch số 111/KH-UBND ngày 15/12/2020 của UBND tỉnh.
""",
    good="""
opening: |
  Thực hiện Kế hoạch số 111/KH-UBND ngày 29/9/2021 của UBND tỉnh về cải cách hành chính.

  Sắp xếp theo Kế hoạch số 111/KH-UBND ngày 15/12/2020 của UBND tỉnh về tự chủ đơn vị sự nghiệp.
""",
)
