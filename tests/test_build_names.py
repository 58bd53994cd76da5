"""``planforge build`` and names: of files, of folders, of outputs."""

import os
from pathlib import Path

import pytest
from workspaces import PLAN, Workspace, linux, posix


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


@pytest.mark.parametrize(
    "name",
    [
        "ủy ban nhân dân tỉnh/kế hoạch năm 2022",
        "u\u0309y ban nha\u0302n da\u0302n/2022",
        "xã An Lạc/2022 (bản 2)",
        "100%/#1 & 'x' \"y\" $HOME;`ls`",
        "-an-lac/-2022",
        "{xã}/[2022]",
        "a.b/2022.v2",
        "🙂/2022",
        "  cách  /  2022  ",
        "n" * 200 + "/2022",
    ],
)
def test_any_name_is_built_and_printed_as_it_is(workspace: Workspace, name: str) -> None:
    if os.name == "nt" and '"' in name:
        pytest.skip("Windows has no such names")
    path = workspace.plan(name)
    expected = f"{path.parent.name}-{path.stem}.docx"
    run = workspace.build(f"./{path.relative_to(workspace.folder)}")
    assert (run.status, run.results) == (0, [f"output/{expected}"])
    assert workspace.documents() == [expected]
    assert workspace.build().results == []


@posix
def test_separators_of_windows_are_understood(workspace: Workspace) -> None:
    workspace.plan("xã An Lạc/2022")
    run = workspace.build(".\\plans\\xã An Lạc\\2022.yaml")
    assert run.results == ["output/xã An Lạc-2022.docx"]
    assert workspace.build("plans\\xã An Lạc").status == 0
    assert workspace.build("--force", "plans\\xã*\\20??.yaml").results == run.results


@linux
def test_a_name_that_is_no_text_does_no_harm(workspace: Workspace) -> None:
    folder = workspace.folder / "plans" / os.fsdecode(b"x\xe1")
    folder.mkdir(parents=True)
    (folder / "2022.yaml").write_text(PLAN, encoding="utf-8")
    workspace.plan()
    assert workspace.build().status == 0
    assert workspace.build("-j", "2").status == 0
    assert len(workspace.documents()) == 2


def test_a_name_that_is_too_long_stops_only_its_plan(workspace: Workspace) -> None:
    workspace.plan("n" * 130 + "/" + "m" * 130)
    workspace.plan()
    run = workspace.build()
    assert run.status == 2
    assert "shorter names" in run.messages
    assert workspace.documents() == ["an-lac-2022.docx"]


def test_a_plan_named_twice_is_built_once(workspace: Workspace) -> None:
    path = workspace.plan()
    run = workspace.build("plans", "plans/an-lac", "./plans/../plans/an-lac/2022.yaml", str(path))
    assert run.results == ["output/an-lac-2022.docx"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/xa/2022", "b/xa/2022"),
        ("a/Xã/2022", "b/xã/2022"),
        ("a/xã/2022", "b/xa\u0303/2022"),
        ("xa-1/2022", "xa/1-2022"),
    ],
)
def test_two_plans_never_share_an_output(workspace: Workspace, one: str, other: str) -> None:
    workspace.plan(one)
    workspace.plan(other)
    run = workspace.build()
    assert run.status == 2
    assert "would both be built as" in run.messages
    assert workspace.made() == {}


def test_only_plans_are_taken_from_a_folder(workspace: Workspace) -> None:
    workspace.plan()
    for name in ("_nhap/2022", ".git/2022", "~/2022", "an-lac/.2022", "an-lac/~$2022"):
        workspace.plan(name, "không phải kế hoạch")
    (workspace.folder / "plans" / "thu-muc.yaml").mkdir()
    (workspace.folder / "plans" / "ghi-chu.txt").write_text("ghi chú", encoding="utf-8")
    workspace.plan().with_name("2023.YML").write_text(PLAN, encoding="utf-8")
    assert workspace.build().results == ["output/an-lac-2022.docx", "output/an-lac-2023.docx"]
