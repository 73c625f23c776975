"""Holidays need libraries that are not installed with the package, but by an extra of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pulumi_livevox.declaring.extras import lacking
from pulumi_livevox.hours.wrong import refusal


@contextmanager
def needed_by(what: str) -> Iterator[None]:
    """Import what some holidays need. Raises WrongHours, with how to install it, where it lacks."""
    try:
        yield
    except ModuleNotFoundError as missing:
        problem = f"{what} need the package {lacking(missing, 'holidays')}"
        raise refusal([problem]) from None
