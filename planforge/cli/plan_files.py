"""Plan files wherever they lie, on disk or in git: read once, when they are asked for."""

import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from planforge.cli.files import read_file
from planforge.cli.language import _
from planforge.cli.terminal import say, show_findings
from planforge.cli.workspace import is_review, review_path
from planforge.errors import InputError
from planforge.findings import msg
from planforge.model.plan import Plan
from planforge.readers import ReadResult, read_plan

_SUFFIXES = (".yaml", ".yml")
_HIDDEN = (".", "_", "~")
_MOST_FINDINGS = 10
"""Findings shown of a file that is no plan; hundreds would hide what is asked for."""


def is_plan_name(path: str) -> bool:
    """Whether a file of this name is taken for a plan where a whole folder is meant."""
    file = PurePosixPath(path.replace("\\", "/"))
    hidden = any(part.startswith(_HIDDEN) for part in file.parts if part != "..")
    return file.suffix.lower() in _SUFFIXES and not hidden and not is_review(Path(path))


class PlanFile(ABC):
    """A file that holds a plan.

    ``name`` is how the user would name it, ``path`` that without the revision.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path

    @abstractmethod
    def load(self) -> bytes:
        """Return the bytes of the file; raises InputError where there are none to be had."""

    @abstractmethod
    def exists(self) -> bool:
        """Whether there is such a file."""

    @abstractmethod
    def beside(self, path: str) -> "PlanFile":
        """Return the file at ``path`` as seen from this one."""

    @abstractmethod
    def siblings(self) -> Iterator["PlanFile"]:
        """Yield the other plan files in the same folder."""

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.load()

    @cached_property
    def result(self) -> ReadResult:
        """What came of reading the file; nobody is told of its faults."""
        return read_plan(self.data, self.name)

    @cached_property
    def plan(self) -> Plan:
        """The plan as far as it can be read; says how many errors it has.

        Raises InputError, and shows its findings, where there is nothing to be understood.
        """
        if self.name.lower().endswith(".docx"):
            raise _word_file(self.name)
        plan, findings, _source = self.result
        if plan is None:
            self.show_findings()
            raise InputError(
                msg("{path} cannot be understood as a plan.", path=self.name),
                msg("Mend what is shown above, then compare again."),
            )
        errors = [finding for finding in findings if finding.severity == "error"]
        if errors:
            say(
                _(
                    "{path} has {count} error(s), the first on line {line}: {error} What can be "
                    "read is compared; what cannot looks as if it were not there. "
                    "`planforge lint` shows all."
                ).format(
                    path=self.name,
                    count=len(errors),
                    line=errors[0].line,
                    error=errors[0].message.text(_),
                )
            )
        return plan

    def show_findings(self) -> None:
        """Show what was found in the file, of very much only the beginning."""
        _plan, findings, source = self.result
        show_findings(findings[:_MOST_FINDINGS], source)
        if len(findings) > _MOST_FINDINGS:
            more = _("{path}: {count} more; `planforge lint` shows all.")
            say(more.format(path=self.name, count=len(findings) - _MOST_FINDINGS))

    def review(self) -> "PlanFile | None":
        """Return the review that lies beside the plan, None where there is none."""
        review = self.beside(review_path(self.path).name)
        return review if review.exists() else None


class FileAtWork(PlanFile):
    """A plan file on disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), path)

    def load(self) -> bytes:
        """Return the bytes of the file."""
        return read_file(self.path)

    def exists(self) -> bool:
        """Whether the file is there."""
        return os.path.isfile(self.path)  # noqa: PTH113 - Path.is_file raises for names too long

    def beside(self, path: str) -> PlanFile:
        """Return the file at ``path`` as seen from this one."""
        seen = os.path.normpath(self.path.parent / path.replace("\\", "/"))
        return FileAtWork(Path(seen))

    def siblings(self) -> Iterator[PlanFile]:
        """Yield the other plan files in the same folder."""
        for path in sorted(self.path.parent.iterdir()):
            if path.name != self.path.name and is_plan_name(path.name) and path.is_file():
                yield FileAtWork(path)


def _word_file(name: str) -> InputError:
    return InputError(
        msg("{path} is a Word file; plans are compared by their YAML files.", path=name),
        msg("Name the plan it was built from: planforge diff plans/an-lac/2022.yaml"),
    )
