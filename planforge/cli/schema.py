"""``planforge schema``: the plan format for editors and for people."""

import click

from planforge.cli.language import _


@click.command(
    "schema",
    help=_(
        "Print the JSON Schema of a plan file, which editors use to complete and explain keys, "
        "or with --markdown the reference page.\n\n"
        "Example: planforge schema > plan.schema.json"
    ),
)
@click.option("--markdown", is_flag=True, help=_("Print the reference page instead."))
def command(*, markdown: bool) -> None:
    """Print the definition of the format."""
    if markdown:
        from planforge.writers.format_reference import write_format_reference  # noqa: PLC0415

        click.echo(write_format_reference(_), nl=False)
        return
    from planforge.writers.json_schema import write_json_schema  # noqa: PLC0415

    click.echo(write_json_schema(_), nl=False)
