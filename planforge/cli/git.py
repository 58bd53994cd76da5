"""Files as git keeps them: read from a revision, listed, and how `git diff` shows them.

Everything goes through the program `git`; what it says itself is passed on where it stops.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from planforge.errors import InputError
from planforge.findings import Message, msg

_ENVIRONMENT = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
"""One language to understand, and no lock: git is only asked here."""

_SHORT = 12
"""Digits by which a commit is known."""

_NOTHING = "not a git repository"
_NO_FILES = "must be run in a work tree"
_NO_OBJECT = "Not a valid object name"


class GitObject(NamedTuple):
    """What git keeps under a name: ``kind`` is blob, tree, commit or tag."""

    kind: str
    data: bytes


class Spec(NamedTuple):
    """A file in a revision, ``REV:path``; an empty revision is git's index.

    The path is taken from the top of the repository; from the folder the command runs in where it
    begins with ``./`` or ``../``.
    """

    revision: str
    path: str

    def __str__(self) -> str:
        return f"{self.revision}:{self.path}"


def split_spec(argument: str) -> Spec | None:
    """Return what ``REV:path`` names; None for a text that is a path as it stands.

    A drive of Windows (``C:/x.yaml``) is no revision, and a colon in braces belongs to the
    revision: ``main@{2026-01-05 10:00}:x.yaml``.
    """
    if argument[1:3] in (":\\", ":/") and argument[0].isalpha():
        return None
    depth = 0
    for index, letter in enumerate(argument):
        depth += (letter == "{") - (letter == "}")
        if letter == ":" and depth == 0:
            path = argument[index + 1 :].replace("\\", "/")
            return Spec(argument[:index], path) if path else None
    return None


def read_objects(names: Sequence[str], folder: Path) -> list[GitObject | None]:
    """Return what git keeps under each name, as seen from ``folder``; None where there is nothing.

    Raises InputError where there is no git or no repository.
    """
    asked = "".join(f"{_one_line(name)}\n" for name in names)
    answer = _git(folder, "cat-file", "--batch", data=os.fsencode(asked))
    found: list[GitObject | None] = []
    start = 0
    for _name in names:
        end = answer.index(b"\n", start)
        head = answer[start:end].split(b" ")
        start = end + 1
        if not head[-1].isdigit():
            found.append(None)
            continue
        size = int(head[-1])
        found.append(GitObject(head[-2].decode(), answer[start : start + size]))
        start += size + 1
    return found


def _one_line(name: str) -> str:
    """Return a name that git can be asked for; one of several lines names nothing."""
    return "?" if "\n" in name else name


def is_revision(name: str, folder: Path) -> bool:
    """Whether ``name`` is a commit, branch, tag or what else git knows by a tree of files."""
    if not name or name.startswith("-") or "\n" in name:
        return False
    answer = _git(folder, "cat-file", "--batch-check", data=os.fsencode(f"{name}^{{tree}}\n"))
    return answer.rstrip().rpartition(b" ")[2].isdigit()


def is_cut_short(folder: Path) -> bool:
    """Whether only the latest commits were brought here (``git clone --depth``)."""
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def merge_base(revisions: tuple[str, str], folder: Path) -> str:
    """Return the commit two revisions have grown from; raises InputError where there is none."""
    one, other = revisions
    names = _git(folder, "merge-base", one, other, allowed=(0, 1)).decode().split()
    if not names:
        raise InputError(
            msg("{one} and {other} have no common history.", one=one, other=other),
            msg("Compare them as they are: {one}..{other}", one=one, other=other),
        )
    return names[0][:_SHORT]


def branches_and_tags(folder: Path) -> list[str]:
    """Return the names of branches and tags, also of those on servers."""
    form = "--format=%(refname:short)"
    return os.fsdecode(_git(folder, "for-each-ref", form)).split()


def folder_in_repository(folder: Path) -> str:
    """Return ``folder`` as seen from the top of its repository: "" or ``plans/an-lac/``."""
    return os.fsdecode(_git(folder, "rev-parse", "--show-prefix")).rstrip("\n")


def files_in_revision(revision: str, folder: Path, inner: str) -> list[str]:
    """Return the files at or under ``inner`` in a revision, as seen from ``folder``."""
    return _names(_git(folder, "ls-tree", "-r", "-z", "--name-only", revision, "--", inner))


def all_files(revision: str, folder: Path) -> list[str]:
    """Return every file of a revision, as seen from the top of the repository."""
    return _names(_git(folder, "ls-tree", "--full-tree", "-r", "-z", "--name-only", revision))


def files_beside(spec: Spec, folder: Path) -> list[str]:
    """Return the names of the files that lie beside ``spec`` in its revision; none in the index."""
    if not spec.revision:
        return []
    tree = f"{spec.revision}:{spec.path.rpartition('/')[0]}"
    return _names(_git(folder, "ls-tree", "--full-tree", "-z", "--name-only", tree))


def files_at_work(folder: Path, inner: str) -> list[str]:
    """Return the files at or under ``inner`` that git follows or might, as they are now."""
    pattern = f":(literal){inner}"
    names = _names(_git(folder, "ls-files", "-z", "-c", "-o", "--exclude-standard", "--", pattern))
    return [name for name in dict.fromkeys(names) if os.path.isfile(folder / name)]  # noqa: PTH113


def is_in_repository(folder: Path) -> bool:
    """Whether a folder belongs to a repository; False too where git is missing."""
    try:
        return _git(folder, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except InputError:
        return False


def read_setting(name: str, folder: Path) -> str:
    """Return a setting of the repository itself, "" where it has none."""
    return os.fsdecode(_git(folder, "config", "--local", "--get", name, allowed=(0, 1))).rstrip()


def write_setting(name: str, value: str, folder: Path) -> None:
    """Set something for the repository alone; raises InputError where git cannot."""
    _git(folder, "config", "--local", name, value)


def _names(answer: bytes) -> list[str]:
    return [os.fsdecode(name) for name in answer.split(b"\0") if name]


def _git(
    folder: Path, *arguments: str, data: bytes = b"", allowed: tuple[int, ...] = (0,)
) -> bytes:
    """Return what git answers; raises InputError with its own words where it stops."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of words, no shell
            ("git", "-C", os.fspath(folder), *arguments),  # noqa: S607 - wherever git is installed
            input=data,
            capture_output=True,
            check=False,
            env={**os.environ, **_ENVIRONMENT},
        )
    except OSError as error:
        raise _no_git(error) from None
    if done.returncode not in allowed:
        raise _refusal(done.stderr.decode(errors="replace"), folder)
    return done.stdout


