"""The rules of the built document, written out: what is not here does not run."""

from planforge.linter.wordfile.rule import WordRule
from planforge.linter.wordfile.rules import (
    agency_block,
    appendix_heading,
    bases,
    body_text,
    closing_sign,
    font,
    headings,
    margins,
    motto,
    national_title,
    number_line,
    page_numbers,
    page_size,
    place_and_date,
    recipients,
    signature_block,
    table_header_row,
    type_and_subject,
    unreadable,
)

WORD_RULES: tuple[WordRule, ...] = tuple(
    module.RULE
    for module in (
        page_size,
        margins,
        font,
        national_title,
        motto,
        agency_block,
        number_line,
        place_and_date,
        type_and_subject,
        bases,
        body_text,
        headings,
        signature_block,
        recipients,
        appendix_heading,
        page_numbers,
        table_header_row,
        closing_sign,
        unreadable,
    )
)
"""In the order of their codes."""
