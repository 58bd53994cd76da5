"""Single edits of the plan template, and the one finding that each of them must bring."""

from msgspec import Struct
from template_edits import BODY, DOCUMENT, END, LOOP, TYPE

from planforge.writers.docx.checking.tags import NAMES


class Mistake(Struct, frozen=True):
    """One edit of the plan template and the one finding it must bring."""

    old: str
    new: str
    finding: str
    part: str = DOCUMENT


CELL = "[Table 2, row 1, cell 1: “"
LIKE = "→ Tags look like {{ ten_loai }} or {%p for dong in noi_nhan %}."
ONLY = "→ Only values, `if` and `for` belong in a template."

MISTAKES = {
    "missing-style": Mistake(
        '<w:name w:val="Ô bảng"/>',
        '<w:name w:val="Khác"/>',
        "T201 [] The style “Ô bảng” is missing. → Make a style of this name in Word, or copy text "
        "in it from a built-in template and paste it with its formatting.",
        "word/styles.xml",
    ),
    "style-of-another-kind": Mistake(
        'w:type="table" w:styleId="BangPhuLuc"',
        'w:type="paragraph" w:styleId="BangPhuLuc"',
        "T201 [] The style “Bảng phụ lục” is missing. → Make a style of this name in Word, or copy "
        "text in it from a built-in template and paste it with its formatting.",
        "word/styles.xml",
    ),
    "missing-tag": Mistake(
        TYPE,
        "KẾ HOẠCH",
        "T202 [] The tag `ten_loai` is missing. → Write {{ ten_loai }} where it is to be printed.",
    ),
    "misspelled": Mistake(
        TYPE,
        "{{ ten_loi }}",
        "T203 [Paragraph 1: “{{ ten_loi }}”] There is no tag `ten_loi`. → Did you mean `ten_loai`?",
    ),
    "as-people-write": Mistake(
        TYPE,
        "{{ Tên loại }}",
        "T203 [Paragraph 1: “{{ Tên loại }}”] There is no tag `Tên loại`. "
        "→ Did you mean `ten_loai`?",
    ),
    "misspelled-content": Mistake(
        BODY,
        "{{p noi_dug }}",
        "T203 [Paragraph 6: “{{p noi_dug }}”] There is no tag `noi_dug`. "
        "→ Did you mean `noi_dung`?",
    ),
    "misspelled-in-a-loop": Mistake(
        LOOP,
        "{%p for dong in noi_nhann %}",
        f"T203 {CELL}{{%p for dong in noi_nhann %}}”] There is no tag `noi_nhann`. "
        "→ Did you mean `noi_nhan`?",
    ),
    "part-of-a-value": Mistake(
        TYPE,
        "{{ ten_loai.chu }}",
        "T203 [Paragraph 1: “{{ ten_loai.chu }}”] `{{ ten_loai.chu }}`: the value has no part "
        "“chu”. → Tags stand for plain text; write the name without a dot.",
    ),
    "never-closed": Mistake(
        END,
        "",
        "T204 [Table 2, row 1, cell 2: “{%p if chuc_vu_khac %}”] `{%p if chuc_vu_khac %}` is "
        "never closed in its section. → Write {%p endif %} where it ends.",
    ),
    "closes-nothing": Mistake(
        TYPE,
        "{{ ten_loai }}{% endif %}",
        "T204 [Paragraph 1: “{{ ten_loai }}{% endif %}”] `{% endif %}` closes nothing. "
        "→ Write {% if chuc_vu_khac %} before it, or delete it.",
    ),
    "belongs-to-nothing": Mistake(
        TYPE,
        "{{ ten_loai }}{% else %}",
        "T204 [Paragraph 1: “{{ ten_loai }}{% else %}”] `{% else %}` stands in no block that it "
        "could belong to. → Write {% if chuc_vu_khac %} before it, or delete it.",
    ),
    "crossing": Mistake(
        TYPE,
        "{% for d in co_quan %}{% if ten_loai %}{% endfor %}{% endif %}",
        "T204 [Paragraph 1: “{% for d in co_quan %}{% if ten_loai %}{% endf …”] `{% endfor %}` "
        "closes `{% for d in co_quan %}` (Paragraph 1: “{% for d in co_quan %}{% if ten_loai "
        "%}{% endf …”) before `{% if ten_loai %}` (Paragraph 1: “{% for d in co_quan %}{% if "
        "ten_loai %}{% endf …”) is closed. → Close first what was opened last: write {% endif %} "
        "before it.",
    ),
    "another-letter": Mistake(
        LOOP,
        "{% for dong in noi_nhan %}",
        f"T204 {CELL}{{%p endfor %}}”] `{{%p endfor %}}` belongs to `{{% for dong in noi_nhan %}}` "
        "(Table 2, row 1, cell 1: “{% for dong in noi_nhan %}”), which is written differently. "
        "→ Write both with the same letters after the brace: {% endfor %}.",
    ),
    "nothing-in-it": Mistake(
        TYPE,
        "{{ ten_loai | }}",
        "T205 [Paragraph 1: “{{ ten_loai | }}”] `{{ ten_loai | }}` cannot be read: something is "
        f"missing. {LIKE}",
    ),
    "two-words": Mistake(
        TYPE,
        "{{ ten_loai van_ban }}",
        "T205 [Paragraph 1: “{{ ten_loai van_ban }}”] `{{ ten_loai van_ban }}` cannot be read: "
        f"“van_ban” is too much; a name has no spaces. {LIKE}",
    ),
    "strange-character": Mistake(
        TYPE,
        "{{ ten_loai ; }}",
        "T205 [Paragraph 1: “{{ ten_loai ; }}”] `{{ ten_loai ; }}` cannot be read: “;” is too "
        f"much; a name has no spaces. {LIKE}",
    ),
    "no-in": Mistake(
        LOOP,
        "{%p for dong noi_nhan %}",
        f"T205 {CELL}{{%p for dong noi_nhan %}}”] `{{%p for dong noi_nhan %}}` cannot be read: "
        f"after the name there must be “in” and a list. {LIKE}",
    ),
    "unknown-statement": Mistake(
        END,
        "{%p endfi %}",
        "T205 [Table 2, row 1, cell 2: “{%p endfi %}”] `{%p endfi %}`: a template knows no "
        "statement “endfi”. → Did you mean `endif`?",
    ),
    "end-if": Mistake(
        END,
        "{%p end if %}",
        "T205 [Table 2, row 1, cell 2: “{%p end if %}”] `{%p end if %}`: a template knows no "
        "statement “end if”. → Did you mean `endif`?",
    ),
    "foreign-statement": Mistake(
        TYPE,
        "{{ ten_loai }}{% include 'a' %}",
        "T205 [Paragraph 1: “{{ ten_loai }}{% include 'a' %}”] `{% include 'a' %}`: a template "
        "knows no statement “include”. → Statements are: for, if, elif, else, endfor, endif.",
    ),
    "loose-letter": Mistake(
        BODY,
        "{{ p noi_dung }}",
        "T205 [Paragraph 6: “{{ p noi_dung }}”] `{{ p noi_dung }}`: the letter p must follow the "
        "brace, with one space after it. → Write {{p noi_dung }}.",
    ),
    "not-alone": Mistake(
        BODY,
        "Nội dung: {{p noi_dung }}",
        "T206 [Paragraph 6: “Nội dung: {{p noi_dung }}”] `{{p noi_dung }}` is not alone in its "
        "paragraph; the rest would be lost. → Put it into a paragraph of its own.",
    ),
    "no-letter": Mistake(
        BODY,
        "{{ noi_dung }}",
        "T206 [Paragraph 6: “{{ noi_dung }}”] `{{ noi_dung }}`: generated content cannot be used "
        "like that. → Write {{p noi_dung }} in a paragraph of its own.",
    ),
    "needless-letter": Mistake(
        TYPE,
        "{{p ten_loai }}",
        "T206 [Paragraph 1: “{{p ten_loai }}”] `{{p ten_loai }}`: only generated content takes "
        "the letter p after the braces. → Write {{ ten_loai }}.",
    ),
    "footnote-number-taken": Mistake(
        "</w:footnotes>",
        '<w:footnote w:id="1"><w:p/></w:footnote></w:footnotes>',
        "T207 [] The footnote number 1 is taken by the template. → Delete it; if Word shows none, "
        "save the file from Word.",
        "word/footnotes.xml",
    ),
    "call": Mistake(
        TYPE,
        "{{ ten_loai.upper() }}",
        "T209 [Paragraph 1: “{{ ten_loai.upper() }}”] `{{ ten_loai.upper() }}` calls a function. "
        f"{ONLY}",
    ),
    "reaching-in": Mistake(
        TYPE,
        "{{ ten_loai.__class__ }}",
        "T209 [Paragraph 1: “{{ ten_loai.__class__ }}”] `{{ ten_loai.__class__ }}` reaches into "
        f"the program. {ONLY}",
    ),
    "reaching-in-by-name": Mistake(
        TYPE,
        "{{ ten_loai['__class__'] }}",
        "T209 [Paragraph 1: “{{ ten_loai['__class__'] }}”] `{{ ten_loai['__class__'] }}` reaches "
        f"into the program. {ONLY}",
    ),
    "computing": Mistake(
        TYPE,
        "{{ ten_loai * 9 ** 9 ** 9 }}",
        "T209 [Paragraph 1: “{{ ten_loai * 9 ** 9 ** 9 }}”] `{{ ten_loai * 9 ** 9 ** 9 }}` "
        f"computes something. {ONLY}",
    ),
    "repeated": Mistake(
        "{{p noi_dung }}</w:t></w:r></w:p>",
        "{{p noi_dung }}</w:t></w:r></w:p><w:p><w:r><w:t>{{p noi_dung }}</w:t></w:r></w:p>",
        "T210 [Paragraph 7: “{{p noi_dung }}”] `{{p noi_dung }}` stands in the template twice, "
        "first in Paragraph 6: “{{p noi_dung }}”; its text would be too. → Delete one of the two.",
    ),
    "list-in-one-piece": Mistake(
        TYPE,
        "{{ ten_loai }}{{ co_quan }}",
        "T212 [Paragraph 1: “{{ ten_loai }}{{ co_quan }}”] `{{ co_quan }}` stands for several "
        "lines, not for one text. → Write {%p for dong in co_quan %} {{ dong }} {%p endfor %}.",
    ),
    "letter-by-letter": Mistake(
        TYPE,
        "{{ ten_loai }}{% for d in ho_ten %}{% endfor %}",
        "T212 [Paragraph 1: “{{ ten_loai }}{% for d in ho_ten %}{% endfor %}”] `{% for d in "
        "ho_ten %}` goes through a text letter by letter. → Write {{ ho_ten }}.",
    ),
    "not-closed": Mistake(
        TYPE,
        "{{ ten_loai }",
        "T301 [Paragraph 1: “{{ ten_loai }”] The tag “{{ ten_loai }” is not closed in its "
        "paragraph. → Write the tag again in one go, like {{ ten_loai }}.",
    ),
    "parted-braces": Mistake(
        TYPE,
        "{ { ten_loai }}",
        "T301 [Paragraph 1: “{ { ten_loai }}”] “{ { ten_loai }}” looks like part of a tag and "
        "would be printed as it stands. → Write the tag again in one go, like {{ ten_loai }}.",
    ),
    "in-a-page-header": Mistake(
        "<w:t>2</w:t>",
        "<w:t>{{ so_trang }}</w:t>",
        "T203 [Page header: “{{ so_trang }}”] There is no tag `so_trang`. → Tags are: "
        + ", ".join(NAMES)
        + ".",
        "word/header1.xml",
    ),
    "content-in-a-page-header": Mistake(
        "<w:t>2</w:t>",
        "<w:t>{{p phu_luc }}</w:t>",
        "T206 [Page header: “{{p phu_luc }}”] `{{p phu_luc }}` stands in a table, text box, page "
        "header or footer. → Move it into a paragraph of its own in the text.",
        "word/header1.xml",
    ),
}
