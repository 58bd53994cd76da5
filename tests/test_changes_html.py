"""The comparison as a web page: sound markup, every change once, counts that agree, no way out."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from msgspec import structs
from sample_changes import SAMPLE

from planforge.changes import Change, Changes, Entry, FieldChange, Piece, Side, count_relations
from planforge.differ import compare_plans
from planforge.model import Plan
from planforge.readers import read_plan
from planforge.writers.changes_html import split_agencies, write_html
from planforge.writers.changes_html.grouping import group_changes
from planforge.writers.changes_html.script import SCRIPT
from planforge.writers.changes_html.style import DARK, LIGHT, make_style

PLANS = Path(__file__).parent.parent / "plans" / "soc-trang"
VOID = {"meta", "col", "input", "br"}
MINOR = ["spelling_only", "year_only", "same"]


class Element:
    """An element of a page, with what stands in it."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None") -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.content: list[Element | str] = []

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.content:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", name: str = "") -> list["Element"]:
        """Return the elements inside with this tag and class, whichever is given."""
        return [
            element
            for element in self.walk()
            if element is not self
            and tag in {"", element.tag}
            and (not name or name in element.classes)
        ]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(c.text if isinstance(c, Element) else c for c in self.content)

    def list_of(self, name: str) -> list[str]:
        return self.attributes.get(name, "").split()


