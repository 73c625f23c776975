"""The command line, `pulumi-livevox`: one module a command; `app` has them all.

What it needs besides the package's own needs are extras: `extras` says so where they are missing.
"""

from pulumi_livevox.cli.missing_extras import needing


def main() -> None:
    """Run the command that the arguments name."""
    with needing("cli"):
        from pulumi_livevox.cli.app import app
    app()
