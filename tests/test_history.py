"""The history of a chain: every part one thread through all years; and the command for it."""

import json
from pathlib import Path

import pytest
from repositories import FOLDER, TASKS, plan_text, task
from sample_changes import SAMPLE
from workspaces import PLAN, Run, Workspace

from planforge.changes import Changes
from planforge.differ import compare_plans
from planforge.history import FOLLOWED, History, Thread, find_threads, trace_history
from planforge.model.plan import Plan
from planforge.readers import read_plan
from planforge.writers.history.json import write_json
from planforge.writers.history.markdown import write_markdown
from planforge.writers.history.text import write_details, write_text

MERGED = task("ra-soat", "Rà soát, tự kiểm tra văn bản do tỉnh ban hành")
TRAINING = task("tap-huan", "Tập huấn nghiệp vụ cải cách hành chính", lead="Sở Nội vụ")
YEARS = (
    plan_text(2021, *TASKS),
    plan_text(2022, MERGED, TRAINING),
    plan_text(2023, MERGED.replace("Sở Tư pháp", "Sở Tài chính"), TASKS[2]),
)


def plan(text: str) -> Plan:
    found = read_plan(text.encode()).plan
    assert found is not None
    return found


def steps(*texts: str) -> list[Changes]:
    plans = [plan(text) for text in texts]
    decided = [{"tu-kiem-tra": ("ra-soat",)}, {}]
    return [
        compare_plans(old, new, f"{old.period}.yaml", f"{new.period}.yaml", lineage)
        for old, new, lineage in zip(plans, plans[1:], decided, strict=False)
    ]


@pytest.fixture(scope="module")
def history() -> History:
    return trace_history(steps(*YEARS))


def thread(history: History, name: str) -> Thread:
    (found,) = find_threads(history, name)
    return found


def said(thread: Thread) -> list[tuple[bool, str | None]]:
    return [(state.entry is not None, state.relation) for state in thread.states]


def test_a_task_is_followed_from_year_to_year(history: History) -> None:
    assert [side.period for side in history.plans] == ["2021", "2022", "2023"]
    assert history.series == "soc-trang/cchc"
    first = thread(history, "ra-soat")
    assert said(first) == [(True, None), (True, "merged"), (True, "field_changed")]
    assert said(thread(history, "tap-huan")) == [
        (False, None), (True, "added"), (False, "removed"),
    ]  # fmt: skip


def test_merged_parts_are_linked(history: History) -> None:
    first, second = thread(history, "ra-soat"), thread(history, "tu-kiem-tra")
    assert said(second) == [(True, None), (False, "merged"), (False, None)]
    assert [history.threads[place] for place in first.states[1].links] == [second]
    assert [history.threads[place] for place in second.states[1].links] == [first]


def test_what_was_split_off_begins_a_thread() -> None:
    (step,) = steps(YEARS[0], YEARS[1])
    back = compare_plans(plan(YEARS[1]), plan(YEARS[0]))
    assert next(change for change in back.changes if change.entry.id == "ra-soat").new[1:] or step
    history = trace_history([SAMPLE])
    split = next(part for part in history.threads if part.states[1].relation == "split")
    (born,) = split.states[1].links
    assert said(history.threads[born]) == [(False, None), (True, "split")]


def test_what_comes_back_goes_on_in_its_thread(history: History) -> None:
    assert said(thread(history, "pho-bien")) == [(True, None), (False, "removed"), (True, "added")]


@pytest.mark.parametrize("texts", [YEARS, YEARS[:2], YEARS[::-1], (YEARS[0], YEARS[0])])
def test_every_part_of_every_plan_stands_in_one_thread(texts: tuple[str, ...]) -> None:
    found = steps(*texts)
    history = trace_history(found)
    plans = [
        [e.path for c in found[0].changes for e in c.old if e.kind in FOLLOWED],
        *([e.path for c in step.changes for e in c.new if e.kind in FOLLOWED] for step in found),
    ]
    for number, paths in enumerate(plans):
        entries = [part.states[number].entry for part in history.threads]
        assert sorted(entry.path for entry in entries if entry) == sorted(paths)


def test_the_order_is_that_of_the_newest_plan_and_nothing_is_lost(history: History) -> None:
    names = [part.id for part in history.threads if part.kind == "task"]
    assert names == ["ra-soat", "tu-kiem-tra", "tap-huan", "pho-bien"]
    for part in history.threads:
        for state in part.states:
            assert all(0 <= place < len(history.threads) for place in state.links)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("tap-huan", ["tap-huan"]),
        ("TẬP HUẤN nghiệp vụ", ["tap-huan"]),
        ("văn bản", ["ra-soat", "tu-kiem-tra"]),
        ("institutions", [""]),
        ("không có", []),
    ],
)
def test_tasks_are_found_by_id_and_by_words(history: History, wanted: str, ids: list[str]) -> None:
    assert [part.id for part in find_threads(history, wanted)] == ids


def test_the_table_for_a_terminal(history: History) -> None:
    lines = write_text(history, width=72).splitlines()
    assert lines[0] == "soc-trang/cchc"
    assert [line.split(" · ")[0] for line in lines[1:4]] == [
        "  2021.yaml", "  2022.yaml", "  2023.yaml",
    ]  # fmt: skip
    new = next(line for line in lines if line.startswith("  Tập huấn"))
    assert new.split()[-3:] == ["·", "new", "dropped"]
    back = next(line for line in lines if line.startswith("  Phổ biến"))
    assert back.split()[-3:] == ["there", "dropped", "back"]
    merged = next(line for line in lines if line.startswith("  Tự kiểm tra"))
    assert merged.split()[-4:] == ["there", "merged", "away", "·"]
    assert any("2022: “Rà soát" in line for line in lines)
    assert max(map(len, lines)) <= 72
    assert all(line == line.rstrip() for line in lines)


