"""The platform that the sandbox plays: what its API reads and writes, and what goes wrong there."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pulumi_livevox.sandbox.accounts import Sessions
from pulumi_livevox.sandbox.catalog import Catalog
from pulumi_livevox.sandbox.database import Database
from pulumi_livevox.sandbox.faults.fault_set import FaultSet
from pulumi_livevox.sandbox.faults.kinds import Fault
from pulumi_livevox.sandbox.faults.lag import Lag
from pulumi_livevox.sandbox.seed import Seed


@dataclass(frozen=True, slots=True)
class Options:
    """How a sandbox behaves."""

    data: Path
    """The folder of its database and its access log."""
    delay_ms: int = 0
    """How long every answer of the API waits."""
    allow_duplicate_names: bool = False
    """Take a service name that another service of the call center has."""
    quiet: bool = False
    """Do not write the access log to the terminal."""
    clock: Callable[[], float] = time.time
    """What time it is, in seconds since the epoch."""
    faults: Sequence[Fault] = ()
    """What goes wrong from the start."""


class Platform:
    """Its data, its users' sessions and the faults that are set, as long as the sandbox runs."""

    def __init__(self, options: Options, reset: bool = False) -> None:
        self.options = options
        options.data.mkdir(parents=True, exist_ok=True)
        self.database = Database(options.data / "sandbox.db")
        self.catalog = Catalog(self.database, options.clock)
        self.sessions = Sessions(self.database, options.clock)
        self.database.prepare(Seed(options.clock), reset)
        self.lag = Lag(self.database, options.clock)
        self.faults = FaultSet(self.lag)
        self.faults.replace(options.faults)

    def reset(self) -> None:
        """Put everything back to the seed and the options; sessions end."""
        self.faults.replace(())
        self.database.prepare(Seed(self.options.clock), reset=True)
        self.faults.replace(self.options.faults)

    def close(self) -> None:
        """Let go of the files."""
        self.database.close()
