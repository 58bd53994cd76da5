"""Plans to build in tests: the examples under ``plans/``, and one that has a bit of everything."""

from functools import cache
from pathlib import Path

from msgspec import Struct

from planforge.cli.workspace import find_plans, output_name
from planforge.composer import compose_plan
from planforge.document import Document
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.writers.docx import PreparedTemplate, write_docx
from planforge.writers.docx.preparation import prepare_template

ROOT = Path(__file__).parent.parent
EXAMPLES = {output_name(path): path for path in find_plans([ROOT / "plans"])}


class Built(Struct, frozen=True):
    """A plan, the document composed of it and its Word file."""

    name: str
    plan: Plan
    document: Document
    docx: bytes

    def __repr__(self) -> str:
        return f"<{self.name}>"


@cache
def prepared(template: str) -> PreparedTemplate:
    """Return a built-in template, made ready without the cache of the command line."""
    path = ROOT / "templates" / f"{template}.docx"
    return prepare_template(path.read_bytes(), path.name)


def build(name: str, source: bytes) -> Built:
    """Read, compose and write the plan in ``source``, which must be without errors."""
    plan, findings, _ = read_plan(source, name)
    assert plan is not None, findings
    assert not [finding for finding in findings if finding.severity == "error"], findings
    document = compose_plan(plan)
    return Built(name, plan, document, write_docx(document, prepared(plan.template_name)))


def build_example(name: str) -> Built:
    """Build one of the example plans."""
    return build(name, EXAMPLES[name].read_bytes())


SMALL_PLAN = """\
period: 2026
issuer:
  name: Sở Nội vụ tỉnh Ninh Bình
  header: SỞ NỘI VỤ
  parent: UBND TỈNH NINH BÌNH
  place: Ninh Bình
number: 5/KH-SNV
date: 2026-02-05
title: Cải cách hành chính năm 2026
bases:
  - Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ
  - {lead: Theo, text: đề nghị của Chánh Văn phòng Sở}
opening: Sở TT&TT <cũ> **phối hợp** *thực hiện* cơ chế "một cửa".
child_style: Phần I
sections:
  - title: Nhiệm vụ
    sections:
      - title: Thủ tục hành chính
        note: (Theo {phu-luc-1} kèm theo)
        sections:
          - id: chi-tieu
            title: Chỉ tiêu
            sections:
              - title: Hồ sơ đúng hạn
                text: |
                  Đạt từ 97%[^nguon].

                  - Trực tuyến 90%;
                  + Toàn trình 60%.
              - title: Số hóa
                run_in: true
                text: "đạt 100% hồ sơ."
          - text: Khoản không có tiêu đề, xem {chi-tieu}.
  - title: Tổ chức thực hiện
    text: Các phòng thực hiện Kế hoạch này.
footnotes:
  nguon: Theo số liệu *tạm tính* của Sở TT&TT, xem {chi-tieu}.
appendices:
  - id: phu-luc-1
    title: Phân công nhiệm vụ
    columns: [no, task, {id: product, style: 1.1.}, lead, deadline]
    groups:
      - title: Cải cách thể chế
        tasks:
          - task: Rà soát văn bản
            lead: Phòng Pháp chế
            lines:
              - {product: Kế hoạch, deadline: Quý I/2026}
              - {product: [Báo cáo], deadline: ""}
              - {product: Danh mục văn bản <hết hiệu lực>, lead: Văn phòng Sở}
      - title: Thủ tục hành chính
        tasks:
          - task: "**Đơn giản hóa** thủ tục"
            tasks:
              - {task: Lập phương án, lead: Văn phòng Sở}
  - id: phu-luc-2
    title: Hướng dẫn
    orientation: portrait
    sections:
      - title: Cách chấm điểm
        text: Theo thang điểm 100.
recipients:
  - UBND tỉnh
  - {to: Các phòng, purpose: để thực hiện}
archive: VT, VP
signature:
  authority: KT. GIÁM ĐỐC
  title: PHÓ GIÁM ĐỐC
  other_title: Ủy viên Ban Chỉ đạo cải cách hành chính tỉnh
  name: Vũ Thị Hà
"""
"""A plan that has what the examples lack, in few lines."""
