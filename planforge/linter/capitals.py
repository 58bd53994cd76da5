"""Names of the bodies of the State and the Party with the capitals that are theirs."""

import re
from collections.abc import Iterator

from planforge.findings import Path
from planforge.linter.wording import Wording

_BODIES = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Tòa án nhân dân",
    "Thủ tướng Chính phủ",
    "Văn phòng Chính phủ",
    "Thanh tra Chính phủ",
    "Văn phòng Quốc hội",
    "Tỉnh ủy",
    "Đảng ủy",
    "Ban Chấp hành Trung ương",
    "Ban Chấp hành Đảng bộ",
    "Bộ Chính trị",
    "Đảng Cộng sản Việt Nam",
    "Mặt trận Tổ quốc Việt Nam",
)
_FIELDS = (
    "Nội vụ",
    "Tư pháp",
    "Tài chính",
    "Kế hoạch và Đầu tư",
    "Nông nghiệp và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Tài nguyên và Môi trường",
    "Giao thông vận tải",
    "Thông tin và Truyền thông",
    "Lao động - Thương binh và Xã hội",
    "Khoa học và Công nghệ",
    "Giáo dục và Đào tạo",
    "Dân tộc và Tôn giáo",
    "Y tế",
    "Ngoại vụ",
)
"""Fields of ministries and departments that are no verbs: “Sở xây dựng kế hoạch” is a sentence."""

_NAMES = {
    name.lower(): name
    for name in (
        *_BODIES,
        *(name.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("òa", "oà") for name in _BODIES),
        *(f"{kind} {field}" for kind in ("Sở", "Bộ") for field in _FIELDS),
    )
}
_BEGUN_SMALL = rf"(?:sở|bộ) (?:{'|'.join(map(re.escape, _FIELDS))})(?!\w)"
_BEFORE_ONE = re.compile(
    r"(?:^|[.;:(“]|(?<!\w)(?:của|do|với|và|tại|giao|về|cho|gửi|trình|qua|từ)),?\s?$",
    re.IGNORECASE,
)
"""What stands before a department spelt small; elsewhere “sở” ends another word (cơ sở y tế)."""


def find_miscapitalised(wording: Wording) -> Iterator[tuple[Path, str, str]]:
    """Yield path, words and right name where a name's capitals are not its own.

    Names all in small letters speak of such bodies in general and are left alone, names all in
    capitals are headings.
    """
    present = [name for low, name in _NAMES.items() if low in wording.lowered]
    for pattern in (_capitalised(present), re.compile(_BEGUN_SMALL)) if present else ():
        for found in wording.find(pattern):
            written = found.match[0]
            name = _NAMES[written.lower()]
            is_right = written in (name, name.upper()) or _capitals(written) == _capitals(name)
            if not is_right and _is_meant(found.match):
                yield found.path, written, name


def _capitalised(names: list[str]) -> re.Pattern[str]:
    forms = (rf"{name[0]}(?i:{re.escape(name[1:])})" for name in names)
    return re.compile(rf"(?:{'|'.join(forms)})(?!\w)")


def _capitals(name: str) -> list[bool]:
    return [word[0].isupper() for word in name.split()]


def _is_meant(match: re.Match[str]) -> bool:
    """Whether what was found is the name, and not the end of another word or a paper's title."""
    before = match.string[max(0, match.start() - 12) : match.start()].rpartition("\n")[2]
    if before[-1:].isalnum() or before.endswith(("Báo ", "báo ", "-")):
        return False
    return match[0][0] not in "sb" or bool(_BEFORE_ONE.search(before))
