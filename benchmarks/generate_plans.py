"""Synthetic plans of any size, the same bytes every time: ``generate_plans.py ROWS COUNT DIR``.

A plan has 79 body paragraphs (bases, headings and text) and one appendix of six columns whose
rows stand in groups of five, merged down the first column. Words are cycled through lists of
coprime lengths, so that neighbouring paragraphs differ without any chance in it.
"""

import datetime
import sys
import textwrap
from pathlib import Path
from typing import Any

import yaml

BODY_PARAGRAPHS = 79
GROUP_SIZE = 5
PAIRED_EVERY = 4
"""Each fourth row has a list of two products and two deadlines, as about every third real one."""

_YEAR = 2022
_WIDTH = 96
_AREAS = {
    "institutions": "Cải cách thể chế",
    "procedures": "Cải cách thủ tục hành chính",
    "organization": "Cải cách tổ chức bộ máy hành chính nhà nước",
    "civil_service": "Cải cách chế độ công vụ",
    "public_finance": "Cải cách tài chính công",
    "digital_government": "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "direction": "Công tác chỉ đạo điều hành",
}
_BASES = (
    "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
    "Kế hoạch số 163/KH-UBND ngày 24/11/2021 của Ủy ban nhân dân tỉnh Sóc Trăng",
    "Quyết định số 1149/QĐ-BNV ngày 30/12/2020 của Bộ trưởng Bộ Nội vụ",
)
_ACTIONS = (
    "Rà soát",
    "Hoàn thiện",
    "Tổ chức thực hiện",
    "Kiểm tra, đánh giá",
    "Công khai, cập nhật",
    "Đẩy mạnh tuyên truyền",
    "Nâng cao chất lượng",
)
_SUBJECTS = (
    "hệ thống văn bản quy phạm pháp luật do Hội đồng nhân dân và Ủy ban nhân dân tỉnh ban hành",
    "việc giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông",
    "quy chế phối hợp giữa các sở, ban, ngành với chính quyền cơ sở",
    "vị trí việc làm và cơ cấu ngạch công chức của từng cơ quan, đơn vị",
    "quyền tự chủ, tự chịu trách nhiệm về tài chính của đơn vị sự nghiệp công lập",
    "kho dữ liệu dùng chung và nền tảng tích hợp, chia sẻ dữ liệu của tỉnh",
    "công tác thông tin về cải cách hành chính trên Cổng thông tin điện tử",
    "kỷ luật, kỷ cương và đạo đức công vụ của đội ngũ cán bộ, công chức, viên chức",
    "chỉ số hài lòng của người dân đối với dịch vụ bưu chính công ích của ngành TT&TT",
    "danh mục dịch vụ công trực tuyến toàn trình và một phần",
    "mô hình, sáng kiến hay trong giải quyết công việc tại cấp xã",
)
_MANNERS = (
    "bảo đảm đúng tiến độ",
    "gắn với trách nhiệm của người đứng đầu",
    "theo hướng đơn giản, dễ hiểu, dễ làm",
    "trên cơ sở nguồn lực được giao",
    "với sự tham gia của người dân và doanh nghiệp",
)
_PURPOSES = (
    "lấy kết quả làm căn cứ xét thi đua cuối năm",
    "giảm ít nhất 20% thời gian chờ đợi so với quy định",
    "báo cáo Ủy ban nhân dân tỉnh trước ngày 15 của tháng cuối quý",
    "tạo chuyển biến rõ rệt từ tỉnh đến cơ sở",
    "không để hồ sơ quá hạn mà không có thư xin lỗi",
    "tiết kiệm chi phí xã hội và chi phí tuân thủ",
    "phục vụ kịp thời công tác chỉ đạo của lãnh đạo tỉnh",
    "kịp thời tháo gỡ khó khăn, vướng mắc ngay tại nơi phát sinh",
)
_AGENCIES = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Văn phòng UBND tỉnh",
    "Sở Tài chính",
    "Sở Thông tin và Truyền thông",
    "Sở Khoa học và Công nghệ",
    "Sở Kế hoạch và Đầu tư",
)
_SUPPORT = (
    "Các sở, ban, ngành; UBND cấp huyện",
    "Các cơ quan, đơn vị có liên quan",
    "UBND các huyện, thị xã, thành phố; UBND các xã, phường, thị trấn",
)
_PRODUCTS = ("Báo cáo kết quả thực hiện", "Quyết định của UBND tỉnh", "Văn bản hướng dẫn")
_DEADLINES = ("Trong năm 2022", "Quý II/2022", "Thường xuyên", "Tháng 12/2022", "Quý 4/2022")


