"""The account of a rollover while it is made: what moves, what is asked, which bytes change."""

from collections.abc import Sequence

from planforge.editing.file_lines import Edit, FileLines, Place
from planforge.editing.written_values import WrittenFile
from planforge.findings import Path
from planforge.rollover.draft import Ask, Move, Order
from planforge.rollover.joining import joined
from planforge.rollover.questions import Question


class Ledger:
    """Collects the decisions about one plan file; every change of it goes through here.

    ``added_line`` is the line that the draft has and the old file has not, 0 for none.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self.written = WrittenFile(order.source)
        self.moves: list[Move] = []
        self.added_line = 0
        self._file = FileLines(order.data)
        self._edits: list[Edit] = []
        self._removed: set[int] = set()
        self._shifts: list[tuple[int, int]] = []
        self._asks: dict[tuple[str, Path], Ask] = {}

    @property
    def data(self) -> bytes:
        """The bytes of the draft, as far as it is decided."""
        return self._file.edited(self._edits, self._removed)

    @property
    def shifts(self) -> tuple[tuple[int, int], ...]:
        """The lines of the old file after which lines were put in or taken out, and how many."""
        return tuple(self._shifts)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The questions so far."""
        return tuple(self._asks.values())

    def replace(self, places: tuple[Place, ...], words: str) -> bool:
        """Put ``words`` at each place; False, and no change, where one is not certain."""
        return self.put([(place, words) for place in places])

    def put(self, changes: Sequence[tuple[Place, str]]) -> bool:
        """Put at each place its words; False, and no change, where one is not certain."""
        lines = self.order.source.lines
        found = [self._file.edit(place, lines[place.line], words) for place, words in changes]
        edits = [edit for edit in found if edit is not None]
        if not edits or len(edits) < len(found):
            return False
        self._edits += edits
        return True

    def insert_lines(self, above: int, lines: Sequence[str]) -> None:
        """Put whole lines under line ``above`` (from 1), or under the next left above it."""
        while above - 1 in self._removed:
            above -= 1
        end, at = self._file.end_of(above - 1), len(self._file.lines[above - 1])
        self._edits.append(Edit(above - 1, at, at, "".join(end + line for line in lines)))
        self._shifts.append((above, len(lines)))

    def remove_line(self, number: int) -> None:
        """Leave out line ``number`` (from 1) of the old file."""
        self._removed.add(number - 1)
        self._shifts.append((number, -1))

    def add_line(self, number: int, words: str) -> None:
        """Make ``words`` line ``number`` of the draft (from 1)."""
        above = max(number - 2, 0)
        end = self._file.end_of(above)
        if number > 1:
            at = len(self._file.lines[above])
            self._edits.append(Edit(above, at, at, end + words))
        else:
            self._edits.append(Edit(0, 0, 0, words + end))
        self.added_line = number

    def position(self, path: Path, places: tuple[Place, ...]) -> tuple[int, int]:
        """Return line and column, from 1, of the first of ``places``; column 0 without one."""
        if places:
            return places[0].line + 1, places[0].start + 1
        return self.order.source.locate(path)[0], 0

    def ask(self, question: Question, path: Path, line: int = 0) -> None:
        """Ask ``question`` about ``path``, together with an equal one; ``line`` is its place.

        Without a line the beginning of what ``path`` leads to is its place.
        """
        key = (question.kind, question.key)
        ask = Ask(
            kind=question.kind,
            about=question.about,
            paths=(path,),
            proposal=question.proposal,
            lines=(line,) if line else (),
        )
        asked = self._asks.get(key)
        self._asks[key] = joined(asked, ask) if asked else ask
