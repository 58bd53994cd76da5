"""What a comparison promises of any two plans, and how much it finds of what is known."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from found_rows import found_rows, known_rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from plan_edits import edit_plan
from strategies import plans

from planforge.changes import RELATIONS, Change, Changes, Entry, Piece, count_relations
from planforge.differ import compare_plans
from planforge.differ.listing import list_parts
from planforge.model import Plan
from planforge.readers import read_plan

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = [p for p in sorted((ROOT / "plans").rglob("*.yaml")) if ".review" not in p.name]
OPPOSITES = {"added": "removed", "removed": "added", "merged": "split", "split": "merged"}
slow = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=40)


def example(name: str) -> Plan:
    plan = read_plan((ROOT / "plans" / name).read_bytes()).plan
    assert plan is not None
    return plan


def sides(changes: Changes) -> tuple[list[Entry], list[Entry]]:
    old = [entry for change in changes.changes for entry in change.old]
    return old, [entry for change in changes.changes for entry in change.new]


def summary(change: Change, *, mirrored: bool = False) -> tuple[object, ...]:
    """Return what a change says, from the other side where ``mirrored``."""
    relations = {
        OPPOSITES.get(relation, relation) if mirrored else relation for relation in change.relations
    }
    old, new = (change.new, change.old) if mirrored else (change.old, change.new)
    fields = frozenset(
        (field.field, field.relation, _woven(field.pieces, mirrored=mirrored))
        for field in change.fields
    )
    paths = tuple(entry.path for entry in old), tuple(entry.path for entry in new)
    return paths, frozenset(relations), fields, change.score


def _woven(pieces: Iterable[Piece], *, mirrored: bool) -> frozenset[tuple[str, str, bool]]:
    turned = {"added": "removed", "removed": "added"} if mirrored else {}
    return frozenset(
        (turned.get(piece.kind, piece.kind), piece.text, piece.is_year)
        for piece in pieces
        if piece.kind != "kept"
    )


def assert_is_mirrored(old: Plan, new: Plan) -> None:
    there, back = compare_plans(old, new), compare_plans(new, old)
    assert Counter(map(summary, there.changes)) == Counter(
        summary(change, mirrored=True) for change in back.changes
    )


def assert_is_complete(old: Plan, new: Plan) -> None:
    changes = compare_plans(old, new)
    for found, plan in zip(sides(changes), (old, new), strict=True):
        expected = Counter(part.entry.path for part in list_parts(plan))
        assert Counter(entry.path for entry in found) == expected


@slow
@given(plans)
def test_a_plan_against_itself_is_empty(plan: Plan) -> None:
    assert compare_plans(plan, plan).differing == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_against_itself_is_empty(path: Path) -> None:
    plan = read_plan(path.read_bytes()).plan
    assert plan is not None
    assert compare_plans(plan, plan).differing == ()


@slow
@given(plans, plans)
def test_every_part_of_any_two_plans_is_accounted_for_once(old: Plan, new: Plan) -> None:
    assert_is_complete(old, new)


@slow
@given(plans, plans)
def test_any_comparison_mirrored_is_that_of_the_plans_changed_round(old: Plan, new: Plan) -> None:
    assert_is_mirrored(old, new)


@pytest.mark.parametrize("seed", range(6))
def test_edited_plans_are_accounted_for_and_mirrored(seed: int) -> None:
    truth = edit_plan(60, seed)
    assert_is_complete(truth.old, truth.new)
    assert_is_mirrored(truth.old, truth.new)


def test_the_examples_are_accounted_for_and_mirrored() -> None:
    old, new = example("soc-trang/2021.yaml"), example("soc-trang/2022.yaml")
    assert_is_complete(old, new)
    assert_is_mirrored(old, new)


@slow
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_shuffled_rows_have_only_moved(seed: int, chance: object) -> None:
    plan = edit_plan(30, seed).old
    (appendix,) = plan.appendices
    groups = []
    for group in appendix.groups:
        tasks = list(group.tasks)
        chance.shuffle(tasks)  # type: ignore[attr-defined]
        groups.append(replace(group, tasks=tuple(tasks)))
    shuffled = replace(plan, appendices=(replace(appendix, groups=tuple(groups)),))
    relations = {change.relations for change in compare_plans(plan, shuffled).differing}
    assert relations <= {("moved",)}


def test_as_few_rows_as_possible_are_said_to_have_moved() -> None:
    plan = edit_plan(20, 1).old
    (appendix,) = plan.appendices
    (group,) = appendix.groups
    first, *others = group.tasks
    turned = replace(appendix, groups=(replace(group, tasks=(*others, first)),))
    (moved,) = compare_plans(plan, replace(plan, appendices=(turned,))).differing
    assert moved.old[0].name == "".join(part.text for part in first.task or ())


def test_the_pieces_of_a_field_are_both_its_texts() -> None:
    old, new = example("soc-trang/2021.yaml"), example("soc-trang/2022.yaml")
    fields = [field for change in compare_plans(old, new).changes for field in change.fields]
    assert fields
    for field in fields:
        for kind, texts in (("removed", field.old), ("added", field.new)):
            woven = "".join(piece.text for piece in field.pieces if piece.kind in {"kept", kind})
            assert woven == "\n".join(texts)


def test_the_counts_are_those_of_the_list() -> None:
    changes = compare_plans(example("soc-trang/2021.yaml"), example("soc-trang/2022.yaml"))
    counts = count_relations(changes.changes)
    assert tuple(counts) == RELATIONS
    assert sum(counts.values()) == len(changes.changes)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nearly_all_rows_without_ids_are_found_again(seed: int) -> None:
    truth = edit_plan(400, seed)
    known, found = known_rows(truth), found_rows(truth)
    assert len(found & known) >= 0.99 * len(known)
    assert len(found - known) <= 0.02 * len(known)
