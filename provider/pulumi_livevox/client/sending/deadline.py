"""The time that one call has for all its tries."""

import time


class Deadline:
    """The end of that time."""

    def __init__(self, seconds: float) -> None:
        self._begun = time.monotonic()
        self._end = self._begun + seconds

    def put_off(self, seconds: float) -> None:
        """Begin and end later: the call waited for the user's own pace, not for the API."""
        self._begun += seconds
        self._end += seconds

    @property
    def left(self) -> float:
        """The seconds that are left; none is 0."""
        return max(0.0, self._end - time.monotonic())

    @property
    def spent(self) -> float:
        """The seconds since the call began."""
        return time.monotonic() - self._begun
