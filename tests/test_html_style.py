"""The style of the web page, held against the figures of the standard."""

import re
from typing import get_args

import pytest

from planforge.document import Role
from planforge.standards import load_standard
from planforge.writers.html_style import STYLE, page_style

STANDARD = load_standard()


def declarations(style: str) -> dict[str, dict[str, str]]:
    """Return what the style says about each selector outside of the @-rules."""
    plain = re.sub(r"@[^{]+\{(?:[^{}]|\{[^{}]*\})*\}", "", style)
    found: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
        pairs = [line.split(":", 1) for line in body.split(";") if ":" in line]
        for selector in selectors.split(","):
            values = {name.strip(): value.strip() for name, value in pairs}
            found.setdefault(selector.strip(), {}).update(values)
    return found


LOOKS = declarations(STYLE)

ELEMENTS = {
    ".national_title": "national_title",
    ".motto": "motto",
    ".parent": "parent",
    ".issuer": "issuer",
    ".number": "number",
    ".place_date": "place_date",
    ".document_type": "document_type",
    ".subject": "subject",
    ".note": "appendix_note",
    ".basis": "basis",
    ".body": "body",
    ".part": "part",
    ".part_title": "part_title",
    ".heading": "outline_section",
    ".subheading": "clause_heading",
    ".point": "point",
    ".powers": "authority",
    ".signer": "signer",
    ".recipients_title": "recipients_title",
    ".recipients_list": "recipients_list",
    ".appendix_label": "appendix_label",
    ".appendix_title": "appendix_title",
    ".appendix_note": "appendix_note",
}


@pytest.mark.parametrize(("selector", "name"), ELEMENTS.items())
def test_elements_look_as_the_standard_says(selector: str, name: str) -> None:
    look, element = LOOKS[selector], STANDARD.elements[name]
    assert look["font-size"] == f"{element.size.use:g}pt"
    assert (look.get("font-weight") == "bold") is element.bold
    assert (look.get("font-style") == "italic") is element.italic


def test_every_role_has_a_look() -> None:
    plain = {"cell", "cell_dash"}  # the table's own text
    assert {role for role in get_args(Role) if f".{role}" not in LOOKS} == plain


def test_pages_have_the_margins_of_the_standard() -> None:
    margins = STANDARD.margins
    top, bottom, left, right = (
        f"{figure.use:g}mm" for figure in (margins.top, margins.bottom, margins.left, margins.right)
    )
    assert f"@page {{ size: A4; margin: {top} {right} {bottom} {left}; }}" in STYLE
    assert LOOKS[".sheet"]["padding"] == f"{top} {right} {bottom} {left}"
    assert LOOKS[".sheet"]["width"] == f"min({STANDARD.paper.width.use:g}mm, 100%)"
    assert LOOKS[".sheet.landscape"]["width"] == f"min({STANDARD.paper.height.use:g}mm, 100%)"


def test_paragraphs_have_the_measures_of_the_standard() -> None:
    text, look = STANDARD.paragraph, LOOKS[".body"]
    assert look["text-indent"] == f"{text.indent.use:g}mm"
    assert look["margin-top"] == f"{text.gap.use:g}pt"
    natural = float(LOOKS["body"]["line-height"])
    assert text.line.allows(float(look["line-height"]) / natural, tolerance=0.01)


def test_page_numbers_are_centred_at_the_top_in_the_size_of_the_standard() -> None:
    size = STANDARD.elements["page_number"].size.use
    style = page_style(1, landscape=False)
    assert "@top-center { content: counter(part-1, page-number);" in style
    assert f"font: {size:g}pt" in style


def test_the_first_page_of_a_part_prints_no_number() -> None:
    assert not STANDARD.page_numbering.on_first_page
    assert "@counter-style page-number { system: extends decimal; range: 2 infinite;" in STYLE


def test_rules_are_as_long_as_the_standard_says() -> None:
    motto, issuer = STANDARD.elements["motto"].rule, STANDARD.elements["issuer"].rule
    assert motto is not None
    assert issuer is not None
    assert motto.allows(float(LOOKS[".motto .ruled::after"]["width"].rstrip("%")) / 100)
    assert issuer.allows(float(LOOKS[".ruled::after"]["width"].rstrip("%")) / 100)


def test_our_own_choices_are_those_of_the_templates() -> None:
    choices = {name: f"{choice.use:g}" for name, choice in STANDARD.choices.items()}
    assert LOOKS[":root"]["--line"] == f"{choices['rule_weight']}pt solid var(--ink)"
    assert LOOKS[".closing"]["margin-top"] == f"{choices['signature_gap']}mm"
    assert LOOKS[".signer"]["margin-top"] == f"{choices['signature_lines']}lh"
    assert LOOKS["table"]["font-size"] == f"{choices['table_text']}pt"
    assert LOOKS["td"]["padding"].endswith(f" {choices['table_padding']}mm")
    assert LOOKS["td"]["border"] == f"{choices['table_border']}pt solid var(--ink)"
    assert LOOKS[".footnotes"]["font-size"] == f"{choices['footnote_text']}pt"
    left = STANDARD.choices["left_column"].use
    width = STANDARD.paper.width.use - STANDARD.margins.left.use - STANDARD.margins.right.use
    assert LOOKS[".letterhead"]["grid-template-columns"] == (
        f"minmax(0, {left:g}fr) minmax(0, {width - left:g}fr)"
    )
