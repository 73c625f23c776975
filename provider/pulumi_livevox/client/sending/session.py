"""The session that all threads of a client share.

It begins with the first call that needs it, and is never ended: the API gives the same session to
everybody who logs in as the same user, so a logout here would end it for them too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pulumi_livevox.client.asked_once import AskedOnce
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
        # A refusal stands: a wrong password sent again and again could lock the user out.
        self._login: AskedOnce[None, LoggedIn] = AskedOnce(LoginRefused)

    def current(self) -> LoggedIn:
        """Return the session, beginning it if there is none."""
        return self._login.get(None, self._log_in)

    def renewed_after(self, expired: LoggedIn) -> LoggedIn:
        """Return a session newer than one that has expired; of all who meet that, one logs in."""
        return self._login.get(None, self._log_in, is_stale=lambda latest: latest is expired)
