"""C103: a document is cited in full the first time."""

from collections.abc import Iterator

from planforge.findings import Message, msg
from planforge.linter.citations import (
    Cited,
    Origin,
    cited_documents,
    is_law,
    origins,
)
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first citation of every document whose date or issuer it leaves out."""
    items = cited_documents(subject)
    seen: set[tuple[str, str]] = set()
    for item, origin in zip(items, origins(items), strict=True):
        key = str(item.citation.symbol)
        if _is_free(item) or (key, str(item.citation.day or "")) in seen:
            continue
        seen |= {(key, str(item.citation.day or "")), (key, "")}
        if not (origin.dated and origin.issued):
            yield Violation(
                item.path,
                _problem(item, origin),
                msg(
                    "Name type, number, date, issuer and subject the first time; "
                    "later type and number are enough."
                ),
            )


def _is_free(item: Cited) -> bool:
    return is_law(item.citation) or item.in_heading or item.in_title


def _problem(item: Cited, origin: Origin) -> Message:
    if origin.issued:
        return msg("The first citation of “{document}” lacks its date.", document=item.name)
    if origin.dated:
        return msg("The first citation of “{document}” lacks its issuer.", document=item.name)
    return msg("The first citation of “{document}” lacks date and issuer.", document=item.name)


RULE = Rule(
    code="C103",
    name="incomplete-first-citation",
    severity="info",
    check=check,
    what=msg(
        "The first citation of a document without its date or its issuer. Laws are cited by "
        "type and name; headings and the titles of other documents are left alone."
    ),
    why=msg(
        "Numbers restart every year, so that a number alone does not say which document it is."
    ),
    bad="""
opening: Thực hiện Quyết định số 905/QĐ-BNV về tăng cường năng lực đội ngũ.
""",
    good="""
opening: |
  Thực hiện Quyết định số 905/QĐ-BNV ngày 17/11/2022 của Bộ Nội vụ về tăng cường năng lực đội ngũ.

  Nhiệm vụ theo Quyết định số 905/QĐ-BNV được lồng ghép.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.b",
)
