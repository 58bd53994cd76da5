"""An officer's December at the command line: from this year's plan to next year's, signed.

What was merged and split has no words in common, so that only the decisions can tell of it.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from workspaces import Run, Workspace

FOLDER = "plans/xã an lạc"
OLD, NEW = f"{FOLDER}/2026.yaml", f"{FOLDER}/2027.yaml"
REVIEW = f"{FOLDER}/2027.review.yaml"
PLAN = """\
series: an-lac/cai-cach-hanh-chinh
period: 2026
issuer: {name: Ủy ban nhân dân xã An Lạc, short: UBND xã, place: An Lạc}
number: 182/KH-UBND
date: 2025-12-26  # ngày ký, không phải ngày trình
title: Cải cách hành chính xã An Lạc năm 2026
bases:
  - Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể
    cải cách hành chính nhà nước giai đoạn 2021 - 2030
opening: |
  Ủy ban nhân dân (UBND) xã ban hành Kế hoạch cải cách hành chính (CCHC) năm 2026 như sau:
sections:
  - role: objectives
    title: Mục tiêu
    text: Hoàn thành các nhiệm vụ CCHC được giao trong năm 2026.
  - role: assignment
    title: Phân công nhiệm vụ
    note: (Theo {phu-luc} kèm theo)
  - role: implementation
    title: Tổ chức thực hiện
    text: Các phòng chuyên môn báo cáo kết quả trước ngày 15/12/2026.
appendices:
  - id: phu-luc
    title: Phân công nhiệm vụ năm 2026
    groups:
      - area: institutions
        title: Cải cách thể chế
        tasks:
          - id: ra-soat-van-ban
            task: Rà soát văn bản của Hội đồng nhân dân, UBND xã
            product: Báo cáo kết quả rà soát
            lead: Văn phòng Hội đồng nhân dân và UBND xã
            support: Các phòng chuyên môn
            deadline: Quý IV/2026
          - id: theo-doi-thi-hanh
            task: Theo dõi tình hình thi hành pháp luật năm 2026
            product: Báo cáo
            lead: Phòng Kinh tế
            support: Các phòng chuyên môn
            deadline: Trước ngày 30/11/2026
      - area: direction
        title: Công tác chỉ đạo, điều hành
        tasks:
          - id: de-an-mot-cua
            task: Xây dựng Đề án đổi mới Bộ phận Một cửa
            product: Đề án
            lead: Trung tâm Phục vụ hành chính công xã
            support: Các phòng chuyên môn
            deadline: Tháng 6/2026
          - id: kiem-tra-cchc
            task: Kiểm tra CCHC tại các thôn
            product: Kế hoạch kiểm tra
            lead: Phòng Văn hóa - Xã hội
            support: Các phòng chuyên môn
            deadline: Quý II/2026
          - id: to-cong-vu
            task: Kiện toàn tổ giám sát kỷ luật, kỷ cương
            product: Quyết định thành lập tổ
            lead: Văn phòng Hội đồng nhân dân và UBND xã
            support: Công an xã
            deadline: Tháng 02/2026
          - id: boi-duong
            task: Bồi dưỡng đội ngũ
            product: Hội nghị
            lead: Phòng Văn hóa - Xã hội
            support: Các phòng chuyên môn
            deadline: Tháng 9/2026
recipients: [UBND tỉnh Vĩnh Long, Các phòng chuyên môn]
archive: VT, VHXH
signature: {authority: TM. ỦY BAN NHÂN DÂN, title: CHỦ TỊCH, name: Nguyễn Văn An}
"""
SPLIT_OFF = """\
          - id: lop-mot-cua
            task: Tập huấn tiếp nhận, trả hồ sơ qua cơ chế một cửa
            product: Tài liệu, danh sách học viên
            lead: Trung tâm Phục vụ hành chính công xã
            support: Công chức các phòng
            deadline: Quý I/2027
          - id: ky-nang-so
            task: Phổ cập chữ ký số, trợ lý ảo
            product: Chứng nhận hoàn thành khóa học
            lead: Phòng Kinh tế
            support: Tổ công nghệ số cộng đồng
            deadline: Quý III/2027
