"""Last year's plan edited as people edit it, with the truth of what became of every row.

Used by tests and benchmarks: the same seed gives the same plans, always.
"""

import random
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from planforge.model import Appendix, Group, Issuer, Period, Plan, Signature, Task
from planforge.model.period import parse_period
from planforge.model.text import parse_text

_VERBS = (
    "Xây dựng", "Ban hành", "Triển khai", "Tổ chức thực hiện", "Rà soát", "Cập nhật", "Kiểm tra",
    "Đôn đốc", "Tổng hợp", "Công bố", "Hướng dẫn", "Đánh giá", "Hoàn thiện", "Tham mưu ban hành",
)  # fmt: skip
_THINGS = (
    "Kế hoạch kiểm soát thủ tục hành chính", "quy trình nội bộ giải quyết hồ sơ",
    "danh mục dịch vụ công trực tuyến", "văn bản quy phạm pháp luật", "bộ chỉ số cải cách",
    "đề án vị trí việc làm", "quy chế làm việc", "cơ sở dữ liệu cán bộ, công chức",
    "phương án sắp xếp tổ chức bộ máy", "báo cáo giải ngân vốn đầu tư công",
    "kiến trúc chính quyền điện tử", "hệ thống quản lý chất lượng", "chương trình bồi dưỡng",
    "việc số hóa hồ sơ lưu trữ", "tài sản công", "chế độ tự chủ tài chính",
)  # fmt: skip
_FIELDS = (
    "y tế", "giáo dục", "đất đai", "xây dựng", "giao thông", "tư pháp", "hộ tịch", "thuế",
    "bảo hiểm xã hội", "lao động", "đầu tư", "doanh nghiệp", "môi trường", "nông nghiệp",
    "thủy sản", "du lịch", "văn hóa", "thể thao", "thông tin", "khoa học", "an toàn thực phẩm",
    "phòng cháy", "công chứng", "lưu trữ", "dân tộc", "tôn giáo", "thanh niên", "trẻ em",
)  # fmt: skip
_PLACES = (
    "trên địa bàn tỉnh", "tại các cơ quan chuyên môn", "tại các đơn vị sự nghiệp công lập",
    "ở cấp huyện", "ở cấp xã", "trong các khu công nghiệp", "tại Trung tâm Phục vụ hành chính công",
    "ở vùng đồng bào dân tộc thiểu số", "tại các bệnh viện", "tại các trường học",
)  # fmt: skip
_MEANS = (
    "theo hướng dẫn của Bộ Nội vụ", "gắn với chuyển đổi số", "bảo đảm công khai, minh bạch",
    "có sự tham gia của người dân", "bằng nhiều hình thức phù hợp", "theo đúng lộ trình đã duyệt",
    "trên nền tảng dùng chung của tỉnh", "thông qua đối thoại với doanh nghiệp",
    "và công khai kết quả trên Cổng thông tin điện tử", "kết hợp kiểm tra công vụ",
)  # fmt: skip
_LEADS = ("Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Văn phòng UBND tỉnh", "Sở Xây dựng")
_SWAPS = {
    "Xây dựng": "Lập", "Triển khai": "Thực hiện", "Rà soát": "Soát xét", "Kiểm tra": "Thanh tra",
    "bảo đảm": "đảm bảo", "hướng dẫn": "chỉ đạo", "nhiều": "các", "Tổng hợp": "Tập hợp",
    "Công bố": "Công khai", "Ban hành": "Trình ban hành", "phù hợp": "thiết thực",
}  # fmt: skip
_ADVERBS = ("kịp thời", "đồng bộ", "hiệu quả", "thường xuyên")
_GROUP_SIZE = 25
_COMPOUND = 0.04
"""How many rows hold two tasks; half of these are split the year after."""


class Truth(Struct, frozen=True):
    """Two plans and what became of each row, told by the rows' indexes in printed order.

    ``pairs`` are old and new row of each that goes on; ``merged`` old row and the new row it went
    into; ``split`` new row and the old row it came of; the rest is ``removed`` and ``added``.
    """

    old: Plan
    new: Plan
    pairs: frozenset[tuple[int, int]]
    merged: frozenset[tuple[int, int]]
    split: frozenset[tuple[int, int]]
    removed: frozenset[int]
    added: frozenset[int]


class _Row(Struct):
    """A row on its way to the new plan: the old rows in it, the first of them going on."""

    task: Task
    group: int
    olds: list[int]
    split_from: int = -1


