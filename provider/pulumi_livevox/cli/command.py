"""What every command has: `--debug`, and its end.

A command is a function that takes its options, returns how it ended (None: done) and raises what
it can't mend.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from pulumi_livevox.cli.ending import debugging, ending
from pulumi_livevox.cli.exit_codes import ExitCode


def _switch_on(value: bool) -> bool:
    if value:
        debugging.set(True)
    return value


DebugOption = Annotated[
    bool,
    typer.Option("--debug", callback=_switch_on, help="Show the traceback of what goes wrong."),
]
"""`--debug`, of the command line and of each of its commands."""


def command(function: Callable[..., ExitCode | None]) -> Callable[..., None]:
    """Return what Typer runs for a function that is a command."""

    @wraps(function)
    def ended(*, debug: bool, **options: Any) -> None:
        with ending():
            try:
                code = function(**options)
            except typer.Abort:
                # Ctrl-C at a question.
                raise KeyboardInterrupt from None
        sys.exit(code or ExitCode.DONE)

    debug = inspect.Parameter(
        "debug", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=DebugOption
    )
    taken = inspect.signature(function, eval_str=True)
    described: Any = ended
    described.__signature__ = taken.replace(parameters=[*taken.parameters.values(), debug])
    described.__annotations__ = {**function.__annotations__, "debug": DebugOption}
    return ended
