"""S103: work of an area in the appendix has its words in the body."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.areas import ORGANISED, appendix_areas, body_areas
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first part of an appendix on each area the body does not speak of."""
    seen = {area for _, area, _ in body_areas(subject)}
    if len(seen) < ORGANISED:
        return
    for path, area, title in appendix_areas(subject):
        if area not in seen:
            seen.add(area)
            yield Violation(
                path,
                msg("“{title}” has tasks here, but the body has no section on it.", title=title),
                msg("Add the section, or set `area: {area}` on the one that covers it.", area=area),
            )


RULE = Rule(
    code="S103",
    name="area-only-in-appendix",
    severity="warning",
    check=check,
    what=msg(
        "One of the seven areas that has tasks in an appendix and no section in a body that "
        "otherwise goes by areas. Areas of your own may stand in the appendix alone."
    ),
    why=msg("The body sets the work, the appendix shares it out; they must speak of the same."),
    bad="""
sections:
  - role: objectives
    title: Mục tiêu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    sections:
      - {area: institutions, title: Cải cách thể chế, text: Rà soát văn bản.}
      - {area: procedures, title: Cải cách thủ tục hành chính, text: Công khai thủ tục.}
      - {area: organization, title: Cải cách tổ chức bộ máy, text: Sắp xếp đầu mối.}
      - {area: civil_service, title: Cải cách chế độ công vụ, text: Đánh giá công chức.}
  - role: implementation
    title: Tổ chức thực hiện
    text: Thực hiện theo {phu-luc}.
appendices:
  - id: phu-luc
    groups:
      - area: public_finance
        title: Cải cách tài chính công
        tasks:
          - {task: Giao quyền tự chủ tài chính, lead: Sở Tài chính, deadline: Năm 2026}
""",
    good="""
appendices:
  - id: phu-luc
    groups:
      - area: public_finance
        title: Cải cách tài chính công
        tasks:
          - {task: Giao quyền tự chủ tài chính, lead: Sở Tài chính, deadline: Năm 2026}
""",
)
