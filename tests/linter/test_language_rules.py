"""Rules on language: their pages, what they must find, and the customs they must leave alone."""

import pytest
from rule_checks import messages, quoted, table

from planforge.linter.doubling import find_doubled
from planforge.linter.misspellings import CONFUSIONS, READING_ERRORS
from planforge.linter.rules import (
    abbreviation_before_definition,
    abbreviation_defined_twice,
    abbreviation_undefined,
    abbreviation_unused,
    capitals,
    common_confusions,
    doubled_words,
    look_alike_letters,
    mixed_tone_placement,
    reading_errors,
    spacing_and_punctuation,
)
from planforge.linter.subject import Subject
from planforge.model import Plan

RULES = (
    abbreviation_undefined.RULE,
    abbreviation_before_definition.RULE,
    abbreviation_defined_twice.RULE,
    abbreviation_unused.RULE,
    doubled_words.RULE,
    spacing_and_punctuation.RULE,
    look_alike_letters.RULE,
    capitals.RULE,
    mixed_tone_placement.RULE,
    common_confusions.RULE,
    reading_errors.RULE,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cập nhật CSDL quốc gia.", ["CSDL"]),
        ("CB, CC, VC của tỉnh.", ["CB", "CC", "VC"]),
        ("Theo Kế hoạch số 182/KH-UBND và Nghị quyết số 39-NQ/TW.", []),
        ("Áp dụng TCVN ISO 9001:2015; Chỉ số PAR INDEX, PAPI.", []),
        ("Quý IV, Phụ lục II, khóa XIII.", []),
        ("Phòng, chống dịch COVID-19 tại UBND, HĐND các cấp.", []),
        ("Phương châm “CÔNG KHAI, AN TOÀN, HIỆU QUẢ”.", []),
        ("Sở TT&TT chủ trì, phối hợp Bộ KH&CN.", []),
        ("phát triển kinh tế - xã hội (KT-XH) gắn với KT-XH.", []),
        ("Chương trình OCOP (mỗi xã một sản phẩm).", []),
        ("Hệ thống EMR (hồ sơ bệnh án điện tử).", ["EMR"]),
        ("DVC (dịch vụ công) trực tuyến.", []),
        ("thủ tục hành chính (sau đây gọi tắt là TTHC) và TTHC nội bộ.", []),
    ],
)
def test_undefined_abbreviations(text: str, found: list[str]) -> None:
    told = [message.split("“")[1].split("”")[0] for message in _told("L101", text)]
    assert told == found


def _told(code: str, text: str) -> list[str]:
    rule = next(rule for rule in RULES if rule.code == code)
    return messages(rule, quoted(text.replace('"', "'")))


def test_agencies_cells_and_recipients_may_abbreviate() -> None:
    rows = table("{task: Rà soát, lead: Sở TTTT, support: VP UBND tỉnh, deadline: Năm 2026}")
    assert messages(abbreviation_undefined.RULE, rows) == []
    example = "\nrecipients: [Bộ Nội vụ, 'TT. Tỉnh ủy, các PCT UBND tỉnh']\n"
    assert messages(abbreviation_undefined.RULE, example) == []


def test_a_declared_abbreviation_is_known_and_one_of_two_words_too() -> None:
    declared = "\nabbreviations: {CSDL: cơ sở dữ liệu, PII LOCAL: chỉ số}\n"
    example = declared + quoted("Cập nhật CSDL; nâng PII LOCAL.")
    assert messages(abbreviation_undefined.RULE, example) == []
    assert messages(abbreviation_unused.RULE, example) == []


def test_the_bases_are_read_before_the_opening() -> None:
    example = (
        "\nbases: ['Nghị quyết về cải cách hành chính (CCHC)']"
        "\nopening: Ban hành Kế hoạch CCHC như sau.\n"
    )
    assert messages(abbreviation_before_definition.RULE, example) == []


def test_an_appendix_may_explain_again_and_the_body_may_not() -> None:
    again = quoted("Thủ tục hành chính (TTHC); các TTHC.")
    rows = table("{task: Công khai thủ tục hành chính (TTHC), lead: Sở Nội vụ}")
    assert messages(abbreviation_defined_twice.RULE, again + rows) == []
    twice = "Trung tâm (TT); TT tỉnh; thủ tục (TT)."
    assert _told("L103", twice) == ["“TT” stands for “thủ tục” here and for “Trung tâm” above."]


