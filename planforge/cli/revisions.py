"""Plan files in revisions of git, and why one is not there."""

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from planforge.cli import git
from planforge.cli.git import Spec
from planforge.cli.plan_files import PlanFile, is_plan_name
from planforge.errors import InputError
from planforge.findings import Message, msg

_BACK = re.compile(r"[~^]|@\{")
"""What begins the steps back from a revision: ``HEAD~1``, ``main^``, ``main@{1}``."""


class FileInGit(PlanFile):
    """A plan file in a revision; ``folder`` is where git is asked from.

    ``content`` is what it holds, where that is known already.
    """

    def __init__(self, spec: Spec, folder: Path, content: bytes | None = None) -> None:
        super().__init__(str(spec), Path(spec.path))
        self.spec = spec
        self.folder = folder
        self.content = content

    def load(self) -> bytes:
        """Return the bytes of the file; raises InputError where the revision has none."""
        if self.content is not None:
            return self.content
        found = self._object
        if found is None:
            raise missing(self.spec, self.folder)
        if found.kind != "blob":
            raise InputError(
                msg("{path} is no file in {revision}.", path=self.spec.path, revision=_name(self)),
                msg(
                    "A whole folder is compared like this: planforge diff {revision} -- {path}",
                    revision=self.spec.revision or "HEAD",
                    path=self.spec.path,
                ),
            )
        return found.data

    def exists(self) -> bool:
        """Whether the revision has the file."""
        found = self._object
        return found is not None and found.kind == "blob"

    @cached_property
    def _object(self) -> git.GitObject | None:
        return git.read_objects([self.name], self.folder)[0]

    def beside(self, path: str) -> PlanFile:
        """Return the file at ``path``, as seen from this one, in the same revision."""
        own = self.spec.path
        seen = posixpath.normpath(posixpath.join(posixpath.dirname(own), path.replace("\\", "/")))
        if own.startswith("./") and not seen.startswith("../"):
            seen = f"./{seen}"
        return FileInGit(Spec(self.spec.revision, seen), self.folder)

    def siblings(self) -> Iterator[PlanFile]:
        """Yield the other plan files in the same folder of the revision."""
        for name in git.files_beside(self.spec, self.folder):
            if is_plan_name(name) and name != self.path.name:
                yield self.beside(name)


def _name(file: FileInGit) -> str | Message:
    return file.spec.revision or msg("the index of git")


def missing(spec: Spec, folder: Path) -> InputError:
    """Return why there is no such file: the revision or the path is not known."""
    if spec.revision and not git.is_revision(spec.revision, folder):
        return unknown_revision(spec.revision, folder)
    file = FileInGit(spec, folder)
    return InputError(
        msg("{path} is not in {revision}.", path=spec.path, revision=_name(file)),
        _path_meant(spec, folder),
    )


def unknown_revision(name: str, folder: Path) -> InputError:
    """Return that git knows no such revision, with the one that was probably meant."""
    from planforge.readers.suggestions import closest  # noqa: PLC0415 - only mistakes need it

    base = _BACK.split(name)[0] or "HEAD"
    if base != name and git.is_revision(base, folder):
        return InputError(msg("git knows no revision `{name}`.", name=name), _too_far(base, folder))
    best = closest(name, ["HEAD", *git.branches_and_tags(folder)])
    return InputError(
        msg("git knows no revision `{name}`.", name=name),
        msg("Did you mean `{best}`?", best=best)
        if best
        else msg("`git log --oneline` lists the revisions, `git branch --all` the branches."),
    )


def _too_far(base: str, folder: Path) -> Message:
    """Return why there is nothing so far back."""
    if git.is_cut_short(folder):
        return msg(
            "Only the latest revisions were brought to this machine; `git fetch --unshallow` "
            "brings all."
        )
    return msg(
        "There are not so many revisions before `{base}`; `git log --oneline` lists them.",
        base=base,
    )


def _path_meant(spec: Spec, folder: Path) -> Message:
    from planforge.readers.suggestions import closest  # noqa: PLC0415 - only mistakes need it

    here = Spec(spec.revision, f"./{spec.path}")
    if not spec.path.startswith(".") and FileInGit(here, folder).exists():
        return msg("Did you mean `{best}`?", best=str(here))
    files = git.all_files(spec.revision, folder) if spec.revision else []
    best = closest(spec.path.removeprefix("./"), filter(is_plan_name, files))
    if best:
        return msg("Did you mean `{best}`?", best=str(Spec(spec.revision, best)))
    return msg(
        "`git ls-tree -r --name-only {revision}` lists its files.",
        revision=spec.revision or "HEAD",
    )
