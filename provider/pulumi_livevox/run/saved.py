"""What stood before a run took it over: saved once a service, beside the journal."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from pulumi_livevox.client.asked_once import AskedOnce
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.files import write_whole


class Saved:
    """The programs that this run saved, one a service; those of earlier runs stay as they are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._of_service: AskedOnce[int, Path] = AskedOnce()

    def once(self, service_id: int, write: Callable[[], str], told: Callable[[Path], None]) -> None:
        """Save what `write` returns, where nothing is saved of the service; `told` gets the file.

        It is on disk when this returns. Raises ProviderError where the file can't be written.
        """

        def save() -> Path:
            path = self._save(service_id, write())
            told(path)
            return path

        self._of_service.get(service_id, save)

    def _save(self, service_id: int, text: str) -> Path:
        moment = time.strftime("%Y-%m-%d-%H%M%S")
        path = self._folder / f"service-{service_id}-{moment}.py"
        try:
            write_whole(path, text)
        except OSError as error:
            raise ProviderError(
                f"what stands can't be saved in {self._folder} ({error.strerror}), and nothing is "
                f"written over unsaved: nothing was sent to service {service_id}. Set "
                "LIVEVOX_JOURNAL to a folder that can be written to."
            ) from None
        return path