def test_a_task_in_full(history: History) -> None:
    text = write_details(history, [thread(history, "ra-soat")], width=90)
    assert "  Task · ra-soat · Cải cách thể chế\n" in text
    assert "  2022 [merged]" in text
    assert "      Lead agency: [-Sở Tư pháp-] {+Sở Tài chính+}" in text


def test_markdown_and_json_tell_the_same(history: History) -> None:
    rows = [line for line in write_markdown(history).splitlines() if line.startswith("| Tập huấn")]
    assert [row.split(" | ")[1:] for row in rows] == [["·", "new", "dropped |"]]
    (chain,) = json.loads(write_json([history]))["chains"]
    assert [side["period"] for side in chain["plans"]] == ["2021", "2022", "2023"]
    assert len(chain["threads"]) == len(history.threads)
    told = next(part for part in chain["threads"] if part["id"] == "tap-huan")
    assert [(state["present"], state["relation"]) for state in told["states"]] == [
        (False, None), (True, "added"), (False, "removed"),
    ]  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace that holds a chain of three years and a plan of its own."""
    folder = tmp_path / "Kế hoạch CCHC"
    folder.mkdir()
    made = Workspace(folder, tmp_path / "cache")
    for year, text in zip((2021, 2022, 2023), YEARS, strict=True):
        made.plan(f"{FOLDER}/{year}", text)
    made.plan("an-lac/2022", PLAN)
    return made


def chains(done: Run) -> list[list[str]]:
    report = json.loads("\n".join(done.results))
    return [[Path(side["name"]).stem for side in chain["plans"]] for chain in report["chains"]]


@pytest.mark.parametrize("path", ["plans", f"plans/{FOLDER}", f"plans/{FOLDER}/2022.yaml", ""])
def test_a_chain_is_found_by_series(workspace: Workspace, path: str) -> None:
    paths = [path] if path else []
    done = workspace.run("history", *paths, "--format", "json")
    assert done.status == 0
    assert chains(done) == [["2021", "2022", "2023"]]
    alone = "an-lac" in done.messages
    assert alone == (path in {"plans", ""})


def test_a_chain_is_found_by_what_plans_follow(workspace: Workspace) -> None:
    workspace.plan("cũ/năm 2020", plan_text(2020).replace("soc-trang", "ten-cu"))
    workspace.plan(f"{FOLDER}/2021", plan_text(2021, follows="../cũ/năm 2020.yaml"))
    done = workspace.run("history", f"plans/{FOLDER}", "--format", "json")
    assert chains(done) == [["năm 2020", "2021", "2022", "2023"]]


def test_several_chains_are_named(workspace: Workspace) -> None:
    for year in (2021, 2022):
        workspace.plan(f"nam-dinh/{year}", plan_text(year).replace("soc-trang", "nam-dinh"))
    done = workspace.run("history")
    assert [line for line in done.results if line.endswith("/cchc")] == [
        "nam-dinh/cchc",
        "soc-trang/cchc",
    ]


def test_a_task_is_asked_for(workspace: Workspace) -> None:
    done = workspace.run("history", "--task", "tap-huan")
    assert (done.status, done.results[0]) == (0, "Tập huấn nghiệp vụ cải cách hành chính")
    wrong = workspace.run("history", "--task", "tap-hun")
    assert (wrong.status, wrong.results) == (2, [])
    assert "Did you mean `tap-huan`?" in wrong.messages
    for form in ("markdown", "json"):
        assert "Tập huấn" in "".join(
            workspace.run("history", "--task", "tap-huan", "--format", form).results
        )


def test_what_is_wrong_with_a_chain_is_told(workspace: Workspace) -> None:
    workspace.plan(f"{FOLDER}/2023", plan_text(2023, follows="2020.yaml"))
    lost = workspace.run("history")
    assert "2020.yaml, which is not there" in lost.messages
    workspace.plan(f"{FOLDER}/2021", plan_text(2021, follows="2022.yaml"))
    workspace.plan(f"{FOLDER}/2022", plan_text(2022, follows="2021.yaml"))
    assert "in a circle" in workspace.run("history").messages
    (workspace.folder / f"plans/{FOLDER}/2023.yaml").unlink()
    circle = workspace.run("history")
    assert (circle.status, circle.results) == (2, [])
    assert "in a circle" in circle.messages
    workspace.plan(f"{FOLDER}/2022", "- 1")
    workspace.plan(f"{FOLDER}/2021", plan_text(2021))
    workspace.plan(f"{FOLDER}/2023", plan_text(2023))
    broken = workspace.run("history", "--format", "json")
    assert broken.status == 2
    assert "2022.yaml:1:1: error" in broken.messages
    assert chains(broken) == [["2021", "2023"]]


def test_nothing_to_follow(workspace: Workspace) -> None:
    done = workspace.run("history", "plans/an-lac")
    assert (done.status, done.results) == (2, [])
    assert "`follows: 2021.yaml`" in done.messages
    assert workspace.run("history", "khong-co").status == 2


def test_two_plans_of_one_year_are_not_guessed_between(workspace: Workspace) -> None:
    workspace.plan(f"{FOLDER}/2022 bản hai", YEARS[1])
    done = workspace.run("history", f"plans/{FOLDER}", "--format", "json")
    assert "2022 bản hai.yaml" in done.messages
    assert ["2021", "2022"] in chains(done)
    assert ["2021", "2022 bản hai"] in chains(done)
