"""Findings and values are found where they stand in the file, to the column."""

from functools import cache
from typing import Any

import pytest
import yaml
from spoilt_plans import EXAMPLE, MISSPELT, PLAN, places

from planforge.findings import Finding, msg
from planforge.model.shapes import fields_of
from planforge.model.walking import walk_records
from planforge.readers import read_plan
from planforge.readers.places import locate


def test_a_mistake_in_one_key_hides_nothing_in_the_others() -> None:
    spoilt = (
        PLAN.replace("place: An Lạc", "place: xã: An Lạc")
        .replace("title: Cải cách", 'title: "Cải cách')
        .replace("text: Hoàn thành", "area: sai\n    text: Hoàn thành")
        .replace("archive: VT", "archive: [VT")
        .replace("name: Nguyễn Văn An", "name: Nguyễn Văn An\n  title2: x")
    )
    assert places(spoilt) == [
        (4, 12, "R105"),
        (6, 8, "R105"),
        (9, 11, "R305"),
        (13, 10, "R105"),
        (17, 3, "R201"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("beginning", ["", "# Dự thảo\n\n", "---\n", "\ufeff", "%YAML 1.2\n---\n"])
def test_places_do_not_depend_on_line_ends_and_beginnings(newline: str, beginning: str) -> None:
    text = beginning + MISSPELT
    added = beginning.count("\n")
    found = places(text.replace("\n", newline))
    assert found == [(1 + added, 1, "R307"), (5 + added, 1, "R201")]


@cache
def example_nodes() -> dict[Any, tuple[int, int]]:
    """Return where PyYAML's own nodes say that each value of the example begins."""
    found: dict[Any, tuple[int, int]] = {}

    def walk(node: yaml.Node, path: tuple[Any, ...]) -> None:
        found[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                walk(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                walk(value, (*path, index))

    root = yaml.compose(EXAMPLE.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert root is not None
    walk(root, ())
    return found


def test_every_value_of_a_real_plan_is_found_where_it_stands() -> None:
    source = read_plan(EXAMPLE.read_bytes()).source
    checked = 0
    for path, place in example_nodes().items():
        node, rest = source.descend(path)
        assert node is not None
        assert (rest, (node.line, node.column)) == ((), place)
        checked += 1
    assert checked > 200


def test_every_paragraph_of_a_real_plan_is_found_on_its_line() -> None:
    result = read_plan((EXAMPLE.parent.parent / "soc-trang" / "2022.yaml").read_bytes())
    assert result.plan is not None
    checked = 0
    for path, record in walk_records(result.plan):
        for field in fields_of(type(record)):
            if field.shape.kind not in ("prose", "cell"):
                continue
            for index, paragraph in enumerate(getattr(record, field.name) or ()):
                finding = Finding(
                    code="X", rule="x", message=msg("x"), path=(*path, field.name, index)
                )
                line = result.source.line_text(locate(finding, result.source).line)
                assert " ".join(paragraph.text.split()[:2]).strip('"') in line
                checked += 1
    assert checked > 100
