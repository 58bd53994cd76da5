"""``planforge show``: a plan or a Word file as text, for people and for git."""

import sys
from pathlib import Path

import click

from planforge.cli.files import read_file
from planforge.cli.language import _
from planforge.cli.terminal import say, show_error, show_result
from planforge.errors import InputError, PlanforgeError
from planforge.findings import Message, msg

_WORD = ".docx"
_NO_BREAK = "\u00a0"
"""A space at which Word must not break a line; here it would only keep words from being found."""


@click.command(
    "show",
    help=_(
        "Print a plan as it will read on paper, or the words of a Word file (*.docx). A plan with "
        "errors is printed as its file stands.\n\n"
        "`planforge init` makes `git diff` and `git log -p` show plans and Word files this way.\n\n"
        "Example: planforge show plans/soc-trang/2022.yaml"
    ),
)
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--textconv", is_flag=True, hidden=True)
def command(path: Path, *, textconv: bool) -> None:
    """Print the text; for git (``--textconv``) nothing of the file may go unseen or stop it."""
    try:
        data = read_file(path)
        if path.suffix.lower() == _WORD:
            text = _word_text(data, path, textconv=textconv)
        else:
            text = _plan_text(data, path, textconv=textconv)
    except PlanforgeError as error:
        show_error(error)
        sys.exit(2)
    if textconv:
        click.echo(text.encode(), nl=False)  # as bytes: Windows would end the lines in its own way
    else:
        show_result(text.removesuffix("\n"))


def _word_text(data: bytes, path: Path, *, textconv: bool) -> str:
    from planforge.linter.wordfile.plain_text import word_text  # noqa: PLC0415 - plans need none

    text = word_text(data, path.name)
    if not isinstance(text, Message):
        return text
    if textconv:
        from hashlib import sha256  # noqa: PLC0415 - only what cannot be read needs it

        return f"{text.text(_)}\nSHA-256: {sha256(data).hexdigest()}\n"
    raise InputError(text, msg("Open it in Word and save it as *.docx."))


def _plan_text(data: bytes, path: Path, *, textconv: bool) -> str:
    from planforge.readers import read_plan  # noqa: PLC0415 - Word files need none

    result = read_plan(data, str(path))
    if result.plan is None or result.has_errors:
        if not textconv:
            say(
                _(
                    "{path} has errors, so the file itself is shown; `planforge lint` names them."
                ).format(path=path)
            )
        return data.decode(errors="replace")
    from planforge.composer import compose_plan  # noqa: PLC0415 - a faulty plan needs none
    from planforge.writers.outline import write_outline  # noqa: PLC0415

    outline = write_outline(compose_plan(result.plan)).replace(_NO_BREAK, " ")
    if not textconv:
        return outline
    from planforge.writers.unprinted import write_unprinted  # noqa: PLC0415 - only git needs it

    heading = _("Not printed:")
    return f"{outline}\n{heading}\n{write_unprinted(result.source)}"
