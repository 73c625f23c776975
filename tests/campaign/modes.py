"""The modes of the campaign: how the engine writes its state, and what is let happen then."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pulumi_livevox.run.checkpoints import VARIABLES
from tests.rig.faults import FAULTS, Fault


@dataclass(frozen=True)
class Mode:
    """How everything is run, and how a user makes up for a journal that is lost."""

    name: str
    told: str
    """What is told of it above a table."""

    faults: tuple[Fault, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    loses_state: bool = False
    """Whether a killed engine leaves the state as it was before the run.

    A lost journal is then tried in every phase, not in create alone; and what is taken is taken
    over by one command, not by an edit for each service.
    """

    def lets_happen(self, fault: Fault, phase: str) -> bool:
        """Whether a fault strikes at the requests of a phase."""
        return self.loses_state or phase == "create" or not fault.of_creating


USUAL = Mode("usual", "With checkpoints", tuple(FAULTS.values()))

LARGE = Mode(
    "large",
    "Checkpoints skipped",
    # What a network or a platform does is of requests, and those are the same in both.
    tuple(fault for fault in FAULTS.values() if fault.kill and not fault.beside),
    env=VARIABLES,
    loses_state=True,
)

MODES = {mode.name: mode for mode in (USUAL, LARGE)}
