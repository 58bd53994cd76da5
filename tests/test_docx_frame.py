"""What stands around the text of a built Word file: its place, its rules, its wording."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

from document_lines import STANDARD, Line, Shown, part_lines
from word_files import find, text_of

from planforge.document import Part
from planforge.standards.text_width import text_width

EMU_PER_POINT = 12700
BLANK = "\N{NO-BREAK SPACE}"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
RULES = {"Kẻ tiêu ngữ": "motto", "Kẻ cơ quan": "issuer", "Kẻ trích yếu": "subject"}


def texts(cell: Any) -> list[str]:
    """Return the lines in a cell, blank ones included."""
    return [text_of(paragraph) for paragraph in find(cell, "w:p")]


def plain(text: str) -> str:
    return text.replace(BLANK, " ")


def lines_of(part: Part, *names: str) -> list[str]:
    return [plain(line.text) for line in part_lines(part) if line.element in names]


def issue(number: str, day: date | None) -> tuple[str, str]:
    """Return number and date as the standard words them, with room for what is not known yet."""
    digits, _, symbol = number.partition("/")
    rule, pad = STANDARD.wording["date"], STANDARD.wording["number"].pad_below
    padded = digits if not digits or int(digits) >= pad else f"0{int(digits)}"
    if day is None:
        return rf"{padded or ' +'}/{symbol}", r"ngày +tháng +năm +"
    day_of_month = f"0{day.day}" if day.day < rule.pad_below else str(day.day)
    month = f"0{day.month}" if day.month in rule.pad_months else str(day.month)
    return f"{padded or ' +'}/{symbol}", f"ngày {day_of_month} tháng {month} năm {day.year}"


def rules(shown: Shown) -> list[tuple[str, Any]]:
    """Return the name and the paragraph of every drawn rule."""
    names = "w:r/w:drawing//wp:docPr/@name"
    return [(find(p, names)[0], p) for p in find(shown.word.body, ".//w:p[w:r/w:drawing]")]


def above(shown: Shown, paragraph: Any, element: str) -> tuple[Line, Any] | None:
    """Return the line of ``element`` that a rule closes; None under the note of an appendix."""
    near = find(paragraph, "preceding-sibling::w:p[position() <= 2]")
    found = [(line, printed) for line, _, printed in shown.elements(element) if printed in near]
    return found[-1] if found else None


def room(shown: Shown, paragraph: Any) -> float:
    """Return the width of the cell or page that a paragraph stands in, in points."""
    cell = find(paragraph, "ancestor::w:tc[1]/w:tcPr/w:tcW/@w:w")
    page = shown.word.sections[0]
    sides = (find(page, f"w:pgMar/@w:{side}")[0] for side in ("left", "right"))
    width = int(find(page, "w:pgSz/@w:w")[0]) - sum(map(int, sides))
    return (int(cell[0]) if cell else width) / 20


def test_rules_have_their_share_of_the_line_above(shown: Shown) -> None:
    held = []
    for name, paragraph in rules(shown):
        ruled = above(shown, paragraph, RULES[name])
        if ruled is None:
            continue
        element, (line, printed) = STANDARD.elements[RULES[name]], ruled
        size = shown.word.size(find(printed, "w:r")[0])
        text = min(text_width(line.text, size, bold=element.bold), room(shown, printed))
        share = length(paragraph) / EMU_PER_POINT / text
        assert element.rule is not None
        assert element.rule.allows(share, tolerance=0.005), f"{element.name}: {share:.3f}"
        held.append(name)
    titles = sum(part.title is not None for part in shown.built.document.parts)
    assert sorted(held) == sorted([*RULES] * titles)


def length(paragraph: Any) -> int:
    """Return the length of the rule in a paragraph, the same in both places that give it."""
    extents = find(paragraph, ".//wp:extent/@cx | .//a:ext/@cx")
    assert len(extents) == 2
    assert len(set(extents)) == 1
    return int(extents[0])


def test_rules_are_solid_black_lines_in_the_middle(shown: Shown) -> None:
    for name, paragraph in rules(shown):
        assert find(paragraph, ".//a:prstGeom/@prst") == ["line"], name
        assert find(paragraph, ".//a:ln/a:solidFill/a:srgbClr/@val") == [STANDARD.font.color], name
        assert find(paragraph, ".//a:prstDash") == [], name
        assert find(paragraph, ".//wp:extent/@cy") == ["0"], name
        assert shown.word.says(paragraph, "w:jc/@w:val") == "center", name


def test_rules_stand_directly_below_their_lines(shown: Shown) -> None:
    lines = {id(paragraph): line.element for line, paragraph in shown.lines}
    for name, paragraph in rules(shown):
        (before,) = find(paragraph, "preceding-sibling::w:p[1]")
        assert lines[id(before)] in (RULES[name], "appendix_note"), name


def letterheads(shown: Shown) -> list[Any]:
    """Return the tables that hold the top of a first page."""
    tables = find(shown.word.body, "w:tbl")
    return [table for table in tables if STANDARD.elements["motto"].text in texts_in(table)]


def texts_in(table: Any) -> list[str]:
    return [text_of(paragraph) for paragraph in find(table, ".//w:p")]


def test_the_letterhead_has_the_agency_left_and_the_nation_right(shown: Shown) -> None:
    plan = shown.built.plan
    agency = [*plan.issuer.parent, *(plan.issuer.header or [plan.issuer.name])]
    nation = [STANDARD.elements[name].text for name in ("national_title", "motto")]
    for table in letterheads(shown):
        left, right = find(table, "w:tr[1]/w:tc")
        assert texts(left) == [*(line.upper() for line in agency), ""]
        assert texts(right) == [*nation, ""]
        assert find(table, ".//w:tcPr/w:vAlign") == []
        assert find(table, "w:tblPr/w:tblBorders") == []


def test_number_and_date_stand_on_one_line_and_as_the_standard_words_them(shown: Shown) -> None:
    plan = shown.built.plan
    issued = plan.decision or plan
    number, day = issue(issued.number, issued.date)
    first, *attached = letterheads(shown)
    left, right = find(first, "w:tr[2]/w:tc")
    assert re.fullmatch(f"Số: {number}", plain(text_of(left)))
    assert re.fullmatch(f"{plan.issuer.place}, {day}", plain(text_of(right)))
    assert not re.search(r"\d (?=tháng|năm)|[a-z] \d", text_of(right)), "a date must not break"
    assert [len(find(table, "w:tr")) for table in attached] == [1] * bool(plan.decision)


def test_type_and_subject_follow_the_letterhead(shown: Shown) -> None:
    plan = shown.built.plan
    titles = [("QUYẾT ĐỊNH", plan.decision.title)] if plan.decision else []
    wanted = [*titles, (plan.type.upper(), plan.title)]
    for table, title in zip(letterheads(shown), wanted, strict=True):
        following = find(table, "following-sibling::w:p[position() <= 2]")
        assert tuple(map(text_of, following)) == title


def test_bases_end_as_the_standard_says(shown: Shown) -> None:
    plan = shown.built.plan
    wording = STANDARD.wording["bases"]
    for part in shown.built.document.parts:
        bases = lines_of(part, "basis")
        assert all(wording.form.format(basis=basis[:-1]) == basis for basis in bases[:-1])
        assert all(wording.last.format(basis=basis[:-1]) == basis for basis in bases[-1:])
    given = (*plan.bases, *(plan.decision.bases if plan.decision else ()))
    proposals = bool(plan.decision and plan.decision.proposal)
    assert len(shown.elements("basis")) == len(given) + proposals


def test_the_text_ends_with_the_closing_mark(shown: Shown) -> None:
    mark = STANDARD.wording["closing_mark"].form
    running = ("body", "article", "clause_heading", "point")
    parts = [part for part in shown.built.document.parts if part.kind != "appendix"]
    assert parts
    for part in parts:
        lines = lines_of(part, *running)
        assert [line for line in lines if mark in line] == lines[-1:], part.kind
        assert lines[-1].endswith(mark)
        assert not re.search(r"[.;:,]\./\.$", lines[-1])


def signature(shown: Shown) -> Any:
    (row,) = find(shown.word.body, ".//w:tr[w:tc[1]/w:p[1][w:r/w:t='Nơi nhận:']]")
    return row


def test_recipients_and_signature_begin_level_with_each_other(shown: Shown) -> None:
    row, says = signature(shown), shown.word.says
    left, right = find(row, "w:tc")
    authority = [*shown.built.plan.signature.authority, shown.built.plan.signature.title]
    assert texts(left)[0] == STANDARD.elements["recipients_title"].text
    assert texts(right)[: len(authority)] == [line.upper() for line in authority]
    assert find(row, "w:tc/w:tcPr/w:vAlign[not(@w:val='top')]") == []
    tops = [int(says(find(cell, "w:p")[0], "w:spacing/@w:before")) / 20 for cell in (left, right)]
    sizes = [shown.word.size(find(cell, "w:p/w:r")[0]) for cell in (left, right)]
    baselines = [top + 0.891 * size for top, size in zip(tops, sizes, strict=True)]
    assert max(baselines) - min(baselines) < 1


def test_recipients_are_worded_as_the_standard_says(shown: Shown) -> None:
    wording, plan = STANDARD.wording["recipients"], shown.built.plan
    _, *listed, archive = texts(find(signature(shown), "w:tc")[0])
    names = [f"{to.to} ({to.purpose})" if to.purpose else to.to for to in plan.recipients]
    assert listed == [wording.form.format(recipient=name) for name in names]
    assert archive == f"- Lưu: {plan.archive}."


def test_there_is_room_to_sign_and_the_block_does_not_break(shown: Shown) -> None:
    row, signed = signature(shown), shown.built.plan.signature
    lines = texts(find(row, "w:tc")[1])
    name = [line for line in (signed.other_title, signed.name.replace(" ", BLANK)) if line]
    assert lines[-len(name) :] == name
    blank = [line for line in lines if not line]
    assert len(blank) >= STANDARD.choices["signature_lines"].use
    assert find(row, "w:trPr/w:cantSplit")
    last_text = find(row, "ancestor::w:tbl/preceding-sibling::w:p[1]")[0]
    assert find(last_text, "w:pPr/w:keepNext"), "the signature may stand alone on a page"


def appendices(shown: Shown) -> list[Part]:
    return [part for part in shown.built.document.parts if part.kind == "appendix"]


def test_appendices_have_label_title_and_note(shown: Shown) -> None:
    plan, parts = shown.built.plan, appendices(shown)
    numbering = STANDARD.elements["appendix_label"].numbering
    assert numbering is not None
    numbered = len(parts) >= numbering.from_count
    for part, appendix, roman in zip(parts, plan.appendices, ROMAN, strict=False):
        label = numbering.form.format(n=roman) if numbered else appendix.label
        assert lines_of(part, "appendix_label", "appendix_title") == [label, appendix.title.upper()]
        (note,) = lines_of(part, "appendix_note")
        assert re.fullmatch(attachment(shown), note)


def attachment(shown: Shown, what: str = "") -> str:
    """Return the pattern of the line “(Kèm theo …)”; ``what`` is what the plan is attached to."""
    plan = shown.built.plan
    issued = plan.decision or plan
    number, day = issue(issued.number, issued.date)
    issuer = (plan.decision and plan.decision.issuer) or plan.issuer.name
    decided = f"{plan.type} ban hành kèm theo Quyết định" if plan.decision else plan.type
    return rf"\(Kèm theo {what or decided} số {number} {day} của {issuer}\)"


def test_an_attached_plan_names_its_decision(shown: Shown) -> None:
    attached = [part for part in shown.built.document.parts if part.kind == "attachment"]
    assert len(attached) == bool(shown.built.plan.decision)
    for part in attached:
        (note,) = lines_of(part, "appendix_note")
        assert re.fullmatch(attachment(shown, "Quyết định"), note)


def test_numbers_of_parts_and_points_follow_the_standard(shown: Shown) -> None:
    letters = STANDARD.wording["point_letters"].form.split()
    points = [line.text.partition(")")[0] for line, *_ in shown.elements("point")]
    assert points[:1] in ([], letters[:1])
    after = dict(pairwise(letters))
    assert all(point in (letters[0], after[before]) for before, point in pairwise(points))
    parts = [line.text for line, *_ in shown.elements("part")]
    assert parts == [f"Phần {roman}" for roman in ROMAN[: len(parts)]]
    for part in shown.built.document.parts:
        headings = [line.partition(".")[0] for line in lines_of(part, "outline_section")]
        assert parts or headings == list(ROMAN[: len(headings)])
