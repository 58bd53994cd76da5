"""N105: neighbours are numbered in one style."""

from collections import Counter
from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.numbering import NumberedItem, Run, find_runs
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield where siblings, or the children of siblings, are numbered in another style."""
    families: dict[Path, list[Run]] = {}
    for run in find_runs(subject):
        first, other = _first_two_styles(run)
        if first and other:
            yield _violation(other, first)
        elif first and run.path[-1] == "sections":
            families.setdefault(run.path[:-2], []).append(run)
    for runs in families.values():
        yield from _odd_cousins(runs)


def _first_two_styles(run: Run) -> tuple[NumberedItem | None, NumberedItem | None]:
    """Return the first numbered item and the first in another style; dashes do not count."""
    numbered = [item for item in run.items if item.number.bare]
    first = numbered[0] if numbered else None
    return first, next(
        (i for i in numbered if first and i.number.style != first.number.style), None
    )


def _odd_cousins(runs: list[Run]) -> Iterator[Violation]:
    """Yield the first item of each run in another style than most runs beside it."""
    firsts = [next(item for item in run.items if item.number.bare) for run in runs]
    usual = Counter(item.number.style for item in firsts).most_common(1)[0][0]
    model = next(item for item in firsts if item.number.style == usual)
    for item in firsts:
        if item.number.style != usual:
            yield _violation(item, model)


def _violation(item: NumberedItem, model: NumberedItem) -> Violation:
    return Violation(
        item.path,
        msg(
            "“{number}” here, “{model}” beside it: two ways of numbering on one level.",
            number=item.number.label,
            model=model.number.label,
        ),
        msg("Give both the same `style:` or `child_style:`."),
    )


RULE = Rule(
    code="N105",
    name="mixed-numbering",
    severity="info",
    check=check,
    what=msg(
        "Items of one level that are numbered in two styles: 7.1 and 7.2 under one heading, a) "
        "and b) under the next. Dashes beside numbers are left alone."
    ),
    why=msg("Plans put together from several hands show it; readers take it for two levels."),
    bad="""
sections:
  - role: objectives
    title: Mục tiêu
    sections:
      - {style: 1., title: Mục tiêu chung, text: Nâng cao chất lượng phục vụ.}
      - {style: a), title: Mục tiêu cụ thể, text: Giảm thời gian giải quyết.}
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
    title: Mục tiêu
    sections:
      - {title: Mục tiêu chung, text: Nâng cao chất lượng phục vụ.}
      - {title: Mục tiêu cụ thể, text: Giảm thời gian giải quyết.}
  - role: task_areas
    title: Nhiệm vụ
    text: Rà soát văn bản.
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
)
