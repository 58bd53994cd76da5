"""The chain of example plans: what a rollover gives stands in the next plan byte for byte."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from rolling import order_of, read

from planforge.changes import Entry
from planforge.cli.workspace import review_path
from planforge.differ import compare_plans
from planforge.readers import ReadResult
from planforge.rollover.engine import roll_over
from planforge.source import Mapping, Node, Scalar

CHAIN = Path(__file__).parent.parent.parent / "plans" / "soc-trang"
OWN_COMMENT = 3
"""Lines at the top in which each example says what it is."""
WAITING = "chờ trả lời câu hỏi trong 2023.review.yaml"
"""The reason given in the draft for times that stay until their question is answered."""


def data_of(year: int) -> bytes:
    return (CHAIN / f"{year}.yaml").read_bytes()


def rolled(year: int) -> bytes:
    """Return the draft for ``year`` that is made of the plan of the year before."""
    order = order_of(data_of(year - 1), year)
    return roll_over(replace(order, follows=f"{year - 1}.yaml")).data


def test_the_plan_of_2023_is_the_draft_made_of_that_of_2022() -> None:
    expected, found = (data.splitlines(keepends=True) for data in (rolled(2023), data_of(2023)))
    issued = [line for line in found if WAITING.encode() not in line]
    assert len(found) - len(issued) == 2
    assert issued[OWN_COMMENT:] == expected[OWN_COMMENT:]


UNTOUCHED = frozenset(("same", "year_only", "moved"))


def unchanged_rows() -> list[tuple[Entry, Entry]]:
    old, new = (read(data_of(year)).plan for year in (2021, 2022))
    assert old is not None
    assert new is not None
    return [
        (change.old[0], change.new[0])
        for change in compare_plans(old, new).changes
        if change.entry.kind == "task" and UNTOUCHED.issuperset(change.relations)
    ]


def test_some_rows_of_2022_are_those_of_2021_but_for_the_year() -> None:
    assert [old.id for old, _ in unchanged_rows()] == [
        "kiem-soat-tthc",
        "kiem-tra-phan-cap",
        "do-luong-hai-long-y-te-giao-duc",
        "ke-hoach-cchc",
        "tham-quan-mo-hinh",
    ]


@pytest.mark.parametrize("row", range(5))
def test_a_row_of_2022_that_goes_on_is_the_draft_made_of_that_of_2021(row: int) -> None:
    old, new = unchanged_rows()[row]
    draft, issued = read(rolled(2022)), read(data_of(2022))
    assert lines_of(draft, old) == lines_of(issued, new)


def lines_of(result: ReadResult, entry: Entry) -> list[str]:
    """Return the lines of the file on which a row stands, but for comments and its number."""
    node, rest = result.source.descend(entry.path)
    assert rest == ()
    assert isinstance(node, Mapping)
    last = max(_last_line(item) for item in node.items.values())
    lines = result.source.lines[node.line - 1 : last]
    return [line for line in lines if not line.lstrip().startswith(("#", "number:"))]


def _last_line(node: Node) -> int:
    if isinstance(node, Scalar):
        return max(node.line, node.end)
    items = node.items.values() if isinstance(node, Mapping) else node.items
    return max((_last_line(item) for item in items), default=node.line)


def test_each_plan_names_the_one_it_follows() -> None:
    follows = {year: read(data_of(year)).plan for year in (2022, 2023)}
    assert {year: plan and plan.follows for year, plan in follows.items()} == {
        2022: "2021.yaml",
        2023: "2022.yaml",
    }
    assert review_path(CHAIN / "2023.yaml").exists()
