"""L107: letters are the letters they look like."""

import re
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import Irregularity, find_irregularities

_SUSPECT = re.compile("[ÐðƉɖ\u0370-\u052f]")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each text with a letter of another alphabet in a word."""
    for path, text in _texts(subject):
        found = [item for item in _irregularities(text) if item.kind == "look_alike"]
        if found:
            yield Violation(
                path,
                msg(
                    "“{word}” is written with U+{code}, which only looks like “{letter}”.",
                    word=_word(text, found[0].offset),
                    code=f"{ord(found[0].found):04X}",
                    letter=found[0].replacement,
                ),
                msg("Type the letter anew with a Vietnamese keyboard."),
            )


def _irregularities(text: str) -> tuple[Irregularity, ...]:
    return find_irregularities(text) if _SUSPECT.search(text) else ()


def _texts(subject: Subject) -> Iterator[tuple[Path, str]]:
    yield ("number",), subject.plan.number
    if subject.plan.decision is not None:
        yield ("decision", "number"), subject.plan.decision.number
    yield from ((item.path, item.plain) for item in subject.texts)


def _word(text: str, offset: int) -> str:
    start = text.rfind(" ", 0, offset) + 1
    return text[start:].split(maxsplit=1)[0].strip(".,;:()“”")


RULE = Rule(
    code="L107",
    name="look-alike-letters",
    severity="warning",
    check=check,
    what=msg("A letter of another alphabet in the place of a Vietnamese one, such as Ð for Đ."),
    why=msg("Nobody sees it, and no search, no sorting and no checking of symbols finds the word."),
    bad="""
opening: Thực hiện Nghị định số 118/2025/NÐ-CP của Chính phủ.
""",
    good="""
opening: Thực hiện Nghị định số 118/2025/NĐ-CP của Chính phủ.
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.4",
)
