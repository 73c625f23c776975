"""The one account of the provider's process: configured by the engine, connected when asked for."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pulumi_livevox import config
from pulumi_livevox.engine.lifeline import engine_folder
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.notices import warn
from pulumi_livevox.run.records import journal_folder
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.writes import Writes

if TYPE_CHECKING:
    from pulumi_livevox.client.sending.request_log import RequestLog


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
        """Return the run that this process serves; sends nothing.

        Raises ConfigurationError where the configuration is incomplete.
        """
        # A program never calls the API; only the provider's process pays for the client's imports.
        from pulumi_livevox.client import LiveVoxClient

        with self._lock:
            if self._run is None:
                resolved = config.resolve(self._configured, os.environ)
                client = LiveVoxClient(resolved.account, resolved.limits, log=_request_log())
                folder = journal_folder(os.environ)
                journal = Journal(folder, client.base_url, os.getcwd())
                writes = Writes(folder, client.base_url)
                self._run = Run(client, journal, writes, warn=warn)
            return self._run


def _request_log() -> RequestLog | None:
    from pulumi_livevox.client.sending.request_log import RequestLog

    typed = os.environ.get("LIVEVOX_LOG_FILE")
    if not typed:
        return None
    path = Path(typed)
    if not path.is_absolute():
        folder = engine_folder()
        if folder is None:
            raise config.ConfigurationError(
                f'LIVEVOX_LOG_FILE was "{typed}"; on this system it may be an absolute path, as '
                "nothing tells where the engine was started"
            )
        path = folder / path
    try:
        return RequestLog(path)
    except OSError as error:
        raise config.ConfigurationError(
            f'LIVEVOX_LOG_FILE was "{typed}"; it may be a file that can be written to '
            f"({path}: {error.strerror})"
        ) from None


_process = _Process()
configure, run = _process.configure, _process.run
