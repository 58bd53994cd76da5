"""Filling a template by Jinja, for the few that hold more than values, loops and tests."""

from functools import cache

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from planforge.writers.docx.pieces import UnfilledError, Values


def render(source: str, values: Values) -> str:
    """Return ``source`` filled with ``values``; raises UnfilledError with Jinja's reason."""
    try:
        return _compiled(source).render(values)
    except TemplateError as error:
        raise UnfilledError(str(error)) from error


@cache
def _environment() -> SandboxedEnvironment:
    """Return a sandbox: a template may come from anywhere. A tag without a value is an error."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


@cache
def _compiled(source: str) -> Template:
    return _environment().from_string(source)
