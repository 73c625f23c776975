"""The faults that are set, and how often each of them struck."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_livevox.sandbox.faults.kinds import AnyStrike, Arrival, Fault, ListLags
from pulumi_livevox.sandbox.faults.lag import Lag


@dataclass(slots=True)
class _Armed:
    fault: Fault
    matched: int = 0
    struck: int = 0


class FaultSet:
    """Decides of every request which fault strikes it. Not for several threads at once."""

    def __init__(self, lag: Lag) -> None:
        self._lag = lag
        self._armed: list[_Armed] = []
        self._requests = 0

    def replace(self, faults: Sequence[Fault]) -> None:
        """Set these faults instead of what was set; counting begins anew."""
        self._armed = [_Armed(fault) for fault in faults]
        self._requests = 0
        self._lag.end()
        for fault in faults:
            if isinstance(fault, ListLags):
                self._lag.begin(fault.seconds, fault.lists)

    def strike(self, arrival: Arrival) -> AnyStrike | None:
        """Count a request, and return the fault that strikes it."""
        self._requests += 1
        striking: AnyStrike | None = None
        for armed in self._armed:
            if isinstance(armed.fault, ListLags) or not armed.fault.looks_at(arrival):
                continue
            armed.matched += 1
            if striking is None and armed.fault.is_due(armed.matched, armed.struck):
                armed.struck += 1
                striking = armed.fault
        return striking

    def lag(self, arrival: Arrival) -> ListLags | None:
        """Return the fault that makes a request about to be answered miss something."""
        for armed in self._armed:
            if isinstance(armed.fault, ListLags) and self._lag.shows(arrival):
                armed.matched += 1
                if self._lag.is_behind(arrival):
                    armed.struck += 1
                    return armed.fault
        return None

    def shown(self) -> dict[str, Any]:
        """Tell what is set, what it looked at, and what it struck."""
        return {
            "requests": self._requests,
            "faults": [
                {
                    "fault": armed.fault.model_dump(mode="json", exclude_unset=True),
                    "matched": armed.matched,
                    "struck": armed.struck,
                }
                for armed in self._armed
            ],
        }
