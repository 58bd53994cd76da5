"""YAML's syntax errors in words an officer can act on."""

from planforge.findings import Finding, Message, msg
from planforge.readers import codes

_EXPLANATIONS: tuple[tuple[str, Message, Message], ...] = (
    (
        "mapping values are not allowed",
        msg("A colon followed by a space stands inside a text, so it is read as a key."),
        msg("Put the whole text in quotes, or write it after `|` on lines of its own."),
    ),
    (
        "found undefined alias",
        msg("A text may not start with `*` unless it is in quotes."),
        msg("Put the whole text in quotes, or write it after `|` on lines of its own."),
    ),
    (
        "did not find expected alphabetic or numeric character",
        msg("A text may not start with `*` or `&` unless it is in quotes."),
        msg("Put the whole text in quotes, or write it after `|` on lines of its own."),
    ),
    (
        "found character that cannot start any token",
        msg("A text may not start with this character unless it is in quotes."),
        msg("Put the whole text in quotes, or write it after `|` on lines of its own."),
    ),
    (
        "found unexpected end of stream",
        msg("A quotation mark is opened but never closed."),
        msg("Close it, or look whether the end of the file is missing."),
    ),
    (
        "did not find expected ',' or",
        msg("A list or group in brackets is not closed, or a comma is missing."),
        msg("Close the bracket; put a text that starts with [ or { in quotes."),
    ),
    (
        "did not find expected '-' indicator",
        msg("This line does not line up with the list above it."),
        msg("Give every item of the list the same number of spaces before its `-`."),
    ),
    (
        "did not find expected key",
        msg("This line does not line up with the keys above, or a text goes on after its quote."),
        msg("Check the spaces at the start of the line and the quotation marks before it."),
    ),
    (
        "could not find expected ':'",
        msg("A key without a colon, or a text that goes on at the wrong depth."),
        msg("Write `key: value`, and indent a longer text under its key."),
    ),
)  # fmt: skip


def explain(text: str, error: Exception, offset: int) -> Finding:
    """Return the finding for a YAML error in ``text``, before which ``offset`` lines stand."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line if mark else 0
    column = mark.column + 1 if mark else 0
    problem = str(getattr(error, "problem", None) or error)
    tab_line = _tab_indentation(text, line)
    if tab_line is not None:
        return Finding(
            code=codes.TAB.code,
            rule=codes.TAB.rule,
            message=msg("The line starts with a tab."),
            hint=msg("Indent with spaces only; set the editor to insert spaces for the Tab key."),
            line=tab_line + offset + 1,
            column=1,
        )
    message, hint = _words(problem)
    return Finding(
        code=codes.SYNTAX.code,
        rule=codes.SYNTAX.rule,
        message=message,
        hint=hint,
        line=line + offset + 1,
        column=column,
    )


def _words(problem: str) -> tuple[Message, Message]:
    for part, message, hint in _EXPLANATIONS:
        if part in problem:
            return message, hint
    return (
        msg("The line cannot be read as YAML ({problem}).", problem=problem),
        msg("Check the spaces at the start of the line, the colons and the quotation marks."),
    )


def _tab_indentation(text: str, line: int) -> int | None:
    """Return the line (from 0) indented by a tab at or just before ``line``, or None."""
    lines = text.split("\n")
    for number in range(min(line, len(lines) - 1), max(line - 2, -1), -1):
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        if "\t" in indent:
            return number
    return None
