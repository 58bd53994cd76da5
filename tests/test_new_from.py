"""``planforge new --from``: another office takes a plan as its model."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspaces import ROOT, Workspace

from planforge.cli.new import _agency
from planforge.cli.new_offices import model_office, read_office
from planforge.model import Plan
from planforge.model.walking import walk_texts
from planforge.readers import read_plan
from planforge.readers.review import read_review
from planforge.rollover.adopting import adopt_plan
from planforge.rollover.draft import Draft, Order
from planforge.rollover.office import Adoption
from planforge.rollover.office_names import find_mentions
from planforge.rollover.periods import move_period
from planforge.starters.agencies import Agency
from planforge.vietnamese.citations import find_citations
from planforge.vietnamese.symbols import find_symbols

PLANS = ROOT / "plans"
MODELS = sorted(path for path in PLANS.rglob("*.yaml") if ".review" not in path.name)
NAMES = (
    "Bạc Liêu",
    "TP. Đà Nẵng",
    "Sở Xây dựng tỉnh Cà Mau",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Ninh Bình",
    "UBND xã Tân Hưng",
    "Bộ Xây dựng",
)
MODEL = """\
# Bản của Ủy ban nhân dân tỉnh Sóc Trăng.
series: soc-trang/cchc
follows: 2021.yaml
period: 2022
issuer:
  name: Ủy ban nhân dân tỉnh Sóc Trăng
  header: [ỦY BAN NHÂN DÂN, TỈNH SÓC TRĂNG]
  short: UBND tỉnh
  place: Sóc Trăng
number: 182/KH-UBND
date: 2021-12-28
title: Cải cách hành chính tỉnh Sóc Trăng năm 2022
opening: UBND tỉnh ban hành Kế hoạch năm 2022.
sections:
  - title: Mục tiêu
    text: $text