class Reader(HTMLParser):
    """Builds the tree; fails on a tag closed out of order, twice or never."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = self.here = Element("", {}, None)
        self.feed(page)
        self.close()
        assert self.here is self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs)
        element = Element(tag, attributes, self.here)
        self.here.content.append(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.content.append(data)


def plan(year: int) -> Plan:
    read = read_plan((PLANS / f"{year}.yaml").read_bytes()).plan
    assert read is not None
    return read


def tree_of(changes: Changes) -> Element:
    return Reader(write_html(changes)).root


def changes_of(*changes: Change) -> Changes:
    return Changes(old=Side(name="a.yaml"), new=Side(name="b.yaml"), years=1, changes=changes)


def task(text: str, **texts: str) -> Entry:
    fields = {"task": text, **texts}
    return Entry(kind="task", path=(), texts={name: (value,) for name, value in fields.items()})


REAL = compare_plans(plan(2021), plan(2022), "2021.yaml", "2022.yaml")
NOTHING = changes_of()
each = pytest.mark.parametrize("changes", [SAMPLE, REAL, NOTHING], ids=["sample", "real", "none"])


# --- The page as a whole -------------------------------------------------------------------


@each
def test_the_same_comparison_gives_the_same_page(changes: Changes) -> None:
    page = write_html(changes)
    assert page == write_html(changes)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert page.endswith("</html>\n")


def test_the_page_is_in_the_language_of_the_catalogue() -> None:
    vietnamese = {"en": "vi", "Summary": "Tổng hợp"}
    page = write_html(SAMPLE, lambda text: vietnamese.get(text, text))
    assert '<html lang="vi">' in page
    assert '<h2 id="summary">Tổng hợp</h2>' in page


@each
def test_ids_are_unique_and_links_and_labels_lead_somewhere(changes: Changes) -> None:
    elements = tree_of(changes).all()
    ids = Counter(e.attributes["id"] for e in elements if "id" in e.attributes)
    assert [name for name, count in ids.items() if count > 1 or " " in name] == []
    links = [e.attributes["href"].removeprefix("#") for e in elements if "href" in e.attributes]
    labels = [e.attributes.get("aria-labelledby", "changes") for e in elements]
    assert [name for name in (*links, *labels) if name not in ids] == []


@each
def test_the_page_takes_nothing_from_outside_and_says_so(changes: Changes) -> None:
    page = write_html(changes)
    tree = Reader(page).root
    policy = tree.all("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    directives = dict(part.split(" ", 1) for part in policy["content"].split("; "))
    assert directives == {
        "default-src": "'none'",
        "style-src": f"'{digest(tree.all('style'))}'",
        "script-src": f"'{digest(tree.all('script'))}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert "http://" not in page
    assert "https://" not in page
    for element in tree.all():
        names = element.attributes.keys()
        assert not names & {"style", "src", "action"}
        assert not [name for name in names if name.startswith("on")]


def digest(elements: list[Element]) -> str:
    (element,) = elements
    return f"sha256-{b64encode(sha256(element.text.encode()).digest()).decode()}"


def test_the_script_writes_no_markup_and_runs_no_text() -> None:
    for danger in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "</"):
        assert danger not in SCRIPT


@each
def test_without_the_script_everything_is_shown(changes: Changes) -> None:
    hidden = [e for e in tree_of(changes).all() if "hidden" in e.attributes]
    assert [element.attributes["id"] for element in hidden] == ["filters", "nothing"]


# --- Every change, once --------------------------------------------------------------------


@each
def test_every_change_stands_once_with_its_relations(changes: Changes) -> None:
    rows = tree_of(changes).all("tbody")
    found = Counter(row.list_of("data-relation")[0] for row in rows)
    expected = {name: n for name, n in count_relations(changes.changes).items() if n}
    assert found == expected
    for row in rows:
        relation = row.list_of("data-relation")[0]
        assert row.classes == [relation, *(["minor"] if relation in MINOR else [])]


@each
def test_the_summary_counts_the_rows(changes: Changes) -> None:
    tree = tree_of(changes)
    rows = [row.list_of("data-relation") for row in tree.all("tbody")]
    items = {
        item.attributes["data-relation"]: item
        for item in tree.all("li")
        if "data-relation" in item.attributes
    }
    assert items.keys() == {relation for relations in rows for relation in relations}
    for relation, item in items.items():
        count = sum(relations[0] == relation for relations in rows)
        also = sum(relation in relations[1:] for relations in rows)
        more = [small.text for small in item.all("small")]
        assert item.all("b")[0].text == str(count)
        assert more == [f"+{also} (and {also} more that are also this)"] * bool(also)


@each
def test_the_filters_count_the_rows(changes: Changes) -> None:
    tree = tree_of(changes)
    for select in tree.all("select"):
        name = select.attributes["name"]
        places = Counter(
            place for row in tree.all("tbody") for place in row.list_of(f"data-{name}")
        )
        counts = {
            str(place): int(option.text.rpartition("(")[2].rstrip(")"))
            for place, option in enumerate(select.all("option")[1:])
        }
        assert counts == places


@each
def test_the_contents_count_the_rows_under_each_heading(changes: Changes) -> None:
    tree = tree_of(changes)
    sections = {
        heading.attributes["id"]: heading.parent
        for heading in tree.all()
        if heading.tag in {"h2", "h3"}
        and heading.parent is not None
        and {"chapter", "group"} & {*heading.parent.classes}
    }
    (nav,) = tree.all("nav")
    links = nav.all("a")
    assert [link.attributes["href"].removeprefix("#") for link in links] == list(sections)
    for link, section in zip(links, sections.values(), strict=True):
        assert link.parent is not None
        assert section is not None
        count = next(child for child in link.parent.content[1:] if isinstance(child, Element))
        assert count.text == str(len(section.all("tbody")))
        assert link.text == section.all("h2" if "chapter" in section.classes else "h3")[0].text


@each
def test_both_texts_of_every_field_can_be_read_off(changes: Changes) -> None:
    rows = tree_of(changes).all("tbody")
    ordered = [
        change
        for chapter in group_changes(changes, str)
        for group in chapter.groups
        for _number, change in group.changes
    ]
    for change, row in zip(ordered, rows, strict=True):
        if len(change.old) == len(change.new) == 1:
            found = zip(words(row, "old"), words(row, "new"), strict=True)
            place = int("moved" in change.relations)
            assert list(found)[place:] == [read_off(field) for field in change.fields]


def words(row: Element, side: str) -> list[str]:
    """Return the texts in the cells of one side, without what the page says there."""
    found = []
    for cell in row.all("td", side):
        own = [c for c in cell.content if isinstance(c, str) or c.tag not in {"b", "p"}]
        text = "".join(c if isinstance(c, str) else c.text for c in own)
        found.append(text.replace("¶\n", "\n"))
    return found


def read_off(field: FieldChange) -> tuple[str, str]:
    """Return both texts as the pieces make them."""
    old, new = (
        "".join(piece.text for piece in field.pieces if piece.kind in {"kept", kind})
        for kind in ("removed", "added")
    )
    return old or "—", new or "—"


def test_words_are_marked_and_years_are_not_news() -> None:
    row = next(row for row in tree_of(SAMPLE).all("tbody") if "reworded" in row.classes)
    assert [mark.text for mark in row.all("del")] == ["trên 90%"]
    assert [mark.text for mark in row.all("ins")] == ["tối thiểu 97%"]
    assert [year.text for year in row.all("span", "year")] == ["2021", "2022"]


def test_a_moved_row_says_from_where_to_where_and_what_changed() -> None:
    row = next(row for row in tree_of(SAMPLE).all("tbody") if "moved" in row.classes)
    assert [tag.text for tag in row.all("span", "tag")] == ["moved", "changed"]
    assert "Task 3 → 1" in row.text
    assert row.all("td", "old")[0].text.endswith("Cải cách thể chế › 3")
    assert "from “Cải cách thủ tục hành chính” to “Cải cách thể chế”" in row.text
    assert [meaning.text for meaning in row.all("p", "meaning")] == [
        "lead agency changed",
        "later: from Quý I/2021 to Quý II/2022",
    ]


@pytest.mark.parametrize(
    ("relation", "old", "new"),
    [
        (
            "merged",
            ["4 Rà soát văn bản", "5 Tự kiểm tra văn bản"],
            ["4 Rà soát, tự kiểm tra văn bản"],
        ),
        (
            "split",
            ["6 Đo lường, công bố sự hài lòng"],
            ["5 Đo lường sự hài lòng", "6 Công bố sự hài lòng"],
        ),
    ],
)
def test_all_parts_of_a_merger_and_a_split_are_shown(
    relation: str, old: list[str], new: list[str]
) -> None:
    row = next(row for row in tree_of(SAMPLE).all("tbody") if relation in row.classes)
    for side, parts in (("old", old), ("new", new)):
        (cell,) = row.all("td", side)
        assert [item.text for item in cell.all("li")] == parts
    assert len([*row.all("del"), *row.all("ins")]) == 1


@pytest.mark.parametrize(
    ("relation", "side", "tag"), [("added", "new", "ins"), ("removed", "old", "del")]
)
def test_a_part_of_one_plan_stands_beside_an_empty_cell(relation: str, side: str, tag: str) -> None:
    change = next(change for change in SAMPLE.changes if change.relation == relation)
    row = next(row for row in tree_of(SAMPLE).all("tbody") if relation in row.classes)
    texts = ["\n".join(lines) for lines in change.entry.texts.values()]
    assert [mark.text for cell in row.all("td", side) for mark in cell.all(tag)] == texts
    assert [cell.attributes["rowspan"] for cell in row.all("td", "none")] == [str(len(texts))]


def test_what_was_removed_stands_under_the_new_name_of_its_heading() -> None:
    def appendix(title: str) -> tuple[Entry, ...]:
        return (Entry(kind="appendix", path=("appendices", 0), texts={"title": (title,)}),)

    gone = Entry(kind="task", path=("appendices", 0, "tasks", 0), titles=("Danh mục năm 2021",))
    changes = changes_of(
        Change(relation="removed", old=(gone,)),
        Change(
            relation="year_only",
            old=appendix("Danh mục năm 2021"),
            new=appendix("Danh mục năm 2022"),
        ),
    )
    (chapter,) = group_changes(changes, str)
    assert chapter.title == "Appendix: Danh mục năm 2022"
    assert chapter.count == 2


def test_the_same_plan_twice_differs_in_nothing() -> None:
    page = write_html(compare_plans(plan(2021), plan(2021)))
    assert "The two plans do not differ." in page
    assert "The two plans do not differ." not in write_html(SAMPLE)


# --- Words from files ----------------------------------------------------------------------

EVIL = """</td></script><script>alert("1")</script> & 'x' &amp; {shown} -->"""


def test_whatever_stands_in_a_file_is_text() -> None:
    entry = Entry(
        kind="task",
        path=("appendices", 0),
        number=EVIL,
        area=EVIL,
        titles=(EVIL, EVIL, EVIL),
        texts={"task": (EVIL,), "lead": (EVIL,), EVIL: (EVIL,)},
    )
    field = FieldChange(
        field=EVIL,
        relation="reworded",
        old=(EVIL,),
        new=(EVIL,),
        pieces=(Piece("removed", EVIL), Piece("added", EVIL), Piece("kept", EVIL)),
    )
    changed = Change(relation="reworded", old=(entry,), new=(entry,), fields=(field,))
    side = Side(name=EVIL, issuer=EVIL, title=EVIL, period=EVIL, number=EVIL)
    tree = tree_of(
        Changes(
            old=side,
            new=side,
            years=0,
            areas={EVIL: EVIL},
            changes=(
                changed,
                structs.replace(changed, relation="merged", old=(entry, entry)),
                Change(relation="added", new=(entry,)),
                Change(relation="removed", old=(entry,)),
            ),
        )
    )
    assert [script.text for script in tree.all("script")] == [SCRIPT]
    assert {option.attributes["value"] for option in tree.all("option")[1:]} >= {EVIL}
    assert tree.all("h3")[0].text == EVIL
    for row in tree.all("tbody"):
        assert EVIL in row.text
        assert len(row.list_of("data-area")) == 1


def test_a_catalogue_cannot_break_out_of_the_style_sheet() -> None:
    style = make_style(lambda _message: "&quot;</style>&lt;\\")
    assert "</style>" not in style
    assert 'content: "\\22 \\3c /style\\3e \\3c \\5c "' in style


# --- What the reader works with ------------------------------------------------------------


def test_the_script_finds_its_sentences_with_their_values() -> None:
    shown = next(e for e in tree_of(SAMPLE).all("p") if e.attributes.get("id") == "shown")
    assert shown.attributes["role"] == "status"
    names = {name: re.findall(r"\{(\w+)\}", text) for name, text in shown.attributes.items()}
    assert names["data-shown"] == ["shown", "total"]
    assert names["data-filters"] == ["names"]
    assert names["data-hidden"] == ["count"]
    assert set(re.findall(r"dataset\.(\w+)", SCRIPT)) == {
        "agency", "area", "filters", "hidden", "name", "relation", "shown"
    }  # fmt: skip


def test_agencies_are_split_where_the_caller_knows_no_better() -> None:
    entry = task("Rà soát", lead="Sở Tư pháp", support="- Sở Nội vụ; UBND cấp huyện;Sở Tư pháp")
    assert split_agencies(entry) == ("Sở Tư pháp", "Sở Nội vụ", "UBND cấp huyện")


def test_agencies_are_in_the_order_of_their_letters() -> None:
    added = tuple(
        Change(relation="added", new=(task("Rà soát", lead=name),))
        for name in ("Ủy ban nhân dân", "Thanh tra", "Đảng ủy", "Sở Nội vụ", "Ban Dân tộc")
    )
    names = [o.attributes["value"] for o in tree_of(changes_of(*added)).all("option")[3:]]
    assert names == ["Ban Dân tộc", "Đảng ủy", "Sở Nội vụ", "Thanh tra", "Ủy ban nhân dân"]


def test_a_caller_may_name_the_agencies() -> None:
    page = write_html(SAMPLE, agencies_of=lambda entry: ["Sở Tư pháp"] * ("lead" in entry.texts))
    select = Reader(page).root.all("select")[1]
    assert [o.text for o in select.all("option")] == ["All agencies", "Sở Tư pháp (4)"]


def test_two_versions_of_one_plan_are_told_apart_by_their_files() -> None:
    old = structs.replace(SAMPLE.new, name="main:2022.yaml")
    page = write_html(structs.replace(SAMPLE, old=old))
    assert "Old plan: main:2022.yaml" in page
    assert "New plan: plans/soc-trang/2022.yaml" in page


# --- Colours -------------------------------------------------------------------------------

GROUNDS = ("paper", "panel")
TONES = ("added", "removed", "joined", "moved", "field", "words")
INKS = ("ink", "quiet", "link", "gone", "come", *TONES)
PAIRS = [*product(INKS, GROUNDS), ("gone", "gone-bg"), ("come", "come-bg")]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_have_enough_contrast(scheme: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): #([0-9a-f]{6});", scheme))
    assert {*INKS, *GROUNDS, "line", "gone-bg", "come-bg"} == colours.keys()
    found = {pair: contrast(*(colours[name] for name in pair)) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < 4.5} == {}


def contrast(first: str, second: str) -> float:
    dark, light = sorted(map(luminance, (first, second)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance by WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
