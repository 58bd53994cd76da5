"""Tiêu ngữ and the rule below it (PL I.II.1)."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, element, look_breaches, not_found
from planforge.linter.wordfile.drawn import rule_breaches
from planforge.linter.wordfile.rule import WordRule


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the Tiêu ngữ, or that there is none below the Quốc hiệu."""
    motto = anatomy.letterhead.motto
    if motto is None:
        if anatomy.is_document:
            yield not_found("motto")
        return
    wanted = element("motto")
    if motto.text != wanted.text:
        yield Breach(
            message=msg("“{text}” is not how the Tiêu ngữ is worded.", text=motto.text),
            hint=msg("Write “{text}”, with a space on each side of the hyphens.", text=wanted.text),
            source=wanted.clause,
            where=motto.where,
            severity="warning" if motto.text.replace("–", "-") == wanted.text else None,
        )
    yield from look_breaches("motto", [motto])
    if motto.aligned and not motto.share("underlined"):
        yield from rule_breaches("motto", anatomy.document.lines, [motto])


RULE = WordRule(
    code="W105",
    name="motto",
    severity="error",
    check=check,
    what=msg(
        "The Tiêu ngữ: wording with spaces around the hyphens, 13-14 pt bold, centred, and "
        "the rule below it as long as the line."
    ),
    why=msg(
        "Its wording and its rule are fixed; a rule too short or missing is the slip seen first."
    ),
    bad="Độc lập-Tự do-Hạnh phúc",
    good="Độc lập - Tự do - Hạnh phúc",
    source="PL I.II.1",
)
