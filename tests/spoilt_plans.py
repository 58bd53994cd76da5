"""A small plan to be spoilt, and what the reader promises of every file."""

from pathlib import Path

from planforge.findings import Finding
from planforge.readers import ReadResult, read_plan

EXAMPLE = Path(__file__).parent.parent / "plans" / "mau" / "so.yaml"

PLAN = """\
period: 2022
issuer:
  name: Ủy ban nhân dân xã An Lạc
  place: An Lạc
number: /KH-UBND
title: Cải cách hành chính xã An Lạc năm 2022
sections:
  - title: Mục tiêu
    text: Hoàn thành các nhiệm vụ được giao.
recipients:
  - UBND huyện
archive: VT
signature:
  title: CHỦ TỊCH
  name: Nguyễn Văn An
"""
"""A plan without a mistake, to be spoilt."""

MISSPELT = PLAN.replace("number:", "numbr:")


def shown(finding: Finding) -> str:
    where = f" {finding.where.text()}" if finding.where else ""
    hint = finding.hint.text() if finding.hint else ""
    place = f"{finding.line}:{finding.column} {finding.code} {finding.severity}{where}"
    return f"{place} | {finding.message.text()} | {hint}\n"


def lines_of(data: bytes) -> list[str]:
    text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def hold_to_promises(data: bytes) -> ReadResult:
    """Check what is promised of every file, whatever is in it."""
    result = read_plan(data, "tệp.yaml")
    assert result.plan is not None or result.findings
    places = [(finding.line, finding.column, finding.code) for finding in result.findings]
    assert places == sorted(places)
    lines = lines_of(data)
    for finding in result.findings:
        assert finding.code
        assert finding.rule
        assert finding.message.text()
        assert finding.hint
        assert finding.hint.text()
        assert shown(finding).count("\n") == 1
        assert 0 <= finding.line <= len(lines)
        if finding.line:
            assert 0 <= finding.column <= len(lines[finding.line - 1]) + 1
    return result


def places(text: str) -> list[tuple[int, int, str]]:
    return [(f.line, f.column, f.code) for f in read_plan(text.encode()).findings]
