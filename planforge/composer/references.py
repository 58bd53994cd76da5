"""How the plan refers to its own sections and appendices.

Decree 30/2020/NĐ-CP, PL II.V.7: Phần, Mục and Phụ lục take a capital, khoản and điểm do not.
"""

from collections.abc import Iterable, Iterator

from planforge.model.appendix import Appendix
from planforge.model.body import Section
from planforge.model.numbering import Number, next_style, number_items
from planforge.model.plan import Plan
from planforge.vietnamese.roman import format_roman

_WORDS = {"Phần I": "Phần", "I.": "Mục", "A.": "Mục", "1.": "khoản", "1.1.": "mục", "a)": "điểm"}


def reference_labels(plan: Plan) -> dict[str, str]:
    """Return the printed reference of every section and appendix that has an id."""
    labels = dict(_section_labels(plan.sections, plan.child_style or next_style(""), []))
    for appendix, label in zip(plan.appendices, appendix_labels(plan.appendices), strict=True):
        labels[appendix.id] = label
        labels.update(_section_labels(appendix.sections, appendix.child_style or "I.", []))
    return labels


def appendix_labels(appendices: tuple[Appendix, ...]) -> list[str]:
    """Return the label of each appendix; two or more take Roman numerals (PL I.III.1)."""
    if len(appendices) == 1:
        return [appendices[0].label]
    return [
        f"{appendix.label}\N{NO-BREAK SPACE}{format_roman(number)}"
        for number, appendix in enumerate(appendices, 1)
    ]


def _section_labels(
    sections: Iterable[Section], usual: str, above: list[Number]
) -> Iterator[tuple[str, str]]:
    parent = above[-1] if above else Number("", "")
    sections = tuple(sections)
    for section, number in zip(sections, number_items(sections, usual, parent), strict=True):
        chain = [*above, number]
        if section.id:
            yield section.id, _label(chain) or section.title
        style = section.child_style or next_style(number.style)
        yield from _section_labels(section.sections, style, chain)


def _label(chain: list[Number]) -> str:
    """Name a place from the inside out: “điểm a khoản 2 Mục I”."""
    words: list[str] = []
    inside_decimal = False
    for number in reversed(chain):
        word = _WORDS.get(number.style)
        if word and number.bare and not (inside_decimal and number.style in ("1.", "1.1.")):
            words.append(f"{word} {number.bare}")
        inside_decimal = number.style == "1.1."
    return " ".join(words)
