"""Names of the bodies of the State and the Party with the capitals that are theirs."""

import re
from collections.abc import Iterator
from functools import cache

from planforge.linter.wording import Found, Wording

_BODIES = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Tòa án nhân dân",
    "Viện kiểm sát nhân dân",
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

_NAMES = (
    *_BODIES,
    *(name.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("òa", "oà") for name in _BODIES),
    *(f"{kind} {field}" for kind in ("Sở", "Bộ") for field in _FIELDS),
)
_BEFORE_ONE = r"(?:^|[.;:(“]|(?<!\w)(?:của|do|với|và|tại|giao|về|cho|gửi|trình|qua|từ)),?\s?$"
"""What stands before a department spelt small; elsewhere “sở” ends another word (cơ sở y tế)."""


def find_miscapitalised(wording: Wording) -> Iterator[tuple[Found, str]]:
    """Yield each name whose capitals are not its own, and the name as it is written.

    Names all in small letters speak of such bodies in general and are left alone, names all in
    capitals are headings.
    """
    for name in dict.fromkeys(_NAMES):
        if _stands_otherwise(name, wording):
            for found in wording.find(_pattern(name)):
                if _capitals(found.match[0]) != _capitals(name) and _is_meant(found):
                    yield found, name


def _stands_otherwise(name: str, wording: Wording) -> bool:
    """Whether ``name`` stands anywhere in capitals other than its own, all or none."""
    small, large = name.lower(), name.upper()
    all_of_them = wording.lowered.count(small)
    return all_of_them > 0 and all_of_them != sum(map(wording.text.count, (name, small, large)))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?<!báo )(?<!Báo ){re.escape(name)}(?!\w)", re.IGNORECASE)


def _capitals(name: str) -> list[bool]:
    return [word[0].isupper() for word in name.split()]


def _is_meant(found: Found) -> bool:
    written = found.match[0]
    if written.islower() or written.isupper():
        return False
    if written[:2] in ("sở", "bộ"):
        line = found.match.string[max(0, found.match.start() - 12) : found.match.start()]
        return re.search(_BEFORE_ONE, line.rpartition("\n")[2]) is not None
    return True
