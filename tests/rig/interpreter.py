"""The interpreter as the engine starts it, with what it asks at every command answered once."""

import shlex
import subprocess
from functools import cache
from pathlib import Path

from tests.rig import PYTHON

_ASKED = "-m pip list -v --format json"


def quick_interpreter(folder: Path) -> Path:
    """Write a command for PULUMI_PYTHON_CMD into a folder, and return it.

    Before each command the engine has pip list what is installed, to see which plugins that wants.
    A quarter of a small command's time goes there, and the list is always the same.
    """
    packages, command = folder / "packages.json", folder / "python"
    packages.write_text(_installed())
    python = shlex.quote(str(PYTHON / "python3"))
    command.write_text(
        "#!/bin/sh\n"
        f'[ "$*" = "{_ASKED}" ] && exec cat {shlex.quote(str(packages))}\n'
        f'exec {python} "$@"\n'
    )
    command.chmod(0o755)
    return command


@cache
def _installed() -> str:
    asked = [str(PYTHON / "python3"), *_ASKED.split()]
    return subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
