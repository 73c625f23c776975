"""Lists that lag behind: what they showed some seconds ago, from notes of what changed since.

The notes are taken by triggers, in temporary tables beside the data: a change that is taken back
takes its note with it, and the API's methods know nothing of it.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from pulumi_livevox.sandbox.catalog import Catalog
from pulumi_livevox.sandbox.database import Database
from pulumi_livevox.sandbox.faults.kinds import Arrival


@dataclass(frozen=True, slots=True)
class _List:
    """One kind of list: its table, which changes of it are noted, and which requests read it."""

    table: str
    key: str
    columns: str
    #: Condition on which a change of a row is one that the list shows late.
    changed: str
    path: re.Pattern[str]

    @property
    def view(self) -> str:
        return f"{self.table}Lagging"

    @property
    def notes(self) -> str:
        return f"{self.table}Before"


_LISTS = {
    "services": _List(
        table="service",
        key="serviceId",
        columns="serviceId, position, callCenterId, name, acdFeatureCode",
        changed="old.name <> new.name",
        path=re.compile("/configuration/services"),
    ),
    "hours": _List(
        table="inboundHour",
        key="id",
        columns="id, serviceId, dayOfWeek, date, startTime, endTime",
        changed="true",
        path=re.compile(r"/configuration/services/\d+/inboundHours"),
    ),
}


class Lag:
    """Keeps, while it is set, the state of some seconds ago."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._seconds = 0.0
        self._lists: list[_List] = []
        #: The services as lists show them.
        self.catalog = Catalog(database, clock)
        database.define("sandboxNow", clock)
        database.define("sandboxLagSince", self._since)

    def begin(self, seconds: float, lists: Collection[str]) -> None:
        """Let lists show from now on the state of some seconds ago."""
        self._seconds = seconds
        self._lists = [_LISTS[name] for name in _LISTS if name in lists]
        for lagging in self._lists:
            for statement in _installation(lagging):
                self._database.execute(statement)
        views = {lagging.table: lagging.view for lagging in self._lists}
        self.catalog = Catalog(self._database, self._clock, views)

    def end(self) -> None:
        """Let lists show the present."""
        self.catalog = Catalog(self._database, self._clock)
        for lagging in self._lists:
            for statement in _removal(lagging):
                self._database.execute(statement)
        self._lists = []

    def shows(self, arrival: Arrival) -> bool:
        """Tell whether a request reads a list that lags."""
        return self._list(arrival) is not None

    def is_behind(self, arrival: Arrival) -> bool:
        """Tell whether something is too young for the list that a request reads."""
        lagging = self._list(arrival)
        return lagging is not None and (
            self._database.row(
                f"SELECT 1 FROM {lagging.notes} WHERE changedAt > sandboxLagSince() LIMIT 1"
            )
            is not None
        )

    def _list(self, arrival: Arrival) -> _List | None:
        if arrival.method != "GET":
            return None
        return next(
            (lagging for lagging in self._lists if lagging.path.fullmatch(arrival.path)), None
        )

    def _since(self) -> float:
        return self._clock() - self._seconds


def _installation(lagging: _List) -> list[str]:
    """Statements that begin to take notes: of each change, the row before it (or that none was)."""
    table, notes, key, columns = lagging.table, lagging.notes, lagging.key, lagging.columns
    others = columns.removeprefix(f"{key}, ")
    old = ", ".join(f"old.{column}" for column in columns.split(", "))
    noted = f"INSERT INTO {notes} (changedAt, existed, {columns}) VALUES (sandboxNow(), 1, {old});"
    return [
        f"CREATE TEMP TABLE {notes} (changedAt REAL, existed INTEGER, {columns})",
        f"CREATE INDEX temp.{notes}ByKey ON {notes} ({key}, changedAt)",
        f"CREATE TEMP TRIGGER {table}Noted1 AFTER INSERT ON main.{table} BEGIN"
        f" INSERT INTO {notes} (changedAt, existed, {key})"
        f" VALUES (sandboxNow(), 0, new.{key}); END",
        f"CREATE TEMP TRIGGER {table}Noted2 AFTER UPDATE ON main.{table}"
        f" WHEN {lagging.changed} BEGIN {noted} END",
        f"CREATE TEMP TRIGGER {table}Noted3 AFTER DELETE ON main.{table} BEGIN {noted} END",
        # What did not change since, and of the rest the row before its first change since.
        f"CREATE TEMP VIEW {lagging.view} AS"
        f" SELECT {key}, {others} FROM main.{table} WHERE {key} NOT IN"
        f" (SELECT {key} FROM {notes} WHERE changedAt > sandboxLagSince())"
        f" UNION ALL SELECT {key}, {others} FROM {notes} AS note WHERE existed AND rowid ="
        f" (SELECT min(rowid) FROM {notes} WHERE {key} = note.{key}"
        " AND changedAt > sandboxLagSince())",
    ]


def _removal(lagging: _List) -> list[str]:
    return [
        f"DROP VIEW IF EXISTS temp.{lagging.view}",
        *(f"DROP TRIGGER IF EXISTS temp.{lagging.table}Noted{number}" for number in (1, 2, 3)),
        f"DROP TABLE IF EXISTS temp.{lagging.notes}",
    ]