def test_a_gloss_that_is_no_long_form_may_stand_unused() -> None:
    assert _told("L104", "Cải thiện Chỉ số cấp tỉnh (PAR INDEX).") == []
    assert _told("L104", "Cải cách dịch vụ công (DVC).") == [
        "“DVC” is explained here and never used."
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ứng dụng công nghệ công nghệ trong", ["công nghệ"]),
        (
            "tinh gọn, hoạt động hiệu lực, hiệu quả hoạt động hiệu lực, hiệu quả, chuyên nghiệp",
            ["hoạt động hiệu lực, hiệu quả"],
        ),
        ("kết quả của của các sở", ["của"]),
        ("điều hành hành chính, xác định định mức, trực tiếp tiếp nhận, đầu tư tư nhân", []),
        ("luôn luôn, song song, dần dần, thường xuyên, năm năm", []),
        ("tồn tại tại xã; kết quả đạt được được công bố; trực thuộc thuộc tỉnh", []),
        ("các tổ chức tổ chức hội nghị; ban hành Quy định quy định chi tiết", []),
        ("sửa đổi, bổ sung, bãi bỏ hoặc kiến nghị sửa đổi, bổ sung, bãi bỏ", []),
        ("các hội, tổ chức xã hội, tổ chức xã hội - nghề nghiệp", []),
        ("giáo viên, giảng viên, giảng dạy", []),
        ("từng bước, từng bước", []),
        ("10 10 20 20", []),
        ("SỞ NỘI VỤ SỞ NỘI VỤ", []),
    ],
)
def test_doubled_words(text: str, found: list[str]) -> None:
    assert list(find_doubled(text)) == found


def test_words_around_a_reference_are_not_doubled() -> None:
    example = quoted("Theo {a} theo {a} kèm theo, nêu tại {a}.").replace("{a}", "{phu-luc}")
    example += table("{task: Rà soát}")
    assert messages(doubled_words.RULE, example) == []
    assert messages(spacing_and_punctuation.RULE, example) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát ,công bố.",
        "Rà soát , công bố.",
        "Công bố ( nếu có).",
        "công bố(nếu có)",
        "tỉnh  Nam Định",
        "theo quy định.Các sở",
        "trung tâm dữ liệu....",
        "giai đoạn 2021- 2030",
        "theo TCVN ISO 9001: 2015",
        "Sở TT &TT",
        "văn bản (kể cả dự thảo",
        "đúng hạn;,",
    ],
)
def test_marks_out_of_place(text: str) -> None:
    assert _told("L106", text)


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021-2030, 2021 - 2025; 15/7/2021; 9001:2015; 10:30; 99,5%; 1.234.567",
        "a) Mục tiêu; (1) nội dung; v.v...; và một số việc khác…",
        "tại dichvucong.gov.vn, https://cchc.gov.vn:8080/a,b hoặc thu,moi@tinh.gov.vn",
        "TT.HĐND, VP.UBND, TP.HCM, KH&CN, Kế hoạch & ĐT, R & D",
        "(Theo phụ lục đính kèm). “Quản trị số”; số: 05; kết thúc ./.",
        "kinh tế - xã hội; tài chính – ngân sách; 182/KH-UBND; Quý I-Năm 2023",
    ],
)
def test_marks_in_their_place(text: str) -> None:
    assert _told("L106", text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Trình Ủy Ban Nhân Dân tỉnh.", "Ủy ban nhân dân"),
        ("Trình Uỷ ban Nhân dân tỉnh.", "Uỷ ban nhân dân"),
        ("Giao Sở tài chính.", "Sở Tài chính"),
        ("Giao sở Nội vụ.", "Sở Nội vụ"),
        ("Sở Giáo dục và đào tạo", "Sở Giáo dục và Đào tạo"),
        ("của Thủ tướng chính phủ", "Thủ tướng Chính phủ"),
        ("theo Khoản 2 Điều 5", "khoản"),
        ("tại Điểm a khoản 2", "điểm"),
        ("khoản 1 điều 9 của Luật", "Điều"),
        ("Căn cứ nghị định số 61/2018/NĐ-CP", "Nghị định"),
        ("trên địa bàn Tỉnh Nam Định", "tỉnh"),
    ],
)
def test_wrong_capitals(text: str, right: str) -> None:
    (violation,) = capitals.check(Subject(_plan(text)))
    assert violation.hint.text() == f"Write “{right}”."


