import pytest
from hypothesis import given
from language_strategies import symbols, vietnamese_text

from planforge.vietnamese.document_types import COPY_TYPES, DOCUMENT_TYPES
from planforge.vietnamese.symbols import Symbol, find_symbols, parse_symbol

EXAMPLES = {
    "182/KH-UBND": Symbol("182", "KH", ("UBND",)),
    "05/KH-UBND": Symbol("05", "KH", ("UBND",)),
    "1494/TTr-SNV": Symbol("1494", "TTr", ("SNV",)),
    "30c/NQ-CP": Symbol("30c", "NQ", ("CP",)),
    "1659/NQ-UBTVQH15": Symbol("1659", "NQ", ("UBTVQH15",)),
    "12/UBND-VX": Symbol("12", "", ("UBND", "VX"), "letter"),
    "2231/SNV-CCHC&PC": Symbol("2231", "", ("SNV", "CCHC&PC"), "letter"),
    "60/2021/NĐ-CP": Symbol("60", "NĐ", ("CP",), "legal", 2021),
    "63/2021/NQ-HĐND": Symbol("63", "NQ", ("HĐND",), "legal", 2021),
    "66.25/2026/NQ-CP": Symbol("66.25", "NQ", ("CP",), "legal", 2026),
    "30/2000/PL-UBTVQH10": Symbol("30", "PL", ("UBTVQH10",), "legal", 2000),
    "02/2016/TTLT-VKSNDTC-TANDTC": Symbol("02", "TTLT", ("VKSNDTC", "TANDTC"), "joint", 2016),
    "72/2025/NQLT/UBTVQH15-CP": Symbol("72", "NQLT", ("UBTVQH15", "CP"), "joint", 2025, "/"),
    "63/2025/QH15": Symbol("63", "", ("QH15",), "assembly", 2025),
    "70/2025/UBTVQH15": Symbol("70", "", ("UBTVQH15",), "assembly", 2025),
    "39-NQ/TW": Symbol("39", "NQ", ("TW",), "party"),
    "04-NQ/TU": Symbol("04", "NQ", ("TU",), "party"),
}


@pytest.mark.parametrize(("text", "symbol"), EXAMPLES.items())
def test_parse_symbol(text: str, symbol: Symbol) -> None:
    assert parse_symbol(text) == symbol
    assert str(symbol) == text


def test_a_number_that_looks_like_a_year_is_a_number() -> None:
    symbol = parse_symbol("2017/QĐ-UBND")
    assert symbol == Symbol("2017", "QĐ", ("UBND",))


@pytest.mark.parametrize("text", ["/KH-UBND", "/2022/QĐ-UBND", "-NQ/TU", "/SNV-CCHC"])
def test_a_draft_has_no_number_yet(text: str) -> None:
    symbol = parse_symbol(text)
    assert symbol is not None
    assert not symbol.has_number
    assert str(symbol) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "182",
        "KH-UBND",
        "182/KH",
        "182 /KH-UBND",
        "182/KH-UBND.",
        "12/2021",
        "74/CP",
        "NĐ-CP",
        "66/2026NĐ-CP",
        "182/NĐ_CP",
        "182/kh-ubnd",
        "123456/KH-UBND",
        "182/KH-UBND-",
        "7/2025/XX/YY",
    ],
)
def test_other_texts_are_no_symbols(text: str) -> None:
    assert parse_symbol(text) is None


@given(symbols)
def test_printing_inverts_parsing(text: str) -> None:
    symbol = parse_symbol(text)
    assert symbol is not None
    assert str(symbol) == text


@given(symbols)
def test_a_numbered_symbol_is_found_inside_a_sentence(text: str) -> None:
    ((start, symbol),) = find_symbols(f"theo ({text}), và")
    assert (start, str(symbol)) == (6, text)


@given(vietnamese_text)
def test_any_text_may_be_searched(text: str) -> None:
    parse_symbol(text)
    for start, symbol in find_symbols(text):
        assert text.startswith(str(symbol), start)


def test_types_are_those_of_the_decree() -> None:
    assert len(DOCUMENT_TYPES) == 27
    assert len(COPY_TYPES) == 3
    assert DOCUMENT_TYPES["QyĐ"] == "Quy định"
    assert "CV" not in DOCUMENT_TYPES
