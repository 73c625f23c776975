"""When a request may be sent: deadlines, the pauses the API asks for, and the user's own pace."""

import math
import time
from threading import Lock


class Deadline:
    """The end of the time that one call has for all its tries."""

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
        # Imported for those who ask for a pace: it costs more than all the rest of the client.
        from pyrate_limiter import InMemoryBucket, Limiter, Rate, SingleBucketFactory

        interval = max(1, math.ceil(1000 / requests_per_second))
        self._bucket: InMemoryBucket = InMemoryBucket([Rate(1, interval)])
        # Without the library's thread: what has passed is dropped at each turn.
        turns = SingleBucketFactory(self._bucket, schedule_leak=False)
        self._limiter: Limiter = Limiter(turns, buffer_ms=0)
        self._queue = Lock()

    def wait_for_turn(self) -> float:
        """Wait, about in the order of coming, and return how many seconds that took."""
        began = time.monotonic()
        # One at a time: the library lets a newcomer pass those who wait.
        with self._queue:
            self._bucket.leak(time.monotonic_ns() // 1_000_000)
            self._limiter.try_acquire()
        return time.monotonic() - began
