"""S102: a body that goes by areas of reform has all seven."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.areas import ORGANISED, area_names, body_areas
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.model.body import AREAS


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each area that no section of the body is about."""
    found = {area for _, area, _ in body_areas(subject)}
    if len(found) < ORGANISED:
        return
    names = area_names(subject)
    for area in AREAS:
        if area not in found:
            yield Violation(
                ("sections",),
                msg("The body has no section on “{title}”.", title=names[area]),
                msg(
                    "Add it, or set `area: {area}` on the section that covers it.",
                    area=area,
                ),
            )


RULE = Rule(
    code="S102",
    name="missing-area",
    severity="warning",
    check=check,
    what=msg(
        "An area of reform the body leaves out, where it goes by areas: at least four of the "
        "seven have a section. Plans on something else, as on raising indexes, are left alone."
    ),
    why=msg("The yearly assessment asks for results in every area; what is not planned is lost."),
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
      - {area: digital_government, title: Xây dựng chính quyền số, text: Số hóa hồ sơ.}
      - {area: direction, title: Công tác chỉ đạo điều hành, text: Kiểm tra định kỳ.}
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi.
""",
    good="""
sections:
  - role: objectives
    title: Mục tiêu
    text: Nâng cao chất lượng phục vụ người dân.
  - role: task_areas
    title: Nhiệm vụ
    sections:
      - {title: Cải cách thể chế, text: Rà soát văn bản.}
      - {title: Cải cách TTHC, text: Công khai thủ tục.}
      - {title: Cải cách tổ chức bộ máy, text: Sắp xếp đầu mối.}
      - {title: Cải cách chế độ công vụ, text: Đánh giá công chức.}
      - {title: Cải cách tài chính công, text: Thực hiện cơ chế tự chủ.}
      - {title: Hiện đại hóa hành chính, text: Số hóa hồ sơ.}
  - role: implementation
    title: Tổ chức thực hiện
    sections:
      - {title: Công tác chỉ đạo điều hành, text: Kiểm tra định kỳ.}
""",
)
