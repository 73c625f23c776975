"""The command line, `pulumi-livevox`: one module a command; `app` has them all.

What it needs besides the package's own needs are extras: `missing_extras` says so where they are
missing. `ending` has what all commands have in common.
"""

import io
import sys

from pulumi_livevox.cli.ending import ending
from pulumi_livevox.cli.missing_extras import needing


def main() -> None:
    """Run the command that the arguments name."""
    with ending():
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # What the terminal's encoding does not have is no reason to end.
                stream.reconfigure(errors="backslashreplace")
        with needing("cli"):
            from pulumi_livevox.cli.app import app
        app(prog_name="pulumi-livevox")
