"""`pulumi-livevox sandbox`: the API as a local server."""

import ipaddress
import sqlite3
from pathlib import Path
from typing import Annotated

import typer


def loopback(host: str) -> str:
    """Refuse a host that others could reach: the sandbox's credentials are public."""
    if host == "localhost":
        return "127.0.0.1"
    try:
        is_loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise typer.BadParameter(
            f"{host} is not a loopback address; the sandbox serves 127.0.0.1, ::1 or localhost"
        )
    return host


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
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Do not print a line for every request.")
    ] = False,
) -> None:
    """Serve the LiveVox Configuration API on this machine, with example data."""
    # Only here: other commands need no web server.
    from ..sandbox.database import OutdatedData
    from ..sandbox.house import Options
    from ..sandbox.server import listen, serve

    options = Options(
        data=data, delay_ms=delay_ms, allow_duplicate_names=allow_duplicate_names, quiet=quiet
    )
    try:
        serve(options, listen(host, port), reset=reset)
    except (OSError, sqlite3.Error, OutdatedData) as problem:
        typer.echo(f"The sandbox cannot start: {problem}", err=True)
        raise typer.Exit(1) from None
