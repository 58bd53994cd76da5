import re
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec import Struct

from planforge.standards import Element, Figure, Rule, Standard, load_standard
from planforge.standards.text_width import text_width

STANDARD = load_standard()
CLAUSE = re.compile(r"Đ\.\d+|PL I, Phần II|PL III, Mẫu \d\.\d+|PL I\.[IVX]+(\.\d+(\.[a-zđ])?)?")


def walk(value: object, path: str = "") -> Iterator[tuple[str, Struct]]:
    """Yield every struct under ``value`` with its path."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, f"{path}.{key}")
    elif isinstance(value, Struct):
        yield path.lstrip("."), value
        for field in value.__struct_fields__:
            yield from walk(getattr(value, field), f"{path}.{field}")


FIGURES = {path: part for path, part in walk(STANDARD) if isinstance(part, Figure)}
RULES = {path: part for path, part in walk(STANDARD) if isinstance(part, Rule)}


def test_the_standard_says_what_it_is_and_when_it_is_in_force() -> None:
    assert STANDARD.id == "ND30-2020"
    assert STANDARD.valid_from == date(2020, 3, 5)
    assert STANDARD.valid_to is None


def test_an_unknown_standard_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        load_standard("nd110")


@pytest.mark.parametrize("path", FIGURES)
def test_what_the_templates_use_is_allowed(path: str) -> None:
    figure = FIGURES[path]
    assert figure.one_of or figure.at_least is not None
    assert figure.allows(figure.use)


@pytest.mark.parametrize("path", RULES)
def test_every_rule_names_its_clause(path: str) -> None:
    assert CLAUSE.fullmatch(RULES[path].clause)


def test_what_is_not_a_rule_gives_its_reason() -> None:
    assert all(choice.why for choice in STANDARD.choices.values())


@pytest.mark.parametrize(
    ("path", "allowed", "refused"),
    [
        ("paper.width", [210], [209, 297]),
        ("margins.top", [20, 25], [19.9, 25.1]),
        ("margins.bottom", [20, 25], [19.9, 25.1]),
        ("margins.left", [30, 35], [29, 36]),
        ("margins.right", [15, 20], [14, 21]),
        ("paragraph.indent", [10, 12.7], [0, 11, 12.5]),
        ("paragraph.gap", [6, 12], [5]),
        ("paragraph.line", [1, 1.5], [0.9, 1.6]),
        ("elements.national_title.size", [12, 13], [14]),
        ("elements.motto.size", [13, 14], [12]),
        ("elements.motto.rule", [1], [0.5]),
        ("elements.issuer.rule", [0.34, 0.5], [0.3, 0.6]),
        ("elements.subject.rule", [0.34, 0.5], [0.3, 0.6]),
        ("elements.number.size", [13], [12, 14]),
        ("elements.recipients_title.size", [12], [11, 13]),
        ("elements.recipients_list.size", [11], [12]),
        ("elements.appendix_label.size", [14], [13]),
        ("elements.page_number.size", [13, 14], [12]),
    ],
)
def test_figures_of_the_decree(path: str, allowed: list[float], refused: list[float]) -> None:
    assert all(FIGURES[path].allows(value) for value in allowed)
    assert not any(FIGURES[path].allows(value) for value in refused)


@pytest.mark.parametrize(
    ("key", "bold", "italic", "upper"),
    [
        ("national_title", True, False, True),
        ("motto", True, False, False),
        ("parent", False, False, True),
        ("issuer", True, False, True),
        ("number", False, False, False),
        ("place_date", False, True, False),
        ("document_type", True, False, True),
        ("subject", True, False, False),
        ("letter_subject", False, False, False),
        ("basis", False, True, False),
        ("body", False, False, False),
        ("part_title", True, False, True),
        ("outline_section", True, False, True),
        ("clause_heading", True, False, False),
        ("point", False, False, False),
        ("authority", True, False, True),
        ("signer", True, False, False),
        ("recipients_title", True, True, False),
        ("recipients_list", False, False, False),
        ("appendix_label", True, False, False),
        ("appendix_title", True, False, True),
        ("appendix_note", False, True, False),
        ("page_number", False, False, False),
    ],
)
def test_looks_of_the_decree(key: str, *, bold: bool, italic: bool, upper: bool) -> None:
    element: Element = STANDARD.elements[key]
    assert (element.bold, element.italic, element.upper) == (bold, italic, upper)


def test_a_figure_allows_what_rounding_in_a_file_adds() -> None:
    right = STANDARD.margins.right
    assert not right.allows(14.99)
    assert right.allows(14.99, tolerance=0.02)
    assert STANDARD.paragraph.indent.allows(12.69, tolerance=0.02)


def test_only_months_one_and_two_take_a_leading_zero() -> None:
    assert STANDARD.wording["date"].pad_months == (1, 2)


def test_points_count_in_vietnamese_letters() -> None:
    assert STANDARD.wording["point_letters"].form.startswith("a b c d đ e g h i k")


def test_appendices_are_numbered_from_two_on_and_each_for_itself() -> None:
    numbering = STANDARD.elements["appendix_label"].numbering
    assert numbering is not None
    assert (numbering.numerals, numbering.from_count) == ("roman", 2)
    assert STANDARD.page_numbering.restart_in_appendix


def test_a_standard_is_loaded_the_same_every_time() -> None:
    standard: Standard = load_standard("nd30")
    assert standard == STANDARD


@pytest.mark.parametrize(
    ("text", "bold", "width"),
    [
        ("", False, 0),
        ("i", False, 10 * 569 / 2048),
        ("Ơ", False, 10 * 1479 / 2048),
        ("Ợ", True, 10 * 1593 / 2048),
        ("ấẫẬđ", False, 10 * (909 + 909 + 1479 + 1024) / 2048),
        ("①", False, 5),
        ("漢", True, 5),
    ],
)
def test_width_of_text(text: str, *, bold: bool, width: float) -> None:
    assert text_width(text, 10, bold=bold) == pytest.approx(width)
