"""Holidays need libraries that are not installed with the package, but by an extra of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pulumi_livevox.hours.wrong import refusal


@contextmanager
def needed_by(what: str) -> Iterator[None]:
    """Import what some holidays need. Raises WrongHours, with how to install it, where it lacks."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("pulumi_livevox"):
            raise
        package = missing.name.partition(".")[0]
        raise refusal(
            [
                f"{what} need the package {package}, which is not installed: "
                'pip install "pulumi-livevox[holidays]"'
            ]
        ) from None
