"""When a request may be sent: after the pauses the API asks for, and at the user's own pace."""

import time
from threading import Lock

from pulumi_livevox.client.sending.deadline import Deadline


class Gate:
    """The one way out for the requests of all threads of a client."""

    def __init__(self, requests_per_second: float | None) -> None:
        self._lock = Lock()
        self._closed_until = 0.0
        self._pace = None if requests_per_second is None else _Pace(requests_per_second)

    def pause(self, seconds: float) -> None:
        """Hold back everybody for a while: the API has said that it gets too much."""
        with self._lock:
            self._closed_until = max(self._closed_until, time.monotonic() + seconds)

    def pass_before(self, deadline: Deadline) -> bool:
        """Wait for the way to be free, or say at once that it will not be free in time.

        The wait for a turn under the user's own pace is not the call's time.
        """
        while True:
            while (pause := self._closed_until - time.monotonic()) > 0:
                if pause >= deadline.left:
                    return False
                time.sleep(pause)
            if self._pace is not None:
                deadline.put_off(self._pace.wait_for_turn())
            # A pause may have begun while this thread waited for its turn.
            if self._closed_until <= time.monotonic():
                return True


class _Pace:
    """So many requests a second, evenly: kinder to the API than a burst each second."""

    def __init__(self, requests_per_second: float) -> None:
        self._interval = 1 / requests_per_second
        self._lock = Lock()
        self._next_turn = 0.0

    def wait_for_turn(self) -> float:
        """Wait, in the order of coming, and return how many seconds that took."""
        with self._lock:
            came = time.monotonic()
            turn = max(came, self._next_turn)
            self._next_turn = turn + self._interval
        time.sleep(turn - came)
        return time.monotonic() - came
