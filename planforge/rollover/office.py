"""The office that issues a plan, and the one that takes the plan as its model."""

from typing import Literal

from msgspec import Struct

Tier = Literal["central", "province", "district", "commune"]

_TIERS: dict[str, Tier] = {
    "tỉnh": "province",
    "thành phố": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
}


class Office(Struct, frozen=True, kw_only=True):
    """An office as a plan names it.

    A People's Committee has no ``core``; any other body has one, its name without the place (``Sở
    Nội vụ``). ``level`` and ``unit`` are what it governs or belongs to (``tỉnh``, ``Sóc Trăng``);
    a central body has none. ``superior`` is the body above it. ``code`` ends its symbols;
    ``head`` and ``deputy`` are titles as they are printed.
    """

    name: str
    core: str = ""
    header: tuple[str, ...]
    parent: tuple[str, ...] = ()
    short: str
    place: str
    level: str = ""
    unit: str = ""
    superior: str = ""
    code: str
    head: str
    deputy: str

    @property
    def is_committee(self) -> bool:
        """Whether it is a People's Committee."""
        return not self.core

    @property
    def locality(self) -> str:
        """The unit with its level, "" for a central body."""
        return f"{self.level} {self.unit}" if self.unit else ""

    @property
    def tier(self) -> Tier:
        """The tier of government it stands at."""
        return _TIERS.get(self.level, "commune") if self.unit else "central"


class Adoption(Struct, frozen=True, kw_only=True):
    """A plan of one office taken as a model by another; ``folder`` is where that keeps its own."""

    model: Office
    office: Office
    folder: str

    @property
    def same_kind(self) -> bool:
        """Whether both are committees, or both are not, at one tier of government."""
        both = self.model.is_committee == self.office.is_committee
        return both and self.same_tier

    @property
    def same_tier(self) -> bool:
        """Whether both stand at one tier of government."""
        return self.model.tier == self.office.tier

    @property
    def same_place(self) -> bool:
        """Whether both govern, or belong to, the same unit."""
        return bool(self.model.unit) and self.model.locality == self.office.locality
