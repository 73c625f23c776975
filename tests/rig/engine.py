"""The engine that everything is tried with."""

import contextlib
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.rig import ROOT


def find_engine() -> Path:
    """The folder of the `pulumi` to test with, built where there is none."""
    install = ROOT / "tools" / "engine" / "install.sh"
    done = subprocess.run([install], stdout=subprocess.PIPE, text=True, check=True, timeout=1800)
    return Path(done.stdout.strip())


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Lets child processes be interrupted, as from a terminal.

    A job that a shell started in the background ignores SIGINT, and so do its children; each
    command of the engine then takes five seconds longer.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
