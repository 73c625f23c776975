"""The engine that everything is tried with."""

import contextlib
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.rig import ROOT


def find_engine(build: bool = True) -> Path:
    """The folder of the `pulumi` to use, built where there is none; else the program ends there."""
    install: list[str | Path] = [ROOT / "tools" / "engine" / "install.sh"]
    if not build:
        install.append("--check")
    done = subprocess.run(install, stdout=subprocess.PIPE, text=True, timeout=1800)
    if done.returncode:  # it has said why
        raise SystemExit(done.returncode)
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
