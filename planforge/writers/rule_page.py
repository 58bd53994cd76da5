"""The page of a rule, for the terminal and for docs/, in Markdown."""

from planforge.findings import RulePage, Translate, msg, untranslated
from planforge.writers.findings.text import SEVERITIES

_HEADINGS = {
    "what": msg("What is looked for"),
    "why": msg("Why it matters"),
    "bad": msg("Wrong"),
    "good": msg("Right"),
    "source": msg("Rests on"),
}
_FENCES = {"plan": "yaml", "review": "yaml", "document": "text"}


def write_rule_page(rule: RulePage, translate: Translate = untranslated) -> str:
    """Return the page of ``rule`` in the given language."""
    titles = {key: title.text(translate) for key, title in _HEADINGS.items()}
    severity = SEVERITIES[rule.severity].text(translate)
    fence = _FENCES[rule.about]
    parts = [
        f"# {rule.code} {rule.name} ({severity})",
        f"## {titles['what']}\n\n{rule.what.text(translate)}",
        f"## {titles['why']}\n\n{rule.why.text(translate)}",
        f"## {titles['bad']}\n\n```{fence}\n{rule.bad.strip()}\n```",
        f"## {titles['good']}\n\n```{fence}\n{rule.good.strip()}\n```",
    ]
    if rule.source:
        parts.append(f"## {titles['source']}\n\n{rule.source}")
    if rule.about != "document":
        allow = msg(
            "Allow one finding: `# planforge: bỏ qua {code} - …` above its line.", code=rule.code
        )
        parts.append(allow.text(translate))
    return "\n\n".join(parts) + "\n"
