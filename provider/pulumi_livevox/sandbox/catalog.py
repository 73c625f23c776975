"""The services themselves: finding, listing, copying, changing and deleting them."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pulumi_livevox.sandbox.accounts import User
from pulumi_livevox.sandbox.database import Database, Row
from pulumi_livevox.sandbox.parameters import Page

#: A service that had campaigns within this time cannot be deleted.
CAMPAIGN_DAYS = 90

_DAY_MILLISECONDS = 86_400_000

#: What a copy takes over as it is. Campaigns, agents and resource groups stay with the template.
_COPIED = (
    "callCenterId, abbreviation, unattended, termCodeEnabled, acdFeatureCode, inboundService,"
    " callDirection, previewMode, operatorPhone, callbackPhone, agentCallInNumber,"
    " defaultCallerId, settings, messaging, pacing"
)
_UNRELATED = json.dumps({"agent": [], "outboundResourceGroup": []})


class Catalog:
    """All services of all clients. Callers hold a transaction around what belongs together."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], float] = time.time,
        listed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Open a database. Lists are read from other tables or views where `listed` names any."""
        self._database = database
        self._clock = clock
        self._listed_services = listed.get("service", "service")
        self._listed_hours = listed.get("inboundHour", "inboundHour")

    def now(self) -> int:
        """The present, in the API's milliseconds."""
        return int(self._clock() * 1000)

    def find(self, service_id: int, user: User) -> Row | None:
        """Return a service, if it exists and the user may see it."""
        row = self.find_any(service_id)
        if row is None or row["clientId"] != user.client_id or not user.sees_services:
            return None
        return row

    def find_any(self, service_id: int) -> Row | None:
        """Return a service, whoever it belongs to."""
        return self._database.row(
            "SELECT service.*, clientId FROM service NATURAL JOIN callCenter WHERE serviceId = ?",
            service_id,
        )

    def size(self, call_center: int) -> int:
        """How many services a call center has."""
        row = self._database.row(
            f"SELECT count(*) FROM {self._listed_services} WHERE callCenterId = ?", call_center
        )
        assert row is not None
        return int(row[0])

    def last_modified(self, call_center: int) -> int | None:
        """When the list of a call center last changed."""
        row = self._database.row(
            "SELECT lastModified FROM callCenter WHERE callCenterId = ?", call_center
        )
        return None if row is None else int(row["lastModified"])

    def belongs_to(self, call_center: int, user: User) -> bool:
        """Tell whether the user may see services of a call center."""
        row = self._database.row(
            "SELECT clientId FROM callCenter WHERE callCenterId = ?", call_center
        )
        return row is not None and user.sees_services and row["clientId"] == user.client_id

    def page(
        self, user: User, where: Mapping[str, Sequence[Any]], page: Page
    ) -> tuple[list[Row], bool]:
        """Return a page of the services whose columns have one of the values; and if more follow.

        One row more than the page is asked for, which tells.
        """
        if not user.sees_services:
            return [], False
        wanted = {"clientId": [user.client_id], **where}
        conditions = " AND ".join(
            f"{column} IN ({', '.join('?' * len(values))})" for column, values in wanted.items()
        )
        rows = self._database.rows(
            "SELECT serviceId, name, callCenterId, acdFeatureCode"
            f" FROM {self._listed_services} NATURAL JOIN callCenter WHERE {conditions}"
            " ORDER BY position LIMIT ? OFFSET ?",
            *(value for values in wanted.values() for value in values),
            page.count + 1,
            page.offset,
        )
        return rows[: page.count], len(rows) > page.count

    def is_taken(self, name: str, call_center: int, besides: int | None = None) -> bool:
        """Tell whether another service of the call center has this name."""
        row = self._database.row(
            "SELECT 1 FROM service WHERE callCenterId = ? AND name = ? AND serviceId IS NOT ?",
            call_center,
            name,
            besides,
        )
        return row is not None

    def copy(self, template: Row, name: str) -> int:
        """Create a service that is like the template but for its name."""
        service_id = self._database.next_id("service")
        self._database.execute(
            f"INSERT INTO service (serviceId, name, related, {_COPIED})"
            f" SELECT ?, ?, ?, {_COPIED} FROM service WHERE serviceId = ?",
            service_id,
            name,
            _UNRELATED,
            template["serviceId"],
        )
        for number in self.caller_ids(template["serviceId"]):
            self._database.insert("callerId", {"serviceId": service_id, "number": number})
        for hours in self.hours(template["serviceId"]):
            self.add_hours(service_id, {**hours, "serviceId": service_id})
        self.touch(template["callCenterId"])
        return service_id

    def change(self, service: Row, values: Mapping[str, Any]) -> None:
        """Set some columns of a service."""
        if values:
            self._database.execute(
                f"UPDATE service SET {', '.join(f'{column} = ?' for column in values)}"
                " WHERE serviceId = ?",
                *values.values(),
                service["serviceId"],
            )

    def delete(self, service: Row) -> None:
        """Delete a service with all that hangs on it."""
        self._database.execute("DELETE FROM service WHERE serviceId = ?", service["serviceId"])
        self.touch(service["callCenterId"])

    def touch(self, call_center: int) -> None:
        """Note that the list of a call center changed."""
        self._database.execute(
            "UPDATE callCenter SET lastModified = ? WHERE callCenterId = ?",
            self.now(),
            call_center,
        )

    def caller_ids(self, service_id: int) -> list[str]:
        """Return the caller IDs of a service in the order in which they were added."""
        rows = self._database.rows(
            "SELECT number FROM callerId WHERE serviceId = ? ORDER BY rowid", service_id
        )
        return [row["number"] for row in rows]

    def add_caller_id(self, service_id: int, number: str) -> None:
        """Add a caller ID, unless it is there."""
        self._database.execute(
            "INSERT OR IGNORE INTO callerId (serviceId, number) VALUES (?, ?)", service_id, number
        )

    def remove_caller_id(self, service_id: int, number: str) -> bool:
        """Remove a caller ID; tells whether it was there."""
        return (
            self._database.execute(
                "DELETE FROM callerId WHERE serviceId = ? AND number = ?", service_id, number
            )
            > 0
        )

    def hours(self, service_id: int) -> list[Row]:
        """Return the inbound hours of a service."""
        return self._database.rows(
            "SELECT id, dayOfWeek, date, startTime, endTime"
            f" FROM {self._listed_hours} WHERE serviceId = ? ORDER BY id",
            service_id,
        )

    def add_hours(self, service_id: int, values: Mapping[str, Any]) -> int:
        """Add an entry to the inbound hours of a service."""
        hours_id = self._database.next_id("inboundHour")
        self._database.insert("inboundHour", {**values, "serviceId": service_id, "id": hours_id})
        return hours_id

    def change_hours(self, hours_id: int, start: int, end: int) -> None:
        """Set the times of an entry."""
        self._database.execute(
            "UPDATE inboundHour SET startTime = ?, endTime = ? WHERE id = ?", start, end, hours_id
        )

    def remove_hours(self, service_id: int, hours_id: int) -> bool:
        """Remove an entry; tells whether the service had it."""
        return (
            self._database.execute(
                "DELETE FROM inboundHour WHERE serviceId = ? AND id = ?", service_id, hours_id
            )
            > 0
        )

    def campaigns(self, service_id: int) -> list[Row]:
        """Return the campaigns of a service."""
        return self._database.rows(
            "SELECT id, loadedAt FROM campaign WHERE serviceId = ? ORDER BY id", service_id
        )

    def add_campaign(self, service_id: int, days_ago: int) -> int:
        """Add a campaign that was loaded some days ago."""
        campaign_id = self._database.next_id("campaign")
        loaded_at = self.now() - days_ago * _DAY_MILLISECONDS
        self._database.insert(
            "campaign", {"id": campaign_id, "serviceId": service_id, "loadedAt": loaded_at}
        )
        return campaign_id

    def remove_campaigns(self, service_id: int) -> None:
        """Remove the campaigns of a service."""
        self._database.execute("DELETE FROM campaign WHERE serviceId = ?", service_id)

    def is_in_use(self, service_id: int) -> bool:
        """Tell whether a service had campaigns recently enough to forbid its deletion."""
        since = self.now() - CAMPAIGN_DAYS * _DAY_MILLISECONDS
        return any(campaign["loadedAt"] >= since for campaign in self.campaigns(service_id))

    def service_ids(self) -> list[int]:
        """Return the ids of all services of all clients, in the order of the lists."""
        rows = self._database.rows("SELECT serviceId FROM service ORDER BY position")
        return [row["serviceId"] for row in rows]
