"""``planforge schema``: the formats of plan and review for editors and for people."""

from typing import Literal

import click

from planforge.cli.language import _


@click.command(
    "schema",
    help=_(
        "Print the JSON Schema of a plan file, or with --for review of the review of a draft, "
        "which editors use to complete and explain keys, or with --markdown the reference page "
        "of both.\n\n"
        "Example: planforge schema > plan.schema.json"
    ),
)
@click.option(
    "--for",
    "kind",
    type=click.Choice(("plan", "review")),
    default="plan",
    show_default=True,
    help=_("The kind of file."),
)
@click.option("--markdown", is_flag=True, help=_("Print the reference page instead."))
def command(kind: Literal["plan", "review"], *, markdown: bool) -> None:
    """Print the definition of the format."""
    if markdown:
        from planforge.writers.format_reference import write_format_reference  # noqa: PLC0415

        click.echo(write_format_reference(_), nl=False)
        return
    from planforge.model.plan import Plan  # noqa: PLC0415
    from planforge.model.review import Review  # noqa: PLC0415
    from planforge.writers.json_schema import write_json_schema  # noqa: PLC0415

    click.echo(write_json_schema(_, Plan if kind == "plan" else Review), nl=False)
