"""``planforge build`` on a good day: what is built, what is built again, what is said of it."""

import shutil
import zipfile
from pathlib import Path

import pytest
from workspaces import BAD_PLAN, ISSUED_PLAN, PLAN, TEMPLATE, Workspace, hold_consistent, hold_whole


@pytest.fixture
def workspace(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return a workspace of its own, whose cache the tests of this process share."""
    return Workspace(tmp_path, tmp_path_factory.getbasetemp() / "cache")


def test_results_go_to_stdout_and_messages_to_stderr(workspace: Workspace) -> None:
    workspace.plan()
    workspace.plan("binh-an/2022")
    run = workspace.build()
    assert run.status == 0
    assert run.results == ["output/an-lac-2022.docx", "output/binh-an-2022.docx"]
    assert run.messages == "Plans built: 2; unchanged: 0; with errors: 0.\n"
    hold_whole(workspace)
    hold_consistent(workspace)


def test_one_bad_plan_does_not_stop_the_rest(workspace: Workspace) -> None:
    for name, text in (("a", PLAN), ("b", BAD_PLAN), ("c", ""), ("d", PLAN)):
        workspace.plan(f"xa-{name}/2022", text)
    run = workspace.build()
    assert run.status == 1
    assert workspace.documents() == ["xa-a-2022.docx", "xa-d-2022.docx"]
    assert "plans/xa-b/2022.yaml:12:10: error R105" in run.messages
    assert "plans/xa-c/2022.yaml: error R102" in run.messages
    assert "Plans built: 2; unchanged: 0; with errors: 2." in run.messages


def test_warnings_are_shown_and_do_not_fail(workspace: Workspace) -> None:
    workspace.plan(text=PLAN + "footnotes: {a: Không dùng.}\n")
    run = workspace.build()
    assert run.status == 0
    assert "warning R304" in run.messages
    assert workspace.documents() == ["an-lac-2022.docx"]


def test_a_plan_gone_bad_keeps_its_last_document(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    workspace.plan(text=BAD_PLAN)
    assert workspace.build().status == 1
    assert workspace.made() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("khong-co",), "khong-co does not exist."),
        (("plan",), "Did you mean `plans`?"),
        (("plans/an-lac/2022",), "Did you mean `plans/an-lac/2022.yaml`?"),
        (("plans/an-lac/2023*.yaml",), "does not exist."),
        (("plans/khong-co.yaml",), "does not exist."),
        (("plans\\khong-co.yaml",), "does not exist."),
        (("x" * 300,), "does not exist."),
        (("trong",), "There are no plans under trong."),
        (("--format", "doc"), "`doc` is not a format"),
        (("--format", "docx;pdf"), "`docx;pdf` is not a format"),
        (("--format", ","), "Name a format"),
        (("-j", "0"), "0"),
        (("-j", "hai"), "hai"),
        (("--templates", "khong-co"), "khong-co"),
        (("--hoan-chinh",), "--hoan-chinh"),
        (("-o", "tep.txt"), "tep.txt"),
        (("-o", "tep.txt/output"), "tep.txt/output"),
        (("-o", "y" * 300), "shorter"),
    ],
)
def test_what_was_meant_is_asked_with_status_2(
    workspace: Workspace, arguments: tuple[str, ...], message: str
) -> None:
    workspace.plan()
    (workspace.folder / "trong").mkdir()
    (workspace.folder / "tep.txt").write_text("không phải thư mục", encoding="utf-8")
    run = workspace.build(*arguments)
    assert run.status == 2
    assert run.results == []
    assert message in run.messages


def test_a_workspace_without_plans_says_how_to_start(workspace: Workspace) -> None:
    run = workspace.build()
    assert run.status == 2
    assert "`planforge new`" in workspace.build("trong").messages or "plans" in run.messages


def test_a_misspelt_command_is_guessed(workspace: Workspace) -> None:
    run = workspace.run("biuld")
    assert run.status == 2
    assert "Did you mean `build`?" in run.messages


def test_a_wrong_setting_is_said_before_anything_is_built(workspace: Workspace) -> None:
    workspace.plan()
    (workspace.folder / "planforge.toml").write_text("formats = docx", encoding="utf-8")
    run = workspace.build()
    assert run.status == 2
    assert workspace.made() == {}


@pytest.mark.parametrize(
    ("arguments", "variable", "message"),
    [
        ((), "en", "Plans built: 1"),
        ((), "en_US.UTF-8", "Plans built: 1"),
        (("--lang", "en"), "vi", "Plans built: 1"),
        (("--lang=en",), "vi", "Plans built: 1"),
        ((), "vi", "kế hoạch"),
        ((), "", "kế hoạch"),
        ((), "fr", "kế hoạch"),
        (("--lang", "vi"), "en", "kế hoạch"),
    ],
)
def test_messages_come_in_the_language_asked_for(
    workspace: Workspace, arguments: tuple[str, ...], variable: str, message: str
) -> None:
    workspace.plan()
    run = workspace.run(*arguments, "build", PLANFORGE_LANG=variable)
    assert run.status == 0
    assert message in run.messages


def test_an_unknown_language_is_refused(workspace: Workspace) -> None:
    assert workspace.run("--lang", "fr", "build").status == 2


def test_every_format_asked_for_is_made_once(workspace: Workspace) -> None:
    workspace.plan()
    run = workspace.build("--format", " outline,docx , html,outline")
    assert run.status == 0
    assert sorted(run.results) == [
        "output/an-lac-2022.docx",
        "output/an-lac-2022.html",
        "output/an-lac-2022.txt",
    ]
    assert "Hoàn thành" in (workspace.output / "an-lac-2022.txt").read_text(encoding="utf-8")


def test_a_format_added_later_leaves_the_others_alone(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    assert workspace.build("--format", "docx,outline").results == ["output/an-lac-2022.txt"]


def test_a_final_document_needs_a_number_and_a_date(workspace: Workspace) -> None:
    workspace.plan()
    run = workspace.build("--final")
    assert run.status == 1
    assert run.messages.count("R401") == 2
    assert "no number yet" in run.messages
    assert "no date yet" in run.messages
    assert workspace.made() == {}
    workspace.plan(text=ISSUED_PLAN)
    assert workspace.build("--final").status == 0


def test_a_final_document_has_no_error_of_the_linter(workspace: Workspace) -> None:
    wrong = ISSUED_PLAN + (
        "appendices:\n"
        "  - id: phu-luc\n"
        "    tasks: [{task: Rà soát văn bản, product: Báo cáo, deadline: Năm 2022}]\n"
    )
    workspace.plan(text=wrong)
    assert workspace.build().status == 0
    run = workspace.build("--final")
    assert run.status == 1
    assert "A101" in run.messages
    (workspace.folder / "planforge.toml").write_text('[rules]\nA101 = "warning"\n')
    assert workspace.build("--final").status == 0


def test_a_final_build_looks_again_at_what_a_draft_build_made(workspace: Workspace) -> None:
    workspace.plan()
    assert workspace.build().status == 0
    assert workspace.build("--final").status == 1


def test_what_has_not_changed_is_skipped(workspace: Workspace) -> None:
    path = workspace.plan()
    workspace.build()
    before = (workspace.output / "an-lac-2022.docx").stat()
    run = workspace.build()
    assert (run.status, run.results) == (0, [])
    assert "unchanged: 1" in run.messages
    assert (workspace.output / "an-lac-2022.docx").stat().st_mtime_ns == before.st_mtime_ns
    path.write_text(PLAN.replace("Mục tiêu", "Yêu cầu"), encoding="utf-8")
    assert workspace.build().results == ["output/an-lac-2022.docx"]


def test_force_builds_the_same_bytes_again(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    assert workspace.build("--force").results == ["output/an-lac-2022.docx"]
    assert workspace.made() == before


def test_a_deleted_document_is_built_again(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    (workspace.output / "an-lac-2022.docx").unlink()
    assert workspace.build().results == ["output/an-lac-2022.docx"]


def test_a_changed_template_builds_again(workspace: Workspace) -> None:
    workspace.plan()
    own = workspace.folder / "templates" / "ke-hoach.docx"
    own.parent.mkdir()
    shutil.copy(TEMPLATE, own)
    workspace.build()
    assert workspace.build().results == []
    with zipfile.ZipFile(own, "a") as archive:
        archive.comment = b"changed"
    assert workspace.build().results == ["output/an-lac-2022.docx"]


def test_a_template_folder_given_wins_over_the_workspace(workspace: Workspace) -> None:
    workspace.plan()
    (workspace.folder / "mau").mkdir()
    (workspace.folder / "mau" / "ke-hoach.docx").write_bytes(b"")
    run = workspace.build("--templates", "mau")
    assert run.status == 2
    assert "mau/ke-hoach.docx cannot be used" in run.messages


def test_a_document_changed_by_hand_is_kept_aside_once(workspace: Workspace) -> None:
    workspace.plan()
    workspace.build()
    document = workspace.output / "an-lac-2022.docx"
    built = document.read_bytes()
    document.write_bytes(b"by hand")
    run = workspace.build()
    assert "changed by hand" in run.messages
    assert "an-lac-2022 (sửa tay 1).docx" in run.messages
    assert document.read_bytes() == built
    kept = workspace.output / "an-lac-2022 (sửa tay 1).docx"
    assert kept.read_bytes() == b"by hand"
    document.write_bytes(b"by hand")
    workspace.build()
    document.write_bytes(b"by hand again")
    workspace.build()
    assert sorted(workspace.made()) == [
        "an-lac-2022 (sửa tay 1).docx",
        "an-lac-2022 (sửa tay 2).docx",
        "an-lac-2022.docx",
    ]
    assert kept.read_bytes() == b"by hand"


def test_a_document_that_was_there_before_the_first_build_is_kept(workspace: Workspace) -> None:
    workspace.plan()
    workspace.output.mkdir()
    (workspace.output / "an-lac-2022.docx").write_bytes(b"of somebody")
    workspace.build()
    assert workspace.made()["an-lac-2022 (sửa tay 1).docx"] == b"of somebody"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b'{"an-lac-2022.docx": {"inputs": 1}}', b"[" * 100_000,
        b'{"\xff": {"inputs": "", "digest": ""}}', b"\0" * 1000, None,
    ],
)  # fmt: skip
def test_a_spoilt_record_costs_nothing_but_time(
    workspace: Workspace, content: bytes | None
) -> None:
    workspace.plan()
    workspace.build()
    before = workspace.made()
    record = workspace.output / ".planforge.json"
    record.unlink()
    if content is not None:
        record.write_bytes(content)
    run = workspace.build()
    assert (run.status, run.results) == (0, ["output/an-lac-2022.docx"])
    assert workspace.made() == before
    assert workspace.build().results == []


def test_a_record_names_only_what_another_run_did_not_write_meanwhile(workspace: Workspace) -> None:
    workspace.plan()
    workspace.plan("binh-an/2022")
    workspace.build("plans/an-lac")
    workspace.build("plans/binh-an")
    assert workspace.build().results == []