recipients: [Bộ Nội vụ]
archive: VT, TH
signature: {authority: TM. ỦY BAN NHÂN DÂN, title: CHỦ TỊCH, name: Trần Văn Lâu}
"""


def agency_of(name: str) -> Agency:
    return _agency(name, None, None)


def order_of(data: bytes, year: int | None = None) -> tuple[Order, Plan]:
    result = read_plan(data, "2022.yaml")
    plan = result.plan
    assert plan is not None
    assert not result.has_errors
    target = move_period(plan.period, year or plan.period.start.year + 1)
    return Order(
        plan=plan, source=result.source, data=data, target=target, follows="2022.yaml"
    ), plan


def adopt(data: bytes, name: str, year: int | None = None) -> Draft:
    order, plan = order_of(data, year)
    office = read_office(agency_of(name))
    return adopt_plan(order, Adoption(model=model_office(plan), office=office, folder="moi"))


def with_text(text: str) -> bytes:
    return MODEL.replace("$text", f'"{text}"').encode()


def text_for(text: str, name: str) -> str:
    """Return what becomes of a sentence in the body."""
    plan = plan_in(adopt(with_text(text), name).data)
    return plan.sections[0].text[0].text


def plan_in(data: bytes) -> Plan:
    result = read_plan(data)
    assert result.plan is not None
    assert not result.has_errors, result.findings
    return result.plan


def kinds(draft: Draft) -> set[str]:
    return {ask.kind for ask in draft.asks}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("Bạc Liêu", "Ủy ban nhân dân tỉnh Sóc Trăng giao.", "Ủy ban nhân dân tỉnh Bạc Liêu giao."),
        ("Bạc Liêu", "Uỷ ban nhân dân tỉnh Sóc Trăng.", "Uỷ ban nhân dân tỉnh Bạc Liêu."),
        ("Bạc Liêu", "ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG", "ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU"),
        ("Bạc Liêu", "Sở Nội vụ tỉnh Sóc Trăng", "Sở Nội vụ tỉnh Bạc Liêu"),
        ("Bạc Liêu", "Báo Sóc Trăng đưa tin", "Báo Bạc Liêu đưa tin"),
        ("Bạc Liêu", "UBND tỉnh giao việc", "UBND tỉnh giao việc"),
        ("Bạc Liêu", "UBND tỉnh Sóc Trăng", "UBND tỉnh Bạc Liêu"),
        ("TP. Đà Nẵng", "Chủ tịch UBND tỉnh quyết định", "Chủ tịch UBND thành phố quyết định"),
        ("UBND xã Tân Hưng", "Trên địa bàn tỉnh Sóc Trăng", "Trên địa bàn xã Tân Hưng"),
    ],
)
def test_what_is_the_issuers_own_is_replaced(name: str, old: str, new: str) -> None:
    assert text_for(old, name) == new


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        (
            "Bạc Liêu",
            "Kế hoạch số 163/KH-UBND ngày 24/11/2021 của Ủy ban nhân dân tỉnh Sóc Trăng",
            "others_document",
        ),
        ("Bạc Liêu", "Nghị quyết số 04-NQ/TU ngày 18/6/2021 của Tỉnh ủy", "others_document"),
        ("Bạc Liêu", "Kế hoạch CCHC tỉnh Sóc Trăng giai đoạn 2021-2030", "others_document"),
        ("Bạc Liêu", "UBND huyện Mỹ Xuyên và thành phố Sóc Trăng", "local_unit"),
        ("Bạc Liêu", "Tối thiểu 97% hồ sơ đúng hạn tại 02 đơn vị", "model_figures"),
        ("Bạc Liêu", "Liên hệ cchc@soctrang.gov.vn", "own_detail"),
        ("UBND xã Tân Hưng", "Báo cáo UBND tỉnh, Tỉnh ủy", "other_level"),
        ("Sở Nội vụ tỉnh Cà Mau", "Gửi Sở Nội vụ tổng hợp", "new_office"),
        ("UBND xã Tân Hưng", "Sở Tài chính thẩm định", "agency_fit"),
        ("Bộ Xây dựng", "Trên địa bàn tỉnh Sóc Trăng", "model_name"),
    ],
)
def test_what_is_not_is_left_and_asked_about(name: str, text: str, kind: str) -> None:
    draft = adopt(with_text(text), name)
    assert plan_in(draft.data).sections[0].text[0].text == text
    assert kind in kinds(draft)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
        "Văn hóa, xã hội và kinh tế",
        "Hằng tháng, vào ngày 15, theo Điều 3",
    ],
)
def test_what_holds_for_every_office_is_not_asked_about(text: str) -> None:
    foreign = kinds(adopt(with_text(text), "Bạc Liêu"))
    assert foreign == {"signer", "model_comment"}


def test_documents_of_the_province_hold_for_its_departments() -> None:
    text = "Quyết định số 15/QĐ-UBND ngày 05/01/2021 của UBND tỉnh Sóc Trăng"
    assert "others_document" not in kinds(adopt(with_text(text), "Sở Xây dựng tỉnh Sóc Trăng"))


def test_the_head_is_the_new_offices() -> None:
    plan = plan_in(adopt(with_text("Tốt."), "Sở Xây dựng tỉnh Cà Mau").data)
    issuer, signature = plan.issuer, plan.signature
    assert (issuer.name, issuer.short, issuer.place) == ("Sở Xây dựng tỉnh Cà Mau", "Sở", "Cà Mau")
    assert (issuer.parent, issuer.header) == (("UBND TỈNH CÀ MAU",), ("SỞ XÂY DỰNG",))
    assert (plan.number, plan.date, plan.series, plan.follows) == ("/KH-SXD", None, "moi/cchc", "")
    assert plan.title == "Cải cách hành chính của Sở Xây dựng tỉnh Cà Mau năm 2023"
    assert plan.opening[0].text == "Sở Xây dựng tỉnh Cà Mau ban hành Kế hoạch năm 2023."
    assert (signature.authority, signature.title) == ((), "GIÁM ĐỐC")
    assert signature.name == "[Họ và tên]"


def test_a_block_header_that_loses_a_line_leaves_room_for_the_parent() -> None:
    text = with_text("Tốt.").decode()
    block = "header:\n    - ỦY BAN NHÂN DÂN\n    - TỈNH SÓC TRĂNG"
    text = text.replace("header: [ỦY BAN NHÂN DÂN, TỈNH SÓC TRĂNG]", block)
    draft = adopt(text.encode(), "Sở Xây dựng tỉnh Cà Mau")
    issuer = plan_in(draft.data).issuer
    assert (issuer.header, issuer.parent) == (("SỞ XÂY DỰNG",), ("UBND TỈNH CÀ MAU",))
    lines, new = text.split("\n"), draft.data.decode().split("\n")
    for number, line in enumerate(lines, 1):
        if line.startswith(("recipients", "sections", "archive")):
            assert new[draft.line_of(number) - 1] == line


def test_a_department_becomes_a_province() -> None:
    draft = adopt((PLANS / "mau/so.yaml").read_bytes(), "Lào Cai")
    plan = plan_in(draft.data)
    assert plan.title == "Cải cách hành chính năm 2027 của tỉnh Lào Cai"
    assert plan.issuer.header == ("ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI")
    assert plan.issuer.parent == ()
    assert plan.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert plan.signature.title == "PHÓ CHỦ TỊCH"
    assert {"new_office", "own_unit", "other_level", "model_figures"} <= kinds(draft)


def test_a_decision_is_taken_by_the_new_office() -> None:
    name = "Sở Văn hóa, Thể thao và Du lịch tỉnh Ninh Bình"
    plan = plan_in(adopt((PLANS / "mau/chi-so.yaml").read_bytes(), name).data)
    assert plan.decision is not None
    assert plan.decision.number == "/QĐ-SVHTTDL"
    assert plan.decision.authority == (f"GIÁM ĐỐC {name.upper()}",)
    assert plan.decision.date is None
    assert plan.decision.articles[0].text[0].text.endswith(f"năm 2027 của {name}.")


def test_for_the_same_year_no_year_moves() -> None:
    data = with_text("Năm 2022 phấn đấu tốt.")
    draft = adopt(data, "Bạc Liêu", 2022)
    years = re.compile(rb"(?<![0-9])20[0-9]{2}")
    old = data.replace(b"date: 2021-12-28", b"date:").replace(b"follows: 2021.yaml\n", b"")
    assert years.findall(draft.data) == years.findall(old)
    assert "past_year" not in kinds(draft)


def test_comments_stay_and_are_named() -> None:
    draft = adopt(with_text("Tốt."), "Bạc Liêu")
    assert draft.data.startswith(MODEL.partition("\n")[0].encode())
    (ask,) = (ask for ask in draft.asks if ask.kind == "model_comment")
    assert ask.lines == (1,)


# Promises of every plan and every office.


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", MODELS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_example_plans_serve_as_models(path: Path, name: str) -> None:
    data = path.read_bytes()
    hold_promises(data, name, adopt(data, name, 2027))


SENTENCES = [
    "Ủy ban nhân dân tỉnh Sóc Trăng giao Sở Nội vụ",
    "UBND tỉnh Sóc Trăng, thành phố Sóc Trăng, huyện Kế Sách",
    "Kế hoạch số 163/KH-UBND ngày 24/11/2021 của UBND tỉnh Sóc Trăng về cải cách tỉnh Sóc Trăng",
    "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ trên địa bàn tỉnh Sóc Trăng",
    "Đạt 97%, xếp thứ 15/34; TCVN ISO 9001:2015 ở Sóc Trăng",
    "(Kèm theo Kế hoạch số 182/KH-UBND ngày 28/12/2021 của UBND tỉnh Sóc Trăng)",
    "HĐND tỉnh Sóc Trăng, Báo Sóc Trăng; **UBND tỉnh** ban hành",
    "Uỷ ban nhân dân (UBND) tỉnh; ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG",
]
styles = st.sampled_from(("double", "single", "folded", "literal", "flow"))


@st.composite
def models(draw: st.DrawFn) -> bytes:
    """Return plan files that name the issuer in every way YAML and officers have."""
    text, style = draw(st.sampled_from(SENTENCES)), draw(styles)
    broken = text.replace(" tỉnh ", "\n      tỉnh ").replace(" Sóc ", "\n      Sóc ")
    written = {
        "double": f'"{text}"',
        "single": f"'{broken}'",
        "folded": f">\n      {broken}",
        "literal": f"|\n      {broken}",
        "flow": f'"{text}"',
    }[style]
    appended = f"appendices:\n  - {{id: phu-luc, title: '{text}', note: '{text}'}}\n"
    return (MODEL.replace("$text", written) + appended * (style == "flow")).encode()


@given(models(), st.sampled_from(NAMES), st.integers(2022, 2027))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_promises_hold_for_any_model(data: bytes, name: str, year: int) -> None:
    hold_promises(data, name, adopt(data, name, year))


def hold_promises(data: bytes, name: str, draft: Draft) -> None:
    hold_unchanged(data, draft)
    hold_named(data, draft)
    before, after = fixed(plan_in(data)), fixed(plan_in(draft.data))
    assert after <= before
    issuer = read_office(agency_of(name)).name
    assert plan_in(draft.data).issuer.name == issuer


def hold_unchanged(data: bytes, draft: Draft) -> None:
    """Every line that no move touches is as it was, at the line the draft says."""
    text, new = data.decode(), draft.data.decode().split("\n")
    moved = [move for move in draft.moves if move.verdict in ("moved", "cleared")]
    touched = {move.line + more for move in moved for more in range(_height(move.old) + 1)}
    for number, line in enumerate(text.split("\n"), 1):
        if number not in touched and not line.lstrip().startswith("- TỈNH"):
            assert new[draft.line_of(number) - 1] == line


def _height(old: str) -> int:
    return min(len(old.split()), 3)


def hold_named(data: bytes, draft: Draft) -> None:
    """What still names the model's office is kept or flagged, or asked about."""
    model = model_office(plan_in(data))
    left = {move.old for move in draft.moves if move.verdict in ("kept", "flagged")}
    for path, text in walk_texts(plan_in(draft.data)):
        for mention in find_mentions(text, model):
            if mention.form in ("name", "locality", "place") and path[0] != "issuer":
                is_new = any(mention.words in move.new for move in draft.moves)
                assert is_new or any(mention.words in words for words in left), (path, mention)


