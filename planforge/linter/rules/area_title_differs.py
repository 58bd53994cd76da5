"""S106: body and appendix call an area by the same name, in full or in short."""

import re
from collections.abc import Iterable, Iterator

from planforge.findings import msg
from planforge.linter.areas import appendix_areas, body_areas
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.vietnamese.normalization import fold

_FILLERS = (
    "công tác|tiếp tục|thực hiện|đẩy mạnh|tăng cường|nâng cao|chất lượng|hiệu quả|xây dựng"
    "|phát triển|nội dung|nhiệm vụ|cải cách hành chính|cchc|lĩnh vực|cải cách|về|và|các|trong"
)
_MANY = 20
"""With more names than this in the body an area has none that could be called its own."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each part of an appendix whose title no title of its area in the body resembles."""
    names: dict[str, dict[frozenset[str], str]] = {}
    for _, area, title in body_areas(subject):
        if title:
            names.setdefault(area, {}).setdefault(_words(title), title)
    for path, area, title in appendix_areas(subject):
        known = names.get(area, {})
        if title and 0 < len(known) <= _MANY and not _resembles(_words(title), known):
            yield Violation(
                (*path, "title"),
                msg(
                    "“{title}” is “{other}” in the body.",
                    title=title,
                    other=next(iter(known.values())),
                ),
                msg("Call the area by one name, in full or shortened."),
            )


def _resembles(words: frozenset[str], known: Iterable[frozenset[str]]) -> bool:
    return any(words <= other or other <= words for other in known)


def _words(title: str) -> frozenset[str]:
    folded = re.sub(r"\([^)]*\)", " ", fold(title)).replace("tthc", "thủ tục hành chính")
    return frozenset(re.findall(r"\w+", re.sub(rf"(?<!\w)(?:{_FILLERS})(?!\w)", " ", folded)))


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
