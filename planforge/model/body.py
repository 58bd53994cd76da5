"""The body of a plan: a tree of sections whose numbers are generated."""

from typing import Annotated

from planforge.model.fields import Key, Record
from planforge.model.text import Text

ROLES = (
    "bases",
    "review",
    "objectives",
    "task_areas",
    "solutions",
    "assignment",
    "funding",
    "reporting",
    "implementation",
    "other",
)

AREAS = (
    "institutions",
    "procedures",
    "organization",
    "civil_service",
    "public_finance",
    "digital_government",
    "direction",
)
"""The seven areas of administrative reform; a plan may declare more under ``areas``."""

STYLES = (
    "Phần I", "I.", "A.", "1.", "1.1.", "a)", "1)", "(1)", "I", "A", "1", "1.1", "-", "+", "none",
)  # fmt: skip


class Section(Record, frozen=True, kw_only=True):
    """One node of the body: a heading, a numbered paragraph, or a heading with paragraphs."""

    id: Annotated[str, Key("Stable name, the same every year; used in `{references}`.")] = ""
    role: Annotated[str, Key("What this part of the plan is.", "objectives", ROLES)] = ""
    area: Annotated[
        str, Key("The area of reform it belongs to; the same id every year.", "institutions")
    ] = ""
    style: Annotated[
        str,
        Key(
            "How this node is numbered. Left out: by level, `I.` `1.` `a)` `-` `+`.",
            "1.1.",
            STYLES,
        ),
    ] = ""
    child_style: Annotated[
        str, Key("How the sections inside are numbered, unless they say so.", "a)", STYLES)
    ] = ""
    number: Annotated[
        str,
        Key("The number as it was issued, where it differs from the right one.", '"6"'),
    ] = ""
    title: Annotated[
        str,
        Key(
            "Heading. Left out: the text follows the number on the same line.", "Mục tiêu, yêu cầu"
        ),
    ] = ""
    run_in: Annotated[bool, Key("Print the text on the heading's own line.", "true")] = False
    note: Annotated[
        str,
        Key("Words in plain type on the heading's line.", "(Theo {phu-luc} đính kèm)"),
    ] = ""
    text: Annotated[
        Text,
        Key(
            "Paragraphs, one sentence a line; a blank line ends a paragraph, "
            "`- ` and `+ ` begin an item."
        ),
    ] = ()
    sections: Annotated[tuple["Section", ...], Key("The sections inside this one.")] = ()
    closing: Annotated[Text, Key("Paragraphs after the sections inside.")] = ()
