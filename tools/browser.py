"""Find the Chromium that the tests of pages run in, or say how to install one."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Final

ALONE: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How it is started: it asks nobody for anything, and needs no rights of its own."""

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")


def found() -> str:
    """Return the path of a Chromium: that of CHROMIUM, or the first on the PATH.

    Raises FileNotFoundError, with what to install, where there is none.
    """
    named = os.environ.get("CHROMIUM", "")
    for name in (named,) if named else _NAMES:
        path = shutil.which(name)
        if path is not None:
            return path
    if named:
        raise FileNotFoundError(
            f'CHROMIUM was "{named}"; it may be the path of a Chromium or Chrome'
        )
    raise FileNotFoundError(
        f"No browser is on the PATH (looked for {', '.join(_NAMES)}). On Debian and Ubuntu, "
        '"apt-get install chromium" installs one; CHROMIUM=/path/to/browser names another: any '
        "Chromium, Chrome or Edge of this year or the last."
    )


if __name__ == "__main__":
    try:
        found()
    except FileNotFoundError as error:
        sys.exit(str(error))
