"""F108: the subject reads well under the printed type."""

from collections.abc import Iterator

from planforge.findings import Message, Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold


def check(subject: Subject) -> Iterator[Violation]:
    """Yield what is wrong in the form of the plan's subject and the decision's."""
    plan = subject.plan
    yield from _check(("title",), plan.title, plan.type)
    if plan.decision is not None:
        yield from _check(("decision", "title"), plan.decision.title, "Quyết định")


def _check(path: Path, title: str, type_: str) -> Iterator[Violation]:
    title = title.strip()
    words = fold(title)
    if type_ and words.startswith(f"{fold(type_)} "):
        yield _violation(
            path,
            msg("The subject begins with “{type}”, which is printed over it.", type=type_),
            msg("Begin with the next word."),
        )
    if title.endswith((".", ";", ":", ",")):
        yield _violation(
            path,
            msg("The subject ends with “{mark}”.", mark=title[-1]),
            msg("Delete the mark: a subject is no sentence."),
        )
    if words.startswith("v/v"):
        yield _violation(
            path, msg("“V/v” belongs to a công văn."), msg("Begin with the subject, or “Về việc”.")
        )
    if title.isupper() and " " in title:
        yield _violation(
            path,
            msg("The subject is written in capitals."),
            msg("Write it in small letters; it is printed in bold."),
        )


def _violation(path: Path, message: Message, hint: Message) -> Violation:
    return Violation(path, message, hint)


RULE = Rule(
    code="F108",
    name="title-form",
    severity="info",
    check=check,
    what=msg(
        "A subject (trích yếu) that repeats the type printed over it, ends with a mark, begins "
        "with V/v or is in capitals."
    ),
    why=msg("Type and subject are read as one: “KẾ HOẠCH / Kế hoạch cải cách …” stammers."),
    bad="""
title: Kế hoạch cải cách hành chính tỉnh Ninh Bình năm 2026.
""",
    good="""
title: Cải cách hành chính tỉnh Ninh Bình năm 2026
""",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.5",
)
