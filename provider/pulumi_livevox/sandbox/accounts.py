"""Users, what their roles allow, and their sessions."""

import enum
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from pulumi_livevox.sandbox.bodies import Credentials
from pulumi_livevox.sandbox.database import Database
from pulumi_livevox.sandbox.refusals import unauthorized

#: A session ends when it was not used for this long.
IDLE_SECONDS = 2 * 3600

#: How exactly a session's last use is noted: reading calls then seldom have to write.
NOTED_EVERY_SECONDS = 60

_DOES_ALL = frozenset({"Sysadmin", "Superuser", "IT User"})


class Right(enum.Enum):
    """What a method asks of the user's role."""

    READ = "read services"
    UPDATE = "update services"
    MANAGE = "create or delete services"


@dataclass(frozen=True, slots=True)
class User:
    """The user behind a session."""

    client_id: int
    role: str
    modify_services: bool
    sees_services: bool

    def may(self, right: Right) -> bool:
        """Tell whether the role, or a power it was given, allows this."""
        if self.role == "Manager":
            return right is Right.READ or (right is Right.UPDATE and self.modify_services)
        return self.role in _DOES_ALL


@dataclass(frozen=True, slots=True)
class Login:
    """What a login answers."""

    session_id: str
    client_id: int
    user_id: int


class Sessions:
    """The sessions of all users."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def login(self, api_token: str, credentials: Credentials) -> Login:
        """Open a session, or give out the one that this user has with this token."""
        with self._database.transaction():
            user = self._database.row(
                "SELECT userId, clientId FROM account NATURAL JOIN client"
                " WHERE code = ? AND apiToken = ? AND userName = ? AND password = ?",
                credentials["clientName"],
                api_token,
                credentials["userName"],
                credentials["password"],
            )
            if user is None:
                raise unauthorized("The API token, client name, user name or password is wrong")
            session_id = self._session_for(user["userId"], api_token)
        return Login(session_id, user["clientId"], user["userId"])

    def _session_for(self, user_id: int, api_token: str) -> str:
        session = self._database.row(
            "SELECT sessionId, lastUsed FROM session WHERE userId = ? AND apiToken = ?",
            user_id,
            api_token,
        )
        if session is not None and self._is_alive(session["lastUsed"]):
            session_id = str(session["sessionId"])
        else:
            session_id = str(uuid.uuid4())
        self._database.execute(
            "INSERT OR REPLACE INTO session (sessionId, userId, apiToken, lastUsed)"
            " VALUES (?, ?, ?, ?)",
            session_id,
            user_id,
            api_token,
            self._clock(),
        )
        return session_id

    def user(self, session_id: str | None) -> User:
        """Return the user of a valid session, and note that it was used."""
        row = session_id and self._database.row(
            "SELECT lastUsed, clientId, role, modifyServices, seesServices"
            " FROM session NATURAL JOIN account WHERE sessionId = ?",
            session_id,
        )
        if not row or not self._is_alive(row["lastUsed"]):
            raise unauthorized("The session is missing, unknown or has expired: log in")
        if self._clock() - row["lastUsed"] > NOTED_EVERY_SECONDS:
            self._database.execute(
                "UPDATE session SET lastUsed = ? WHERE sessionId = ?", self._clock(), session_id
            )
        return User(
            client_id=row["clientId"],
            role=row["role"],
            modify_services=bool(row["modifyServices"]),
            sees_services=bool(row["seesServices"]),
        )

    def validate(self, session_id: str) -> None:
        """Refuse a session that does not live; asking does not prolong it."""
        row = self._database.row("SELECT lastUsed FROM session WHERE sessionId = ?", session_id)
        if row is None or not self._is_alive(row["lastUsed"]):
            raise unauthorized("The session is unknown or has expired")

    def end_all(self) -> None:
        """End every session, as two idle hours would."""
        self._database.execute("DELETE FROM session")

    def _is_alive(self, last_used: float) -> bool:
        return self._clock() - last_used <= IDLE_SECONDS