def edit_plan(rows: int, seed: int) -> Truth:
    """Return a plan of ``rows`` rows without ids and next year's, edited by chance."""
    chance = random.Random(seed)  # noqa: S311 - examples, not secrets
    tasks = list(_tasks(rows, chance))
    kept = [_Row(task, index // _GROUP_SIZE, [index]) for index, task in enumerate(tasks)]
    edited = list(_edited(kept, chance))
    groups = (rows + _GROUP_SIZE - 1) // _GROUP_SIZE
    ordered = sorted(edited, key=lambda row: row.group)
    return Truth(
        old=_plan(2021, [(row.group, row.task) for row in kept], groups),
        new=_plan(2022, [(row.group, row.task) for row in ordered], groups),
        pairs=frozenset((row.olds[0], new) for new, row in enumerate(ordered) if row.olds),
        merged=frozenset((old, new) for new, row in enumerate(ordered) for old in row.olds[1:]),
        split=frozenset(
            (new, row.split_from) for new, row in enumerate(ordered) if row.split_from >= 0
        ),
        removed=frozenset(range(rows)) - {old for row in ordered for old in row.olds},
        added=frozenset(
            new for new, row in enumerate(ordered) if not row.olds and row.split_from < 0
        ),
    )


def _tasks(rows: int, chance: random.Random) -> Iterator[Task]:
    seen: set[str] = set()
    while len(seen) < rows:
        text = _text(chance, 2021)
        if chance.random() < _COMPOUND:
            text = _joined(text, _text(chance, 2021))
        if text not in seen:
            seen.add(text)
            yield _task(text, chance, 2021)


def _text(chance: random.Random, year: int) -> str:
    words = (
        chance.choice(_VERBS),
        chance.choice(_THINGS),
        f"lĩnh vực {chance.choice(_FIELDS)}, {chance.choice(_FIELDS)}",
        chance.choice(_PLACES),
        chance.choice(_MEANS),
        chance.choice(("", f"năm {year}")),
    )
    return " ".join(filter(None, words))


def _task(text: str, chance: random.Random, year: int) -> Task:
    return Task(
        task=parse_text(text),
        product=parse_text(chance.choice(("Kế hoạch", "Báo cáo", "Quyết định", "Tờ trình"))),
        lead=parse_text(chance.choice(_LEADS)),
        support=parse_text("Các sở, ban, ngành; UBND cấp huyện"),
        deadline=parse_text(f"Quý {chance.choice(('I', 'II', 'III', 'IV'))}/{year}"),
    )


def _edited(rows: list[_Row], chance: random.Random) -> Iterator[_Row]:
    """Yield the rows of the new plan in the order of the old one; moved ones change their group."""
    groups = rows[-1].group + 1
    pending: _Row | None = None
    for row in rows:
        fate = chance.random()
        if pending is not None:
            yield _merge(pending, row)
            pending = None
        elif fate < 0.05:
            continue
        elif fate < 0.07:
            pending = row
        elif ";" in _words(row.task) and fate < 0.5:
            yield from _split(row, chance)
        else:
            group = chance.randrange(groups) if fate < 0.14 else row.group
            yield _Row(_next_year(row.task, chance), group, row.olds)
        if chance.random() < 0.05:
            yield _Row(_task(_text(chance, 2022), chance, 2022), row.group, [])
    if pending is not None:
        yield pending


def _joined(first: str, second: str) -> str:
    return f"{first}; {second[0].lower()}{second[1:]}"


def _merge(first: _Row, second: _Row) -> _Row:
    """Return two rows as one, whose text begins with that of the first."""
    joined = _joined(_words(first.task), _words(second.task)).replace("2021", "2022")
    task = replace(first.task, task=parse_text(joined))
    return _Row(task, first.group, [*first.olds, *second.olds])


def _split(row: _Row, chance: random.Random) -> Iterator[_Row]:
    """Yield the two tasks of a row as rows of their own; the first goes on."""
    one, _, other = _words(row.task).partition("; ")
    task = _next_year(row.task, chance)
    for words, olds in ((one, row.olds), (other[0].upper() + other[1:], [])):
        text = parse_text(words.replace("2021", "2022"))
        split_from = -1 if olds else row.olds[0]
        yield _Row(replace(task, task=text), row.group, olds, split_from)


def _next_year(task: Task, chance: random.Random) -> Task:
    words = _words(task).replace("2021", "2022")
    if chance.random() < 0.6:
        words = _reworded(words, chance)
    deadline = (task.deadline or ())[0].text.replace("2021", "2022")
    lead = task.lead if chance.random() < 0.9 else parse_text(chance.choice(_LEADS))
    return replace(task, task=parse_text(words), deadline=parse_text(deadline), lead=lead)


def _reworded(words: str, chance: random.Random) -> str:
    """Return the text with a few words changed, dropped or put in."""
    for old, new in _SWAPS.items():
        if chance.random() < 0.5:
            words = words.replace(old, new)
    syllables = words.split()
    for _ in range(chance.randrange(3)):
        place = chance.randrange(len(syllables))
        if chance.random() < 0.5 and len(syllables) > 8:
            del syllables[place]
        else:
            syllables.insert(place, chance.choice(_ADVERBS))
    return " ".join(syllables)


def _words(task: Task) -> str:
    return " ".join(paragraph.text for paragraph in task.task or ())


def _plan(year: int, rows: list[tuple[int, Task]], groups: int) -> Plan:
    period = parse_period(str(year))
    assert isinstance(period, Period)
    return Plan(
        period=period,
        issuer=Issuer(name="Ủy ban nhân dân tỉnh Sóc Trăng", place="Sóc Trăng"),
        number="/KH-UBND",
        title=f"Thực hiện cải cách hành chính năm {year}",
        sections=(),
        appendices=(
            Appendix(
                id="phu-luc",
                groups=tuple(
                    Group(
                        title=f"Nhóm nhiệm vụ {index + 1}",
                        tasks=tuple(task for group, task in rows if group == index),
                    )
                    for index in range(groups)
                ),
            ),
        ),
        recipients=(),
        archive="VT",
        signature=Signature(title="CHỦ TỊCH", name="Trần Văn Lâu"),
    )
