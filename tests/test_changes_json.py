"""The comparison for programs: complete, counted, and documented key by key."""

import re
from typing import Any

import msgspec
import pytest
from example_plans import ROOT
from golden import check_golden
from sample_changes import SAMPLE
from shown_changes import changes_of, in_vietnamese, soc_trang

from planforge.changes import RELATIONS, Changes
from planforge.findings import msg
from planforge.writers.changes.json import VERSION, write_json

BOTH = pytest.mark.parametrize("changes", [SAMPLE, soc_trang()], ids=["sample", "soc-trang"])


def decoded(changes: Changes) -> dict[str, Any]:
    return msgspec.json.decode(write_json(changes))


def test_every_relation_is_shown() -> None:
    check_golden("changes/sample.json", write_json(SAMPLE))


@BOTH
def test_nothing_is_left_out(changes: Changes) -> None:
    whole = decoded(changes)
    assert whole["version"] == VERSION == 1
    assert whole["old"] == msgspec.to_builtins(changes.old)
    assert whole["areas"] == changes.areas
    listed = [
        {key: item[key] for key in ("relation", "also", "old", "new")} for item in whole["changes"]
    ]
    expected = [
        {key: part[key] for key in ("relation", "also", "old", "new")}
        for part in msgspec.to_builtins(changes.changes)
    ]
    assert listed == [msgspec.json.decode(msgspec.json.encode(part)) for part in expected]


@BOTH
def test_the_summary_counts_the_list(changes: Changes) -> None:
    whole = decoded(changes)
    summary, listed = whole["summary"], whole["changes"]
    assert summary["changes"] == len(listed)
    assert summary["differing"] == sum(item["relation"] != "same" for item in listed)
    assert list(summary["relations"]) == list(RELATIONS)
    for relation, count in summary["relations"].items():
        assert count == sum(item["relation"] == relation for item in listed)
        for name, key in (("parts", "part"), ("kinds", "kind")):
            for group, counts in summary[name].items():
                members = [item for item in listed if item[key] == group]
                assert counts.get(relation, 0) == sum(m["relation"] == relation for m in members)


@BOTH
def test_every_task_is_accounted_for(changes: Changes) -> None:
    whole = decoded(changes)
    tasks = whole["summary"]["tasks"]
    for side in ("old", "new"):
        rows = [entry for item in whole["changes"] for entry in item[side]]
        assert tasks[side] == sum(entry["kind"] in {"task", "line"} for entry in rows)
    assert tasks["old"] == sum(tasks[k] for k in ("continuing", "merged", "split", "removed"))
    assert tasks["new"] == sum(
        tasks[k] for k in ("continuing", "merged_into", "split_into", "added")
    )


def test_pieces_make_both_texts() -> None:
    for item in decoded(SAMPLE)["changes"]:
        for field in item["fields"]:
            for side, kind in (("old", "removed"), ("new", "added")):
                pieces = [p["text"] for p in field["pieces"] if p["kind"] in {"kept", kind}]
                assert "".join(pieces) == "\n".join(field[side])


def test_sentences_come_in_the_language_in_use_with_their_template() -> None:
    whole = msgspec.json.decode(write_json(SAMPLE, in_vietnamese))
    meaning = whole["changes"][2]["fields"][1]["meaning"]
    assert meaning == {
        "text": "hạn lùi từ Quý I/2021 sang Quý II/2022",
        "template": "later: from {old} to {new}",
        "values": {"old": "Quý I/2021", "new": "Quý II/2022"},
    }
    assert whole["changes"][3]["fields"][0]["meaning"] is None


def test_a_sentence_within_a_sentence_keeps_its_template() -> None:
    remark = msg("{what}, {count}", what=msg("lead agency changed"), count=2)
    change = msgspec.structs.replace(SAMPLE.changes[0], remarks=(remark,))
    whole = msgspec.json.decode(write_json(changes_of(change), in_vietnamese))
    assert whole["changes"][0]["remarks"] == [
        {
            "text": "đổi cơ quan chủ trì, 2",
            "template": "{what}, {count}",
            "values": {
                "what": {
                    "text": "đổi cơ quan chủ trì",
                    "template": "lead agency changed",
                    "values": {},
                },
                "count": 2,
            },
        }
    ]


def test_letters_are_letters() -> None:
    text = write_json(SAMPLE)
    assert "Ủy ban nhân dân tỉnh Sóc Trăng" in text
    assert "\\u" not in text
    assert text.endswith("}\n")


def keys_of(value: Any, above: str = "") -> set[str]:
    """Return the keys of objects; those of texts, values and counts are data."""
    if isinstance(value, list):
        return {key for item in value for key in keys_of(item, above)}
    if not isinstance(value, dict) or above in {"texts", "values", "areas", "relations", "kinds"}:
        return set()
    return set(value).union(*(keys_of(item, key) for key, item in value.items()))


def test_every_key_is_documented() -> None:
    page = (ROOT / "docs" / "diff-json.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`(\w+)`", page))
    assert keys_of(decoded(SAMPLE)) - documented == set()
    assert set(RELATIONS) - documented == set()


def test_the_example_of_the_page_has_only_keys_that_are_printed() -> None:
    page = (ROOT / "docs" / "diff-json.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert example is not None
    whole = msgspec.json.decode(example[1])
    assert keys_of(whole) <= keys_of(decoded(SAMPLE))