def _no_git(error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(
            msg("git is not installed, or this window does not find it."),
            msg(
                "Install it from git-scm.com and open a new window. Two plan files are compared "
                "without it: planforge diff OLD NEW"
            ),
        )
    return InputError(msg("git cannot be started: {reason}.", reason=error.strerror or str(error)))


def _refusal(words: str, folder: Path) -> InputError:
    if _NOTHING in words:
        return InputError(
            msg("{path} is not in a git repository.", path=str(folder.resolve())),
            msg(
                "Run the command inside the repository, or start one with `git init`. Two plan "
                "files are compared without git: planforge diff OLD NEW"
            ),
        )
    if _NO_FILES in words:
        return InputError(
            msg("{path} is a repository without files to work on.", path=str(folder.resolve())),
            msg(
                "Run the command in a clone of it, or name both plans with their revision: "
                "planforge diff HEAD~1:plans/a.yaml HEAD:plans/a.yaml"
            ),
        )
    if _NO_OBJECT in words:  # asked for only where the revision is known: another repository
        return InputError(
            msg("{path} lies in another git repository.", path=str(folder.resolve())),
            msg("Run the command in that folder; it has revisions of its own."),
        )
    reason = " ".join(words.split()).removeprefix("fatal: ").rstrip(".")
    return InputError(msg("git stopped: {reason}.", reason=reason), _remedy(words))


def _remedy(words: str) -> Message | None:
    if "safe.directory" in words:
        return msg("The folder belongs to another user; do as git says, if you trust it.")
    return None
