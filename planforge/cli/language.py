"""The language of everything shown: as asked, else as configured, the system's, Vietnamese."""

import gettext
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("vi", "en")
DEFAULT = "vi"
VARIABLE = "PLANFORGE_LANG"
_DOMAIN = "planforge"
_SETTINGS = Path("planforge.toml")
_CATALOGUES = Path(__file__).parent.parent / "locale"


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return ``vi`` or ``en``; an unknown ``--lang`` is left for the command line to refuse."""
    for name in _asked(arguments, environment):
        if name[:2].lower() in LANGUAGES:
            return name[:2].lower()
    return DEFAULT


def _asked(arguments: Sequence[str], environment: Mapping[str, str]) -> Iterator[str]:
    yield _option(arguments)
    yield environment.get(VARIABLE, "")
    yield _workspace_language()
    yield _system_language(environment)


def _workspace_language() -> str:
    if not _SETTINGS.is_file():
        return ""
    from planforge.cli.config import configured_language  # noqa: PLC0415 - only workspaces have it

    return configured_language(Path())


def _option(arguments: Sequence[str]) -> str:
    for index, argument in enumerate(arguments):
        if argument == "--lang":
            return arguments[index + 1] if index + 1 < len(arguments) else ""
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def with_language_first(arguments: Sequence[str]) -> list[str]:
    """Return ``arguments`` with ``--lang`` at the front: it may stand behind any command."""
    given = list(arguments)
    for index, argument in enumerate(given):
        if argument == "--":
            break
        if argument == "--lang":
            return [*given[index : index + 2], *given[:index], *given[index + 2 :]]
        if argument.startswith("--lang="):
            return [argument, *given[:index], *given[index + 1 :]]
    return given


def _system_language(environment: Mapping[str, str]) -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            return environment[variable]
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has it
        import locale  # noqa: PLC0415

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""


def use_language(name: str) -> None:
    """Make every message from now on speak ``name``, those of the command-line library too."""
    os.environ["LANGUAGE"] = name
    gettext.bindtextdomain(_DOMAIN, str(_CATALOGUES))
    gettext.textdomain(_DOMAIN)
    _translated.cache_clear()


def _(text: str) -> str:
    """Return ``text`` in the language in use; the catalogues are extracted by this name."""
    return _translated(text)


_translated = lru_cache(maxsize=4096)(gettext.gettext)
"""Remembered until the language changes: gettext looks for its catalogue at every call."""


def vietnamese() -> Callable[[str], str]:
    """Return the catalogue of documents, which are Vietnamese whatever the language in use."""
    return gettext.translation(_DOMAIN, str(_CATALOGUES), [DEFAULT], fallback=True).gettext
