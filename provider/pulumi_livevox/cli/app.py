"""All commands of `pulumi-livevox`.

A new one is a module with `HELP` and a function, and a line in `_COMMANDS`. It thereby has
`--debug`, ends as all do (`ending`: one message for an error, no traceback, the codes of
`exit_codes`), and is completed by shells. What it needs it imports when it runs.
"""

from collections.abc import Callable
from typing import Final

import typer

from pulumi_livevox.cli import adopt, export, hours, sandbox, services, show
from pulumi_livevox.cli.command import DebugOption, command
from pulumi_livevox.cli.exit_codes import ExitCode

_COMMANDS: Final[dict[str, tuple[Callable[..., ExitCode | None], str]]] = {
    "services": (services.services, services.HELP),
    "show": (show.show, show.HELP),
    "export": (export.export, export.HELP),
    "adopt": (adopt.adopt, adopt.HELP),
    "hours": (hours.hours, hours.HELP),
    "sandbox": (sandbox.sandbox, sandbox.HELP),
}
"""What each command does, and what its `--help` says."""

_CODES: Final = "\n".join(f"    {code.value:<4} {code.meaning}" for code in ExitCode)

_HELP: Final = f"""Look at LiveVox services and take them over into a Pulumi program.

Credentials are those of a stack's configuration (--stack NAME of a command) or
of the environment (LIVEVOX_ENVIRONMENT, LIVEVOX_CLIENT_NAME, LIVEVOX_USERNAME,
LIVEVOX_PASSWORD, LIVEVOX_API_TOKEN).

\b
A command ends with
{_CODES}
"""

app = typer.Typer(
    name="pulumi-livevox",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback(help=_HELP)
def pulumi_livevox(debug: DebugOption = False) -> None:
    """Take what stands before a command."""


for name, (function, help) in _COMMANDS.items():
    app.command(name, help=help)(command(function))
