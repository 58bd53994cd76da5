"""S110: an area the body speaks of has work in the appendix."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.areas import ORGANISED, appendix_areas, body_areas
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first section on each area that no part of an appendix is about."""
    seen = {area for _, area, _ in appendix_areas(subject)}
    if len(seen) < ORGANISED:
        return
    for path, area, title in body_areas(subject):
        if area not in seen:
            seen.add(area)
            yield Violation(
                path,
                msg("“{title}” has no tasks of its own in the appendix.", title=title or area),
                msg("Add its tasks to the appendix, or leave it if they stand elsewhere there."),
            )


RULE = Rule(
    code="S110",
    name="area-only-in-body",
    severity="info",
    check=check,
    what=msg(
        "One of the seven areas that has a section in the body and no group in an appendix "
        "that otherwise goes by areas."
    ),
    why=msg("Words without a task, an agency and a deadline are seldom carried out."),
    bad="""
appendices:
  - id: phu-luc
    groups:
      - {area: institutions, title: Cải cách thể chế, tasks: [{task: Rà soát văn bản}]}
      - {area: procedures, title: Cải cách thủ tục hành chính, tasks: [{task: Công khai thủ tục}]}
      - {area: organization, title: Cải cách tổ chức bộ máy, tasks: [{task: Sắp xếp đầu mối}]}
      - {area: civil_service, title: Cải cách chế độ công vụ, tasks: [{task: Đánh giá công chức}]}
      - {area: public_finance, title: Cải cách tài chính công, tasks: [{task: Giao tự chủ}]}
      - {area: digital_government, title: Xây dựng chính quyền số, tasks: [{task: Số hóa hồ sơ}]}
""",
    good="""
appendices:
  - id: phu-luc
    groups:
      - {area: institutions, title: Cải cách thể chế, tasks: [{task: Rà soát văn bản}]}
      - {area: procedures, title: Cải cách thủ tục hành chính, tasks: [{task: Công khai thủ tục}]}
      - {area: organization, title: Cải cách tổ chức bộ máy, tasks: [{task: Sắp xếp đầu mối}]}
      - {area: civil_service, title: Cải cách chế độ công vụ, tasks: [{task: Đánh giá công chức}]}
      - {area: public_finance, title: Cải cách tài chính công, tasks: [{task: Giao tự chủ}]}
      - {area: digital_government, title: Xây dựng chính quyền số, tasks: [{task: Số hóa hồ sơ}]}
      - {title: "Công tác chỉ đạo, điều hành", tasks: [{task: Kiểm tra định kỳ}]}
""",
)
