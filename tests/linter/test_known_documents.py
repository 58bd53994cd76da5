"""Citations of documents that the registry knows."""

import pytest
from citation_checks import of_text, violations

PROGRAMME = "Chương trình tổng thể cải cách hành chính (CCHC) nhà nước giai đoạn 2021-2030."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nghị định số 60/2021/NĐ-CP ngày 12/6/2021 của Chính phủ.", 1),
        ("Nghị quyết số 76/NQ-CP ngày 17/7/2021 của Chính phủ.", 1),
        ("Nghị quyết số 76/NQ-CP ngày 15/7/2022 của Chính phủ về phiên họp tháng 6.", 0),
        ("văn hóa công vụ theo Quyết định số 1874/QĐ-TTg.", 1),
        ("văn hóa công vụ; thực hiện Quyết định số 1874/QĐ-TTg.", 0),
        ("văn hóa công vụ theo Quyết định số 1874/QĐ-TTg về thi đua, khen thưởng.", 0),
        ("văn hóa công vụ theo Quyết định số 1874/QĐ-TTg ngày 02/10/2022.", 0),
        ("Nghị định số 61/2021/NĐ-CP ngày 21/6/2021 của Chính phủ.", 0),
        ("Nghị quyết số 76/2021/NQ-CP ngày 15/7/2021 của Chính phủ ban hành " + PROGRAMME, 1),
        ("dịch vụ công trực tuyến theo Nghị định số 42/2022/NĐ-CP, Nghị định số 43/2022/NĐ-CP.", 0),
        ("Kế hoạch số 163/KH-UBND ngày 25/11/2021 của UBND tỉnh.", 0),
    ],
)
def test_known_documents(text: str, count: int) -> None:
    assert len(of_text("C107", text)) == count


def test_a_known_document_of_the_issuer_itself() -> None:
    issuer = "issuer: {name: Ủy ban nhân dân tỉnh Sóc Trăng, place: Sóc Trăng}"
    text = "Kế hoạch số 163/KH-UBND ngày 25/11/2021 của UBND tỉnh."
    (violation,) = of_text("C107", text, keys=issuer)
    assert "ngày 24/11/2021" in violation.hint.text()


LATE = "date: 2026-12-28\nperiod: 2027"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nghị định số 42/2022/NĐ-CP.", 1),
        ("Nghị định số 130/2005/NĐ-CP ngày 17/10/2005 của Chính phủ.", 1),
        ("Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ.", 1),
        ("Nghị quyết số 30c/NQ-CP.", 0),
        ("Nghị định số 117/2013/NĐ-CP ngày 07/10/2013 của Chính phủ.", 1),
        ("Tổng kết việc thi hành Nghị định số 42/2022/NĐ-CP.", 0),
        ("Nghị định thay thế Nghị định số 42/2022/NĐ-CP.", 0),
        ("Nghị định số 42/2022/NĐ-CP đã hết hiệu lực.", 0),
        ("Nghị định số 75/2026/NĐ-CP của Chính phủ thay thế Nghị định số 130/2005/NĐ-CP.", 0),
        ("Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ.", 0),
    ],
)
def test_documents_that_have_ended(text: str, count: int) -> None:
    assert len(of_text("C108", text, keys=LATE)) == count


def test_the_day_is_that_of_issue_or_the_first_of_the_period() -> None:
    text = "Nghị định số 42/2022/NĐ-CP."
    assert of_text("C108", text, keys="date: 2026-06-30\nperiod: 2027") == []
    assert len(of_text("C108", text, keys="date:\nperiod: 2027")) == 1
    assert of_text("C108", text, keys="date:\nperiod: 2026") == []


def test_the_successor_is_named() -> None:
    (violation,) = of_text("C108", "Nghị định số 42/2022/NĐ-CP.", keys=LATE)
    assert "28/12/2026" in violation.message.text()
    assert "Nghị định số 224/2026/NĐ-CP" in violation.hint.text()


def test_a_review_speaks_of_the_past() -> None:
    section = "sections:\n  - {role: review, title: Kết quả, text: Nghị định số 42/2022/NĐ-CP}"
    assert violations("C108", f"{LATE}\n{section}\n") == []


def test_what_is_not_sure_is_another_rule() -> None:
    text = "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ."
    assert of_text("C108", text) == []
    assert len(of_text("C118", text)) == 1
