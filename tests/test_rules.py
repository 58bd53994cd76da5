"""Every rule, held against its own page: the bad example breaks it, the good one does not."""

import pytest

from planforge.findings import Finding
from planforge.linter import Levels, lint_plan, lint_review
from planforge.linter.registry import RULES
from planforge.linter.rule import Rule
from planforge.linter.subject import Subject
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.readers.review import read_review

RIGHT = """
period: 2026
issuer:
  name: Ủy ban nhân dân tỉnh Ninh Bình
  short: UBND tỉnh
  place: Ninh Bình
number: 05/KH-UBND
date: 2025-12-30
title: Cải cách hành chính tỉnh Ninh Bình năm 2026
bases:
  - Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách
    hành chính nhà nước giai đoạn 2021 - 2030
sections:
  - role: objectives
    title: Mục tiêu, yêu cầu
    text: Nâng cao chất lượng phục vụ người dân, doanh nghiệp.
  - role: task_areas
    title: Nhiệm vụ
    sections:
      - {area: institutions, title: Cải cách thể chế, text: Rà soát văn bản của tỉnh.}
      - {area: procedures, title: Cải cách thủ tục hành chính, text: Công khai thủ tục.}
      - {area: organization, title: Cải cách tổ chức bộ máy, text: Sắp xếp đầu mối.}
      - {area: civil_service, title: Cải cách chế độ công vụ, text: Đánh giá công chức.}
      - {area: public_finance, title: Cải cách tài chính công, text: Thực hiện cơ chế tự chủ.}
      - {area: digital_government, title: Xây dựng chính quyền số, text: Số hóa hồ sơ.}
      - {area: direction, title: Công tác chỉ đạo điều hành, text: Kiểm tra định kỳ.}
  - role: implementation
    title: Tổ chức thực hiện
    text: Sở Nội vụ theo dõi, đôn đốc, tổng hợp báo cáo.
recipients:
  - Bộ Nội vụ
  - Các sở, ban, ngành
archive: VT, NC
signature:
  authority: [TM. ỦY BAN NHÂN DÂN]
  title: CHỦ TỊCH
  name: Nguyễn Văn Ân
"""
"""A small plan that is right; the examples of the rules are laid over it key by key."""


PREVIOUS = """
appendices:
  - id: phu-luc
    groups:
      - area: institutions
        title: Cải cách thể chế
        tasks:
          - {id: ra-soat-van-ban, task: Rà soát văn bản, lead: Sở Tư pháp}
      - area: direction
        title: Công tác chỉ đạo điều hành
        tasks:
          - {id: kiem-tra-cong-vu, task: Kiểm tra công vụ, lead: Sở Nội vụ}
          - {id: tap-huan-cchc, task: Tập huấn cải cách hành chính, lead: Sở Nội vụ}
          - {id: tham-quan-mo-hinh, task: Tham quan mô hình, lead: Sở Nội vụ}
"""
"""The appendix of the year before the small plan; the reviews of the rules speak of it."""

DRAFT = "follows: 2025.yaml" + PREVIOUS.replace(
    "          - {id: tham-quan-mo-hinh, task: Tham quan mô hình, lead: Sở Nội vụ}\n", ""
)
"""The draft follows that plan; one of its tasks is left out of the appendix."""

ABSENT = frozenset(("2024.yaml",))
"""What plans may follow and is not there."""


def _keys(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    key = ""
    for line in text.strip("\n").splitlines():
        if line[:1].strip() and line[0] not in "#-":
            key = line.split(":")[0]
            parts[key] = ""
        parts[key] += line + "\n"
    return parts


def plan_of(example: str) -> Plan:
    """Return the small plan with the top-level keys of ``example`` in place of its own."""
    text = "".join({**_keys(RIGHT), **_keys(example)}.values())
    result = read_plan(text.encode())
    assert result.findings == (), [finding.message.text() for finding in result.findings]
    assert result.plan is not None
    return result.plan


def findings_of(example: str, rule: Rule) -> tuple[Finding, ...]:
    """Return what ``rule`` says of a plan with ``example`` laid over it, or of that review."""
    levels = Levels(select=(rule.code,))
    if rule.about == "plan":
        return lint_plan(plan_of(example), levels, absent=ABSENT)
    result = read_review(example.encode())
    assert [finding for finding in result.findings if finding.severity == "error"] == []
    assert result.review is not None
    return lint_review(Subject(plan_of(DRAFT), result.review, plan_of(PREVIOUS)), levels)


def codes_of(example: str, rule: Rule) -> list[str]:
    return [finding.code for finding in findings_of(example, rule)]


by_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@by_rule
def test_the_bad_example_breaks_the_rule(rule: Rule) -> None:
    assert rule.code in codes_of(rule.bad, rule)


@by_rule
def test_the_good_example_keeps_the_rule(rule: Rule) -> None:
    assert codes_of(rule.good, rule) == []


@by_rule
def test_a_finding_says_what_is_wrong_and_what_to_do(rule: Rule) -> None:
    for finding in findings_of(rule.bad, rule):
        assert finding.message.text().endswith((".", "”", "…", "?"))
        assert finding.hint is not None
        assert finding.hint.text() != finding.message.text()


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_the_small_plan_is_right() -> None:
    assert lint_plan(plan_of("")) == ()
