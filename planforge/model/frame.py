"""What stands around the content: issuer, bases, decision, recipients, signature."""

import datetime
from typing import Annotated, ClassVar

from planforge.model.fields import Key, Lines, Record
from planforge.model.text import Text

LEADS = ("Căn cứ", "Thực hiện", "Theo", "Xét")
"""The words a basis may begin with; the first is the usual one."""


class Issuer(Record, frozen=True, kw_only=True):
    """The agency that issues the plan (cơ quan ban hành)."""

    name: Annotated[
        str,
        Key("Official name, as it stands in a sentence.", "Ủy ban nhân dân tỉnh Sóc Trăng"),
    ]
    header: Annotated[
        Lines,
        Key(
            "The name as printed at the top left, line by line; a line break is not a parent. "
            "Left out: the name in capitals.",
            "[ỦY BAN NHÂN DÂN, TỈNH SÓC TRĂNG]",
        ),
    ] = ()
    parent: Annotated[
        Lines,
        Key("Governing agency printed above the name, where there is one.", "UBND TỈNH NAM ĐỊNH"),
    ] = ()
    short: Annotated[str, Key("Short form used in the text.", "UBND tỉnh")] = ""
    place: Annotated[str, Key("Place name before the date.", "Sóc Trăng")]


class Basis(Record, frozen=True, kw_only=True):
    """A document or fact the plan rests on (căn cứ)."""

    shorthand: ClassVar[str] = "text"

    lead: Annotated[
        str,
        Key(
            "Word printed before the text. Left out: Căn cứ, unless the text brings its own.",
            "Thực hiện",
            LEADS,
        ),
    ] = ""
    text: Annotated[
        str,
        Key("The basis without its final mark: `;` and the last `.` are set by the program."),
    ]


class Recipient(Record, frozen=True, kw_only=True):
    """One line of Nơi nhận."""

    shorthand: ClassVar[str] = "to"

    to: Annotated[str, Key("Who receives the document.", "Cổng thông tin điện tử tỉnh")]
    purpose: Annotated[str, Key("Printed in brackets after the name.", "để đăng tải")] = ""


class Signature(Record, frozen=True, kw_only=True):
    """Who signs, and how."""

    authority: Annotated[
        Lines,
        Key(
            "Lines above the title: TM., KT., TL., TUQ. or Q. and the name they stand for.",
            "[TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]",
        ),
    ] = ()
    title: Annotated[str, Key("Title of the person who signs.", "PHÓ CHỦ TỊCH")]
    other_title: Annotated[
        str, Key("Another office of the same person, printed above the name.")
    ] = ""
    name: Annotated[str, Key("Name of the person who signs.", "Trần Văn Lâu")]


class Article(Record, frozen=True, kw_only=True):
    """One Điều of the decision."""

    shorthand: ClassVar[str] = "text"

    title: Annotated[str, Key("Heading in bold after “Điều n.”; mostly left out.")] = ""
    text: Annotated[Text, Key("The article's text.")]


class Decision(Record, frozen=True, kw_only=True):
    """The decision that promulgates the plan (quyết định ban hành)."""

    number: Annotated[
        str, Key("Number and symbol; only the symbol while drafting.", "1255/QĐ-UBND")
    ]
    date: Annotated[
        datetime.date | None, Key("Day of issue; left out while drafting.", "2021-12-28")
    ] = None
    title: Annotated[str, Key("Subject (trích yếu) of the decision.")]
    issuer: Annotated[
        str,
        Key(
            "Who decides, as it stands in a sentence. Left out: the plan's issuer.",
            "Chủ tịch Ủy ban nhân dân tỉnh Sóc Trăng",
        ),
    ] = ""
    authority: Annotated[
        Lines,
        Key("Who decides, printed in capitals before the bases.", "ỦY BAN NHÂN DÂN TỈNH"),
    ]
    bases: Annotated[tuple[Basis, ...], Key("Bases of the decision.")] = ()
    proposal: Annotated[str, Key("The final basis.", "Theo đề nghị của Giám đốc Sở Nội vụ")] = ""
    articles: Annotated[tuple[Article, ...], Key("The articles; Điều 1, 2 … are numbered.")]
    placement: Annotated[
        str,
        Key(
            "Where the plan stands: after the decision with its own heading, or inside Điều 1.",
            "attached",
            ("attached", "article"),
        ),
    ] = "attached"
