"""The registry of legal documents holds together."""

from planforge.registries.legal_documents import load_documents
from planforge.vietnamese.document_types import CITED_TYPES, DOCUMENT_TYPES
from planforge.vietnamese.symbols import parse_symbol

DOCUMENTS = load_documents()
TYPES = {**DOCUMENT_TYPES, **CITED_TYPES}


def test_a_document_stands_once() -> None:
    keys = [(document.symbol, document.date, document.issuer) for document in DOCUMENTS]
    assert len(set(keys)) == len(keys)


def test_symbols_are_symbols_of_their_types() -> None:
    for document in DOCUMENTS:
        symbol = parse_symbol(document.symbol)
        assert symbol is not None, document.symbol
        assert symbol.kind == "assembly" or TYPES[symbol.type] == document.type
        assert symbol.year is None or document.date is None or symbol.year == document.date.year


def test_days_come_in_order() -> None:
    for document in DOCUMENTS:
        days = (document.date, document.valid_from, document.valid_to)
        known = [day for day in days if day]
        assert known == sorted(known), document.symbol


def test_what_a_sure_entry_leads_to_is_known() -> None:
    known = {document.symbol for document in DOCUMENTS}
    for document in DOCUMENTS:
        assert document.source
        assert not document.sure or document.successor in {"", *known}, document.symbol


def test_only_documents_that_end_before_another_have_ended() -> None:
    by_symbol = {document.symbol: document for document in DOCUMENTS}
    decree = by_symbol["42/2022/NĐ-CP"]
    assert decree.name == "Nghị định số 42/2022/NĐ-CP"
    assert decree.valid_to is not None
    assert not decree.has_ended(decree.valid_to)
    assert decree.has_ended(decree.valid_to.replace(month=7, day=1))
    assert not by_symbol["60/2021/NĐ-CP"].has_ended(decree.valid_to)
