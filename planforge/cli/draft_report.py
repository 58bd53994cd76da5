"""What ``planforge rollover`` prints: in words, or as JSON."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import msgspec

from planforge.cli.command_lines import quoted
from planforge.cli.drafting import Rolled
from planforge.cli.language import _
from planforge.cli.workspace import review_path
from planforge.cli.years import period_words
from planforge.rollover.carrying import Carried
from planforge.rollover.draft import Verdict
from planforge.rollover.report import ask_lines, count_lines, move_lines


class Report:
    """The report of a rollover; ``kept`` are the copies that were made, None where nothing was.

    Without a draft on disk, lines are those of the old plan. ``carried`` is the review with what
    was decided before, None where that was not looked for.
    """

    def __init__(
        self, rolled: Rolled, kept: list[Path] | None, carried: Carried | None = None
    ) -> None:
        self._rolled = rolled
        self._carried = carried
        self._kept = kept
        self._review = review_path(rolled.target)
        self._asks = rolled.placed_asks(in_draft=kept is not None)

    def text(self) -> str:
        """Return the report in words, in the language in use."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        rolled, written = self._rolled, self._kept is not None
        times = (rolled.order.plan.period, rolled.order.target)
        periods = " → ".join(period_words(time).text(_) for time in times)
        yield click.style(f"{rolled.old} → {rolled.target}  ({periods})", bold=True)
        yield ""
        if not written:
            yield from move_lines(rolled.draft, _)
        yield from count_lines(rolled.draft, _)
        yield ""
        yield from self._questions()
        yield from self._next_steps() if written else self._would_write()

    def _questions(self) -> Iterator[str]:
        yield _("To decide: {areas} area(s), {tasks} task(s), {questions} question(s).").format(
            **self._decisions()
        )
        yield from ask_lines(self._asks, _)
        yield ""

    def _next_steps(self) -> Iterator[str]:
        target = self._rolled.target
        for copy in self._kept or ():
            yield _("What was there is kept as {path}.").format(path=copy)
        yield from self._earlier_decisions()
        yield _("Next:")
        yield "  1. " + _("Open {path} and read it through.").format(path=target)
        yield "  2. " + _("Decide in {path}: every area, every task, every question.").format(
            path=self._review
        )
        yield f"  3. planforge rollover --status {quoted(target)}"
        yield f"  4. planforge lint {quoted(target)}"
        yield f"  5. planforge diff {self.diffed()}"

    def _earlier_decisions(self) -> Iterator[str]:
        carried = self._carried
        if carried is None or not carried.decided:
            return
        yield _(
            "Decisions taken over from the review that was there: {taken} of {decided}."
        ).format(taken=carried.taken, decided=carried.decided)
        if carried.taken < carried.decided:
            yield _("The others do not fit this draft; they stand in the copy.")

    def diffed(self) -> str:
        """Return what the draft is compared with, and the draft, as typed after the command."""
        return quoted(self._rolled.target)

    def _would_write(self) -> Iterator[str]:
        yield _("Nothing was written. Without --dry-run: {target} and {review}.").format(
            target=self._rolled.target, review=self._review
        )
        if os.path.lexists(self._rolled.target):
            yield self.there_already()

    def there_already(self) -> str:
        """Return what can be done where the draft's file is there already."""
        return _("{path} is there already: `--force` replaces it, and keeps a copy.").format(
            path=self._rolled.target
        )

    def _decisions(self) -> dict[str, int]:
        draft = self._rolled.draft
        return {
            "areas": len(draft.areas),
            "tasks": len(draft.tasks),
            "questions": len(self._asks),
        }

    def json(self) -> str:
        """Return the report as JSON; `planforge.cli.rollover` says what its keys hold."""
        rolled = self._rolled
        counts = Counter(move.verdict for move in rolled.draft.moves)
        report = {
            "source": str(rolled.old),
            "target": str(rolled.target),
            "review": str(self._review),
            "written": self._kept is not None,
            "kept": [str(copy) for copy in self._kept or ()],
            "period": {"old": str(rolled.order.plan.period), "new": str(rolled.order.target)},
            "counts": {verdict: counts[verdict] for verdict in get_args(Verdict)},
            "moves": [
                {
                    "line": move.line,
                    "column": move.column,
                    "old": move.old,
                    "new": move.new,
                    "verdict": move.verdict,
                    "kind": move.kind,
                    "reason": move.reason.text(_),
                    "words": move.words,
                }
                for move in rolled.draft.moves
            ],
            "questions": self._asks,
            "decisions": self._decisions(),
            "earlier": {
                "decided": self._carried.decided if self._carried else 0,
                "taken": self._carried.taken if self._carried else 0,
            },
        }
        return msgspec.json.format(msgspec.json.encode(report), indent=2).decode()
