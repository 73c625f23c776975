"""Large rollouts: the engine leaves its checkpoints out, and the journal has to stand in for them.

The engine writes the whole state at every step of a run, or, where it is told to skip that, once at
the end. A run that is killed then leaves a state in which nothing of it stands: the journal alone
knows what it made.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final
from uuid import uuid4

from pulumi_livevox.config import ConfigurationError

_ALLOWING: Final = "PULUMI_EXPERIMENTAL"
_SKIPPING: Final = "PULUMI_SKIP_CHECKPOINTS"

VARIABLES: Final = {_ALLOWING: "1", _SKIPPING: "1"}
"""What has the engine write the state once, at the end of a run."""

_THIS_RUN: Final = uuid4().hex

_IN_MEMORY: Final = ("tmpfs", "ramfs")


def are_skipped(environ: Mapping[str, str]) -> bool:
    """Tell whether the engine of an environment writes the state at the end of a run alone."""
    return all(_is_true(environ, variable) for variable in VARIABLES)


def unsaved_run(environ: Mapping[str, str]) -> str:
    """Name the run of this process where its state is written at the end; "" where at every step.

    What the state has of such a run says that it has all of it.
    """
    return _THIS_RUN if are_skipped(environ) else ""


def ignored(environ: Mapping[str, str]) -> str:
    """Return a notice where the engine is asked to skip its checkpoints and does not; else ""."""
    if not _is_true(environ, _SKIPPING) or are_skipped(environ):
        return ""
    return (
        f"{_SKIPPING} is set without {_ALLOWING}=1, and the engine ignores it: it writes the whole "
        "state at every step"
    )


def require_lasting_journal(folder: Path, environ: Mapping[str, str]) -> None:
    """Refuse to skip checkpoints where the journal's folder can't stand in for them.

    Raises ConfigurationError.
    """
    if are_skipped(environ) and (problem := journal_problem(folder)):
        raise ConfigurationError(
            f"{_SKIPPING} is set, so that the journal alone knows what a killed run made, and the "
            f"journal's folder {problem}; nothing was sent. Set LIVEVOX_JOURNAL to a folder on a "
            f"disk that outlives the run, or run without {_SKIPPING}"
        )


def journal_problem(folder: Path) -> str:
    """Say why records in a folder would not outlive a run and its machine; "" where they would.

    Tries by writing a file there.
    """
    try:
        if (kind := _file_system(folder)) in _IN_MEMORY:
            return f"{folder} lies in memory ({kind}), which is gone with the machine"
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as trial:
            os.fsync(trial.fileno())
    except OSError as error:
        return f"{folder} can't be written to ({error.strerror})"
    return ""


def _is_true(environ: Mapping[str, str], variable: str) -> bool:
    # As the engine reads its variables.
    return environ.get(variable, "").lower() in ("1", "true")


def _file_system(folder: Path) -> str:
    """Return the type of the file system that a folder lies, or would lie, on.

    "" where nothing tells. Raises OSError where the folder can't be looked at.
    """
    folder = folder.resolve()
    there = next(each for each in (folder, *folder.parents) if each.exists())
    device = there.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    try:
        mounts = Path("/proc/self/mountinfo").read_text().splitlines()
    except OSError:
        return ""
    # Its third field is the device; the type stands behind a dash.
    kinds = (mount.partition(" - ")[2].split()[0] for mount in mounts if mount.split()[2] == number)
    return next(kinds, "")
