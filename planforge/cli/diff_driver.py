"""How `git diff` and `git log -p` come to show plans and Word files as text.

`.gitattributes` says which files; how they are read is a setting of the repository, which git
keeps on each machine for itself.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from planforge.cli import git
from planforge.cli.language import _
from planforge.cli.terminal import say, show_error
from planforge.errors import PlanforgeError

ATTRIBUTES = ".gitattributes"
_MARK = "diff=planforge"
_ATTRIBUTE = "diff"
_SHOW = 'f() { command -v planforge >/dev/null && planforge show --textconv "$1"'
SETTINGS = {
    "diff.planforge.textconv": f'{_SHOW} || cat "$1"; }}; f',
    "diff.planforge-docx.textconv": f'{_SHOW} || git hash-object "$1"; }}; f',
    "core.quotePath": "false",
}
"""The settings; the commands are for git's shell, and names of files are Vietnamese too.

In a window that does not find planforge, plans are shown as they stand and Word files by their
checksum: `git diff` must never stop for it.
"""


def set_up_diff(folder: Path, attributes: str) -> None:
    """Make `git diff` show the plans of a workspace as text, or say what is still to be done.

    ``attributes`` is what `.gitattributes` holds in a new workspace. What the user has set
    otherwise stays as it is.
    """
    if shutil.which("git") is None:
        return
    if not git.is_in_repository(folder):
        _show_commands(
            _("For `git diff` to show plans and Word files as text, run in the folder:"),
            ("git init", "planforge init"),
        )
        return
    path = folder / ATTRIBUTES
    if _MARK not in path.read_text(encoding="utf-8", errors="replace"):
        lines = [line for line in attributes.splitlines() if _ATTRIBUTE in line]
        _show_commands(
            _("For `git diff` to show plans and Word files as text, add to {path}:").format(
                path=path
            ),
            lines,
        )
    try:
        _write_settings(folder)
    except PlanforgeError as error:
        show_error(error)


def _show_commands(message: str, lines: Iterable[str]) -> None:
    say(message)
    for line in lines:
        say(f"  {line}")


def _write_settings(folder: Path) -> None:
    for name, command in SETTINGS.items():
        there = git.read_setting(name, folder)
        if not there:
            git.write_setting(name, command, folder)
            say(_("Set in this repository: {name}").format(name=name))
        elif there != command:
            message = _("Kept as it was in this repository: {name} = {value}")
            say(message.format(name=name, value=there))
