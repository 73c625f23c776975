"""What stood before a run took it over: saved once a service, beside the journal."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pulumi_livevox.client.asked_once import AskedOnce
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.files import write_whole

SAVED: Final = "taken-over"
"""The folder of the journal in which they lie."""


class Saved:
    """The programs that this run saved, one a service; those of earlier runs stay as they are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._of_service: AskedOnce[int, Path] = AskedOnce()

    def once(self, service_id: int, program: Callable[[], str]) -> Path | None:
        """Save the program of a service and return its file; None where it is saved already.

        It is on disk when this returns. Raises ProviderError where the file can't be written.
        """
        path: Path | None = None

        def save() -> Path:
            nonlocal path
            path = self._save(service_id, program())
            return path

        self._of_service.get(service_id, save)
        return path

    def earliest(self, service_id: int) -> Path:
        """Return the oldest of the programs saved of a service."""
        return min(self._folder.glob(f"service-{service_id}-*.py"))

    def _save(self, service_id: int, text: str) -> Path:
        # The clock alone does not tell two runs of one second apart.
        name = f"{time.strftime('%Y-%m-%d-%H%M%S')}-{secrets.token_hex(2)}"
        path = self._folder / f"service-{service_id}-{name}.py"
        try:
            write_whole(path, text)
        except OSError as error:
            raise ProviderError(
                f"what stands can't be saved in {self._folder} ({error.strerror}), and nothing is "
                f"written over unsaved: nothing was sent to service {service_id}. Set "
                "LIVEVOX_JOURNAL to a folder that can be written to."
            ) from None
        return path
