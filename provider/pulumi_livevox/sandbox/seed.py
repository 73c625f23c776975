"""What a new sandbox holds: two clients, their users, and the services of `seed_services`."""

import json
from collections.abc import Callable
from typing import Any

from pulumi_livevox.sandbox.database import Database
from pulumi_livevox.sandbox.seed_services import CALL_CENTERS, SERVICES, SETTINGS, SeedService

#: Documented credentials of the sandbox; they open nothing else.
PASSWORD = "sandbox-password"
API_TOKEN = "sandbox-token"

CLIENTS = {4199: "SANDBOX", 5200: "OTHER"}

#: User id, client id, name, role, power "Modify Services", may see services.
ACCOUNTS = (
    (7001, 4199, "sandbox", "Sysadmin", False, True),
    (7002, 4199, "manager", "Manager", False, True),
    (7003, 4199, "blind", "Sysadmin", False, False),
    (7004, 4199, "modifier", "Manager", True, True),
    (7005, 4199, "superuser", "Superuser", False, True),
    (7006, 4199, "it", "IT User", False, True),
    (7007, 4199, "agent", "Agent", False, True),
    (7101, 5200, "sandbox", "Sysadmin", False, True),
)

#: The first id of each kind is one more: above every seeded one, and of one length.
FIRST_IDS = {"service": 1_100_000, "inboundHour": 2_100_000, "campaign": 9_100_000}

_DAY_MILLISECONDS = 86_400_000


class Seed:
    """Fills new tables."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._now = int(clock() * 1000)

    def __call__(self, database: Database) -> None:
        """Fill the tables of a database."""
        for client_id, code in CLIENTS.items():
            database.insert("client", {"clientId": client_id, "code": code, "apiToken": API_TOKEN})
        for account in ACCOUNTS:
            self._account(database, *account)
        for call_center, (client_id, last_modified) in CALL_CENTERS.items():
            database.insert(
                "callCenter",
                {
                    "callCenterId": call_center,
                    "clientId": client_id,
                    "lastModified": last_modified,
                },
            )
        for name, last_id in FIRST_IDS.items():
            database.insert("sequence", {"name": name, "lastId": last_id})
        for service in SERVICES:
            self._service(database, service)

    def _account(
        self,
        database: Database,
        user_id: int,
        client_id: int,
        name: str,
        role: str,
        modify_services: bool,
        sees_services: bool,
    ) -> None:
        database.insert(
            "account",
            {
                "userId": user_id,
                "clientId": client_id,
                "userName": name,
                "password": PASSWORD,
                "role": role,
                "modifyServices": modify_services,
                "seesServices": sees_services,
            },
        )

    def _service(self, database: Database, service: SeedService) -> None:
        database.insert("service", _columns(service))
        for number in service.caller_ids:
            database.insert("callerId", {"serviceId": service.id, "number": number})
        for hours_id, day, date, start, end in service.hours:
            database.insert(
                "inboundHour",
                {
                    "id": hours_id,
                    "serviceId": service.id,
                    "dayOfWeek": day,
                    "date": date,
                    "startTime": start,
                    "endTime": end,
                },
            )
        for campaign_id, days_ago in service.campaigns:
            loaded_at = self._now - days_ago * _DAY_MILLISECONDS
            database.insert(
                "campaign",
                {"id": campaign_id, "serviceId": service.id, "loadedAt": loaded_at},
            )


def _columns(service: SeedService) -> dict[str, Any]:
    properties = [{"key": key, "value": value} for key, value in service.messaging.items()]
    messaging = {"property": properties, "defaultInputFilterId": service.input_filter}
    related: dict[str, Any] = {"agent": service.agents}
    if service.inbound_group is not None:
        related["inboundResourceGroup"] = service.inbound_group
    related["outboundResourceGroup"] = service.outbound_groups
    return {
        "serviceId": service.id,
        "callCenterId": service.call_center,
        "name": service.name,
        "abbreviation": service.abbreviation,
        "unattended": service.unattended,
        "termCodeEnabled": service.term_code_enabled,
        "acdFeatureCode": service.acd_feature,
        "inboundService": service.inbound_service,
        "callDirection": service.direction,
        "previewMode": service.preview_mode,
        "operatorPhone": service.operator_phone,
        "callbackPhone": service.callback_phone,
        "agentCallInNumber": service.agent_call_in_number,
        "defaultCallerId": service.default_caller_id,
        "settings": json.dumps({**SETTINGS, **service.settings}),
        "messaging": json.dumps(messaging),
        "pacing": json.dumps(service.pacing),
        "related": json.dumps(related),
    }
