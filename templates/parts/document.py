"""The three documents: what stands on the page, and where the program puts the text."""

from msgspec import Struct

from parts.wordml import (
    blocks,
    drawn_line,
    each,
    line,
    optional,
    paragraph,
    root,
    tag,
    twips,
    two_columns,
)
from planforge.standards import Standard
from planforge.standards.text_width import text_width

HEADER_RELATION = "rId5"
# The lengths of these two lines depend on the text above them and are set when a document is
# written; a name and a subject of common length stand in until then.
SAMPLE_ISSUER = "ỦY BAN NHÂN DÂN"
SAMPLE_SUBJECT = "Thực hiện cải cách hành chính năm 2022"


class Heading(Struct, frozen=True):
    """Names of the values that fill the top of a document; "" leaves the element out."""

    document_type: str = "ten_loai"
    subject: str = "trich_yeu"
    number: str = "so_ky_hieu"
    note: str = ""
    first_line: int = 1  # id of the first drawn line in the document
    landscape: bool = False


def plan_document(standard: Standard) -> str:
    """Return the main part of a plan that is issued by itself."""
    return root(
        "document",
        tag(
            "body",
            _heading(standard, Heading()),
            blocks("noi_dung"),
            _signature(standard),
            _section_break(standard),
            blocks("phu_luc"),
            _section(standard, landscape=True),
        ),
    )


def decision_document(standard: Standard) -> str:
    """Return the main part of a decision with the plan attached to it."""
    decision = Heading("ten_loai_quyet_dinh", "trich_yeu_quyet_dinh", "so_quyet_dinh")
    attached = Heading(number="", note="kem_theo", first_line=4)
    return root(
        "document",
        tag(
            "body",
            _heading(standard, decision),
            blocks("dieu"),
            _signature(standard),
            _section_break(standard),
            _heading(standard, attached),
            blocks("noi_dung"),
            _section_break(standard),
            blocks("phu_luc"),
            _section(standard, landscape=True),
        ),
    )


def comparison_document(standard: Standard) -> str:
    """Return the main part of a comparison of two plans, which bears no number and no signature.

    It is a table with its heading, so all of it may lie on its side (PL I.I.2).
    """
    return root(
        "document",
        tag(
            "body",
            _heading(standard, Heading(number="", landscape=True)),
            blocks("bang_so_sanh"),
            _section(standard, landscape=True),
        ),
    )


def header_part() -> str:
    """Return the page header: the number of the page."""
    field = (
        tag("r", tag("fldChar", fldCharType="begin")),
        tag("r", '<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
        tag("r", tag("fldChar", fldCharType="separate")),
        tag("r", tag("t", "2")),
        tag("r", tag("fldChar", fldCharType="end")),
    )
    return root("hdr", paragraph("SoTrang", *field))


def _heading(standard: Standard, heading: Heading) -> str:
    rows = [(_agency(standard, heading.first_line), _nation(standard, heading.first_line + 1))]
    if heading.number:
        number = line("SoKyHieu", f"Số: {{{{ {heading.number} }}}}")
        rows.append((number, line("DiaDanh", "{{ dia_danh_ngay_thang }}")))
    return (
        two_columns(_columns(standard, landscape=heading.landscape), *rows)
        + line("TenLoai", f"{{{{ {heading.document_type} }}}}")
        + each("TrichYeu", heading.subject)
        + (line("KemTheo", f"{{{{ {heading.note} }}}}") if heading.note else "")
        + _rule(standard, "subject", SAMPLE_SUBJECT, heading.first_line + 2)
    )


def _agency(standard: Standard, ident: int) -> str:
    return (
        each("CoQuanChuQuan", "co_quan_chu_quan")
        + each("CoQuanBanHanh", "co_quan")
        + _rule(standard, "issuer", SAMPLE_ISSUER, ident)
    )


def _nation(standard: Standard, ident: int) -> str:
    title, motto = standard.elements["national_title"], standard.elements["motto"]
    return (
        line("QuocHieu", title.text)
        + line("TieuNgu", motto.text)
        + _rule(standard, "motto", motto.text, ident)
    )


_RULE_NAMES = {"motto": "Kẻ tiêu ngữ", "issuer": "Kẻ cơ quan", "subject": "Kẻ trích yếu"}


def _rule(standard: Standard, key: str, words: str, ident: int) -> str:
    element = standard.elements[key]
    fraction = element.rule.use if element.rule else 0
    length = fraction * text_width(words, element.size.use, bold=element.bold)
    return drawn_line(_RULE_NAMES[key], length, standard.choices["rule_weight"].use, ident)


def _signature(standard: Standard) -> str:
    recipients = line("NoiNhan", standard.elements["recipients_title"].text) + each(
        "NoiNhanDong", "noi_nhan"
    )
    signer = (
        each("QuyenHan", "quyen_han")
        + line("QuyenHan", "{{ chuc_vu }}")
        + paragraph("QuyenHan") * int(standard.choices["signature_lines"].use)
        + optional("HoTen", "chuc_vu_khac")
        + line("HoTen", "{{ ho_ten }}")
    )
    gap = twips(standard.choices["signature_gap"].use)
    return two_columns(_columns(standard), (recipients, signer), top=gap)


def _columns(standard: Standard, *, landscape: bool = False) -> tuple[int, int]:
    """Return the widths of agency and nation; a page on its side widens both alike."""
    left = twips(standard.choices["left_column"].use)
    margins, paper = standard.margins, standard.paper
    sides = twips(margins.left.use) + twips(margins.right.use)
    text = twips(paper.width.use) - sides
    if landscape:
        wide = twips(paper.height.use) - sides
        left, text = round(left * wide / text), wide
    return left, text - left


def _section_break(standard: Standard) -> str:
    style = tag("pStyle", val="NganTrang")
    return tag("p", tag("pPr", style, _section(standard, landscape=False)))


def _section(standard: Standard, *, landscape: bool) -> str:
    """Return the page setup; a landscape page keeps the margins, as the standard has no others."""
    width, height = twips(standard.paper.width.use), twips(standard.paper.height.use)
    size = (
        tag("pgSz", w=height, h=width, orient="landscape")
        if landscape
        else tag("pgSz", w=width, h=height)
    )
    return tag(
        "sectPr",
        f'<w:headerReference w:type="default" r:id="{HEADER_RELATION}"/>',
        tag("type", val="nextPage"),
        size,
        _page_margins(standard),
        tag("pgNumType", start=standard.page_numbering.start),
        tag("titlePg"),
    )


def _page_margins(standard: Standard) -> str:
    margins = standard.margins
    distance = twips(standard.choices["header_distance"].use)
    return tag(
        "pgMar",
        top=twips(margins.top.use),
        right=twips(margins.right.use),
        bottom=twips(margins.bottom.use),
        left=twips(margins.left.use),
        header=distance,
        footer=distance,
        gutter=0,
    )
