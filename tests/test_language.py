"""Everything planforge says, it says in Vietnamese and in English."""

import io
import os
import string
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from planforge.cli.language import choose_language, with_language_first
from planforge.locale import update

PO = update.FOLDER / "planforge.po"


def singular(text: str | tuple[str, ...] | list[str]) -> str:
    """Return the first form: Vietnamese has but one."""
    return text if isinstance(text, str) else text[0]


def catalogue() -> dict[str, str]:
    with PO.open("rb") as file:
        return {singular(m.id): singular(m.string) for m in read_po(file, locale="vi") if m.id}


def test_the_catalogue_is_that_of_the_source() -> None:
    """After changing a message: python -m planforge.locale.update, then translate it."""
    said = {singular(message.id) for message in update.extract() if message.id}
    assert said == set(catalogue())


def test_every_message_is_translated() -> None:
    assert [text for text, translation in catalogue().items() if not translation] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = update.mo_bytes(read_po(io.BytesIO(PO.read_bytes()), locale="vi"))
    assert PO.with_suffix(".mo").read_bytes() == compiled


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def takes_values(text: str) -> bool:
    """Whether the message is formatted: those without values may hold braces of their own."""
    try:
        return all(name.isidentifier() for name in fields(text)) and bool(fields(text))
    except ValueError:
        return False


def test_translations_take_the_same_values() -> None:
    wrong = {
        text: translation
        for text, translation in catalogue().items()
        if takes_values(text) and fields(text) != fields(translation)
    }
    assert wrong == {}


def test_translations_are_vietnamese_in_composed_letters() -> None:
    assert [t for t in catalogue().values() if not unicodedata.is_normalized("NFC", t)] == []


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "C.UTF-8"}, "vi"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "vi_VN"}, "vi"),
        ([], {"LANG": "fr_FR"}, "vi"),
        ([], {"LC_ALL": "en_GB", "LANG": "vi_VN"}, "en"),
        ([], {"PLANFORGE_LANG": "vi", "LANG": "en_US"}, "vi"),
        (["--lang", "en", "build"], {"PLANFORGE_LANG": "vi"}, "en"),
        (["--lang=vi"], {"LANG": "en_US"}, "vi"),
    ],
)
def test_the_language_is_chosen_in_order(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert choose_language(arguments, environment) == language


@pytest.mark.parametrize(
    ("arguments", "moved"),
    [
        (["build", "--lang", "en", "plans"], ["--lang", "en", "build", "plans"]),
        (["build", "--lang=en"], ["--lang=en", "build"]),
        (["build", "--", "--lang"], ["build", "--", "--lang"]),
        (["build", "--lang"], ["--lang", "build"]),
        ([], []),
    ],
)
def test_the_language_may_be_asked_for_anywhere(arguments: list[str], moved: list[str]) -> None:
    assert with_language_first(arguments) == moved


def said(*arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-m", "planforge", *arguments],
        capture_output=True,
        check=False,
        env=environment,
        encoding="utf-8",
    )
    return done.stdout + done.stderr


def test_help_and_errors_speak_both_languages() -> None:
    assert "Các lệnh" in said("--lang", "vi", "--help")
    assert "Commands" in said("--lang", "en", "--help")
    assert "Ví dụ:" in said("--lang", "vi", "build", "--help")
    assert "không" in said("--lang", "vi", "build", "khong-co")
    assert "does not exist" in said("--lang", "en", "build", "khong-co")
    assert "Tùy chọn" in said("lint", "--help", "--lang", "vi")
