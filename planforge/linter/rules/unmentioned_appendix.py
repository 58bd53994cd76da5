"""S105: the document refers to each of its appendices."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.appendix_words import find_appendix_words
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.text import parse_spans

_HEAD = ("label", "title", "note")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each appendix that no text outside it names, by its id or in words."""
    appendices = subject.plan.appendices
    if not appendices:
        return
    ids = {appendix.id: index for index, appendix in enumerate(appendices)}
    mentioned: set[int] = set()
    for item in subject.texts:
        if not _is_head(item.path):
            mentioned.update(_mentions(item.written, ids, len(appendices)) - {_home(item.path)})
    for index, appendix in enumerate(appendices):
        if index not in mentioned:
            yield Violation(
                ("appendices", index),
                msg("No text of the plan refers to this appendix."),
                msg("Where it belongs, write `(Theo {{{id}}} kèm theo)`.", id=appendix.id),
            )


def _mentions(written: str, ids: dict[str, int], count: int) -> set[int]:
    """Return the indexes of the appendices that a text names; one without number may be any."""
    found: set[int] = set()
    if "{" in written:
        spans = (span for span in parse_spans(written) if span.kind == "reference")
        found.update(ids[span.value] for span in spans if span.value in ids)
    if "lục" in written or "kèm" in written or "dưới đây" in written:
        for mention in find_appendix_words(written):
            found.update([mention.number - 1] if mention.number else range(count))
    return found


def _is_head(path: Path) -> bool:
    return path[0] == "appendices" and path[2] in _HEAD


def _home(path: Path) -> int:
    """Return the index of the appendix that a text stands in, -1 for the body."""
    return int(path[1]) if path[0] == "appendices" else -1


RULE = Rule(
    code="S105",
    name="unmentioned-appendix",
    severity="warning",
    check=check,
    what=msg(
        "An appendix that no text of the plan refers to: neither as `{id}`, nor in words such "
        "as “Phụ lục kèm theo”. Appendices of other documents do not count."
    ),
    why=msg("The decree asks that a document point to its appendices; readers miss the rest."),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1",
    bad="""
opening: Thực hiện Phụ lục I kèm theo Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ.
appendices:
  - id: phu-luc
    title: Phân công nhiệm vụ
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Quý I/2026}
""",
    good="""
opening: Ban hành Kế hoạch này, nhiệm vụ cụ thể theo {phu-luc} kèm theo.
appendices:
  - id: phu-luc
    title: Phân công nhiệm vụ
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp, deadline: Quý I/2026}
""",
)
