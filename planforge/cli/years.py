"""Years given at the command line, and the time of a plan in words."""

from collections.abc import Callable

import click

from planforge.cli.language import _
from planforge.findings import Message, msg
from planforge.model.period import Period
from planforge.vietnamese.dates import format_short_date

_Callback = Callable[[click.Context, click.Parameter, str | None], int | None]


def year_between(first: int, last: int) -> _Callback:
    """Return what reads the value of an option as a year from ``first`` to ``last``."""

    def read(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        year = int(value) if value.isascii() and value.isdecimal() else 0
        if first <= year <= last:
            return year
        message = _("“{value}” is not a year from {first} to {last}.")
        raise click.BadParameter(message.format(value=value, first=first, last=last))

    return read


def period_words(period: Period) -> Message:
    """Return a plan's time: its year or years, or its first and last day."""
    if "/" not in str(period):
        return Message(str(period))
    first, last = format_short_date(period.start), format_short_date(period.end)
    return msg("from {first} to {last}", first=first, last=last)
