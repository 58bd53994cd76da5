"""``planforge.toml``: what a workspace sets once instead of on every command line."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from planforge.cli.files import read_file
from planforge.errors import InputError, PlanforgeError
from planforge.findings import Message, msg

FILE = "planforge.toml"

CHOICES = {
    "lang": ("vi", "en"),
    "formats": ("docx", "pdf", "html", "outline"),
    "preset": ("thong-thuong", "chat-che", "toi-thieu"),
    "rules": ("error", "warning", "info", "off"),
}
"""The settings that are limited to some values; the tests hold them against the command line."""

_EXAMPLES = {
    "lang": 'lang = "vi"',
    "output": 'output = "output"',
    "formats": 'formats = ["docx", "pdf"]',
    "templates": 'templates = ["D:/Mau Word"]',
    "preset": 'preset = "chat-che"',
    "rules": '[rules], then A104 = "off"',
}


class Config(Struct, frozen=True):
    """The settings of a workspace; ``lang`` is empty where it sets no language.

    ``output`` and ``templates`` are folders, taken from the folder the command runs in.
    ``preset`` names a set of levels for the rules, and ``rules`` sets the level of single ones,
    by code or name.
    """

    lang: str = ""
    output: str = "output"
    formats: tuple[str, ...] = ("docx",)
    templates: tuple[str, ...] = ()
    preset: str = "thong-thuong"
    rules: dict[str, str] = {}


def load_config(folder: Path) -> Config:
    """Return the settings of the workspace ``folder``; the usual ones where it has no file.

    Raises InputError for a file that cannot be read or sets something wrong.
    """
    path = folder / FILE
    if not path.is_file():
        return Config()
    values = _parse(path)
    for name, value in values.items():
        _check(path, name, value)
    return msgspec.convert(values, Config)


def configured_language(folder: Path) -> str:
    """Return the language the workspace sets, "" for none or where its file is wrong."""
    try:
        return load_config(folder).lang
    except PlanforgeError:
        return ""


def _parse(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - few folders have the file

    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            msg("{path} is not UTF-8 text.", path=str(path)),
            msg("Save it again as UTF-8: in Notepad, Save As and Encoding."),
        ) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(path, text, str(error)) from None


def _syntax_error(path: Path, text: str, reason: str) -> InputError:
    lines = text.splitlines()
    found = re.search(r"at line (\d+)", reason)
    number = int(found[1]) if found else len(lines)
    return InputError(
        msg(
            "{path}, line {line}, cannot be read: {text}",
            path=str(path),
            line=number,
            text=lines[number - 1].strip() if lines[number - 1 : number] else reason,
        ),
        msg(
            "Each line is a name, an equals sign and a value; texts stand in quotes, "
            "folders are written with / and not with \\."
        ),
    )


def _check(path: Path, name: str, value: Any) -> None:  # noqa: ANN401 - whatever the file holds
    """Raise InputError where ``name`` is no setting or cannot have ``value``."""
    usual = getattr(Config(), name, None) if name in Config.__struct_fields__ else None
    if usual is None:
        raise InputError(
            msg("{path}: there is no setting `{name}`.", path=str(path), name=name),
            _suggestion(name, Config.__struct_fields__),
        )
    if isinstance(usual, dict):
        _check_table(path, name, value)
        return
    several = isinstance(usual, tuple)
    texts = value if several and isinstance(value, list) else [value]
    if several != isinstance(value, list) or not all(_is_text(text) for text in texts):
        expected = msg("a list of texts") if several else msg("a text")
        raise InputError(
            msg(
                "{path}: `{name}` must be {expected}.", path=str(path), name=name, expected=expected
            ),
            msg("Write it like this: {example}", example=_EXAMPLES[name]),
        )
    for text in texts:
        _check_choice(path, name, text)


def _check_table(path: Path, name: str, value: Any) -> None:  # noqa: ANN401 - whatever the file holds
    if not isinstance(value, dict) or not all(_is_text(text) for text in value.values()):
        expected = msg("a table of texts")
        raise InputError(
            msg(
                "{path}: `{name}` must be {expected}.", path=str(path), name=name, expected=expected
            ),
            msg("Write it like this: {example}", example=_EXAMPLES[name]),
        )
    for text in value.values():
        _check_choice(path, name, text)


def _is_text(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    return isinstance(value, str) and bool(value.strip())


def _check_choice(path: Path, name: str, text: str) -> None:
    if text not in CHOICES.get(name, (text,)):
        raise InputError(
            msg("{path}: `{name}` cannot be `{value}`.", path=str(path), name=name, value=text),
            _suggestion(text, CHOICES[name]),
        )


def _suggestion(word: str, known: Iterable[str]) -> Message:
    from planforge.readers.suggestions import closest  # noqa: PLC0415 - only mistakes need it

    names = tuple(known)
    best = closest(word, names)
    if best:
        return msg("Did you mean `{best}`?", best=best)
    return msg("Choose one of: {choices}.", choices=" | ".join(names))
