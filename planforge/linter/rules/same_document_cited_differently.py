"""C109: one document is cited in one way throughout the plan."""

from collections.abc import Hashable, Iterator

from planforge.findings import msg
from planforge.linter.citations import (
    Cited,
    are_unlike,
    cited_documents,
    same_issuer,
    subject_words,
)
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_TELLING = 5
"""Subjects of fewer syllables recur, or are a document's nickname: “Đề án 06”."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield citations of one day that share the subject but not the number, or the reverse."""
    by_number: dict[Hashable, tuple[Cited, frozenset[str]]] = {}
    by_matter: dict[Hashable, tuple[Cited, frozenset[str]]] = {}
    for item in cited_documents(subject):
        symbol, day = item.citation.symbol, item.citation.day
        words = subject_words(item.citation, subject.plan)
        if symbol is None or day is None or not words:
            continue
        first, its_words = by_number.setdefault((str(symbol), day), (item, words))
        if _are_of_one(first, item) and are_unlike(its_words, words, _TELLING):
            yield _two_subjects(first, item)
        if len(words) >= _TELLING:
            key = (symbol.type, symbol.organs, day, words)
            first, _ = by_matter.setdefault(key, (item, words))
            if _are_of_one(first, item) and first.citation.symbol != symbol:
                yield _two_numbers(first, item)


def _are_of_one(first: Cited, item: Cited) -> bool:
    return same_issuer(first.citation.issuer, item.citation.issuer)


def _two_subjects(first: Cited, item: Cited) -> Violation:
    return Violation(
        item.path,
        msg(
            "“{document}” is “{subject}” here and “{other}” elsewhere in the plan.",
            document=item.name,
            subject=item.citation.subject,
            other=first.citation.subject,
        ),
        msg("Check number and subject against the document."),
    )


def _two_numbers(first: Cited, item: Cited) -> Violation:
    return Violation(
        item.path,
        msg(
            "“{document}” has the date and subject that “{other}” has elsewhere in the plan.",
            document=item.name,
            other=first.name,
        ),
        msg("One of the two numbers is wrong; check them against the document."),
    )


RULE = Rule(
    code="C109",
    name="same-document-cited-differently",
    severity="warning",
    check=check,
    what=msg(
        "Two citations with the same date and subject and different numbers, or with the same "
        "number and date and subjects that have nothing in common."
    ),
    why=msg("Body and appendix are written apart, and a slip in one of them stays unseen."),
    bad="""
opening: |
  Thực hiện Kế hoạch số 86/KH-UBND ngày 28/7/2021 của UBND tỉnh về số hóa hồ sơ thủ tục hành chính.

  Theo Kế hoạch số 68/KH-UBND ngày 28/7/2021 của UBND tỉnh về số hóa hồ sơ thủ tục hành chính.
""",
    good="""
opening: |
  Thực hiện Kế hoạch số 86/KH-UBND ngày 28/7/2021 của UBND tỉnh về số hóa hồ sơ thủ tục hành chính.

  Theo Kế hoạch số 86/KH-UBND ngày 28/7/2021 của UBND tỉnh về số hóa hồ sơ thủ tục hành chính.
""",
)
