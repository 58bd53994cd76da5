"""Comparisons as pages of their own, for the browser or for Word."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from planforge.changes import Changes
from planforge.cli.comparing import Comparison
from planforge.cli.config import load_config
from planforge.cli.files import write_file
from planforge.cli.language import _, vietnamese
from planforge.cli.manifest import Record, keep_edited, load_manifest, save_manifest
from planforge.cli.plan_files import PlanFile
from planforge.cli.terminal import say, show_result
from planforge.cli.workspace import find_template, output_name

_ADDITION = "-so-sanh"


def write_pages(
    found: Sequence[Comparison], suffix: str, output: Path | None, *, is_folder: bool
) -> None:
    """Write a page of each comparison and print where it is.

    ``output`` is the page itself, or the folder for them where ``is_folder``; None stands for
    ``output/<issuer>-<year>-so-sanh`` and the ``suffix``. Raises OutputError where a page cannot
    be written.
    """
    for item in found:
        if item.changes is None or item.pair.new is None:
            continue
        path = _page_path(item.pair.new, suffix, output, is_folder=is_folder)
        if suffix == ".html":
            write_file(path, _html(item.changes).encode())
        else:
            _store(path, _docx(item.changes, item.pair.new))
        show_result(str(path))


def _page_path(plan: PlanFile, suffix: str, output: Path | None, *, is_folder: bool) -> Path:
    if output is not None and not (is_folder or output.is_dir()):
        return output
    folder = output or Path(load_config(Path()).output)
    return folder / f"{output_name(plan.path)}{_ADDITION}{suffix}"


def _html(changes: Changes) -> str:
    from planforge.differ.agencies import agencies_of  # noqa: PLC0415 - Word does not need it
    from planforge.writers.changes_html import write_html  # noqa: PLC0415

    return write_html(changes, _, agencies_of)


def _docx(changes: Changes, new: PlanFile) -> bytes:
    from planforge.cli.templates import load_template  # noqa: PLC0415 - the browser needs none
    from planforge.composer.comparison import (  # noqa: PLC0415
        COMPARISON_TEMPLATE,
        compose_comparison,
    )
    from planforge.writers.docx import write_docx  # noqa: PLC0415

    folders = [Path(folder) for folder in load_config(Path()).templates]
    template = load_template(find_template(COMPARISON_TEMPLATE, folders))
    return write_docx(compose_comparison(changes, new.plan, vietnamese()), template)


def _store(path: Path, content: bytes) -> None:
    """Write a Word file; one that somebody changed by hand since is set aside first."""
    kept = keep_edited(path, load_manifest(path.parent), content)
    if kept:
        say(
            _("A document was changed by hand since it was built; it is kept as {path}.").format(
                path=kept
            )
        )
    write_file(path, content)
    save_manifest(path.parent, {path.name: Record("", sha256(content).hexdigest())})
