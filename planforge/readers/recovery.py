"""A text with syntax errors: what of it can be read, and what is wrong with the rest."""

from planforge.findings import Finding, msg
from planforge.readers import codes
from planforge.readers.chunks import Chunk, split_chunks
from planforge.readers.nodes import MAX_DEPTH, SYNTAX_ERRORS, Builder, TooDeepError
from planforge.readers.report import Report
from planforge.readers.syntax import explain, explain_stray_line
from planforge.source import Mapping


def recover(text: str, error: Exception, report: Report) -> tuple[Mapping | None, set[str]]:
    """Return what can be read key by key, and the top-level keys that are lost.

    One mistake so does not hide the others. ``error`` is that of the whole text; it is reported
    where no key can be blamed.
    """
    lost: set[str] = set()
    root = Mapping(1, 1)
    is_readable = False
    for chunk in split_chunks(text):
        try:
            builder = Builder(chunk.text, report, chunk.offset)
            part = builder.build()
        except SYNTAX_ERRORS as wrong:
            _lose(chunk, _finding(chunk.text, wrong, chunk.offset), lost, report)
            continue
        if isinstance(part, Mapping):
            builder.add(root, part)
        else:
            _lose(chunk, explain_stray_line(chunk.text, 0, chunk.offset), lost, report)
        is_readable = True
    if not lost:
        report.add(_finding(text, error, 0))
    return root if is_readable else None, lost


def _lose(chunk: Chunk, finding: Finding, lost: set[str], report: Report) -> None:
    report.add(finding)
    lost.update((chunk.key, chunk.word(finding.line)))


def _finding(text: str, error: Exception, offset: int) -> Finding:
    if not isinstance(error, TooDeepError):
        return explain(text, error, offset)
    return codes.TOO_DEEP.finding(
        msg("The file is nested deeper than {limit} levels.", limit=MAX_DEPTH),
        msg("Look for brackets [ or { that are not meant, and put the text in quotes."),
        error.place,
    )
