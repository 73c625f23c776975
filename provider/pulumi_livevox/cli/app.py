"""All commands of `pulumi-livevox`."""

import typer

from pulumi_livevox.cli import adopt, sandbox
from pulumi_livevox.cli.command import command

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


app.command("adopt", help=adopt.HELP)(command(adopt.adopt))
app.command("sandbox", help=sandbox.HELP)(sandbox.sandbox)
