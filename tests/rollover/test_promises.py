"""What a rollover promises of any plan: only what was decided changes, and nothing breaks."""

import json
import re
from string import Template

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rolling import FRAME, errors_of, lint, order_of, plan_in, read, roll
from strategies import plans

from planforge.differ import compare_plans
from planforge.findings import Path
from planforge.model import Plan
from planforge.model.walking import walk_texts
from planforge.rollover.draft import Draft, Order
from planforge.rollover.engine import roll_over
from planforge.rollover.periods import LAST_YEAR, next_period
from planforge.vietnamese.citations import find_citations
from planforge.vietnamese.symbols import find_symbols
from planforge.writers.plan_yaml import write_plan_yaml

_ANY = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

SENTENCES = [
    "Thực hiện công tác CCHC năm $y",
    "Số liệu tính từ ngày 15/12/$p đến ngày 14/3/$y",
    "Quý III/$y: số liệu từ ngày 15/6/$p đến ngày 14/9/$y",
    "Phấn đấu Chỉ số CCHC tăng 01 bậc so với năm $p",
    "Năm $p, tỉnh đạt 88,64%",
    "Nghị định số 60/$y/NĐ-CP ngày 21/6/$y của Chính phủ",
    "Quyết định số $y/QĐ-UBND ngày 05 tháng 01 năm $p",
    "Quyết định số 140/QĐ-STC phê duyệt kế hoạch thanh tra năm $y",
    "TCVN ISO 9001:2015; giai đoạn $p - $n, đến năm $n",
    "Chương trình giai đoạn 2011-$y",
    "Đến hết năm $y; định hướng đến năm 2045",
    "Hoàn thành việc sắp xếp trước ngày 30/6/$y",
    "Trước ngày 29/02/$y",
    "Xây dựng kế hoạch năm $n",
    "Đại hội vào năm $n",
    "Luật Cán bộ, công chức năm $p",
    "Kèm theo Kế hoạch số 12/KH-UBND ngày 24/12/$p của UBND xã",
    "Từ ngày 01/7/$y, Luật có hiệu lực; trước ngày 01/3/$y bàn giao của cấp huyện",
    "Năm $y là năm bản lề. Đại hội vào quý II/$y; chủ đề năm $y",
    "Quyết định số 12/QĐ-UBND năm $y; Thông báo ngày 10/02/$y; Quyết định năm $y số 9/QĐ-STC",
    "Từ $p đến $y số hóa $y hồ sơ; năm học $p/$y; năm học $y-$n",
    "Năm $p xếp thứ 20/63. Các chỉ số được công bố năm $y. Dự toán năm $y là 2.300 triệu đồng",
    "Số liệu từ ngày 01/3/$p đến ngày 29/02/$y; đến 31/12/$p là 120 đơn vị",
]
DEADLINES = [
    "Trong năm $y",
    "Quý I/$y",
    "Tháng 12/$p",
    "Tháng 01/$n",
    "Quý II/$n",
    "Tháng 6/$p",
    "Năm $y và những năm tiếp theo",
    "Hàng quý và năm $y",
    "Đến năm 2040",
    "Kế hoạch trước ngày 30/01/$y",
]
TASKS = ["Rà soát văn bản", "Báo cáo kết quả năm $y", "Trình Đề án phân cấp", "Chỉ số năm $p"]


def in_style(text: str, style: str) -> str:
    """Return ``text`` as a value of YAML, written in one of the ways there are."""
    broken = text.replace(" năm ", "\n    năm ")
    return {
        "double": json.dumps(text, ensure_ascii=False),
        "single": "'" + broken.replace("'", "''") + "'",
        "folded": f">\n    {broken}",
        "literal": f"|\n    {broken}\n\n    - {text}",
        "comment": json.dumps(text, ensure_ascii=False) + "  # năm 2021",
    }[style]


