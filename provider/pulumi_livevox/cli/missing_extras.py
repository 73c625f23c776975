"""Commands need more than a rollout does: extras bring it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pulumi_livevox.declaring.extras import Extra, lacking


@contextmanager
def needing(extra: Extra) -> Iterator[None]:
    """Import what an extra brings; where it is missing, end with how to install it."""
    try:
        yield
    except ModuleNotFoundError as missing:
        sys.exit(f"This command needs {lacking(missing, extra)}")
