"""Starting plans and workspaces: they build at once, and nothing of a person's is overwritten."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from planforge.cli import config, new
from planforge.cli.building import SUFFIXES
from planforge.cli.language import LANGUAGES, choose_language
from planforge.composer import compose_plan
from planforge.errors import InputError
from planforge.model.body import AREAS
from planforge.model.walking import walk_records
from planforge.readers import read_plan
from planforge.starters import starter_text, workspace_text
from planforge.starters.agencies import (
    GAP,
    KINDS,
    Agency,
    Kind,
    kind_of_slug,
    make_agency,
    make_body,
    read_agency,
)
from planforge.vietnamese.deadlines import parse_deadline
from planforge.writers.outline import write_outline

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


NAMES = {
    "Ủy ban nhân dân tỉnh Sóc Trăng": "tinh",
    "UBND thành phố Cần Thơ": "tinh",
    "UBND Cần Thơ": "tinh",
    "Tỉnh Ninh Bình": "tinh",
    "TP. Hồ Chí Minh": "tinh",
    "Sở Nội vụ tỉnh Ninh Bình": "so",
    "sở văn hóa, thể thao và du lịch thành phố Huế": "so",
    "Sở Tư pháp": "so",
    "Bộ Nội vụ": "so",
    "Thanh tra tỉnh Ninh Bình": "so",
    "Văn phòng Ủy ban nhân dân tỉnh Ninh Bình": "so",
    "Hội Chữ thập đỏ tỉnh Ninh Bình": "so",
    "Phòng Văn hóa - Xã hội xã Hải Hậu": "so",
    "Uỷ ban nhân dân xã Hải Hậu": "xa",
    "phường 1": "xa",
    "Đặc khu Phú Quốc": "xa",
}


def agency(name: str) -> Agency:
    found = read_agency(name)
    assert found is not None
    return found


AGENCIES = [agency(name) for name in NAMES] + [
    make_agency(place, kind) for kind in KINDS for place in (GAP, "Hà Nội", "An Giang")
]


@pytest.mark.parametrize("issuer", AGENCIES, ids=lambda issuer: f"{issuer.kind}: {issuer.name}")
@pytest.mark.parametrize("year", [2000, 2024, 2027, 2100])
def test_a_starting_plan_reads_without_findings_and_prints_its_year(
    issuer: Agency, year: int
) -> None:
    result = read_plan(starter_text(issuer, year, "mau/cchc", "../s.json").encode())
    assert result.findings == ()
    assert result.plan is not None
    assert result.plan.date is None
    assert result.plan.number == issuer.symbol
    assert result.plan.issuer.name == issuer.name
    outline = write_outline(compose_plan(result.plan))
    assert f"năm {year}" in outline
    assert "[Họ và tên]" in outline
    years = {int(found) for found in re.findall(r"(?<![\d/])20\d\d(?!/NĐ| -)", outline)}
    assert years <= {year, year - 1, 2021, 2025, 2030}


@pytest.mark.parametrize("kind", KINDS)
def test_a_starting_plan_covers_every_area_with_tasks_that_are_complete(kind: Kind) -> None:
    plan = read_plan(starter_text(make_agency("An Giang", kind), 2027, "x").encode()).plan
    assert plan is not None
    bodies = [section.area for section in plan.sections[1].sections]
    assert sorted(bodies) == sorted(AREAS)
    groups = plan.appendices[0].groups
    assert [group.area for group in groups] == bodies
    assert all(len(group.tasks) >= 2 for group in groups)
    for group in groups:
        for task in group.tasks:
            assert task.id
            assert task.lead
            assert task.support
            rows = task.lines or (task,)
            assert all(row.product and row.deadline for row in rows)
    deadlines = [
        paragraph.text
        for _, record in walk_records(plan)
        for paragraph in getattr(record, "deadline", None) or ()
    ]
    assert all(parse_deadline(text) for text in deadlines)


def test_starting_plans_are_at_home_in_two_levels_of_local_government() -> None:
    for issuer in AGENCIES:
        text = starter_text(issuer, 2027, "x")
        assert not re.search(
            r"(?i)cấp huyện|UBND huyện|Thông tin và Truyền thông|Kế hoạch và", text
        )
        assert "$" not in text
        assert "\t" not in text


def test_lines_of_a_starting_plan_fit_an_editor() -> None:
    for kind in KINDS:
        lines = starter_text(make_agency(GAP, kind), 2027, "x").splitlines()
        assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(("name", "kind"), NAMES.items())
def test_the_kind_of_plan_is_told_by_the_name(name: str, kind: str) -> None:
    assert agency(name).kind == kind


def test_a_name_tells_letterhead_and_number() -> None:
    department = agency("Sở Nông nghiệp và Môi trường tỉnh Ninh Bình")
    assert department.header == ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",)
    assert (department.parent, department.place) == ("UBND TỈNH NINH BÌNH", "Ninh Bình")
    assert (department.symbol, department.short) == ("/KH-SNNMT", "Sở")
    assert agency("Sở Giáo dục và Đào tạo tỉnh X").symbol == "/KH-SGDĐT"
    office = agency("Văn phòng Ủy ban nhân dân tỉnh Ninh Bình")
    assert (office.symbol, office.head) == ("/KH-VPUBND", "CHÁNH VĂN PHÒNG")
    inspectorate = agency("Thanh tra tỉnh Ninh Bình")
    assert (inspectorate.header, inspectorate.symbol) == (("THANH TRA TỈNH",), "/KH-TTT")
    ministry = agency("Bộ Nội vụ")
    assert (ministry.parent, ministry.place, ministry.deputy) == ("", "Hà Nội", "THỨ TRƯỞNG")
    office = agency("Phòng Văn hóa - Xã hội xã Hải Hậu")
    assert (office.header, office.parent) == (("PHÒNG VĂN HÓA - XÃ HỘI",), "UBND XÃ HẢI HẬU")


def test_what_a_name_does_not_tell_is_left_to_fill_in() -> None:
    assert agency("Sở Nội vụ").parent == f"UBND TỈNH {GAP}"
    assert make_body("Hội Nông dân").place == GAP
    assert make_agency(GAP, "so").symbol == f"/KH-S{GAP}"
    assert read_agency("Sóc Trăng") is None
    assert make_agency("Sóc Trăng", "tinh").name == "Ủy ban nhân dân tỉnh Sóc Trăng"
    assert make_agency("Cần Thơ", "so").parent == "UBND THÀNH PHỐ CẦN THƠ"


def test_units_named_by_number_or_person_take_their_level_before_the_date() -> None:
    assert agency("UBND phường 1").place == "Phường 1"
    assert agency("TP. Hồ Chí Minh").place == "Thành phố Hồ Chí Minh"


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


def test_a_folder_name_tells_the_kind() -> None:
    slugs = ("soc-trang", "son-la", "so-noi-vu", "xa-hai-hau", "phuong-1")
    assert [kind_of_slug(slug) for slug in slugs] == ["tinh", "tinh", "so", "xa", "xa"]


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
    (schema,) = settings["yaml.schemas"]
    assert json.loads((tmp_path / schema).read_text(encoding="utf-8"))["title"] == "planforge"
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


def test_settings_know_the_choices_of_the_command_line() -> None:
    assert config.CHOICES == {"lang": LANGUAGES, "formats": tuple(SUFFIXES)}
    assert set(tomllib.loads(workspace_text("planforge.toml"))) <= {
        *config.Config.__struct_fields__
    }


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    assert config.load_config(tmp_path) == config.Config()


def test_settings_are_read(tmp_path: Path) -> None:
    text = '\ufefflang = "en"\noutput = "Văn bản"\nformats = ["html"]\ntemplates = ["a", "b"]\n'
    (tmp_path / config.FILE).write_text(text, encoding="utf-8")
    assert config.load_config(tmp_path) == config.Config("en", "Văn bản", ("html",), ("a", "b"))


@pytest.mark.parametrize(
    ("text", "complaint", "remedy"),
    [
        ('format = ["docx"]', "no setting `format`", "`formats`"),
        ("zzz = 1", "no setting `zzz`", "lang | output"),
        ('formats = "docx"', "a list of texts", 'formats = ["docx", "pdf"]'),
        ("formats = [1]", "a list of texts", 'formats = ["docx", "pdf"]'),
        ('formats = ["dox"]', "cannot be `dox`", "`docx`"),
        ('lang = "fr"', "cannot be `fr`", "vi | en"),
        ('output = ""', "a text", 'output = "output"'),
        ("output = 5", "a text", 'output = "output"'),
        ('lang = "vi"\noutput = D:/x', "line 2, cannot be read: output = D:/x", "quotes"),
        ('output = "D:\\x"', "line 1", "\\"),
        ('output = "a', "line 1", "quotes"),
    ],
)
def test_a_wrong_setting_is_named_with_its_remedy(
    tmp_path: Path, text: str, complaint: str, remedy: str
) -> None:
    (tmp_path / config.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        config.load_config(tmp_path)
    assert config.FILE in str(caught.value)
    assert complaint in caught.value.message.text()
    assert caught.value.hint is not None
    assert remedy in caught.value.hint.text()


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / config.FILE).write_bytes('output = "Kế hoạch"'.encode("utf-16"))
    with pytest.raises(InputError, match="not UTF-8"):
        config.load_config(tmp_path)


def test_the_language_comes_from_the_workspace_before_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    system = {"LANG": "vi_VN.UTF-8"}
    assert choose_language([], system) == "vi"
    (tmp_path / config.FILE).write_text('lang = "en"')
    assert choose_language([], system) == "en"
    assert choose_language([], {**system, "PLANFORGE_LANG": "vi"}) == "vi"
    assert choose_language(["--lang", "vi"], system) == "vi"
    (tmp_path / config.FILE).write_text("lang = ")
    assert choose_language([], system) == "vi", "a broken file is the command's to report"


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
