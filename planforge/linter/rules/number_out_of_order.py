"""N102: a kept number follows the one before it."""

import re
from collections.abc import Iterator

from planforge.findings import Message, msg
from planforge.linter.lettering import breaks_letter_order
from planforge.linter.numbering import NumberedItem, find_runs, value_of
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_FINISHED = re.compile(r".*[.)/]")


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each kept number that leaves one out, goes back, or brings its own dot."""
    last: dict[tuple[str, str], int] = {}
    for run in find_runs(subject):
        previous: dict[str, NumberedItem] = {}
        for item in run.items:
            style = item.number.style
            key = (str(run.path[-1]), style)
            if item.kept and (problem := _problem(item, previous.get(style), last.get(key, 0))):
                yield Violation(
                    (*item.path, "number"),
                    problem,
                    msg("Delete `number:`, so that the program counts, or keep the right number."),
                )
            previous[style] = item
            last[key] = value_of(item.number) or 0


def _problem(item: NumberedItem, before: NumberedItem | None, last: int) -> Message | None:
    """Return what is wrong with a kept number; ``last`` is where the previous run ended.

    A run may go on counting where the run before it stopped.
    """
    if _FINISHED.fullmatch(item.kept):
        return msg("“{number}” brings its own end mark, which is set as well.", number=item.kept)
    value, previous = value_of(item.number), value_of(before.number) if before else 0
    if value is None or previous is None or value in (previous, previous + 1):
        return None
    if breaks_letter_order(before.number.bare, item.number.bare) if before else value == last + 1:
        return None
    if before is None:
        return msg("The count begins with “{number}”.", number=item.number.label)
    return msg(
        "“{number}” follows “{before}”.", number=item.number.label, before=before.number.label
    )


RULE = Rule(
    code="N102",
    name="number-out-of-order",
    severity="warning",
    check=check,
    what=msg(
        "A number kept as issued that leaves one out or goes back. A table may go on counting "
        "from group to group."
    ),
    why=msg("A gap looks like a lost item; an order that goes back like a misplaced one."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - {task: Rà soát văn bản, lead: Sở Tư pháp}
      - {number: "3", task: Công khai thủ tục, lead: Văn phòng UBND tỉnh}
""",
    good="""
appendices:
  - id: phu-luc
    groups:
      - title: Cải cách thể chế
        tasks:
          - {task: Rà soát văn bản, lead: Sở Tư pháp}
      - title: Cải cách thủ tục hành chính
        tasks:
          - {number: "2", task: Công khai thủ tục, lead: Văn phòng UBND tỉnh}
""",
)
