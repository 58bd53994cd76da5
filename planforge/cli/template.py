import click


@click.command("template")
def command() -> None: ...
