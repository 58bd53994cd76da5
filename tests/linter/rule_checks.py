"""What one rule says of the small right plan with an example laid over it."""

from test_rules import plan_of

from planforge.linter.rule import Rule
from planforge.linter.subject import Subject
from planforge.model import Plan


def messages(rule: Rule, example: str | Plan) -> list[str]:
    plan = plan_of(example) if isinstance(example, str) else example
    return [violation.message.text() for violation in rule.check(Subject(plan))]


def table(*rows: str) -> str:
    """Return an appendix with the tasks ``rows``, each a YAML mapping on one line."""
    lines = "\n".join(f"      - {row}" for row in rows)
    return f"\nappendices:\n  - id: phu-luc\n    tasks:\n{lines}\n"


def body(*sections: str) -> str:
    """Return a body with the top sections ``sections``, each a YAML mapping on one line."""
    return "\nsections:\n" + "\n".join(f"  - {section}" for section in sections) + "\n"


def quoted(text: str) -> str:
    """Return an opening that says ``text``."""
    return f'\nopening: "{text}"\n'
