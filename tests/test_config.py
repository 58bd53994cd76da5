"""``planforge.toml``: settings that are read, and mistakes in it that are named."""

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from planforge.cli import config, language
from planforge.cli.building import SUFFIXES
from planforge.cli.language import LANGUAGES, choose_language
from planforge.errors import InputError
from planforge.linter.levels import Level
from planforge.linter.presets import PRESETS
from planforge.starters import workspace_text


def test_settings_know_the_choices_of_the_command_line() -> None:
    assert {
        "lang": LANGUAGES,
        "formats": tuple(SUFFIXES),
        "preset": PRESETS,
        "rules": get_args(Level),
    } == config.CHOICES
    assert str(language._SETTINGS) == config.FILE
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
