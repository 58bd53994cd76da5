"""YAML's syntax errors in words an officer can act on."""

import re
from typing import NamedTuple

from planforge.findings import Finding, Message, msg
from planforge.readers import codes
from planforge.readers.codes import Place

QUOTE_IT = msg("Put the whole text in quotes, or write it after `|` on lines of its own.")
_LINE_UP = msg(
    "Check the spaces at the start of the line: keys of one group, and entries of one list, "
    "begin in the same column."
)
_PLAIN_BACKSLASH = msg("Write the text in '…', where a backslash is only a backslash.")


def bad_start(character: str) -> Message:
    """Return the problem of a text whose first character means something else in YAML."""
    return msg(
        "A text may not start with `{character}` unless it is in quotes.", character=character
    )


class _Words(NamedTuple):
    """What to say where YAML's own words have ``part`` in them.

    ``opening`` says that the place is where the quote, bracket or block was opened.
    """

    part: str
    message: Message
    hint: Message
    opening: bool = False


_EXPLANATIONS = (
    _Words(
        "mapping values are not allowed",
        msg("A colon followed by a space stands inside a text, so it is read as a key."),
        QUOTE_IT,
    ),
    _Words("mapping keys are not allowed", bad_start("?"), QUOTE_IT),
    _Words(
        "sequence entries are not allowed",
        msg("A list begins on the line below its key."),
        msg("Write every entry on a line of its own after `- `, or put the text in quotes."),
    ),
    _Words("scanning an alias", bad_start("*"), QUOTE_IT, opening=True),
    _Words("scanning an anchor", bad_start("&"), QUOTE_IT, opening=True),
    _Words("a tag", bad_start("!"), QUOTE_IT, opening=True),
    _Words(
        "scanning a block scalar",
        msg("After `|` or `>` the text begins on the next line."),
        msg("Move the text to the lines below its key and indent it, or put it in quotes."),
        opening=True,
    ),
    _Words(
        "parsing a quoted scalar",
        msg("In double quotes a backslash begins a special character."),
        _PLAIN_BACKSLASH,
    ),
    _Words(
        "scanning a directive",
        msg("A line may not start with `%`."),
        msg("Delete the line, or indent it under its key."),
    ),
    _Words(
        "node content",
        msg("A bracket is opened but never closed."),
        msg("Close it, or look whether the end of the file is missing."),
    ),
    _Words(
        "found unexpected end of stream",
        msg("A quotation mark is opened but never closed."),
        msg("Close it, or look whether the end of the file is missing."),
        opening=True,
    ),
    _Words(
        "expected ',' or",
        msg("A bracket is opened here but not closed, or a comma is missing after an entry."),
        msg("Close the bracket; put a text that starts with [ or { in quotes."),
        opening=True,
    ),
    _Words(
        "expected '-' indicator",
        msg("This line does not line up with the list above it."),
        _LINE_UP,
    ),
    _Words(
        "document start>",
        msg("The plan ends above this line, and here stands more."),
        msg("Delete the line `...` or the brackets around the plan above."),
    ),
)

_BAD_STARTS = ("cannot start any token", "node content")
_NO_SPACE = re.compile(r"\s*(?:- +)*([A-Za-z_]+) ?[:：]")
_KEY = re.compile(r"\s*(?:- +)*[a-z_]+\s*")
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:\"'\[{]+:\s+)?")


class _Problem(NamedTuple):
    """What libyaml said and where, in lines and columns from 0; ``opened`` is where it began."""

    words: str
    place: Place
    opened: Place


