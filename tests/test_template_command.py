import os
import subprocess
import sys
from pathlib import Path

import pytest
from template_edits import COMPARISON, DECISION, PLAN, ROOT, TYPE, edited, in_word, with_margin

NAMES = ("bang-so-sanh", "ke-hoach", "quyet-dinh")


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "planforge", "--lang", "en", "template", *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_check_of_faultless_templates(tmp_path: Path) -> None:
    result = run("check", ROOT / "templates" / "ke-hoach.docx", folder=tmp_path)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.endswith("ke-hoach.docx: no mistakes.\n")


def test_check_prints_findings_as_its_result(tmp_path: Path) -> None:
    (tmp_path / "Mẫu riêng.docx").write_bytes(edited(PLAN, (TYPE, "{{ ten_loi }}")))
    result = run("check", "Mẫu riêng.docx", folder=tmp_path)
    assert result.returncode == 1
    place, message, hint = result.stdout.splitlines()
    assert place.startswith("Mẫu riêng.docx: error T203")
    assert place.endswith("[Paragraph 1: “{{ ten_loi }}”]")
    assert message.strip() == "There is no tag `ten_loi`."
    assert hint.strip() == "→ Did you mean `ten_loai`?"


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(in_word(PLAN, with_margin))
    result = run("check", "a.docx", folder=tmp_path)
    assert result.returncode == 0
    assert "a.docx: warning T302" in result.stdout


def test_check_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(b"")
    result = run("check", "khong-co.docx", "b.docx", folder=tmp_path)
    assert result.returncode == 2
    assert "The file khong-co.docx does not exist." in result.stderr
    assert "T101" in result.stdout


def test_copy_writes_templates_that_check_accepts(tmp_path: Path) -> None:
    result = run("copy", folder=tmp_path)
    copies = [Path("templates") / f"{name}.docx" for name in NAMES]
    assert (result.returncode, result.stdout.split()) == (0, [str(path) for path in copies])
    assert [(tmp_path / path).read_bytes() for path in copies] == [COMPARISON, PLAN, DECISION]
    assert run("check", *copies, folder=tmp_path).returncode == 0


def test_copy_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.docx").write_bytes(b"")
    result = run("copy", "-o", ".", folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "bang-so-sanh.docx\nquyet-dinh.docx\n")
    assert "ke-hoach.docx is there already and was not overwritten." in result.stderr
    assert (tmp_path / "ke-hoach.docx").read_bytes() == b""


def test_copy_of_an_unknown_template(tmp_path: Path) -> None:
    result = run("copy", "ke-hoac", folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Built-in templates: bang-so-sanh, ke-hoach, quyet-dinh." in result.stderr


@pytest.mark.parametrize("arguments", [(), ("check",), ("copy",)], ids=str)
def test_help_fits_a_screen_and_has_an_example(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*arguments, "--help", folder=tmp_path)
    assert result.returncode == 0
    assert "Example: planforge template " in result.stdout
    assert len(result.stdout.splitlines()) <= 24
