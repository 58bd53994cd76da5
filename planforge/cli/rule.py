"""``planforge rule``: the rules and their pages."""

import sys

import click

from planforge.cli.language import _
from planforge.cli.terminal import show_error
from planforge.errors import InputError
from planforge.findings import RulePage, msg
from planforge.linter.registry import RULES
from planforge.linter.wordfile import WORD_RULES
from planforge.readers.suggestions import closest
from planforge.writers.findings.text import SEVERITIES
from planforge.writers.rule_page import write_rule_page

_ALL: tuple[RulePage, ...] = (*RULES, *WORD_RULES)


@click.command(
    "rule",
    help=_(
        "List all rules, or print the page of one: what it looks for, why, a wrong and a right "
        "example, the clause it rests on.\n\n"
        "Example: planforge rule A101"
    ),
)
@click.argument("name", required=False, metavar="[CODE]")
def command(name: str | None) -> None:
    """Print the list or a page."""
    if name is None:
        for rule in _ALL:
            severity = SEVERITIES[rule.severity].text(_)
            click.echo(f"{rule.code}  {severity:<10} {rule.name:<32} {rule.what.text(_)}")
        return
    found = next(
        (rule for rule in _ALL if name.casefold() in (rule.code.casefold(), rule.name)), None
    )
    if found is None:
        _unknown(name)
    else:
        click.echo(write_rule_page(found, _), nl=False)


def _unknown(name: str) -> None:
    best = closest(name, [word for rule in _ALL for word in (rule.code, rule.name)])
    show_error(
        InputError(
            msg("There is no rule {names}.", names=name),
            msg("Did you mean `{best}`?", best=best)
            if best
            else msg("`planforge rule` lists the rules."),
        )
    )
    sys.exit(2)
