"""A106: a name that should be known and is not is probably a slip."""

import re
from collections.abc import Iterator
from functools import cache

from planforge.findings import Path, msg
from planforge.linter.assignment import mentions_in, written_cells
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.registries.agencies import load_agencies
from planforge.vietnamese.normalization import fold

_LOCAL = ("ban ", "phòng ", "trung tâm ", "trường ", "tổ ", "hội đồng ", "chi cục ", "trạm ")
_OTHER_FIELDS = ("Chỉ huy", "Chính trị", "Giao dịch", "Tư lệnh")
_LEVEL = re.compile(r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|sở)\b")
_ALIKE, _NEARLY_THE_SAME = 0.75, 0.9


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first place of every name that no registered agency has, where one should."""
    for name, path in _unregistered(subject).items():
        closed = _is_of_closed_kind(name)
        nearest = _nearest(fold(name), _ALIKE if closed else _NEARLY_THE_SAME)
        if closed or nearest:
            yield Violation(
                path,
                msg("“{name}” is no agency that is known.", name=name),
                msg("Did you mean “{nearest}”?", nearest=nearest)
                if nearest
                else msg("Check the name against the decision that set the agency up."),
            )


def _unregistered(subject: Subject) -> dict[str, Path]:
    """Return the names that are not in the registry, each with its first place."""
    found: dict[str, Path] = {}
    for _, cell in written_cells(subject):
        for mention in mentions_in(cell):
            if not mention.agencies:
                found.setdefault(mention.name, cell.path)
    return found


def _is_of_closed_kind(name: str) -> bool:
    """Whether ``name`` is that of a department or ministry: they are few and all registered."""
    kind, _, field = name.partition(" ")
    return kind in ("Sở", "Bộ") and field[:1].isupper() and not field.startswith(_OTHER_FIELDS)


def _nearest(folded: str, cutoff: float) -> str:
    """Return the registered name of the same level that is most like ``folded``, "" for none."""
    if folded.startswith(_LOCAL):
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - plans mostly name known agencies

    names = _names_beginning_with().get(folded.partition(" ")[0], {})
    found = get_close_matches(folded, names, n=1, cutoff=cutoff)
    same_level = found and _LEVEL.findall(found[0]) == _LEVEL.findall(folded)
    return names[found[0]] if same_level else ""


@cache
def _names_beginning_with() -> dict[str, dict[str, str]]:
    """Return the registered names by their first word: folded and as written."""
    names: dict[str, dict[str, str]] = {}
    for agency in load_agencies().values():
        for name in (agency.name, *agency.spellings):
            folded = fold(name)
            names.setdefault(folded.partition(" ")[0], {})[folded] = name
    return names


RULE = Rule(
    code="A106",
    name="unknown-agency",
    severity="info",
    check=check,
    what=msg("A department or ministry that does not exist, or a name one letter off a known one."),
    why=msg("A wrong name gives the work to nobody, and no search finds it again."),
    bad="""
appendices:
  - id: phu-luc
    tasks:
      - task: Kiểm soát chất lượng hồ sơ số hóa
        product: Báo cáo
        lead: Sở Khoa học và Công nghiệp
        support: Văn phòng UBND tỉnh
        deadline: Quý III/2026
""",
    good="""
appendices:
  - id: phu-luc
    tasks:
      - task: Kiểm soát chất lượng hồ sơ số hóa
        product: Báo cáo
        lead: Sở Khoa học và Công nghệ
        support: Trung tâm Chuyển đổi số tỉnh
        deadline: Quý III/2026
""",
)
