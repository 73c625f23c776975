"""All commands of `pulumi-livevox`."""

import typer

from pulumi_livevox.cli import sandbox

app = typer.Typer(
    name="pulumi-livevox",
    help="Tools around the LiveVox provider for Pulumi.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def pulumi_livevox() -> None:
    """Tools around the LiveVox provider for Pulumi."""


app.command("sandbox", help=sandbox.HELP)(sandbox.sandbox)