def fixed(plan: Plan) -> set[str]:
    """Return the symbols and cited dates of a plan, but not its own."""
    found = set()
    for path, text in walk_texts(plan):
        found |= {str(symbol) for _, symbol in find_symbols(text) if path[-1] != "number"}
        found |= {f"{item.symbol} {item.date}" for item in find_citations(text) if item.date}
    return found


# The command.


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path, tmp_path / "cache")
    shutil.copytree(PLANS, tmp_path / "plans")
    return workspace


def test_plan_and_review_are_written_and_lint_asks_for_decisions_alone(
    workspace: Workspace,
) -> None:
    model = "plans/mau/so.yaml"
    run = workspace.run("new", "Sở Xây dựng tỉnh Ninh Bình", "--from", model, "--year", "2026")
    assert run.status == 0, run.messages
    target = "plans/so-xay-dung-tinh-ninh-binh/2026.yaml"
    assert f"  5. planforge diff {model} {target}" in run.results
    data = (workspace.folder / target).with_name("2026.review.yaml").read_bytes()
    review, findings, _ = read_review(data)
    assert findings == ()
    assert review is not None
    assert review.follows == "../mau/so.yaml"
    assert {part.is_open for _, part in review.parts()} == {True}
    linted = workspace.run("lint", target)
    assert linted.status == 0
    assert [line for line in linted.results if "warning" in line and "V102" not in line] == []
    assert workspace.build(target).status == 0