def _plan(text: str) -> Plan:
    from test_rules import plan_of  # noqa: PLC0415 - conftest loads it first

    return plan_of(quoted(text))


@pytest.mark.parametrize(
    "text",
    [
        "Khoản 2 được sửa đổi. Điều 5 bãi bỏ 03 điều khoản; điều 10 cán bộ về xã.",
        "các sở: Tư pháp, Tài chính; các sở Tư pháp, Nội vụ; cơ sở y tế, cán bộ y tế",
        "Sở xây dựng kế hoạch; Bộ xây dựng Đề án; các ủy ban nhân dân, hội đồng nhân dân",
        "Nhân dân và nhân dân; Nhà nước, quản lý nhà nước; trung ương, Trung ương",
        "UBND tỉnh, Tỉnh ủy, các tỉnh ủy, Tỉnh Đoàn, thành phố Thái Nguyên, Quận 1",
        "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH; Báo Nhân Dân; đạt Điểm 5",
        "Ủy ban nhân dân tỉnh, Uỷ ban nhân dân xã, Ban Chấp hành Đảng bộ tỉnh",
    ],
)
def test_right_capitals(text: str) -> None:
    assert _told("L108", text) == []


def test_tones_of_names_and_after_q_do_not_count() -> None:
    assert _told("L109", "Hòa Bình, Khánh Hoà: số hóa quy trình, quý I, quỹ, quỳ; thuở xưa.") == []
    assert _told("L109", "Ủy ban, Tỉnh ủy; thuỷ lợi")
    assert _told("L109", "số hóa, văn hóa, điện tử hoá") == [
        "Tones stand as in “hoá” 1 time(s) and as in “hóa” 3 time(s)."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "tiềm năng xuất khẩu; khả năng xuất hiện; tín hiệu xuất phát; hồ sơ xuất cảnh",
        "lịch sử lý luận; cảm xúc tích cực; phân bổ xung quanh; cũng cố gắng; vấn đề suất ăn",
        "truy cập nhập liệu; giám sát nhập khẩu; bảo tồn động vật; chủ chương trình",
        "đi đôi với đổi mới; thành công dịch vụ công; hành chính công thông tin điện tử",
        "các cấp tinh giản biên chế; UBND tinh gọn bộ máy; thành viên chúc mừng; quy đính kèm",
        "thuở ban đầu, quờ quạng, hươu, rượu, bưu chính, sưu tầm, tươi, ươm",
        "nhân dân dân tộc thiểu số; Việt Nam và dân dân tộc",
    ],
)
def test_syllables_of_two_words_are_no_misspelling(text: str) -> None:
    assert _told("L110", text) == []
    assert _told("L111", text) == []


@pytest.mark.parametrize("slip", [*CONFUSIONS, *READING_ERRORS], ids=lambda slip: slip.wrong)
def test_every_slip_is_found_and_its_right_form_is_not(slip: object) -> None:
    wrong, right = slip.wrong, slip.right  # type: ignore[attr-defined]
    assert len(_told("L110", f"a {wrong} b") + _told("L111", f"a {wrong} b")) == 1
    assert _told("L110", f"a {right} b") + _told("L111", f"a {right} b") == []


def test_the_right_form_keeps_the_case() -> None:
    (violation,) = common_confusions.check(Subject(_plan("Bổ xung nguồn lực.")))
    assert violation.hint.text() == "Write “Bổ sung”."


@pytest.mark.parametrize(
    ("word", "right"), [("trưòng", "ườ"), ("nuớc", "ướ"), ("NUỚC", "ƯỚ"), ("đưọc", "ượ")]
)
def test_a_syllable_with_one_horn(word: str, right: str) -> None:
    (violation,) = reading_errors.check(Subject(_plan(f"Trong {word}, và.")))
    assert violation.message.text() == f"“{word}” is no Vietnamese syllable."
    assert violation.hint.text() == f"It is written with “{right}”."


def test_the_number_is_looked_at_too() -> None:
    assert messages(look_alike_letters.RULE, "\nnumber: 05/KH-UВND\n")
    assert messages(look_alike_letters.RULE, quoted("Ðiều 5")) != []


def test_the_lists_are_long_and_say_each_thing_once() -> None:
    wrong = [slip.wrong for slip in (*CONFUSIONS, *READING_ERRORS)]
    assert len(CONFUSIONS) >= 40
    assert len(wrong) == len(set(wrong))
