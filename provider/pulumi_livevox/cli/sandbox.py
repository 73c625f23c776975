"""`pulumi-livevox sandbox`: the API as a local server."""

import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from pulumi_livevox.cli.missing_extras import needing
from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.client.addresses import is_loopback

#: What `--help` says. A line `\\b` keeps the line breaks of its paragraph.
HELP = """Serve the LiveVox Configuration API on this machine, with example data.

Faults: the file of --faults, or the body of PUT /sandbox/faults while the
sandbox runs (GET shows how often each struck, DELETE clears them), is JSON:

\b
    {"faults": [
      {"kind": "answer-lost", "method": "POST", "at": 2,
       "path": "/configuration/services"},
      {"kind": "rate-limited", "retry_after": 3, "every": 11, "limit": 5}
    ]}

\b
The kinds, with their options and (defaults):
    answer-lost      carried out, then closed without an answer
    connection-cut   closed before anything is carried out
    reset-in-body    carried out, a TCP reset after half of the body
    truncated-json   carried out, JSON that ends in the middle
    html-200         a proxy's page instead; carried_out (true)
    html-502         likewise; carried_out (false)
    status-202       carried out, answered as done in part
    status-500       an error; carried_out (false)
    status-503       likewise; carried_out (false)
    rate-limited     429; retry_after (none) in seconds, as_date (false)
    late             after seconds; carried_out at their ("start") or "end"
    session-expired  all sessions end right before the request
    list-lags        lists show the state of some seconds ago; lists, of
                     "services" and "hours" (["services"])

A fault looks at requests of the API, logins included, by method, path (a *
stands for anything within one part) and query (a text that is in it), or at
all. It strikes the one that "at" says, counted from 1, every n-th by "every",
or each; at most "limit" of them. Of several the first in the file strikes.
list-lags has none of these keys: it holds as long as it is set.
"""


def loopback(host: str) -> str:
    """Refuse a host that others could reach: the sandbox's credentials are public."""
    if not is_loopback(host):
        raise typer.BadParameter(
            f"{host} is not a loopback address; the sandbox serves 127.0.0.1, ::1 or localhost"
        )
    return "127.0.0.1" if host == "localhost" else host


def sandbox(
    host: Annotated[
        str, typer.Option(callback=loopback, help="Loopback address to serve on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to serve on; 0 takes a free one.")
    ] = 8730,
    data: Annotated[
        Path, typer.Option(file_okay=False, help="Folder of the database and the access log.")
    ] = Path(".sandbox"),
    reset: Annotated[
        bool, typer.Option("--reset", help="Throw the data away and begin anew.")
    ] = False,
    delay_ms: Annotated[
        int, typer.Option(min=0, help="Milliseconds that every answer of the API waits.")
    ] = 0,
    allow_duplicate_names: Annotated[
        bool,
        typer.Option("--allow-duplicate-names", help="Take service names that are in use."),
    ] = False,
    faults: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            metavar="FILE",
            help="JSON file of what goes wrong between the API and its callers, as above.",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Do not print a line for every request.")
    ] = False,
) -> None:
    """Serve the LiveVox Configuration API on this machine; HELP says more."""
    with needing("sandbox"):
        from pulumi_livevox.sandbox.database import OutdatedData
        from pulumi_livevox.sandbox.faults.reading import WrongFaults, read_faults
        from pulumi_livevox.sandbox.platform import Options
        from pulumi_livevox.sandbox.server import listen, serve

    try:
        options = Options(
            data=data,
            delay_ms=delay_ms,
            allow_duplicate_names=allow_duplicate_names,
            quiet=quiet,
            faults=read_faults(faults.read_bytes()) if faults else (),
        )
        serve(options, listen(host, port), reset=reset)
    except WrongFaults as wrong:
        raise LiveVoxError(f"The sandbox cannot start: {faults}: {wrong}") from None
    except (OSError, sqlite3.Error, OutdatedData) as problem:
        raise LiveVoxError(f"The sandbox cannot start: {problem}") from None
