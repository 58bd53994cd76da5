"""What is compared, as text: to stdout or into a file."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from planforge.changes import Changes
from planforge.cli.comparing import Comparison
from planforge.cli.diff_pairs import Pairs
from planforge.cli.files import write_file
from planforge.cli.language import _
from planforge.cli.reports import is_terminal, shown_on
from planforge.cli.terminal import say, show_result

Form = Literal["text", "json", "markdown", "html", "docx"]
SUFFIXES: dict[Form, str] = {
    "text": ".txt",
    "json": ".json",
    "markdown": ".md",
    "html": ".html",
    "docx": ".docx",
}
"""Forms of the report and the ending of their files."""


def write_comparisons(
    found: Sequence[Comparison], pairs: Pairs, form: Form, output: Path | None, *, everything: bool
) -> None:
    """Write the report of all that was compared; raises OutputError where it cannot be written."""
    shown = [item for item in found if item.differs] if pairs.is_folder else found
    if form in {"html", "docx"}:
        from planforge.cli.diff_pages import write_pages  # noqa: PLC0415 - heavier than text

        for line in one_sided(shown, pairs):
            say(line)
        write_pages(shown, SUFFIXES[form], output, is_folder=pairs.is_folder)
        return
    report = _report(shown, pairs, form, everything=everything, is_file=output is not None)
    if output is None:
        if report:
            show_result(report.removesuffix("\n"))
        return
    if output.is_dir():
        output /= f"so-sanh{SUFFIXES[form]}"
    write_file(output, report.encode())
    show_result(str(output))


def _report(
    found: Sequence[Comparison], pairs: Pairs, form: Form, *, everything: bool, is_file: bool
) -> str:
    if form == "json":
        return _json(found, pairs)
    mark = "- " if form == "markdown" else ""
    lines = "".join(f"{mark}{line}\n" for line in one_sided(found, pairs))
    reports = (
        _readable(item.changes, form, everything=everything, is_file=is_file)
        for item in found
        if item.changes is not None
    )
    return "\n".join(filter(None, (lines, *reports)))


def _readable(changes: Changes, form: Form, *, everything: bool, is_file: bool) -> str:
    if form == "markdown":
        from planforge.writers.changes.markdown import write_markdown  # noqa: PLC0415

        return write_markdown(changes, _, everything=everything)
    from planforge.writers.changes.text import write_text  # noqa: PLC0415

    paint, width = shown_on(terminal=not is_file and is_terminal(sys.stdout))
    return write_text(changes, _, paint, everything=everything, width=width)


def one_sided(found: Sequence[Comparison], pairs: Pairs) -> Iterator[str]:
    """Yield a line for each plan that is there on one side only."""
    for old, new in (item.pair for item in found if item.changes is None):
        if new is not None:
            line = _("{path}: a new plan, not in {revision} yet.")
            yield line.format(path=new.name, revision=pairs.since)
        elif old is not None:
            yield _("{path}: this plan is no longer there.").format(path=old.name)


def _json(found: Sequence[Comparison], pairs: Pairs) -> str:
    """Return the comparison as JSON; of folders one object with all their comparisons.

    Its keys: ``version``, ``since`` (the old revision), ``added`` and ``removed`` (plans that are
    there on one side only), ``comparisons`` (each as of two plans).
    """
    from planforge.writers.changes.json import VERSION, write_json  # noqa: PLC0415

    reports = [write_json(item.changes, _) for item in found if item.changes is not None]
    if not pairs.is_folder:
        return reports[0]
    import msgspec  # noqa: PLC0415 - loaded already

    alone = [item.pair for item in found if item.changes is None]
    whole = {
        "version": VERSION,
        "since": pairs.since,
        "added": [pair.new.name for pair in alone if pair.new],
        "removed": [pair.old.name for pair in alone if pair.old],
        "comparisons": [msgspec.Raw(report.encode()) for report in reports],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"