def make_plan(rows: int, number: int) -> dict[str, Any]:
    """Return plan ``number`` with ``rows`` appendix rows, in the keys and order of a plan file."""
    return {
        "series": "soc-trang/cai-cach-hanh-chinh",
        "period": _YEAR,
        "issuer": {
            "name": "Ủy ban nhân dân tỉnh Sóc Trăng",
            "header": ["ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG"],
            "short": "UBND tỉnh",
            "place": "Sóc Trăng",
        },
        "number": f"{100 + number}/KH-UBND",
        "date": datetime.date(2021, 12, 28),
        "title": f"Thực hiện cải cách hành chính tỉnh Sóc Trăng năm 2022, đợt {number + 1}",
        "bases": list(_BASES),
        "opening": _prose(number, 2),
        "sections": _sections(number),
        "appendices": [_appendix(rows, number)],
        "recipients": ["Văn phòng Chính phủ", "Bộ Nội vụ", "Thường trực Tỉnh ủy", *_AGENCIES],
        "archive": "VT, TH",
        "signature": {
            "authority": ["TM. ỦY BAN NHÂN DÂN"],
            "title": "CHỦ TỊCH",
            "name": "Trần Văn Mẫu",
        },
    }


def _sections(seed: int) -> list[dict[str, Any]]:
    """Return the parts of the body: with bases and opening, 79 paragraphs."""
    areas = [_section(title, seed + 7 * n, 5) for n, title in enumerate(_AREAS.values())]
    for area, section in zip(_AREAS, areas, strict=True):
        section["area"] = area
    aims = [_section("Mục tiêu", seed + 1, 4), _section("Yêu cầu", seed + 2, 4)]
    duties = [_section(agency, seed + 3 * n, 2) for n, agency in enumerate(_AGENCIES[:3])]
    return [
        {"role": "objectives", "title": "Mục tiêu, yêu cầu", "sections": aims},
        {"role": "task_areas", "title": "Nhiệm vụ trọng tâm", "sections": areas},
        {"role": "solutions", **_section("Giải pháp thực hiện", seed + 4, 6)},
        {"role": "assignment", "title": "Phân công", "text": "(Theo Phụ lục đính kèm)"},
        {
            "role": "implementation",
            "title": "Tổ chức thực hiện",
            "sections": duties,
            "closing": _prose(seed + 5, 1),
        },
    ]


def _section(title: str, seed: int, paragraphs: int) -> dict[str, Any]:
    return {"title": title, "text": _prose(seed, paragraphs)}


def _prose(seed: int, paragraphs: int) -> str:
    """Return paragraphs of two sentences, each on lines of its own; every third is a dash item."""
    pairs = [(_sentence(seed + 2 * n), _sentence(seed + 2 * n + 1)) for n in range(paragraphs)]
    marks = ("", "", "- ")
    return "\n\n".join(
        f"{_piece(marks, n)}{first}\n{second}" for n, (first, second) in enumerate(pairs)
    )


def _sentence(seed: int) -> str:
    work = f"{_piece(_ACTIONS, seed)} {_piece(_SUBJECTS, seed)}"
    return textwrap.fill(f"{work}, {_piece(_MANNERS, seed)}, {_piece(_PURPOSES, seed)}.", _WIDTH)


def _piece(words: tuple[str, ...], seed: int) -> str:
    return words[seed % len(words)]


def _appendix(rows: int, seed: int) -> dict[str, Any]:
    return {
        "id": "phu-luc",
        "title": "Phân công cụ thể các nhiệm vụ năm 2022",
        "columns": ["group", {"id": "task", "style": "1."}, *_FIELDS],
        "groups": [
            _group(start, min(start + GROUP_SIZE, rows), seed)
            for start in range(0, rows, GROUP_SIZE)
        ],
    }


_FIELDS = ("product", "lead", "support", "deadline")


def _group(start: int, end: int, seed: int) -> dict[str, Any]:
    number = start // GROUP_SIZE
    area = tuple(_AREAS)[number % len(_AREAS)]
    return {
        "area": area,
        "title": f"{_AREAS[area]} (nhóm {number + 1})",
        "tasks": [_task(row, seed) for row in range(start, end)],
    }


def _task(row: int, seed: int) -> dict[str, Any]:
    task = {
        "id": f"viec-{row + 1:04}",
        "task": f"{_piece(_ACTIONS, row + seed)} {_piece(_SUBJECTS, row + seed)}",
        "product": _piece(_PRODUCTS, row),
        "lead": _piece(_AGENCIES, row),
        "support": _piece(_SUPPORT, row),
        "deadline": _piece(_DEADLINES, row),
    }
    if row % PAIRED_EVERY:
        return task
    return task | {
        "product": ["Kế hoạch của UBND tỉnh", "Báo cáo kết quả thực hiện"],
        "deadline": ["Tháng 01/2022", "Tháng 12/2022"],
    }


class _PlanDumper(yaml.CSafeDumper):
    """Writes long texts as blocks and lists under their key, as a person writes a plan."""


_PlanDumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def write_plans(folder: Path, rows: int, count: int) -> list[Path]:
    """Write ``count`` plans of ``rows`` rows into ``folder`` and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{number + 1:03}.yaml" for number in range(count)]
    for number, file in enumerate(files):
        text = yaml.dump(
            make_plan(rows, number),
            Dumper=_PlanDumper,
            allow_unicode=True,
            sort_keys=False,
            width=100,
        )
        file.write_text(text, encoding="utf-8", newline="\n")
    return files


if __name__ == "__main__":
    for written in write_plans(Path(sys.argv[3]), int(sys.argv[1]), int(sys.argv[2])):
        print(written)
