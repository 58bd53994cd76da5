"""The peer: what a person writes who needs this document and has docxtpl.

``plain_script.py TEMPLATE OUTPUT PLAN...`` reads each plan's keys as they stand (nothing is
checked) and fills a template of its own. Of the ways to write it this is the fast one: libyaml's
loader, and merged cells by docxtpl's own tag.
"""

import sys
from pathlib import Path
from typing import Any

import yaml
from docxtpl import DocxTemplate

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def main() -> None:
    """Build every plan named on the command line."""
    template, output, *plans = sys.argv[1:]
    Path(output).mkdir(parents=True, exist_ok=True)
    for path in plans:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - as people write it
            plan = yaml.load(file, Loader=yaml.CSafeLoader)
        document = DocxTemplate(template)
        document.render(make_context(plan), autoescape=True)
        document.save(f"{output}/{Path(path).stem}.docx")


def make_context(plan: dict[str, Any]) -> dict[str, Any]:
    """Return what the template prints."""
    date = plan["date"]
    issued = f"ngày {date.day:02} tháng {date.month:02} năm {date.year}"
    issue = f"Kế hoạch số {plan['number']} {issued} của {plan['issuer']['name']}"
    bases = [f"Căn cứ {basis};" for basis in plan["bases"]]
    bases[-1] = bases[-1].replace(";", ".")
    return {
        "plan": plan,
        "place_date": f"{plan['issuer']['place']}, {issued}",
        "bases": bases,
        "opening": paragraphs(plan["opening"]),
        "sections": sections(plan["sections"]),
        "attached": f"(Kèm theo {issue})",
        "appendix_title": plan["appendices"][0]["title"].upper(),
        "groups": [group_rows(group) for group in plan["appendices"][0]["groups"]],
    }


def sections(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the parts of the body with their numbers and paragraphs."""
    parts: list[dict[str, Any]] = [
        {
            "title": f"{ROMAN[index]}. {item['title'].upper()}",
            "text": paragraphs(item.get("text", "")),
            "parts": [
                {"title": f"{n}. {part['title']}", "text": paragraphs(part["text"])}
                for n, part in enumerate(item.get("sections", ()), 1)
            ],
            "closing": paragraphs(item.get("closing", "")),
        }
        for index, item in enumerate(items)
    ]
    parts[-1]["closing"][-1] = parts[-1]["closing"][-1].rstrip(".") + "./."
    return parts


def paragraphs(text: str) -> list[str]:
    """Split a text at its blank lines and join the lines of each paragraph."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part]


def group_rows(group: dict[str, Any]) -> dict[str, Any]:
    """Return a group of the appendix with the cells of its rows as text."""
    fields = ("task", "product", "lead", "support", "deadline")
    return {
        "title": group["title"],
        "tasks": [{name: cell(task[name]) for name in fields} for task in group["tasks"]],
    }


def cell(value: str | list[str]) -> str:
    """Return a cell's text; a list is printed with dashes, line by line."""
    return value if isinstance(value, str) else "\n".join(f"- {item}" for item in value)


if __name__ == "__main__":
    main()
