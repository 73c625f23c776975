"""The engine that everything here is measured with."""

import subprocess
from pathlib import Path

import typer

from tests.rig import ROOT

_INSTALL = ROOT / "tools" / "engine" / "install.sh"


def engine_at_hand() -> Path:
    """The engine's folder. Where there is none the program ends: a benchmark builds nothing."""
    checked = subprocess.run([_INSTALL, "--check"], stdout=subprocess.PIPE, text=True)
    if checked.returncode:
        raise typer.Exit(checked.returncode)
    return Path(checked.stdout.strip())
