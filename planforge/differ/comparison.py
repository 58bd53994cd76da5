"""Two plans to their changes: every part of both, each exactly once, in the new plan's order."""

from collections.abc import Iterator, Mapping

from planforge.changes import RELATIONS, Change, Changes, Entry, FieldChange, Relation, Side
from planforge.differ.fields import compare_fields
from planforge.differ.joining import Joints, join_parts
from planforge.differ.listing import list_parts
from planforge.differ.moving import moved_pairs
from planforge.differ.pairing import Pairing, lineage_places, pair_parts
from planforge.differ.parts import Part
from planforge.differ.similarity import FULL
from planforge.differ.wording import Language, language_of
from planforge.findings import Message, msg
from planforge.model.plan import Plan

Lineage = Mapping[str, tuple[str, ...]]
"""What a review decided: the ids a task of the old plan went into, none where it was dropped."""

_NO_LINEAGE: Lineage = {}


def compare_plans(
    old: Plan,
    new: Plan,
    old_name: str = "",
    new_name: str = "",
    lineage: Lineage = _NO_LINEAGE,
) -> Changes:
    """Return what changed from ``old`` to ``new``.

    ``old_name`` and ``new_name`` are what the user calls them. ``lineage`` says what was decided
    about tasks that were dropped, merged or split; the rest is found by name and by words.
    """
    languages = _language(old), _language(new)
    before, after = list_parts(old), list_parts(new)
    decided = lineage_places(before, lineage)
    pairing = pair_parts(before, after, languages, frozenset(decided))
    joints = join_parts(pairing, decided)
    return Changes(
        old=_side(old, old_name),
        new=_side(new, new_name),
        years=new.period.start.year - old.period.start.year,
        areas=_area_names(before) | _area_names(after),
        changes=tuple(_Listing(pairing, joints, languages).changes()),
    )


def _language(plan: Plan) -> Language:
    return language_of(plan.period.years, plan.abbreviations)


def _side(plan: Plan, name: str) -> Side:
    return Side(
        name=name,
        series=plan.series,
        issuer=plan.issuer.name,
        title=plan.title,
        period=str(plan.period),
        number=plan.number,
    )


def _area_names(parts: list[Part]) -> dict[str, str]:
    """Return what the plan calls each area: as its table does, or else its body."""
    names: dict[str, str] = {}
    for part in parts:
        entry = part.entry
        if entry.area and (
            entry.kind == "group" or (entry.kind == "area" and entry.area not in names)
        ):
            names[entry.area] = entry.name
    return names


class _Listing:
    """Turns pairs and joints into changes."""

    def __init__(
        self, pairing: Pairing, joints: Joints, languages: tuple[Language, Language]
    ) -> None:
        self.pairing = pairing
        self.joints = joints
        self.languages = languages
        self.moved = moved_pairs(pairing)

    def changes(self) -> Iterator[Change]:
        """Yield the changes in the order of the new plan, what was removed where it stood."""
        removed = self.removed_after()
        inside = self.joints.involved(1)
        yield from map(self.removal, removed.pop(-1, ()))
        for new in range(len(self.pairing.new)):
            if new not in inside:
                yield self.change_of(new)
            yield from map(self.removal, removed.pop(new, ()))

    def removed_after(self) -> dict[int, list[int]]:
        """Return the removed parts by the new part they would follow."""
        merged = self.joints.involved(0)
        after: dict[int, list[int]] = {}
        last = -1
        for old in range(len(self.pairing.old)):
            if old in self.pairing.partner:
                last = self.pairing.partner[old]
            elif old not in merged:
                after.setdefault(last, []).append(old)
        return after

    def removal(self, old: int) -> Change:
        return Change(relation="removed", old=(self.pairing.old[old].entry,))

    def change_of(self, new: int) -> Change:
        """Return what became of a new part and of all that went into it or came of its partner."""
        part = self.pairing.new[new]
        if new not in self.pairing.origin:
            return Change(relation="added", new=(part.entry,))
        old = self.pairing.origin[new]
        origin = self.pairing.old[old]
        merged = [self.pairing.old[place].entry for place in self.joints.merged.get(new, ())]
        split = [self.pairing.new[place].entry for place in self.joints.split.get(old, ())]
        fields = compare_fields(
            origin.entry, part.entry, self.languages, origin.shared & part.shared
        )
        relations, remarks = self.judge((old, new), fields)
        if merged:
            relations.add("merged")
        if split:
            relations.add("split")
        ordered = [relation for relation in RELATIONS if relation in relations] or ["same"]
        return Change(
            relation=ordered[0],
            also=tuple(ordered[1:]),
            old=(origin.entry, *merged),
            new=(part.entry, *split),
            fields=fields,
            score=self.pairing.score[old, new] / FULL,
            remarks=tuple(remarks),
        )

    def judge(
        self, pair: tuple[int, int], fields: tuple[FieldChange, ...]
    ) -> tuple[set[Relation], list[Message]]:
        """Return what can be said of a pair, and in words what its fields do not show."""
        relations: set[Relation] = {field.relation for field in fields}
        remarks = list(_swapped_roles(fields))
        if pair in self.moved:
            old, new = (self.pairing.old[pair[0]], self.pairing.new[pair[1]])
            relation, remark = self.judge_move(old, new)
            relations.add(relation)
            remarks.append(remark)
        return relations, remarks

    def judge_move(self, old: Part, new: Part) -> tuple[Relation, Message]:
        """Return whether a part moved, or became a line of another task or a task of its own."""
        if old.entry.kind == "task" and new.entry.kind == "line":
            joined = new.parent in self.pairing.origin
            remark = msg("now part of “{task}”", task=new.entry.titles[-1])
            return ("merged" if joined else "moved"), remark
        if old.entry.kind == "line" and new.entry.kind == "task":
            parted = old.parent in self.pairing.partner
            remark = msg("was part of “{task}”", task=old.entry.titles[-1])
            return ("split" if parted else "moved"), remark
        if self.pairing.partner.get(old.parent, -1) == new.parent:
            return "moved", msg("in another place among its neighbours")
        return "moved", msg(
            "from “{old}” to “{new}”", old=_heading(old.entry), new=_heading(new.entry)
        )


def _heading(entry: Entry) -> str:
    """Return the heading a part stands under, "…" where there is none."""
    return entry.titles[-1] if entry.titles else "…"


def _swapped_roles(fields: tuple[FieldChange, ...]) -> Iterator[Message]:
    """Say where who led now supports, and who supported now leads."""
    found = {field.field: field for field in fields if field.relation == "field_changed"}
    lead, support = found.get("lead"), found.get("support")
    if lead is None or support is None:
        return
    from planforge.differ.agencies import compare_agencies  # noqa: PLC0415 - few rows need them

    change = compare_agencies(lead.old, lead.new)
    other = compare_agencies(support.old, support.new)
    if change is None or other is None:
        return
    if set(change.added) & set(other.dropped) and set(change.dropped) & set(other.added):
        yield msg("lead and supporting agency changed places")
