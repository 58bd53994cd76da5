"""N104: đ comes after d, g after e."""

from collections.abc import Iterator
from itertools import groupby

from planforge.findings import Path, msg
from planforge.linter.lettering import breaks_letter_order, find_misplaced_letters
from planforge.linter.numbering import find_kept_runs
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject, TextItem


def check(subject: Subject) -> Iterator[Violation]:
    """Yield letters, kept or typed in a text, that count in the Latin alphabet."""
    for run in find_kept_runs(subject):
        for before, item in zip(run.items, run.items[1:], strict=False):
            if item.kept and breaks_letter_order(before.number.bare, item.number.bare):
                path = (*item.path, "number")
                yield _violation(path, before.number.bare, item.number.bare)
    lettered = (item for item in subject.texts if ") " in item.plain)
    for _, items in groupby(lettered, key=_prose):
        yield from _typed(tuple(items))


def _prose(item: TextItem) -> Path:
    """Return what the paragraphs of one text have in common."""
    return item.path[:-1] if isinstance(item.path[-1], int) else item.path


def _typed(paragraphs: tuple[TextItem, ...]) -> Iterator[Violation]:
    text = "\n".join(item.plain for item in paragraphs)
    for before, letter in find_misplaced_letters(text):
        place = next(item for item in paragraphs if f"{letter}) " in item.plain)
        yield _violation(place.path, before, letter)


def _violation(path: Path, before: str, letter: str) -> Violation:
    return Violation(
        path,
        msg("“{letter})” follows “{before})”.", letter=letter, before=before),
        msg("Count as the Vietnamese alphabet does: a, b, c, d, đ, e, g, h, i, k."),
    )


RULE = Rule(
    code="N104",
    name="letter-order",
    severity="warning",
    check=check,
    what=msg(
        "Letters that count in the Latin alphabet: e after d, f after e, j after i. Kept numbers "
        "and letters typed in a text are looked at."
    ),
    why=msg("The decree itself counts its points a, b, c, d, đ, e, g."),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6",
    bad="""
opening: |
  Các nguyên tắc: a) Công khai; b) Minh bạch; c) Đúng hạn; d) Tiết kiệm; e) Hiệu quả.
""",
    good="""
opening: |
  Các nguyên tắc: a) Công khai; b) Minh bạch; c) Đúng hạn; d) Tiết kiệm; đ) Hiệu quả.
""",
)
