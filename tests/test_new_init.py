"""New plans and workspaces: they build at once, and nothing of a person's is overwritten."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.cli import config, new
from planforge.readers import read_plan
from planforge.starters.agencies import GAP

ROOT = Path(__file__).parent.parent
NEXT_YEAR = new.next_year()
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def planforge(tmp_path: Path) -> Run:
    """Return a function that runs the command in a folder, the temporary one if none is given."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PLANFORGE_CACHE": str(tmp_path / "cache"),
        "PLANFORGE_LANG": "en",
    }

    def run(*arguments: str, folder: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "planforge", *arguments],
            cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Sóc Trăng", "soc-trang"),
        ("Sở Nội vụ tỉnh Ninh Bình", "so-noi-vu-tinh-ninh-binh"),
        ("Phòng Văn hóa - Xã hội", "phong-van-hoa-xa-hoi"),
        ("Đắk Lắk", "dak-lak"),
        ("Ủy ban nhân dân xã Ea Knuếc", "uy-ban-nhan-dan-xa-ea-knuec"),
    ],
)
def test_a_folder_is_called_by_the_name_without_diacritics(name: str, slug: str) -> None:
    assert new.slug_of(name) == slug


def test_new_writes_a_plan_that_builds(planforge: Run, tmp_path: Path) -> None:
    made = planforge("new", "Sở Nội vụ tỉnh Ninh Bình", "--year", "2027")
    path = Path("plans/so-noi-vu-tinh-ninh-binh/2027.yaml")
    assert (made.returncode, made.stdout) == (0, f"{path}\n")
    assert f"planforge build {path}" in made.stderr
    text = (tmp_path / path).read_text(encoding="utf-8")
    assert "series: so-noi-vu-tinh-ninh-binh/cai-cach-hanh-chinh" in text
    assert "$schema" not in text, "there is no schema to point at"
    built = planforge("build", str(path))
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "output/so-noi-vu-tinh-ninh-binh-2027.docx").is_file()


def test_new_takes_next_year_and_the_schema_of_the_workspace(
    planforge: Run, tmp_path: Path
) -> None:
    (tmp_path / "plan.schema.json").write_text("{}")
    made = planforge("new", "soc-trang")
    path = tmp_path / f"plans/soc-trang/{NEXT_YEAR}.yaml"
    assert made.returncode == 0, made.stderr
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../plan.schema.json"
    assert f"Ủy ban nhân dân tỉnh {GAP}" in made.stderr


