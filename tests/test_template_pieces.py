"""Templates cut into pieces are filled as Jinja would fill them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.writers.docx.cutting import cut_into_pieces
from planforge.writers.docx.pieces import Markup, UnfilledError, fill_pieces
from planforge.writers.docx.preparation import prepare_template
from planforge.writers.docx.rendering import render

TEMPLATES = sorted((Path(__file__).parent.parent / "templates").glob("*.docx"))
SOURCE = (
    "<a>{{ ten }}</a>{% for dong in cac_dong %}<b>{{ dong }}{{ so }}</b>{% endfor %}"
    "{% if co %}<c>{{ ten }}</c>{% else %}<d/>{% endif %}{{ xml }}"
)

words = st.text(alphabet="ạbcĐ&<>\" '", max_size=8)


def unquoted(text: str) -> str:
    """Return ``text`` with quotes as they are: within an element both spellings are the same."""
    for entity, sign in (("&#34;", '"'), ("&quot;", '"'), ("&#39;", "'")):
        text = text.replace(entity, sign)
    return text


@given(words, st.lists(words, max_size=3), st.integers(), st.sampled_from(("", "có")))
def test_pieces_are_filled_as_jinja_fills_them(
    name: str, lines: list[str], number: int, shown: str
) -> None:
    values = {
        "ten": name,
        "cac_dong": tuple(lines),
        "so": number,
        "co": shown,
        "xml": Markup("<w:p/>"),
    }
    pieces = cut_into_pieces(SOURCE)
    assert pieces is not None
    assert unquoted("".join(fill_pieces(pieces, values))) == unquoted(render(SOURCE, values))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_built_in_templates_need_no_jinja(path: Path) -> None:
    template = prepare_template(path.read_bytes(), path.name)
    assert all(section.pieces is not None for section in template.sections)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ten | upper }}",
        "{{ ten.con }}",
        "{{ 1 + 1 }}",
        "{% for dong in cac_dong if dong %}{% endfor %}",
        "{% set a = ten %}",
        "{% if ten %}{% elif so %}{% endif %}",
    ],
)
def test_what_computes_is_left_to_jinja(source: str) -> None:
    assert cut_into_pieces(source) is None


def test_a_value_that_is_not_there_is_an_error() -> None:
    pieces = cut_into_pieces("{{ khong_co }}")
    assert pieces is not None
    with pytest.raises(UnfilledError, match="'khong_co' is undefined"):
        fill_pieces(pieces, {})
    with pytest.raises(UnfilledError):
        render("{{ khong_co }}", {})
