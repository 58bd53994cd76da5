"""S106: body and appendix call an area by the same name, in full or in short."""

import re
from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.areas import appendix_areas, body_areas
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_FILLERS = (
    "công tác|tiếp tục|thực hiện|đẩy mạnh|tăng cường|nâng cao|chất lượng|hiệu quả|xây dựng"
    "|phát triển|nội dung|nhiệm vụ|cải cách hành chính|cchc|lĩnh vực|cải cách|về|và|các|trong"
)


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each part of an appendix whose title no title of its area in the body resembles."""
    titles: dict[str, list[str]] = {}
    for _, area, title in body_areas(subject):
        if title:
            titles.setdefault(area, []).append(title)
    for path, area, title in appendix_areas(subject):
        known = titles.get(area, [])
        if title and known and not any(_same(title, other) for other in known):
            yield Violation(
                (*path, "title"),
                msg("“{title}” is “{other}” in the body.", title=title, other=known[0]),
                msg("Call the area by one name, in full or shortened."),
            )


def _same(title: str, other: str) -> bool:
    first, second = _words(title), _words(other)
    return first <= second or second <= first


def _words(title: str) -> set[str]:
    folded = re.sub(r"\([^)]*\)", " ", fold(title)).replace("tthc", "thủ tục hành chính")
    return set(re.findall(r"\w+", re.sub(rf"(?<!\w)(?:{_FILLERS})(?!\w)", " ", folded)))


RULE = Rule(
    code="S106",
    name="area-title-differs",
    severity="info",
    check=check,
    what=msg(
        "An area of reform that the appendix calls otherwise than the body. A shortened name is "
        "customary: “Cải cách công vụ” for “Cải cách chế độ công vụ”."
    ),
    why=msg("Two names make one area look like two; often the appendix is last year's."),
    bad="""
appendices:
  - id: phu-luc
    groups:
      - area: digital_government
        title: Hiện đại hóa hành chính
        tasks:
          - {task: Số hóa hồ sơ, lead: Sở Khoa học và Công nghệ, deadline: Năm 2026}
""",
    good="""
appendices:
  - id: phu-luc
    groups:
      - area: digital_government
        title: Xây dựng và phát triển chính quyền số
        tasks:
          - {task: Số hóa hồ sơ, lead: Sở Khoa học và Công nghệ, deadline: Năm 2026}
""",
)
