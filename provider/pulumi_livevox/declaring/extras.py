"""What a rollout does not need is not installed with the package, but by extras of it."""

from __future__ import annotations

from typing import Literal

Extra = Literal["cli", "holidays", "pictures", "sandbox"]
"""An extra of the package, as pyproject.toml names them."""


def lacking(missing: ModuleNotFoundError, extra: Extra) -> str:
    """Say which package an import lacks, and how to install it, in the second half of a sentence.

    Raises the error where it is a module of ours that is not there.
    """
    if missing.name is None or missing.name.startswith("pulumi_livevox"):
        raise missing
    package = missing.name.partition(".")[0]
    return f'{package}, which is not installed: pip install "pulumi-livevox[{extra}]"'