"""
DECISIONS = {
    "institutions": "keep",
    "direction": "keep",
    "ra-soat-van-ban": "keep",
    "theo-doi-thi-hanh": "change",
    "de-an-mot-cua": "drop",
    "kiem-tra-cchc": "keep",
    "to-cong-vu": "merge\n    into: kiem-tra-cchc",
    "boi-duong": "split\n    into: [lop-mot-cua, ky-nang-so]",
}


class Office:
    """A desk in the commune's office: files are edited by hand, planforge is run."""

    def __init__(self, folder: Path) -> None:
        self._workspace = Workspace(folder, folder / "cache")
        self.folder = folder
        (folder / FOLDER).mkdir(parents=True)
        (folder / OLD).write_text(PLAN, encoding="utf-8")

    def run(self, *arguments: str, status: int = 0) -> Run:
        run = self._workspace.run(*arguments, PLANFORGE_LANG="vi")
        assert run.status == status, (run.results, run.messages)
        return run

    def data(self, *arguments: str, status: int = 0) -> Any:
        run = self.run(*arguments, "--format", "json", status=status)
        return json.loads("\n".join(run.results))

    def found(self) -> list[str]:
        """Return the codes of all that lint finds, in every file."""
        return [finding["code"] for finding in self.data("lint")]

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def edit(self, name: str, pattern: str, words: str) -> None:
        """Write ``words`` over the one place where ``pattern`` is found."""
        text, count = re.subn(pattern, words, self.read(name), flags=re.MULTILINE)
        assert count == 1, (pattern, self.read(name))
        (self.folder / name).write_text(text, encoding="utf-8")

    def decide(self) -> None:
        """Decide in the review about every area and every task."""
        for part, decision in DECISIONS.items():
            self.edit(
                REVIEW,
                rf"(- (?:area|task): {part}\n(?: .*\n)*?    decision: )open(\n.*\n    reason:)",
                rf"\g<1>{decision}\g<2> Thường trực Đảng ủy xã đã cho ý kiến.",
            )

    def carry_out(self) -> None:
        """Do in the draft what was decided."""
        for name in ("de-an-mot-cua", "to-cong-vu", "boi-duong"):
            self.edit(NEW, rf"^ {{10}}- id: {name}\n(?: {{12}}.*\n)+", "")
        self.edit(NEW, "^(?=recipients:)", SPLIT_OFF)
        self.edit(NEW, "(?<=thi hành pháp luật)(?= năm)", " về đất đai")

    def settle(self) -> None:
        """Settle the questions: about a deadline, and about bases and signer."""
        for kind in ("one_off_deadline", "yearly_entry"):
            self.edit(REVIEW, rf"(kind: {kind}\n(?: .*\n)*?    answer: )open", r"\g<1>done")

    def issue(self) -> None:
        """Write what the clerical office gives: number and date."""
        self.edit(NEW, "^number: /", "number: 215/")
        self.edit(NEW, "^date: *(?=#)", "date: 2026-12-28  ")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def drafted(office: Office) -> Office:
    office.run("rollover", OLD)
    return office


@pytest.fixture
def finished(drafted: Office) -> Office:
    drafted.decide()
    drafted.carry_out()
    drafted.settle()
    return drafted


def test_the_draft_differs_from_the_plan_by_years_and_what_was_cleared(drafted: Office) -> None:
    assert drafted.read(OLD) == PLAN
    expected = PLAN.replace("period:", "follows: 2026.yaml\nperiod:").replace("182/", "/")
    expected = expected.replace("2025-12-26", "").replace("2026", "2027")
    expected = expected.replace("follows: 2027", "follows: 2026")
    assert drafted.read(NEW) == expected.replace("Tháng 6/2027", "Tháng 6/2026")


def test_before_anything_is_decided_lint_asks_and_final_refuses(drafted: Office) -> None:
    assert drafted.found() == ["D103", "V102"]
    run = drafted.run("rollover", "--status", status=1)
    assert any(line.startswith("Đã quyết định 0/10 mục (0%)") for line in run.results)
    assert "Dự thảo này còn 10/10 mục chưa quyết định." in refused(drafted)


def refused(office: Office) -> str:
    """Return why the final document is not made; nothing is."""
    run = office.run("build", NEW, "--final", status=1)
    assert list((office.folder / "output").glob("*.docx")) == []
    return run.messages


def test_decisions_that_the_draft_does_not_follow_are_told_one_by_one(drafted: Office) -> None:
    drafted.decide()
    assert drafted.found() == ["D103", "V107", "V104", "V104", "V104", "V103", "V103", "V101"]


