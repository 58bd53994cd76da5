"""Templates spoilt as a whole: what arrives instead of a Word file, or a file with a fault."""

from msgspec import Struct
from template_edits import (
    APPENDIX,
    BODY,
    DOCUMENT,
    PLAN,
    edited,
    in_word,
    replaced,
    with_a_shared_cell,
    with_a_shared_row,
    with_cells_parted,
    with_content_in_a_table,
    with_margin,
    with_paper,
    without,
)

from planforge.untrusted import LARGEST


class Fault(Struct, frozen=True):
    """A file that is given to the check and the one finding it must bring."""

    data: bytes
    finding: str


BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>{{ ho_tn }}</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r></w:p>"
)
SETUP = '<w:pgSz w:w="11906" w:h="16838"/>'
SECTION = (
    "<w:p><w:pPr><w:sectPr>" + SETUP + '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" '
    'w:left="1701"/></w:sectPr></w:pPr></w:p>'
)
SAVE = "→ Save it from Word as “Word Document (*.docx)”, without a password."
REPAIR = "→ Open the file in Word, let Word repair it, and save it."

FAULTS = {
    "empty": Fault(b"", f"T101 [] mẫu.docx is empty. {SAVE}"),
    "no-zip": Fault(
        b"K\xe1\xba\xbf ho\xe1\xba\xa1ch",
        f"T101 [] mẫu.docx is not a Word file, or only part of one. {SAVE}",
    ),
    "cut-off": Fault(
        PLAN[: len(PLAN) // 2],
        f"T101 [] mẫu.docx is not a Word file, or only part of one. {SAVE}",
    ),
    "old-word": Fault(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        f"T101 [] mẫu.docx is an old Word file (*.doc) or has a password. {SAVE}",
    ),
    "no-document": Fault(
        without(DOCUMENT),
        f"T101 [] mẫu.docx has no text part word/document.xml. {SAVE}",
    ),
    "strict": Fault(
        replaced(DOCUMENT, b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
        f"T101 [] mẫu.docx is of another kind, such as “Strict Open XML”. {SAVE}",
    ),
    "macros": Fault(
        edited(PLAN, ("document.main+xml", "template.main+xml"), part="[Content_Types].xml"),
        f"T101 [] mẫu.docx is a Word template (*.dotx) or holds macros (*.docm). {SAVE}",
    ),
    "bomb": Fault(
        replaced("word/media/bom.bin", bytes(LARGEST)),
        "T101 [] mẫu.docx unpacks to more than 50 MB. → Take large pictures out, or start again "
        "from a built-in template.",
    ),
    "damaged": Fault(
        replaced("word/fontTable.xml", b"<w:fonts"),
        "T102 [] The part word/fontTable.xml is damaged: unclosed token: line 1, column 0. "
        + REPAIR,
    ),
    "entities": Fault(
        replaced("word/theme/theme1.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "T102 [] The part word/theme/theme1.xml is damaged: it declares the document type a. "
        + REPAIR,
    ),
    "nesting": Fault(
        replaced("word/settings.xml", b"<a>" * 100_000 + b"</a>" * 100_000),
        "T102 [] The part word/settings.xml is damaged: more than 256 elements inside each other. "
        + REPAIR,
    ),
    "no-styles": Fault(
        without("word/styles.xml"),
        f"T102 [] The part word/styles.xml is missing. {SAVE}",
    ),
    "no-page-size": Fault(
        edited(PLAN, ('<w:pgSz w:w="11906" w:h="16838"/>', "")),
        "T102 [Section 1] The section has no page size or no margins. → Set both in Word: Layout, "
        "Size and Margins.",
    ),
    "no-page-setup": Fault(
        edited(
            PLAN,
            ("</w:sectPr></w:body>", "</w:x></w:body>"),
            (APPENDIX + "</w:t></w:r></w:p><w:sectPr>", APPENDIX + "</w:t></w:r></w:p><w:x>"),
        ),
        "T102 [Section 2] The section has no page size or no margins. → Set both in Word: Layout, "
        "Size and Margins.",
    ),
    "another-cell": Fault(
        in_word(PLAN, with_cells_parted),
        "T204 [Table 2, row 1, cell 2: “{%p endif %}”] `{%p endif %}` is not in the same cell, "
        "row or text as `{%p if ho_ten %}` (Table 2, row 1, cell 1: “{%p if ho_ten %}”). → Move "
        "it to where the block was opened.",
    ),
    "shared-row": Fault(
        in_word(PLAN, with_a_shared_row),
        "T206 [Table 1, row 3, cell 1: “{%tr if ho_ten %}”] `{%tr if ho_ten %}` is not alone in "
        "its row; the rest would be lost. → Put it into a row of its own.",
    ),
    "shared-cell": Fault(
        in_word(PLAN, with_a_shared_cell),
        "T206 [Table 1, row 3, cell 1: “{%tc if ho_ten %}mất”] `{%tc if ho_ten %}` is not alone "
        "in its cell; the rest would be lost. → Put it into a cell of its own.",
    ),
    "content-in-a-table": Fault(
        in_word(PLAN, with_content_in_a_table),
        "T206 [Table 1, row 1, cell 1: “{{p noi_dung }}”] `{{p noi_dung }}` stands in a table, "
        "text box, page header or footer. → Move it into a paragraph of its own in the text.",
    ),
    "text-box": Fault(
        edited(PLAN, ("<w:body>", f"<w:body>{BOX}")),
        "T203 [Text box: “{{ ho_tn }}”] There is no tag `ho_tn`. → Did you mean `ho_ten`?",
    ),
    "no-section-break": Fault(
        edited(PLAN, (BODY, "{{ho_ten}}"), (APPENDIX, BODY), ("{{ho_ten}}", APPENDIX)),
        "T208 [Paragraph 6: “{{p phu_luc }}”] `{{p phu_luc }}` must stand in a section of its "
        "own, after that of `{{p noi_dung }}` (Paragraph 8: “{{p noi_dung }}”). → Move it behind "
        "that, with a section break between the two: Layout, Breaks, Next Page.",
    ),
    "lost-section": Fault(
        edited(PLAN, ("<w:body>", f"<w:body><w:p><w:r><w:t>Bìa</w:t></w:r></w:p>{SECTION}")),
        "T211 [Paragraph 1: “Bìa”] Section 1 holds none of dieu, noi_dung, phu_luc: nothing of it "
        "would be printed. → Delete the section break before or after it.",
    ),
    "beyond-the-checks": Fault(
        edited(PLAN, ('name="Kẻ tiêu ngữ"', 'name="Kẻ tiêu ngữ" descr="{{ khac }}"')),
        "T213 [] No document can be built with the template: The template mẫu.docx cannot be "
        "filled: 'khac' is undefined → Compare it with a built-in template, or start again from "
        "one.",
    ),
    "never-filled": Fault(
        edited(
            PLAN,
            ("<w:separator/>", "<w:t>{{ ho_ten }}</w:t>"),
            part="word/footnotes.xml",
        ),
        "T301 [Notes: “{{ ho_ten }}”] `{{ ho_ten }}` is not filled here and would be "
        "printed as it stands. → Write it again in one go; tags belong in the text, page headers "
        "and footers.",
    ),
    "margin": Fault(
        in_word(PLAN, with_margin),
        "T302 [Section 2] The left margin is 25 mm; the decree asks for 30-35 mm. → Set it in "
        "Word: Layout, Size and Margins.",
    ),
    "paper": Fault(
        in_word(PLAN, with_paper),
        "T302 [Section 1] The paper width is 216 mm; the decree asks for 210 mm. → Set it in "
        "Word: Layout, Size and Margins.",
    ),
}
