"""The plan as a whole."""

import datetime
from typing import Annotated

from planforge.model.appendix import Appendix
from planforge.model.body import STYLES, Section
from planforge.model.fields import Key, Record
from planforge.model.frame import Basis, Decision, Issuer, Recipient, Signature
from planforge.model.period import Period
from planforge.model.text import Text


class Plan(Record, frozen=True, kw_only=True):
    """One plan: one file."""

    series: Annotated[
        str,
        Key("The chain of plans this one belongs to; the same every year.", "soc-trang/cchc"),
    ] = ""
    follows: Annotated[
        str,
        Key(
            "The plan before this one in the chain: its file, as seen from this one.",
            "2021.yaml",
        ),
    ] = ""
    period: Annotated[
        Period,
        Key(
            "The year or years the plan is for: 2022, 2026-2030, or {from: …, to: …} in days.",
            "2022",
        ),
    ]
    template: Annotated[
        str,
        Key(
            "Word template. Left out: ke-hoach, or quyet-dinh where there is a decision.",
            "ke-hoach",
        ),
    ] = ""
    type: Annotated[str, Key("Type of document (tên loại).", "Kế hoạch")] = "Kế hoạch"
    issuer: Annotated[Issuer, Key("The agency that issues the plan.")]
    number: Annotated[
        str,
        Key(
            "Number and symbol, or only the symbol while drafting. "
            "Left out only where the plan is attached to a decision.",
            "182/KH-UBND",
        ),
    ] = ""
    date: Annotated[
        datetime.date | None, Key("Day of issue; left out while drafting.", "2021-12-28")
    ] = None
    title: Annotated[
        str,
        Key("Subject (trích yếu).", "Thực hiện cải cách hành chính tỉnh Sóc Trăng năm 2022"),
    ]
    decision: Annotated[
        Decision | None, Key("The decision that promulgates the plan, where there is one.")
    ] = None
    bases: Annotated[tuple[Basis, ...], Key("What the plan rests on (căn cứ).")] = ()
    opening: Annotated[Text, Key("Paragraphs before the first part.")] = ()
    abbreviations: Annotated[
        dict[str, str],
        Key("Abbreviations of this plan and what they stand for.", "{CCHC: cải cách hành chính}"),
    ] = {}
    areas: Annotated[
        dict[str, str],
        Key(
            "Areas beyond the usual seven: id and name.", "{communication: Thông tin, tuyên truyền}"
        ),
    ] = {}
    child_style: Annotated[
        str, Key("How the parts are numbered. Left out: `I.`", "Phần I", STYLES)
    ] = ""
    sections: Annotated[tuple[Section, ...], Key("The parts of the plan.")]
    closing: Annotated[Text, Key("Paragraphs after the last part.")] = ()
    footnotes: Annotated[
        dict[str, str], Key("Footnotes by the id they are called with, as in `[^1]`.")
    ] = {}
    appendices: Annotated[tuple[Appendix, ...], Key("The appendices (phụ lục).")] = ()
    recipients: Annotated[
        tuple[Recipient, ...], Key("Who receives the document (nơi nhận), line by line.")
    ]
    archive: Annotated[str, Key("The last line of Nơi nhận, after “Lưu:”.", "VT, TH")]
    signature: Annotated[Signature, Key("Who signs.")]

    @property
    def template_name(self) -> str:
        """The template the plan is built with, without its ending."""
        return self.template or ("quyet-dinh" if self.decision else "ke-hoach")
