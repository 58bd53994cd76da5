"""The rules on citations, and what one of them says of a text or an example."""

from importlib import import_module

from test_rules import plan_of

from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

NAMES = (
    "unreadable_symbol",
    "party_symbol_order",
    "incomplete_first_citation",
    "citation_without_so",
    "document_with_two_dates",
    "symbol_contradicts_issuer",
    "known_document_cited_wrongly",
    "document_not_in_force",
    "same_document_cited_differently",
    "symbol_contradicts_type",
    "symbol_contradicts_date",
    "document_from_the_future",
    "document_perhaps_cited_wrongly",
    "document_perhaps_not_in_force",
)
RULES: tuple[Rule, ...] = tuple(
    import_module(f"planforge.linter.rules.{name}").RULE for name in NAMES
)
BY_CODE = {rule.code: rule for rule in RULES}


def violations(code: str, example: str) -> list[Violation]:
    return list(BY_CODE[code].check(Subject(plan_of(example))))


def of_text(code: str, *paragraphs: str, keys: str = "") -> list[Violation]:
    text = "\n\n".join(f"  {paragraph}" for paragraph in paragraphs)
    return violations(code, f"{keys}\nopening: |\n{text}\n")
