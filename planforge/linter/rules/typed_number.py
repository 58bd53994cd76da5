"""N106: numbers are left to the program."""

import re
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.numbering import NumberedItem, find_runs
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.appendix import Line, Task
from planforge.model.text import plain_text

_TYPED = re.compile(
    r"(?:(?:[IVX]{1,5}|[A-HĐ]|[a-eghikđ]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})[.)/]"
    r"|\([0-9]{1,2}\)|(?:Phần|Mục) (?:[IVX]+|[0-9]{1,2})[.:]?)\s+(?=[^\W\d_]|[\"“])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\s+(?=[A-ZĐÁÀẢÂĂÊÔƠƯÍÓÚÝ])"
)


def check(subject: Subject) -> Iterator[Violation]:
    """Yield titles, texts and tasks that begin with a number where one is printed anyway."""
    for run in find_runs(subject):
        for item in run.items:
            if item.number.bare:
                path, text = _opening(item)
                if found := _TYPED.match(text):
                    yield _violation(path, found[0].strip(), item.number.label)
    yield from _labels(subject)


def _opening(item: NumberedItem) -> tuple[Path, str]:
    """Return the words that follow the printed number, and their place."""
    record = item.record
    if isinstance(record, Line):
        return item.path, ""
    if isinstance(record, Task):
        return (*item.path, "task"), plain_text(record.task[0].text) if record.task else ""
    if record.title or not getattr(record, "text", ()):
        return (*item.path, "title"), plain_text(record.title)
    return (*item.path, "text", 0), plain_text(record.text[0].text)  # type: ignore[union-attr]


def _labels(subject: Subject) -> Iterator[Violation]:
    """Yield labels and titles of appendices that bring the label's own number or word."""
    for index, appendix in enumerate(subject.plan.appendices):
        if re.fullmatch(r".*\s(?:[IVX]+|[0-9]+)", appendix.label):
            yield _violation(("appendices", index, "label"), appendix.label, "Phụ lục I")
        elif found := re.match(r"(?i:phụ lục)(?: (?:[IVX]+|[0-9]+))?\b", appendix.title):
            yield _violation(("appendices", index, "title"), found[0], appendix.label)


def _violation(path: Path, typed: str, printed: str) -> Violation:
    return Violation(
        path,
        msg("“{typed}” is typed here, and “{printed}” is printed.", typed=typed, printed=printed),
        msg("Delete what is typed; for a number as issued, write it under `number:`."),
    )


RULE = Rule(
    code="N106",
    name="typed-number",
    severity="warning",
    check=check,
    what=msg(
        "A number typed by hand before a title, text or task that is numbered by the program. "
        "Quantities (“01 lớp”, “2.1 triệu”, “100%”) and dates are no such numbers."
    ),
    why=msg("Two numbers are printed, and the typed one stays when the order changes."),
    bad="""
sections:
  - role: objectives
    title: I. Mục tiêu, yêu cầu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    text: Rà soát văn bản.
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
    good="""
sections:
  - role: objectives
    title: Mục tiêu, yêu cầu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    sections:
      - text: 01 lớp bồi dưỡng cho công chức.
      - text: 100% văn bản được rà soát.
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
)
