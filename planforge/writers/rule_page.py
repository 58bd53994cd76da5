"""The page of a rule, for the terminal and for docs/, in Markdown."""

from planforge.findings import Message, Translate, msg, untranslated
from planforge.writers.findings.text import SEVERITIES

_HEADINGS = {
    "what": msg("What is looked for"),
    "why": msg("Why it matters"),
    "bad": msg("Wrong"),
    "good": msg("Right"),
    "source": msg("Rests on"),
}
_ALLOW = msg("Allow one finding: `# planforge: bỏ qua {code} - …` above its line.")


def write_rule_page(
    heading: tuple[str, str, str],
    texts: tuple[Message, Message],
    examples: tuple[str, str],
    source: str,
    translate: Translate = untranslated,
) -> str:
    """Return a rule's page; ``heading`` is code, name and severity, ``texts`` what and why."""
    code, name, severity = heading
    titles = {key: title.text(translate) for key, title in _HEADINGS.items()}
    shown = next(text for key, text in SEVERITIES.items() if key == severity).text(translate)
    parts = [
        f"# {code} {name} ({shown})",
        f"## {titles['what']}\n\n{texts[0].text(translate)}",
        f"## {titles['why']}\n\n{texts[1].text(translate)}",
        f"## {titles['bad']}\n\n```yaml\n{examples[0].strip()}\n```",
        f"## {titles['good']}\n\n```yaml\n{examples[1].strip()}\n```",
    ]
    if source:
        parts.append(f"## {titles['source']}\n\n{source}")
    parts.append(msg(_ALLOW.template, code=code).text(translate))
    return "\n\n".join(parts) + "\n"
