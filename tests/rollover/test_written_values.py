"""Where the letters of a value stand in its file, however it is written."""

import pytest
from rolling import plan_of, read

from planforge.editing.file_lines import Place
from planforge.editing.written_values import WrittenFile
from planforge.model.text import parse_text
from planforge.source import Scalar

WRITTEN = [
    "Kế hoạch năm 2021 của xã",
    '"Kế hoạch \\"năm 2021\\" của xã"',
    "'Kế hoạch ''năm'' 2021'",
    "|\n  Kế hoạch\n  năm 2021\n\n  - của xã",
    ">\n  Kế hoạch năm\n  2021 của xã",
    '"Kế hoạch \\\n  năm 2021"',
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_year_is_found_to_the_letter(written: str) -> None:
    source = read(plan_of(opening=written).encode()).source
    scalar, _ = source.descend(("opening",))
    assert isinstance(scalar, Scalar)
    texts = [paragraph.text for paragraph in parse_text(scalar.value)]
    found = WrittenFile(source).locate(scalar, texts)
    at = found[0].text.index("2021")
    (place,) = found[0].places(at, at + 4)
    assert source.lines[place.line][place.start : place.end] == "2021"


def test_words_on_two_lines_have_two_places() -> None:
    source = read(plan_of(opening=">\n  năm\n  2021").encode()).source
    scalar, _ = source.descend(("opening",))
    assert isinstance(scalar, Scalar)
    (text,) = WrittenFile(source).locate(scalar, ["năm 2021"])
    first, second = text.places(0, 8)
    assert (second.line, second.start) == (first.line + 1, first.start)


@pytest.mark.parametrize("written", ['"n\\u0103m 2021"', '"tab\\x09 2021"'])
def test_escapes_that_are_not_followed_are_not_guessed(written: str) -> None:
    source = read(plan_of(opening=written).encode()).source
    scalar, _ = source.descend(("opening",))
    assert isinstance(scalar, Scalar)
    (text,) = WrittenFile(source).locate(scalar, [scalar.value])
    assert text.places(0, len(text.text)) == ()


def test_a_value_stands_with_its_quotes() -> None:
    source = read(plan_of(date='"2020-12-24"  # ngày ký').encode()).source
    scalar, _ = source.descend(("date",))
    assert isinstance(scalar, Scalar)
    assert WrittenFile(source).outside(scalar) == Place(scalar.line - 1, 6, 18)
