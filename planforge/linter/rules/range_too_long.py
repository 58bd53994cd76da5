"""D105: a quarter's figures are not those of fifteen months."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.day_spans import find_spans
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.window_labels import find_label, longest_window


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each span that is longer than its label allows, even counted from New Year."""
    titles = {item.path: item.section.title for item in subject.sections}
    for item in subject.texts:
        for span in find_spans(item.plain) if "/20" in item.plain else ():
            label = find_label(item.plain[: span.start]) or find_label(_title(titles, item.path))
            if label and span.is_of_dates and span.days > longest_window(label):
                yield Violation(
                    item.path,
                    msg(
                        "“{label}” is given {days} days: “{span}”.",
                        label=label[0],
                        days=span.days,
                        span=span.words,
                    ),
                    msg("Check the year of both ends."),
                )


def _title(titles: dict[Path, str], path: Path) -> str:
    return titles.get(path[:-2], "") if path[-2:-1] == ("text",) else ""


RULE = Rule(
    code="D105",
    name="range-too-long",
    severity="warning",
    check=check,
    what=msg(
        "A window of data longer than what it is named after: fifteen months for a quarter. "
        "Windows that count from the start of the year, as reports on reform do, are allowed."
    ),
    why=msg("A wrong year in one end; whoever follows it reports other figures than the rest."),
    bad="""
opening: "Báo cáo Quý III/2026: số liệu từ ngày 15/6/2025 đến ngày 14/9/2026."
""",
    good="""
opening: "Báo cáo Quý III/2026: số liệu từ ngày 15/12/2025 đến ngày 14/9/2026."
""",
)