def test_new_obeys_its_options(planforge: Run, tmp_path: Path) -> None:
    target = tmp_path / "Kế hoạch năm tới" / "dự thảo.yaml"
    made = planforge(
        "new", "hai-hau", "--kind", "xa", "--issuer", "UBND phường Hải Hậu",
        "--place", "Ninh Bình", "--year", "2028", "-o", str(target),
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert f'planforge build "{target}"' in made.stderr
    plan = read_plan(target.read_bytes()).plan
    assert plan is not None
    assert plan.issuer.name == "Ủy ban nhân dân phường Hải Hậu"
    assert plan.issuer.place == "Ninh Bình"
    assert plan.period.years == range(2028, 2029)


def test_new_never_overwrites(planforge: Run, tmp_path: Path) -> None:
    path = tmp_path / "plans/soc-trang/2027.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("của tôi", encoding="utf-8")
    made = planforge("new", "Sóc Trăng", "--year", "2027")
    assert (made.returncode, made.stdout) == (2, "")
    assert "there already" in made.stderr
    assert "--year" in made.stderr
    assert path.read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("../soc-trang",), "is not a name"),
        ("plans/soc-trang/2027.yaml", "is not a name"),
        (("Sở: Nội vụ",), "is not a name"),
        (("Sóc Trăng", "--issuer", '"; {x}'), "is not a name"),
        (("2027",), "is not a name"),
        (("日本",), "is not a name"),
        (("a" * 151,), "is not a name"),
        (("soc-trang", "--year", "1999"), "1999"),
        (("soc-trang", "--kind", "huyen"), "huyen"),
        (("soc-trang", "-o", "plan.docx"), ".yaml"),
    ],
)
def test_new_refuses_what_would_make_a_wrong_file(
    planforge: Run, tmp_path: Path, arguments: tuple[str, ...] | str, complaint: str
) -> None:
    given = (arguments,) if isinstance(arguments, str) else arguments
    made = planforge("new", *given)
    assert (made.returncode, made.stdout) == (2, "")
    assert complaint in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_new_says_when_a_file_is_in_the_way(planforge: Run, tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("")
    made = planforge("new", "soc-trang")
    assert made.returncode == 2
    assert "cannot be written" in made.stderr
    assert "Traceback" not in made.stderr


def test_a_new_workspace_builds_at_once(planforge: Run, tmp_path: Path) -> None:
    folder = tmp_path / "Kế hoạch CCHC"
    made = planforge("init", "Kế hoạch CCHC")
    assert made.returncode == 0, made.stderr
    assert 'cd "Kế hoạch CCHC"' in made.stderr
    printed = {tmp_path / line for line in made.stdout.splitlines()}
    assert printed == {path for path in folder.rglob("*") if path.is_file()}
    assert (folder / "output").is_dir()
    built = planforge("build", folder=folder)
    assert built.returncode == 0, built.stderr
    assert built.stdout.splitlines() == [str(Path("output") / f"mau-{NEXT_YEAR}.docx")]


def test_the_files_of_a_workspace_fit_together(planforge: Run, tmp_path: Path) -> None:
    planforge("init")
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    schema, review = settings["yaml.schemas"]
    for name, record in ((schema, "Plan"), (review, "Review")):
        assert json.loads((tmp_path / name).read_bytes())["$ref"] == f"#/$defs/{record}"
    example = tmp_path / f"plans/mau/{NEXT_YEAR}.yaml"
    first = example.read_text(encoding="utf-8").splitlines()[0]
    assert (example.parent / first.partition("$schema=")[2]).resolve() == (tmp_path / schema)
    assert "/output/" in (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert config.load_config(tmp_path) == config.Config()
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or b"\r" not in path.read_bytes()


def test_init_keeps_what_is_there(planforge: Run, tmp_path: Path) -> None:
    (tmp_path / "planforge.toml").write_text('lang = "en"\n')
    plan = tmp_path / "plans/soc-trang/2026.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_text("của tôi", encoding="utf-8")
    made = planforge("init", ".")
    assert made.returncode == 0, made.stderr
    assert "planforge.toml" in made.stderr
    assert "planforge.toml" not in made.stdout
    assert (tmp_path / "planforge.toml").read_text() == 'lang = "en"\n'
    assert [path.name for path in (tmp_path / "plans").rglob("*.yaml")] == ["2026.yaml"]
    again = planforge("init")
    assert (again.returncode, again.stdout) == (0, "")


@pytest.mark.parametrize("blocked", ["plans", "templates", ".vscode", "output"])
def test_init_says_what_is_in_the_way(planforge: Run, tmp_path: Path, blocked: str) -> None:
    (tmp_path / blocked).write_text("của tôi", encoding="utf-8")
    made = planforge("init")
    assert made.returncode == 2
    assert blocked in made.stderr
    assert "move away what is in the way" in made.stderr
    assert "Traceback" not in made.stderr
    assert (tmp_path / blocked).read_text(encoding="utf-8") == "của tôi"


def test_init_refuses_a_file(planforge: Run, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    assert planforge("init", "x").returncode == 2


def test_help_has_an_example(planforge: Run) -> None:
    for command in ("new", "init"):
        shown = planforge(command, "--help")
        assert f"Example: planforge {command} " in shown.stdout
        assert len(shown.stdout.splitlines()) <= 24


def test_build_takes_its_defaults_from_the_workspace(planforge: Run, tmp_path: Path) -> None:
    planforge("init")
    settings = tmp_path / config.FILE
    settings.write_text('output = "Văn bản"\nformats = ["outline"]\n', encoding="utf-8")
    assert planforge("build").stdout.split("\n")[0] == str(Path(f"Văn bản/mau-{NEXT_YEAR}.txt"))
    given = planforge("build", "-o", "khac", "--format", "docx")
    assert given.stdout.split("\n")[0] == str(Path(f"khac/mau-{NEXT_YEAR}.docx"))
    settings.write_text("fomats = []")
    wrong = planforge("build")
    assert wrong.returncode == 2
    assert "Did you mean `formats`?" in wrong.stderr
