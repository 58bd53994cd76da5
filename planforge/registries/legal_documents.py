"""The legal documents that plans cite: what they are called, when they hold, what came after."""

import datetime
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct


class LegalDocument(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """A document that plans cite.

    A number restarts every year for the same issuer, so a document is known by its symbol, date
    and issuer together. ``subject`` is its matter in short; of a law, its name. ``about`` are
    phrases by which a text that cites it gives it away even under a wrong number. ``valid_from``
    and ``valid_to`` are the first and the last day on which it holds, None where that is not
    known; None for ``valid_to`` is also: still in force. ``successor`` is the symbol of what
    replaced it. All that a ``sure`` entry says rests on a text that was read; ``source`` says
    on which.
    """

    symbol: str
    type: str
    issuer: str
    subject: str
    source: str
    sure: bool
    date: datetime.date | None = None
    about: tuple[str, ...] = ()
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    successor: str = ""

    @property
    def name(self) -> str:
        """What a text calls it: ``Nghị định số 60/2021/NĐ-CP``."""
        return f"{self.type} số {self.symbol}"

    def has_ended(self, day: datetime.date) -> bool:
        """Whether it is known to hold no longer on ``day``."""
        return self.valid_to is not None and day > self.valid_to


@cache
def load_documents() -> tuple[LegalDocument, ...]:
    """Return every known document, in the order of the file."""
    digest = Path(__file__).with_suffix(".json").read_bytes()
    return msgspec.json.decode(digest, type=tuple[LegalDocument, ...])
