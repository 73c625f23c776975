"""The session that all threads of a client share.

It begins with the first call that needs it, and is never ended: the API gives the same session to
everybody who logs in as the same user, so a logout here would end it for them too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from pulumi_livevox.client.awaited import Awaited
from pulumi_livevox.client.errors import LoginRefused


@dataclass(frozen=True, eq=False)
class LoggedIn:
    """What a login has brought."""

    session_id: str = field(repr=False)
    client_id: int

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a call in this session."""
        return {"LV-Session": self.session_id}


class Session:
    """One session for any number of threads, and one login for all that wait for it."""

    def __init__(self, log_in: Callable[[], LoggedIn]) -> None:
        self._log_in = log_in
        self._lock = Lock()
        self._login: Awaited[LoggedIn] | None = None

    def current(self) -> LoggedIn:
        """Return the session, beginning it if there is none."""
        return self._joined(lambda login: False)

    def renewed_after(self, expired: LoggedIn) -> LoggedIn:
        """Return a session newer than one that has expired; of all who meet that, one logs in."""
        return self._joined(lambda login: login is expired)

    def _joined(self, is_stale: Callable[[LoggedIn], bool]) -> LoggedIn:
        with self._lock:
            login = self._login
            mine = login is None or _is_over(login, is_stale)
            if login is None or mine:
                login = self._login = Awaited()
        return login.bring(self._log_in) if mine else login.wait()


def _is_over(login: Awaited[LoggedIn], is_stale: Callable[[LoggedIn], bool]) -> bool:
    if not login.ended:
        return False
    if login.problem is not None:
        # A refusal stands: a wrong password sent again and again could lock the user out.
        return not isinstance(login.problem, LoginRefused)
    return is_stale(login.wait())
