"""What a rollout does not need is not installed with the package, but by extras of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal


@contextmanager
def needing(extra: Literal["cli", "pictures", "sandbox"]) -> Iterator[None]:
    """Import what an extra brings; where it is missing, end with how to install it."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("pulumi_livevox"):
            raise
        sys.exit(
            f"This command needs {missing.name}, which is not installed: "
            f'pip install "pulumi-livevox[{extra}]"'
        )
