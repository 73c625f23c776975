"""One SQLite file holds all that the sandbox knows, so that it outlives a restart."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Raised with every change of the tables or of the seed that older files cannot serve.
SCHEMA_VERSION = 1

# Columns that answers show are named as on the wire, so that a row is an answer's content.
# `position` is the order in which lists show services: by arrival, not by id.
TABLES = {
    "client": """
        clientId INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        apiToken TEXT NOT NULL""",
    "account": """
        userId INTEGER PRIMARY KEY,
        clientId INTEGER NOT NULL REFERENCES client,
        userName TEXT NOT NULL,
        password TEXT NOT NULL,
        role TEXT NOT NULL,
        modifyServices INTEGER NOT NULL,
        seesServices INTEGER NOT NULL,
        UNIQUE (clientId, userName)""",
    "session": """
        sessionId TEXT PRIMARY KEY,
        userId INTEGER NOT NULL REFERENCES account,
        apiToken TEXT NOT NULL,
        lastUsed REAL NOT NULL,
        UNIQUE (userId, apiToken)""",
    "callCenter": """
        callCenterId INTEGER PRIMARY KEY,
        clientId INTEGER NOT NULL REFERENCES client,
        lastModified INTEGER NOT NULL""",
    "service": """
        position INTEGER PRIMARY KEY,
        serviceId INTEGER NOT NULL UNIQUE,
        callCenterId INTEGER NOT NULL REFERENCES callCenter,
        name TEXT NOT NULL,
        abbreviation TEXT,
        unattended INTEGER NOT NULL,
        termCodeEnabled INTEGER NOT NULL,
        acdFeatureCode TEXT,
        inboundService INTEGER REFERENCES service (serviceId)
            ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
        callDirection TEXT,
        previewMode TEXT,
        operatorPhone TEXT,
        callbackPhone TEXT,
        agentCallInNumber TEXT,
        defaultCallerId TEXT,
        settings TEXT NOT NULL,
        messaging TEXT NOT NULL,
        pacing TEXT NOT NULL,
        related TEXT NOT NULL""",
    "callerId": """
        serviceId INTEGER NOT NULL REFERENCES service (serviceId) ON DELETE CASCADE,
        number TEXT NOT NULL,
        UNIQUE (serviceId, number)""",
    "inboundHour": """
        id INTEGER PRIMARY KEY,
        serviceId INTEGER NOT NULL REFERENCES service (serviceId) ON DELETE CASCADE,
        dayOfWeek TEXT NOT NULL,
        date INTEGER,
        startTime INTEGER NOT NULL,
        endTime INTEGER NOT NULL""",
    "campaign": """
        id INTEGER PRIMARY KEY,
        serviceId INTEGER NOT NULL REFERENCES service (serviceId) ON DELETE CASCADE,
        loadedAt INTEGER NOT NULL""",
    # Ids are given out once, also after what they named is gone.
    "sequence": "name TEXT PRIMARY KEY, lastId INTEGER NOT NULL",
}
INDEXES = (
    "CREATE INDEX serviceByCallCenter ON service (callCenterId, position)",
    "CREATE INDEX serviceByName ON service (callCenterId, name)",
    "CREATE INDEX serviceByInbound ON service (inboundService)",
    "CREATE INDEX hourByService ON inboundHour (serviceId)",
    "CREATE INDEX campaignByService ON campaign (serviceId)",
)

Row = sqlite3.Row


class OutdatedData(Exception):
    """The file was written by another version of the sandbox."""


class Database:
    """The file and its one connection, which threads use in turn."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.row_factory = Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        # Nothing waits for the disk: the data survive a kill of the process, which is enough here.
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def prepare(self, seed: Callable[["Database"], None], reset: bool = False) -> None:
        """Create and seed the tables of a new file; with `reset`, of an old one too."""
        version = self.row("PRAGMA user_version")
        assert version is not None
        if reset or version[0] == 0:
            self._build(seed)
        elif version[0] != SCHEMA_VERSION:
            raise OutdatedData("the data were written by another version: start with --reset")

    def _build(self, seed: Callable[["Database"], None]) -> None:
        with self.transaction():
            for table in reversed(TABLES):
                self.execute(f"DROP TABLE IF EXISTS {table}")
            for table, columns in TABLES.items():
                self.execute(f"CREATE TABLE {table} ({columns})")
            for statement in INDEXES:
                self.execute(statement)
            seed(self)
            self.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make a block's statements one step that nobody sees half done."""
        with self._lock:
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.execute("ROLLBACK")
                raise
            self.execute("COMMIT")

    def define(self, name: str, function: Callable[[], float]) -> None:
        """Let statements call a function."""
        with self._lock:
            self._connection.create_function(name, 0, function)

    def execute(self, statement: str, *values: Any) -> int:
        """Run a statement and return how many rows it changed."""
        with self._lock:
            return self._connection.execute(statement, values).rowcount

    def row(self, statement: str, *values: Any) -> Row | None:
        """Return the first row, if there is one."""
        with self._lock:
            row: Row | None = self._connection.execute(statement, values).fetchone()
            return row

    def rows(self, statement: str, *values: Any) -> list[Row]:
        """Return all rows."""
        with self._lock:
            return self._connection.execute(statement, values).fetchall()

    def insert(self, table: str, values: Mapping[str, Any]) -> None:
        """Add one row."""
        columns, places = ", ".join(values), ", ".join("?" * len(values))
        self.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", *values.values())

    def next_id(self, sequence: str) -> int:
        """Give out an id that was never given out before."""
        row = self.row(
            "UPDATE sequence SET lastId = lastId + 1 WHERE name = ? RETURNING lastId", sequence
        )
        assert row is not None, sequence
        return int(row["lastId"])
