"""Rules on form: their pages, what they must find, and the customs they must leave alone."""

import pytest
from rule_checks import messages

from planforge.linter.issuers import read_issuer
from planforge.linter.rules import (
    academic_title_before_name,
    archive_without_unit,
    archive_without_vt,
    authority_contradicts_issuer,
    deputy_without_kt,
    own_symbol,
    place_contradicts_issuer,
    superior_not_among_recipients,
    title_form,
    wrong_authority_prefix,
)
from planforge.linter.subject import Subject


def _issuer(name: str, place: str = "Ninh Bình", parent: str = "") -> str:
    return f"\nissuer: {{name: '{name}', place: '{place}', parent: '{parent}'}}\n"


def _signed(authority: str, title: str, name: str = "Nguyễn Văn Ân") -> str:
    return f"\nsignature: {{authority: {authority}, title: '{title}', name: '{name}'}}\n"


PROVINCE = _issuer("Ủy ban nhân dân tỉnh Ninh Bình")
DEPARTMENT = _issuer("Sở Nội vụ tỉnh Ninh Bình", parent="UBND TỈNH NINH BÌNH")
MINISTRY = _issuer("Bộ Nội vụ", "Hà Nội")
PARTY = _issuer("Tỉnh ủy Ninh Bình")


@pytest.mark.parametrize(
    ("name", "lead", "kind", "place"),
    [
        ("Ủy ban nhân dân tỉnh Sóc Trăng", "collective", "province", "Sóc Trăng"),
        ("UBND thành phố Cần Thơ", "collective", "province", "Cần Thơ"),
        ("Ủy ban nhân dân thành phố Nam Định", "collective", "", "Nam Định"),
        ("Uỷ ban nhân dân xã Hải Hậu, tỉnh Ninh Bình", "collective", "commune", "Hải Hậu"),
        ("Sở Lao động - Thương binh và Xã hội tỉnh Hà Nam", "head", "department", "Hà Nam"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Hà Nam", "head", "", "Hà Nam"),
        ("Văn phòng Tỉnh ủy", "head", "", ""),
        ("Bộ Nội vụ", "head", "ministry", ""),
        ("Bộ Chỉ huy quân sự tỉnh Hà Nam", "head", "", "Hà Nam"),
        ("Ủy ban Dân tộc", "", "", ""),
        ("Ban Chỉ đạo cải cách hành chính tỉnh Hà Nam", "collective", "", "Hà Nam"),
    ],
)
def test_what_a_name_tells(name: str, lead: str, kind: str, place: str) -> None:
    issuer = read_issuer(name)
    assert (issuer.lead, issuer.kind, issuer.place) == (lead, kind, place)


@pytest.mark.parametrize("archive", ["VT, TH", "TH, VT", "VT", "VTLT, NC (3)", "Văn thư", "[…]"])
def test_an_archive_line_with_the_records_office(archive: str) -> None:
    assert messages(archive_without_vt.RULE, f"\narchive: '{archive}'\n") == []


@pytest.mark.parametrize("archive", ["VP1, VP8", "NC", "VTC"])
def test_an_archive_line_without_the_records_office(archive: str) -> None:
    assert messages(archive_without_vt.RULE, f"\narchive: '{archive}'\n")


@pytest.mark.parametrize(
    ("archive", "told"),
    [("VT", 1), ("VT.", 1), ("Lưu: VT", 1), ("VT (2)", 1), ("VT, […]", 0), ("NC", 0), ("VT, N", 0)],
)
def test_an_archive_line_without_a_unit(archive: str, told: int) -> None:
    assert len(messages(archive_without_unit.RULE, f"\narchive: '{archive}'\n")) == told


@pytest.mark.parametrize(
    ("issuer", "recipients", "told"),
    [
        (PROVINCE, "[Các sở, Cán bộ nội vụ]", 1),
        (PROVINCE, "[Văn phòng Chính phủ]", 0),
        (PROVINCE, "['Như Điều 3', 'Bộ Nội vụ (để báo cáo)']", 0),
        (DEPARTMENT, "[Các phòng]", 1),
        (DEPARTMENT, "[UBND tỉnh, Các phòng]", 0),
        (_issuer("Ủy ban nhân dân xã Hải Hậu"), "[Đảng ủy]", 1),
        (_issuer("Ủy ban nhân dân xã Hải Hậu"), "[Uỷ ban nhân dân tỉnh]", 0),
        (_issuer("Ủy ban nhân dân xã Hải Hậu"), "['[…]']", 0),
        (_issuer("Trung tâm Lưu trữ"), "[Các phòng]", 0),
    ],
)
def test_the_superior_receives_the_plan(issuer: str, recipients: str, told: int) -> None:
    example = f"{issuer}recipients: {recipients}\n"
    assert len(messages(superior_not_among_recipients.RULE, example)) == told


DECIDED = """
decision:
  number: 12/QĐ-UBND
  title: Ban hành Kế hoạch
  authority: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
  articles: [Ban hành kèm theo Quyết định này.]
"""


@pytest.mark.parametrize(
    ("example", "told"),
    [
        (PROVINCE + _signed("[]", "CHỦ TỊCH"), 1),
        (PROVINCE + _signed("[KT. CHỦ TỊCH]", "PHÓ CHỦ TỊCH"), 1),
        (PROVINCE + _signed("[T/M ỦY BAN NHÂN DÂN]", "CHỦ TỊCH"), 0),
        (PROVINCE + _signed("[TM. UBND TỈNH, KT. CHỦ TỊCH]", "PHÓ CHỦ TỊCH"), 0),
        (PROVINCE + _signed("[TL. CHỦ TỊCH]", "GIÁM ĐỐC SỞ NỘI VỤ"), 0),
        (PROVINCE + _signed("[TM. HỘI ĐỒNG NHÂN DÂN]", "CHỦ TỊCH"), 1),
        (PROVINCE + DECIDED + _signed("[]", "CHỦ TỊCH"), 0),
        (PROVINCE + _signed("['[…]']", "CHỦ TỊCH"), 0),
        (DEPARTMENT + _signed("[]", "GIÁM ĐỐC"), 0),
        (DEPARTMENT + _signed("[TM. BAN GIÁM ĐỐC]", "GIÁM ĐỐC"), 1),
        (MINISTRY + _signed("[KT. BỘ TRƯỞNG]", "THỨ TRƯỞNG"), 0),
        (PARTY + _signed("[T/M BAN THƯỜNG VỤ]", "PHÓ BÍ THƯ"), 0),
    ],
)
def test_authority_against_issuer(example: str, told: int) -> None:
    assert len(messages(authority_contradicts_issuer.RULE, example)) == told


@pytest.mark.parametrize(
    ("example", "told"),
    [
        (PROVINCE + _signed("[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]", "CHỦ TỊCH"), 1),
        (PROVINCE + _signed("[TM. ỦY BAN NHÂN DÂN]", "PHÓ CHỦ TỊCH"), 1),
        (DEPARTMENT + _signed("[KT. PHÓ GIÁM ĐỐC]", "PHÓ GIÁM ĐỐC"), 1),
        (DEPARTMENT + _signed("[]", "PHÓ GIÁM ĐỐC"), 1),
        (DEPARTMENT + _signed("[KT. GIÁM ĐỐC]", "PHÓ GIÁM ĐỐC"), 0),
        (DEPARTMENT + _signed("[TL. GIÁM ĐỐC]", "TRƯỞNG PHÒNG"), 0),
        (DEPARTMENT + _signed("['Q. GIÁM ĐỐC']", "Q. GIÁM ĐỐC"), 0),
        (MINISTRY + _signed("[KT. BỘ TRƯỞNG]", "THỨ TRƯỞNG"), 0),
        (
            _issuer("Ban Chỉ đạo cải cách hành chính tỉnh Ninh Bình")
            + _signed("[TM. BAN CHỈ ĐẠO]", "PHÓ TRƯỞNG BAN"),
            0,
        ),
    ],
)
def test_deputies(example: str, told: int) -> None:
    assert len(messages(deputy_without_kt.RULE, example)) == told


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("T/M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("TM ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("K/T CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("KT: CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("T.U.Q. CHỦ TỊCH", "TUQ. CHỦ TỊCH"),
    ],
)
def test_miswritten_prefixes(line: str, right: str) -> None:
    from test_rules import plan_of  # noqa: PLC0415 - conftest loads it first

    plan = plan_of(_signed(f"['{line}']", "CHỦ TỊCH"))
    (violation,) = wrong_authority_prefix.check(Subject(plan))
    assert violation.hint.text() == f"Write “{right}”."


@pytest.mark.parametrize("line", ["TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "Q. GIÁM ĐỐC", "TLĐ"])
def test_prefixes_that_are_right(line: str) -> None:
    assert messages(wrong_authority_prefix.RULE, _signed(f"['{line}']", "CHỦ TỊCH")) == []


def test_the_party_writes_a_slash() -> None:
    example = PARTY + _signed("[T/M BAN THƯỜNG VỤ]", "BÍ THƯ")
    assert messages(wrong_authority_prefix.RULE, example) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("TS. Trần Văn Bình", 1),
        ("PGS.TS. Trần Văn Bình", 1),
        ("ThS.BS. Trần Văn Bình", 1),
        ("Thạc sĩ Trần Văn Bình", 1),
        ("Đại tá Trần Văn Bình", 1),
        ("Cn Trần Văn Bình", 0),
        ("Ông Thị Hoa", 0),
        ("Tsedu K. Niê", 0),
        ("[Họ và tên]", 0),
    ],
)
def test_ranks_before_the_name(name: str, told: int) -> None:
    example = _signed("[TM. ỦY BAN NHÂN DÂN]", "CHỦ TỊCH", name)
    assert len(messages(academic_title_before_name.RULE, example)) == told
    health = _issuer("Sở Y tế tỉnh Ninh Bình") + _signed("[]", "GIÁM ĐỐC", name)
    assert messages(academic_title_before_name.RULE, health) == []


@pytest.mark.parametrize(
    ("issuer", "number", "told"),
    [
        (PROVINCE, "182/KH-UBND", 0),
        (PROVINCE, "/KH-UBND", 0),
        (PROVINCE, "182/QĐ-UBND", 1),
        (PROVINCE, "182/UBND-NC", 1),
        (PROVINCE, "182/KH-SNV", 1),
        (PROVINCE, "182/KH-[…]", 0),
        (DEPARTMENT, "05/KH-SNV", 0),
        (DEPARTMENT, "05/KH-UBND", 1),
        (DEPARTMENT, "05/KH-SNV-CCHC", 0),
        (MINISTRY, "05/KH-BNV", 0),
        (MINISTRY, "05/KH-BTP", 1),
        (_issuer("Trung tâm Phục vụ hành chính công tỉnh Ninh Bình"), "05/KH-TTPVHCC", 0),
        (PARTY, "05/KH-TU", 0),
    ],
)
def test_the_plans_own_symbol(issuer: str, number: str, told: int) -> None:
    assert len(messages(own_symbol.RULE, f"{issuer}number: '{number}'\n")) == told


def test_the_symbol_of_a_decision() -> None:
    assert messages(own_symbol.RULE, PROVINCE + DECIDED) == []
    assert messages(own_symbol.RULE, PROVINCE + DECIDED.replace("QĐ-UBND", "KH-UBND"))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Cải cách hành chính năm 2026", 0),
        ("Về việc thực hiện cải cách hành chính", 0),
        ("Triển khai Kế hoạch cải cách hành chính", 0),
        ("KẾ HOẠCH cải cách hành chính", 1),
        ("V/v cải cách hành chính", 1),
        ("Cải cách hành chính;", 1),
        ("CẢI CÁCH HÀNH CHÍNH NĂM 2026", 1),
        ("CCHC", 0),
    ],
)
def test_the_form_of_a_title(title: str, told: int) -> None:
    assert len(messages(title_form.RULE, f"\ntitle: '{title}'\n")) == told


@pytest.mark.parametrize(
    ("name", "place", "parent", "told"),
    [
        ("Ủy ban nhân dân tỉnh Ninh Bình", "Nam Định", "", 1),
        ("Ủy ban nhân dân tỉnh Khánh Hòa", "Khánh Hoà", "", 0),
        ("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "Vũng Tàu", "", 0),
        ("Ủy ban nhân dân Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "", 0),
        ("Ủy ban nhân dân phường 5", "Phường 5", "", 0),
        ("Ủy ban nhân dân xã Hải Hậu, tỉnh Ninh Bình", "Hải Hậu", "", 0),
        ("Sở Nội vụ", "Ninh Bình", "UBND TỈNH NINH BÌNH", 0),
        ("Sở Nội vụ", "Nam Định", "UBND TỈNH NINH BÌNH", 1),
        ("Bộ Nội vụ", "Hà Nội", "", 0),
        ("Ủy ban nhân dân […]", "[…]", "", 0),
    ],
)
def test_the_place_before_the_date(name: str, place: str, parent: str, told: int) -> None:
    example = _issuer(name, place, parent)
    assert len(messages(place_contradicts_issuer.RULE, example)) == told
