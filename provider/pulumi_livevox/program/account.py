"""The account that the running program reads from: one client a run, and one read of each thing."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pulumi

from pulumi_livevox import config
from pulumi_livevox.client import EmptyCallCenter, LiveVoxError, NotFound
from pulumi_livevox.client.asked_once import AskedOnce
from pulumi_livevox.program import configuration
from pulumi_livevox.program.running import is_inline, once_a_run
from pulumi_livevox.run.started_in import engine_folder

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """What a run of a program reads with. Sections of services are reads that the client shares."""

    client: LiveVoxClient
    _answers: AskedOnce[Hashable, Any] = field(
        default_factory=lambda: AskedOnce(NotFound, EmptyCallCenter)
    )

    def once(self, question: Hashable, ask: Callable[[], T]) -> T:
        """Return the answer of this run to a question; of those who ask at once one does."""
        # Kept under the question that has an answer of this very type.
        return cast(T, self._answers.get(question, ask))


@once_a_run
def reading() -> Reading:
    """Return what this run reads with; nothing is sent before the first call.

    Raises pulumi.RunError where the configuration is incomplete, or the request log can't be
    written.
    """
    configuration.require()
    try:
        return Reading(config.connect(configuration.resolved(), _started_in()))
    except LiveVoxError as error:
        raise pulumi.RunError(str(error)) from None


def client() -> LiveVoxClient:
    """Return the client of this run, as `reading` does."""
    return reading().client


def _started_in() -> Path | None:
    """Return the folder from which a relative path of the request log counts.

    It is the provider's, so that both write one file. An inline program's user stands where its
    process does.
    """
    return Path.cwd() if is_inline() else engine_folder()