styles = st.sampled_from(("double", "single", "folded", "literal", "comment"))
values = st.builds(in_style, st.sampled_from(SENTENCES), styles)
rows = st.lists(
    st.builds(
        '      - {{id: viec-{}, task: "{}", deadline: "{}"}}\n'.format,
        st.integers(1, 10**6),
        st.sampled_from(TASKS),
        st.sampled_from(DEADLINES),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda line: line.partition(",")[0],
)


@st.composite
def dated_plans(draw: st.DrawFn) -> str:
    """Return plan files that name years in every way a plan does."""
    year = draw(st.integers(2019, 2027))
    frame = FRAME.replace("2021", str(year)).replace("2020", str(year - 1))
    parts = [
        f"opening: {draw(values)}\n",
        f"closing: {draw(values)}\n",
        f"bases:\n  - {draw(values)}\n",
    ]
    parts.append("appendices:\n  - id: phu-luc\n    tasks:\n" + "".join(draw(rows)))
    text = Template(frame + "".join(parts)).substitute(y=year, p=year - 1, n=year + 1)
    assume(not read(text.encode()).has_errors)
    return text


@given(dated_plans())
@_ANY
def test_nothing_but_decided_years_changes(text: str) -> None:
    """Putting each new year at its line and column of the old file gives the draft."""
    draft = roll(text, findings=lint(text.encode()))
    lines = text.split("\n")
    for move in reversed(draft.moves):
        line, at = lines[move.line - 1], move.column - 1
        if move.verdict == "moved":
            assert line[at : at + 4] == move.old
            lines[move.line - 1] = line[:at] + move.new + line[at + 4 :]
    written = draft.data.decode().split("\n")
    del written[draft.added_line - 1]
    changed = [(old, new) for old, new in zip(lines, written, strict=True) if old != new]
    assert all(new in ("number: /KH-UBND", "date:") or "…/KH-UBND" in new for _, new in changed)


@given(dated_plans())
@_ANY
def test_every_year_is_decided_about_once(text: str) -> None:
    draft = roll(text)
    decided = [year for move in draft.moves for year in YEAR.findall(move.old)]
    assert sorted(decided) == sorted(YEAR.findall(text))
    assert all(move.reason.text() for move in draft.moves)


@given(dated_plans())
@_ANY
def test_symbols_and_dates_of_documents_never_change(text: str) -> None:
    before, after = (fixed(plan_in(data)) for data in (text.encode(), roll(text).data))
    own = {item for item in before if item[0] == "12/KH-UBND"}
    assert before - own == after


def fixed(plan: Plan) -> set[tuple[str, str]]:
    """Return the symbols a plan names, and each document with its date."""
    texts = [text for _, text in walk_texts(plan)]
    symbols = {(str(symbol), "") for text in texts for _, symbol in find_symbols(text)}
    cited = (citation for text in texts for citation in find_citations(text))
    return symbols | {(str(item.symbol), item.date) for item in cited if item.symbol}


@given(dated_plans())
@_ANY
def test_the_comparison_tells_only_years_and_what_was_cleared_or_left_open(text: str) -> None:
    draft = roll(text)
    changes = compare_plans(plan_in(text.encode()), plan_in(draft.data))
    told = {move.path for move in draft.moves if move.verdict in {"cleared", "flagged"}}
    for change in changes.differing:
        if change.entry.kind == "header":
            assert {field.field for field in change.fields} <= {"title", "number", "date", "period"}
        elif set(change.relations) != {"year_only"}:
            assert any(_lies_in(change.entry.path, path) for path in told), change


def _lies_in(part: Path, value: Path) -> bool:
    """Whether a value belongs to a part of the plan: a paragraph's index may go further."""
    return value[: len(part)] == part or part[: len(value)] == value


@given(dated_plans(), st.integers(1, 4))
@_ANY
def test_the_draft_is_read_without_new_errors(text: str, later: int) -> None:
    order = order_of(text, plan_in(text.encode()).period.start.year + later)
    draft = roll_over(order)
    plan = plan_in(draft.data)
    assert (plan.period, plan.follows, plan.date) == (order.target, "2021.yaml", None)
    assert errors_of(draft.data) <= errors_of(text.encode())


@given(dated_plans())
@_ANY
def test_two_steps_are_one_step(text: str) -> None:
    year = plan_in(text.encode()).period.start.year
    first = linted(text.encode(), year + 1)
    both = linted(first.data, year + 2, before=plan_in(text.encode()))
    once = linted(text.encode(), year + 2)
    assert both.data == once.data


def linted(data: bytes, year: int, **known: object) -> Draft:
    """Return the draft made as the command makes it: with what the linter says."""
    return roll(data, year, findings=lint(data), **known)


@given(plans)
@_ANY
def test_any_plan_is_rolled_over(plan: Plan) -> None:
    data = write_plan_yaml(plan).encode()
    result = read(data)
    assume(result.plan is not None and next_period(plan.period).end.year <= LAST_YEAR)
    assert result.plan is not None
    target = next_period(plan.period)
    order = Order(
        plan=result.plan, source=result.source, data=data, target=target, follows="cũ/2021 (1).yaml"
    )
    draft = roll_over(order)
    after = plan_in(draft.data)
    assert (after.period, after.follows) == (target, "cũ/2021 (1).yaml")
    assert len(read(draft.data).findings) <= len(result.findings)
