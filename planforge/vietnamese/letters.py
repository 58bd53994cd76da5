"""The letters that number a điểm, in Vietnamese alphabetical order."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Without ă â ê ô ơ ư and f j w z, as the decree numbers its own điểm (Nghị định 30/2020/NĐ-CP)."""


def format_letter(index: int) -> str:
    """Return the letter of the ``index``-th điểm, counted from 1.

    After y come aa, ab, …, ay, ba, …: the decree does not say, spreadsheets count like this.
    Raises ValueError when ``index`` is less than 1.
    """
    if index < 1:
        message = f"no letter has the index {index}"
        raise ValueError(message)
    rest, last = divmod(index - 1, len(LETTERS))
    return (format_letter(rest) if rest else "") + LETTERS[last]


def parse_letter(text: str) -> int | None:
    """Return the index, counted from 1, that `format_letter` prints as ``text``, or None."""
    if not text or not set(text) <= set(LETTERS):
        return None
    index = 0
    for letter in text:
        index = index * len(LETTERS) + LETTERS.index(letter) + 1
    return index
