"""Write the pages that are made from the program; a test tells when they are behind it."""

import gettext
import re
from pathlib import Path

from planforge.findings import RulePage, Translate, untranslated
from planforge.linter.registry import RULES
from planforge.linter.wordfile import WORD_RULES
from planforge.model.review import Review
from planforge.writers.findings.text import SEVERITIES
from planforge.writers.format_reference import write_format_reference
from planforge.writers.json_schema import write_json_schema
from planforge.writers.rule_page import write_rule_page

FOLDER = Path(__file__).parent
CATALOGUES = FOLDER.parent / "planforge" / "locale"

_ALL: tuple[RulePage, ...] = (*RULES, *WORD_RULES)
_TITLE = "planforge lint"


def pages() -> dict[str, str]:
    """Return the generated pages by file name; schema and Vietnamese pages share a catalogue."""
    vietnamese: Translate = gettext.translation("planforge", CATALOGUES, ["vi"]).gettext
    return {
        "plan.schema.json": write_json_schema(vietnamese),
        "review.schema.json": write_json_schema(vietnamese, Review),
        "dinh-dang.md": write_format_reference(vietnamese),
        "plan-format.md": write_format_reference(),
        "quy-tac.md": rule_pages(vietnamese),
        "rules.md": rule_pages(untranslated),
    }


def rule_pages(translate: Translate) -> str:
    """Return all rules: a table, then the page of each."""
    lines = [f"# {_TITLE}", "", "| | | | |", "|---|---|---|---|"]
    for rule in _ALL:
        anchor = f"{rule.code}-{rule.name}-{SEVERITIES[rule.severity].text(translate)}".lower()
        lines.append(
            f"| [{rule.code}](#{anchor.replace(' ', '-')}) | {rule.name} "
            f"| {SEVERITIES[rule.severity].text(translate)} | {rule.what.text(translate)} |"
        )
    parts = ["\n".join(lines) + "\n"]
    parts += [_one_level_down(write_rule_page(rule, translate)) for rule in _ALL]
    return "\n".join(parts)


def _one_level_down(page: str) -> str:
    """Make the headings of a page those of a chapter; ``#`` in examples is a comment and stays."""
    texts = page.split("```")
    texts[::2] = [re.sub(r"^#", "##", text, flags=re.MULTILINE) for text in texts[::2]]
    return "```".join(texts)


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
