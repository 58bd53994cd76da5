"""``planforge lint`` and ``planforge rule`` as users run them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLAN = (ROOT / "plans" / "soc-trang" / "2022.yaml").read_text(encoding="utf-8")
BROKEN = PLAN.replace("            lead: Văn phòng UBND tỉnh\n", "", 1).replace(
    "follows: 2021.yaml\n", ""
)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PLANFORGE_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-m", "planforge", *arguments],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "plans" / "soc-trang"
    folder.mkdir(parents=True)
    (folder / "2022.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


def test_the_example_plans_lint_clean() -> None:
    done = run(ROOT, "lint", "--fail-on", "info", "--ignore", "V101")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_example_that_is_a_draft_still_has_open_decisions() -> None:
    done = run(ROOT, "lint", "--select", "V", "--format", "json")
    assert done.returncode == 0
    assert [finding["code"] for finding in json.loads(done.stdout)] == ["V101"]


def test_a_finding_shows_place_line_and_remedy(workspace: Path) -> None:
    done = run(workspace, "lint")
    assert done.returncode == 1
    assert "error A101 missing-lead" in done.stdout
    assert "This task has no lead agency." in done.stdout
    assert "→ Name the one agency" in done.stdout
    assert "errors: 1" in done.stderr


def test_comments_are_not_called_idle_where_no_rule_ran(workspace: Path) -> None:
    plan = workspace / "plans" / "soc-trang" / "2022.yaml"
    assert "# planforge: bỏ qua" in PLAN
    plan.write_text(PLAN.replace("date: 2021-12-28", "date: 2021-02-31"), encoding="utf-8")
    done = run(workspace, "lint")
    assert done.returncode == 1
    assert "R205" in done.stdout
    assert "X101" not in done.stdout


def test_json_has_the_documented_keys(workspace: Path) -> None:
    (finding,) = json.loads(run(workspace, "lint", "--format", "json").stdout)
    assert list(finding) == [
        "code", "rule", "severity", "file", "line", "column", "where", "message", "hint", "source",
    ]  # fmt: skip
    assert (finding["code"], finding["severity"]) == ("A101", "error")
    line = BROKEN.splitlines()[finding["line"] - 1]
    assert line.strip().startswith(("- id:", "task:"))


def test_github_and_sarif(workspace: Path) -> None:
    command = run(workspace, "lint", "--format", "github").stdout
    assert command.startswith("::error file=plans/soc-trang/2022.yaml,line=")
    log = json.loads(run(workspace, "lint", "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "A101"
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] > 1


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--ignore", "A101"], 0),
        (["--ignore", "missing-lead"], 0),
        (["--ignore", "A"], 0),
        (["--ignore", "error"], 0),
        (["--select", "N,D"], 0),
        (["--select", "A"], 1),
        (["--fail-on", "never"], 0),
        (["--select", "Z999"], 2),
    ],
)
def test_rules_are_chosen_by_code_name_family_and_severity(
    workspace: Path, arguments: list[str], status: int
) -> None:
    assert run(workspace, "lint", *arguments).returncode == status


def test_a_baseline_leaves_only_what_is_new(workspace: Path) -> None:
    first = run(workspace, "lint", "--baseline", "known.json")
    assert (first.returncode, first.stdout) == (0, "")
    assert run(workspace, "lint", "--baseline", "known.json").returncode == 0
    plan = workspace / "plans" / "soc-trang" / "2022.yaml"
    worse = BROKEN.replace("            lead: Sở Tài chính\n", "", 1)
    plan.write_text("# thêm một dòng\n" + worse, encoding="utf-8")
    again = run(workspace, "lint", "--baseline", "known.json")
    assert again.returncode == 1
    assert again.stdout.count("A101") == 1


def test_a_file_that_is_no_baseline(workspace: Path) -> None:
    (workspace / "known.json").write_text("[]")
    done = run(workspace, "lint", "--baseline", "known.json")
    assert done.returncode == 2
    assert "is not a baseline" in done.stderr


def test_rules_are_listed_and_explained(tmp_path: Path) -> None:
    listed = run(tmp_path, "rule").stdout
    assert "A101  error" in listed
    page = run(tmp_path, "rule", "a101").stdout
    assert page == run(tmp_path, "rule", "missing-lead").stdout
    assert "## Wrong" in page
    unknown = run(tmp_path, "rule", "missing-leed")
    assert unknown.returncode == 2
    assert "missing-lead" in unknown.stderr


def test_a_workspace_sets_levels(workspace: Path) -> None:
    settings = workspace / "planforge.toml"
    settings.write_text('[rules]\nA101 = "info"\n')
    assert run(workspace, "lint").returncode == 0
    settings.write_text('preset = "toi-thieu"\n[rules]\nmissing-lead = "off"\n')
    done = run(workspace, "lint")
    assert (done.returncode, done.stdout) == (0, "")
    settings.write_text('[rules]\nA999 = "off"\n')
    done = run(workspace, "lint")
    assert done.returncode == 2
    assert "There is no rule A999." in done.stderr
    settings.write_text('[rules]\nA101 = "loud"\n')
    assert run(workspace, "lint").returncode == 2
