"""S108: a paragraph stands in the plan once."""

from collections.abc import Iterator

from planforge.findings import Path, msg
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_SHORTEST = 80
"""In characters: shorter paragraphs are customary phrases, said of one agency after another."""

_SHOWN = 60


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each long paragraph of the body, or of one appendix, that stands there already."""
    seen: set[tuple[Path, str]] = set()
    for item in subject.texts:
        if len(item.plain) < _SHORTEST or not _is_prose(item.path):
            continue
        key = (item.path[:2] if item.path[0] == "appendices" else (), _comparable(item.plain))
        if key in seen:
            yield Violation(
                item.path,
                msg(
                    "This paragraph repeats an earlier one: “{start}…”.", start=item.plain[:_SHOWN]
                ),
                msg("Delete it, or write what belongs here."),
            )
        seen.add(key)


def _comparable(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".; ")


def _is_prose(path: Path) -> bool:
    """Whether a text is a paragraph of running text, not a title or a cell."""
    return path[0] == "opening" or path[-2:-1] in (("text",), ("closing",)) or path[0] == "bases"


RULE = Rule(
    code="S108",
    name="repeated-paragraph",
    severity="warning",
    check=check,
    what=msg(
        "A paragraph or basis of more than 80 letters that stands twice, word for word. Short "
        "customary phrases may come again."
    ),
    why=msg("Mostly it is a paste that was never changed, and the right words are missing."),
    bad="""
opening: |
  Cải cách hành chính là một trong những nhiệm vụ trọng tâm, một khâu đột phá để phát triển.

  Cải cách hành chính là một trong những nhiệm vụ trọng tâm, một khâu đột phá để phát triển.
""",
    good="""
opening: |
  Cải cách hành chính là một trong những nhiệm vụ trọng tâm, một khâu đột phá để phát triển.
""",
)