def test_a_dry_run_shows_all_and_writes_nothing(workspace: Workspace) -> None:
    model = "plans/soc-trang/2022.yaml"
    run = workspace.run("new", "Bạc Liêu", "--from", model, "--year", "2023", "--dry-run")
    assert run.status == 0
    assert any("tỉnh Sóc Trăng → tỉnh Bạc Liêu" in line for line in run.results)
    assert any("Kế hoạch số 163/KH-UBND" in line for line in run.results)
    assert run.results[-1].startswith("Nothing was written.")
    assert not (workspace.folder / "plans/bac-lieu").exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("Sóc Trăng", "--year", "2023"), "is a plan of"),
        (("UBND tỉnh Sóc Trăng", "--year", "2023"), "planforge rollover"),
        (("Công ty ABC",), "not clear what kind of office"),
        (("soc-trang",), "not clear what kind of office"),
        (("Sở Xây dựng",), "not the whole name"),
        (("Bạc Liêu", "--year", "2021"), "before the model's time"),
        (("Bạc Liêu", "--year", "2100"), "2099"),
        (("Bạc Liêu", "-o", "x.review.yaml"), "ends in .yaml"),
    ],
)
def test_what_cannot_be_made_is_refused(
    workspace: Workspace, arguments: tuple[str, ...], complaint: str
) -> None:
    before = sorted(workspace.folder.rglob("*.yaml"))
    run = workspace.run("new", *arguments, "--from", "plans/soc-trang/2022.yaml")
    assert (run.status, run.results) == (2, [])
    assert complaint in run.messages
    assert sorted(workspace.folder.rglob("*.yaml")) == before


def test_faulty_models_are_refused(workspace: Workspace) -> None:
    for name, complaint in (
        ("khong-co.yaml", "khong-co.yaml"),
        ("hong.yaml", "no plan was made from it"),
        ("x.review.yaml", "the review of a draft"),
        ("plans", "is a folder"),
    ):
        (workspace.folder / "hong.yaml").write_text("period: 2022\n", encoding="utf-8")
        run = workspace.run("new", "Bạc Liêu", "--from", name)
        assert run.status == 2
        assert complaint in run.messages
    assert workspace.run("new", "Bạc Liêu", "--dry-run").status == 2


def test_nothing_is_ever_overwritten(workspace: Workspace) -> None:
    arguments = ("new", "Bạc Liêu", "--from", "plans/soc-trang/2022.yaml", "--year", "2023")
    review = workspace.folder / "plans/bac-lieu/2023.review.yaml"
    review.parent.mkdir()
    review.write_text("của tôi", encoding="utf-8")
    run = workspace.run(*arguments)
    assert run.status == 2
    assert "is there already" in run.messages
    assert "--force" not in run.messages
    assert [path.name for path in review.parent.iterdir()] == [review.name]
