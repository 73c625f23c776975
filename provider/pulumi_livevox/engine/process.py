"""The one account of the provider's process: configured by the engine, connected when asked for."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pulumi_livevox import config
from pulumi_livevox.run import checkpoints
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.notices import warn
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.started_in import engine_folder

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


class _Process:
    """The one account of this process, connected when first asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._configured: Callable[[str], object | None] = lambda key: None
        self._run: Run | None = None

    def configure(self, configured: Callable[[str], object | None]) -> None:
        """Take the stack's configuration: `configured` gives the value of a key."""
        with self._lock:
            self._configured = configured

    def run(self) -> Run:
        """Return the run of the account that this process is configured for; sends nothing.

        Raises ConfigurationError where the configuration is incomplete, or where the journal can't
        stand in for checkpoints that are skipped.
        """
        with self._lock:
            if self._run is None:
                resolved = config.resolve(self._configured, os.environ)
                checkpoints.require_lasting_journal(resolved.journal_folder, os.environ)
                client = config.connect(resolved, engine_folder())
                self._run = _new_run(resolved.journal_folder, client)
            return self._run


def _new_run(folder: Path, client: LiveVoxClient) -> Run:
    if notice := checkpoints.ignored(os.environ):
        warn(notice)
    journal = Journal(folder, client.base_url, warn, checkpoints.unsaved_run(os.environ))
    return Run(client, journal, os.getcwd())


_process = _Process()
configure, run = _process.configure, _process.run
