"""``planforge lint --fix``: mends plan files, or shows what it would mend."""

import contextlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from planforge.cli.files import read_file, write_file
from planforge.cli.language import _
from planforge.findings import Message, msg
from planforge.linter.fixing import Fixed, active_kinds, fix_text
from planforge.linter.levels import Levels
from planforge.linter.typing_slips import Kind
from planforge.readers import read_plan

_NAMES: dict[Kind, Message] = {
    "decomposed": msg("letters stored apart from their marks"),
    "look_alike": msg("letters of another alphabet"),
    "spacing": msg("spaces"),
    "date": msg("zeros in dates"),
    "end_sign": msg("doubled ./."),
    "typed_end": msg("typed ./."),
}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class FileFix(Struct, frozen=True):
    """A plan file that can be mended: its bytes as they are and as they would be."""

    path: Path
    before: bytes
    fixed: Fixed


def fix_files(paths: Sequence[Path], levels: Levels) -> list[FileFix]:
    """Return those of the files that have slips which ``levels`` lets mend; nothing is written.

    Raises InputError where a file cannot be opened.
    """
    kinds = active_kinds(levels)
    files = ((path, read_file(path)) for path in paths)
    fixes = (FileFix(path, data, fix_text(data, read_plan, kinds)) for path, data in files)
    return [fix for fix in fixes if fix.fixed.data != fix.before]


def write_fixes(fixes: Sequence[FileFix]) -> None:
    """Put the mended bytes into the files, each whole or not at all; a link stays a link."""
    for fix in fixes:
        path = fix.path.resolve()
        mode = path.stat().st_mode
        write_file(path, fix.fixed.data)
        with contextlib.suppress(OSError):  # some file systems know no modes
            path.chmod(mode)


def unified_diff(fix: FileFix) -> str:
    """Return what would change in a file, as ``diff -u`` prints it."""
    import difflib  # noqa: PLC0415 - only --diff needs it

    old, new = (_LINE.findall(data.decode()) for data in (fix.before, fix.fixed.data))
    lines = difflib.unified_diff(old, new, str(fix.path), str(fix.path))
    return "".join(map(_ended, lines))


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def describe_fixes(fixes: Sequence[FileFix], *, done: bool) -> str:
    """Return how many slips in how many files are mended, or would be, by kind."""
    if not fixes:
        return _("There is nothing to fix.")
    counts = sum((Counter(fix.fixed.counts) for fix in fixes), Counter[Kind]())
    template = (
        _("Fixed {count} slip(s) in {files} file(s): {kinds}.")
        if done
        else _("Would fix {count} slip(s) in {files} file(s): {kinds}.")
    )
    return template.format(
        count=counts.total(), files=len(fixes), kinds=", ".join(_counted(counts))
    )


def _counted(counts: Counter[Kind]) -> Iterator[str]:
    for kind, name in _NAMES.items():
        if counts[kind]:
            yield f"{name.text(_)} {counts[kind]}"