def test_what_the_draft_does_not_follow_cannot_be_signed(finished: Office) -> None:
    finished.issue()
    finished.edit(REVIEW, "    into: kiem-tra-cchc\n", "    into: [kiem-tra]\n")
    assert "lỗi V103" in refused(finished)
    finished.edit(REVIEW, r"    into: \[kiem-tra\]\n", "    into: [kiem-tra-cchc]\n")
    finished.edit(REVIEW, r"  - task: boi-duong\n(    .*\n)+", "")
    assert "Dự thảo này còn 1/" in refused(finished)
    finished.run("rollover", "--status", status=1)


def test_the_draft_may_be_made_again_when_much_is_decided(drafted: Office) -> None:
    drafted.decide()
    before = drafted.read(REVIEW).replace("into: kiem-tra-cchc", 'into: ["kiem-tra-cchc"]')
    before = before.replace("[lop-mot-cua, ky-nang-so]", '["lop-mot-cua", "ky-nang-so"]')
    report = drafted.data("rollover", OLD, "--force")
    assert report["earlier"] == {"decided": 8, "taken": 8}
    assert drafted.read(REVIEW) == before
    assert (drafted.folder / FOLDER / "_2027 (bản cũ 1).review.yaml").exists()


def test_status_counts_by_area_and_by_who_is_next(drafted: Office) -> None:
    (status,) = drafted.data("rollover", "--status", status=1)
    waiting = {turn["by"]: len(turn["steps"]) for turn in status["next_steps"]}
    assert waiting["Phòng Văn hóa - Xã hội"] == 2
    assert list(waiting)[-1] == ""
    drafted.decide()
    (status,) = drafted.data("rollover", "--status", status=1)
    assert (status["decided"], status["total"]) == (8, 10)
    decisions = status["areas"][1]["decisions"]
    assert decisions == {"open": 0, "keep": 2, "change": 0, "drop": 1, "merge": 1, "split": 1}
    (turn,) = status["next_steps"]
    assert [step["name"] for step in turn["steps"]] == ["one_off_deadline", "yearly_entry"]


def test_lint_is_silent_but_for_what_is_open(drafted: Office) -> None:
    drafted.decide()
    drafted.carry_out()
    assert drafted.found() == ["V101"]
    assert "Dự thảo này còn 2/10 mục chưa quyết định." in refused(drafted)
    drafted.settle()
    assert drafted.found() == []
    drafted.run("rollover", "--status")


def test_diff_tells_what_was_decided_by_lineage(finished: Office) -> None:
    changes = finished.data("diff", NEW, status=1)["changes"]
    told = {
        change["relation"]: (ids(change["old"]), ids(change["new"]))
        for change in changes
        if change["kind"] == "task"
    }
    assert told == {
        "year_only": (["ra-soat-van-ban"], ["ra-soat-van-ban"]),
        "reworded": (["theo-doi-thi-hanh"], ["theo-doi-thi-hanh"]),
        "removed": (["de-an-mot-cua"], []),
        "merged": (["kiem-tra-cchc", "to-cong-vu"], ["kiem-tra-cchc"]),
        "split": (["boi-duong"], ["lop-mot-cua", "ky-nang-so"]),
    }
    run = finished.run("diff", NEW, status=1)
    counts = "2 tiếp tục, 2 gộp thành 1, 1 tách thành 2, 1 bỏ"
    assert f"Nhiệm vụ: 6 → 5 ({counts})." in run.results


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries]


def test_history_follows_the_tasks_through_both_years(finished: Office) -> None:
    (chain,) = finished.data("history", FOLDER)["chains"]
    assert [plan["period"] for plan in chain["plans"]] == ["2026", "2027"]
    after = {
        thread["id"]: thread["states"][-1]["relation"]
        for thread in chain["threads"]
        if thread["kind"] == "task"
    }
    assert after == {
        "ra-soat-van-ban": "year_only",
        "theo-doi-thi-hanh": "reworded",
        "de-an-mot-cua": "removed",
        "kiem-tra-cchc": "merged",
        "to-cong-vu": "merged",
        "lop-mot-cua": "split",
        "ky-nang-so": "split",
    }


def test_the_plan_goes_to_signature_when_all_is_decided_and_filled_in(finished: Office) -> None:
    assert refused(finished).count("R401") == 2
    finished.issue()
    assert finished.found() == []
    finished.run("build", NEW, "--final")
    (path,) = (finished.folder / "output").glob("*.docx")
    document = Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    printed = "\n".join((*texts, *rows))
    assert "215/KH-UBND" in printed
    assert "ngày 28 tháng 12 năm 2026" in printed
    assert "Phổ cập chữ ký số, trợ lý ảo" in printed
    assert "Kiện toàn tổ giám sát" not in printed
    assert finished.read(OLD) == PLAN
