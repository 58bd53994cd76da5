"""S101: a plan says what it is for, what is to be done, and who sees to it."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.parts import missing_parts
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_PROBLEMS = {
    "objectives": msg("The plan has no part for its objectives."),
    "tasks": msg("The plan has no part for its tasks or solutions."),
    "implementation": msg("The plan has no part that says how it is carried out."),
}
_REMEDIES = {
    "objectives": msg("Add “Mục tiêu, yêu cầu”, or set `role: objectives` on the part it is."),
    "tasks": msg("Add “Nhiệm vụ, giải pháp”, or set `role: task_areas` on the part it is."),
    "implementation": msg(
        "Add “Tổ chức thực hiện”, or set `role: implementation` on the part it is."
    ),
}


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each part that neither a role nor a heading shows."""
    if fold(subject.plan.type) == fold("Kế hoạch"):
        for part in missing_parts(subject):
            yield Violation(("sections",), _PROBLEMS[part], _REMEDIES[part])


RULE = Rule(
    code="S101",
    name="missing-part",
    severity="warning",
    check=check,
    what=msg(
        "A plan without objectives, without tasks or solutions, or without a part on how it is "
        "carried out. Parts are known by their role, or by the words of their headings."
    ),
    why=msg("Without one of the three a plan cannot be followed or judged."),
    bad="""
sections:
  - title: Mục tiêu, yêu cầu
    text: Nâng cao chất lượng phục vụ người dân.
  - title: Nhiệm vụ
    text: Rà soát văn bản của tỉnh.
""",
    good="""
sections:
  - title: Mục đích, yêu cầu
    text: Nâng cao chất lượng phục vụ người dân.
  - title: Nội dung
    text: Rà soát văn bản của tỉnh.
  - title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi, đôn đốc.
""",
)
