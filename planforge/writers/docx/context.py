"""What a template's tags stand for. The names are Vietnamese: officers read them in Word."""

from planforge.document import Closing, Document, Letterhead, Part, Title
from planforge.standards.text_width import text_width
from planforge.writers.docx.pieces import Values
from planforge.writers.docx.prepared import PreparedTemplate
from planforge.writers.outline import MOTTO

TAGS = (
    "co_quan_chu_quan",
    "co_quan",
    "so_ky_hieu",
    "so_quyet_dinh",
    "dia_danh_ngay_thang",
    "ten_loai",
    "trich_yeu",
    "ten_loai_quyet_dinh",
    "trich_yeu_quyet_dinh",
    "kem_theo",
    "noi_nhan",
    "quyen_han",
    "chuc_vu",
    "chuc_vu_khac",
    "ho_ten",
    "ke_tieu_ngu",
    "ke_co_quan",
    "ke_trich_yeu",
)
_EMU = 12700
_RULE_SHARE = 0.4
"""Rules under agency and subject are 1/3 to 1/2 of their line (PL I.II.2.d and II.5.b)."""

_NO_LETTERHEAD = Letterhead((), ())
_NO_TITLE = Title("", "")
_NO_CLOSING = Closing((), (), "", "", "")


def make_context(document: Document, template: PreparedTemplate) -> Values:
    """Return the values of every tag that stands outside the generated content."""
    decision = _part(document, "decision")
    plan = _part(document, "plan", "attachment", "comparison")
    main = decision or plan
    head = (main and main.letterhead) or _NO_LETTERHEAD
    closing = (main and main.closing) or _NO_CLOSING
    title = (plan and plan.title) or _NO_TITLE
    decided = (decision and decision.title) or _NO_TITLE
    return {
        "co_quan_chu_quan": head.parent,
        "co_quan": head.issuer,
        "so_ky_hieu": head.number,
        "so_quyet_dinh": head.number,
        "dia_danh_ngay_thang": head.place_date,
        "ten_loai": title.type,
        "trich_yeu": (title.subject,),
        "ten_loai_quyet_dinh": decided.type,
        "trich_yeu_quyet_dinh": (decided.subject,),
        "kem_theo": title.note,
        "noi_nhan": closing.recipients,
        "quyen_han": closing.authority,
        "chuc_vu": closing.title,
        "chuc_vu_khac": closing.other_title,
        "ho_ten": closing.name,
        "ke_tieu_ngu": round(_EMU * _width(template, "TieuNgu", MOTTO)),
        "ke_co_quan": rule_length(template, "CoQuanBanHanh", (*head.issuer, "")[-2:][0]),
        "ke_trich_yeu": rule_length(template, "TrichYeu", title.subject or decided.subject),
    }


def _part(document: Document, *kinds: str) -> Part | None:
    return next((part for part in document.parts if part.kind in kinds), None)


def rule_length(template: PreparedTemplate, style: str, text: str) -> int:
    """Return the length of the rule under a line of ``text``, in English metric units."""
    room = template.sections[0].width / 20
    return round(_EMU * _RULE_SHARE * min(_width(template, style, text), room))


def _width(template: PreparedTemplate, style: str, text: str) -> float:
    return text_width(text, template.sizes.get(style, 14.0), bold=True)