def explain(text: str, error: Exception, offset: int) -> Finding:
    """Return the finding for a YAML error in ``text``, before which ``offset`` lines stand."""
    problem = _problem(error)
    lines = text.split("\n")
    tab = _tab(lines, problem.place)
    if tab is not None:
        return codes.TAB.finding(
            msg("A tab stands where YAML takes only spaces."),
            msg("Indent with spaces only; set the editor to insert spaces for the Tab key."),
            _shifted(tab, offset),
        )
    if "could not find expected ':'" in problem.words:
        return explain_stray_line(text, problem.opened.line, offset)
    words = _words(problem, lines)
    place = problem.opened if words.opening else problem.place
    return codes.SYNTAX.finding(words.message, words.hint, _shifted(place, offset))


def explain_stray_line(text: str, line: int, offset: int) -> Finding:
    """Return the finding for line ``line`` (from 0) of ``text``, which is no key with a value."""
    written = text.split("\n")[line] if line <= text.count("\n") else ""
    place = Place(line + offset + 1, len(written) - len(written.lstrip()) + 1)
    found = _NO_SPACE.match(written)
    if found:
        return codes.SYNTAX.finding(
            msg("After `{key}` must stand a plain colon and a space.", key=found[1]),
            msg("Write `{key}: ` and then the value.", key=found[1]),
            place,
        )
    return codes.SYNTAX.finding(
        msg("This line is neither `key: value` nor an entry of a list."),
        msg("Write the colon after the key, or indent the line under the text it belongs to."),
        place,
    )


def _problem(error: Exception) -> _Problem:
    mark = getattr(error, "problem_mark", None)
    place = Place(mark.line, mark.column) if mark else Place()
    start = getattr(error, "context_mark", None)
    words = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', None) or error}"
    return _Problem(words, place, Place(start.line, start.column) if start else place)


def _shifted(place: Place, offset: int) -> Place:
    return Place(place.line + offset + 1, place.column + 1)


def _words(problem: _Problem, lines: list[str]) -> _Words:
    line = lines[problem.place.line] if problem.place.line < len(lines) else ""
    before, character = line[: problem.place.column], line[problem.place.column :][:1]
    if "mapping values are not allowed" in problem.words and _KEY.fullmatch(before):
        return _Words("", msg("This line does not line up with the keys above it."), _LINE_UP)
    if "did not find expected key" in problem.words or "expected <block end>" in problem.words:
        return _misplaced(line, problem.place.column)
    if character and any(part in problem.words for part in _BAD_STARTS):
        return _Words("", bad_start(character), QUOTE_IT)
    for words in _EXPLANATIONS:
        if words.part in problem.words:
            return words
    return _Words(
        "",
        msg("The line cannot be read as YAML ({problem}).", problem=problem.words),
        msg("Check the spaces at the start of the line, the colons and the quotation marks."),
    )


def _misplaced(line: str, column: int) -> _Words:
    """Explain what stands at ``column`` (from 0), where only a new key may stand."""
    before = line[:column].rstrip()
    found = _VALUE.match(before)
    value = before[found.end() :] if found else before
    if before.endswith(('"', "'")):
        return _Words(
            "",
            msg("The text goes on after its closing quotation mark."),
            msg("Put the whole text in one pair of quotes: '…' around a text that has \" in it."),
        )
    if before.endswith(("]", "}")):
        return _Words(
            "",
            msg("Something stands after the closing bracket."),
            msg("Put a text that starts with [ or { in quotes; delete a bracket too many."),
        )
    if value.startswith(("*", "&", "!")):
        return _Words("", bad_start(value[0]), QUOTE_IT)
    return _Words("", msg("This line does not line up with the lines above it."), _LINE_UP)


def _tab(lines: list[str], place: Place) -> Place | None:
    """Return the tab (line and column from 0) that is in the way at or before ``place``."""
    here = lines[place.line] if place.line < len(lines) else ""
    if here[place.column : place.column + 1] == "\t":
        return place
    for number in range(min(place.line, len(lines) - 1), max(place.line - 2, -1), -1):
        line = lines[number]
        column = line.find("\t", 0, len(line) - len(line.lstrip()))
        if column >= 0:
            return Place(number, column)
    return None
