"""The sign at the end of the text (the models of PL III)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, standard
from planforge.linter.wordfile.rule import WordRule


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield that the last line before the signature does not end as the models do."""
    last, mark = anatomy.last_text, standard().wording["closing_mark"]
    if last is None or last.place.table or not anatomy.is_document:
        return
    if not last.text.replace(" ", "").endswith(mark.form):
        yield Breach(
            message=msg("The text does not end with “{mark}”.", mark=mark.form),
            hint=msg("End the last sentence with “{mark}” in place of the full stop.",
                     mark=mark.form),
            source=mark.clause,
            where=last.where,
        )  # fmt: skip


RULE = WordRule(
    code="W118",
    name="closing-sign",
    severity="warning",
    check=check,
    what=msg("A main text that does not end with “./.”."),
    why=msg(
        "The sign shows that nothing follows; every model of the decree ends with it, though "
        "no clause asks for it."
    ),
    bad="… tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
    good="… tổng hợp, báo cáo Ủy ban nhân dân tỉnh./.",
    source="PL III, Mẫu 1.4",
)
