"""What stands on the platform: asked of the API as a person in the console would, or dumped."""

from pathlib import Path
from typing import Any

from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.spans import by_day

CALL_CENTER_ID = 433

Service = dict[str, Any]
"""A service as the sandbox dumps it."""

Dump = dict[int, Service]
"""Services by their ids."""


def names(sandbox: Sandbox) -> dict[str, int]:
    """The ids of the call center's services by name; a name that stands twice fails."""
    page = sandbox.api(
        "GET", SERVICES, params={"callCenter": CALL_CENTER_ID, "count": 1000, "offset": 0}
    )
    listed = [(item["name"], item["serviceId"]) for item in page["service"]]
    assert len(dict(listed)) == len(listed), f"a name stands twice: {listed}"
    return dict(listed)


def whole(sandbox: Sandbox, name: str) -> Any:
    """All that a service holds; fails where the name does not stand once. Hours have no ids."""
    (found,) = [each for each in sandbox.dump()["services"] if each["name"] == name]
    return found | {"inboundHours": by_day(found["inboundHours"])}


def section(sandbox: Sandbox, service_id: int, name: str = "") -> Any:
    """A section of a service: "" (general), "phone", "settings", "messaging"."""
    return sandbox.api("GET", f"{SERVICES}/{service_id}/{name}".rstrip("/"))


def caller_ids(sandbox: Sandbox, service_id: int) -> tuple[list[str], str | None]:
    """The numbers of a service, and the default one."""
    phone = section(sandbox, service_id, "phone")
    return sorted(phone["callerId"]), phone["defaultCallerId"]


def hours(sandbox: Sandbox, service_id: int) -> dict[str, list[str]]:
    """The spans of a service by day or date."""
    return by_day(section(sandbox, service_id, "inboundHours")["inboundHour"])


def by_id(dump: Any) -> Dump:
    """The services of `GET /sandbox/dump`."""
    return {service["id"]: service for service in dump["services"]}


def seeded(folder: Path) -> Dump:
    """The services of a new sandbox."""
    sandbox = Sandbox(folder / "sandbox")
    sandbox.start()
    dump = sandbox.dump()
    sandbox.kill()
    return by_id(dump)


def comparable(service: Service, names: dict[int, str]) -> dict[str, Any]:
    """A service without ids and orders, flat: what stands under which path."""
    linked = service["general"]["inboundService"]
    flat: dict[str, Any] = {
        f"{section}.{key}": value
        for section in ("general", "phone", "settings", "pacing")
        for key, value in service[section].items()
        if key not in ("serviceId", "callerId", "inboundService")
    }
    flat |= {f"messaging.{item['key']}": item["value"] for item in service["messaging"]["property"]}
    flat |= {
        "general.inboundService": names.get(linked, linked),
        "phone.callerId": sorted(service["phone"]["callerId"]),
        "messaging.defaultInputFilterId": service["messaging"]["defaultInputFilterId"],
        "inboundHours": sorted(
            (each["dayOfWeek"], each.get("date") or 0, each["startTime"], each["endTime"])
            for each in service["inboundHours"]
        ),
        "campaigns": service["campaigns"],
    }
    return flat
