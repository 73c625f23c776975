"""What stands on the platform, asked of the API as a person in the console would."""

from typing import Any

from tests.engine.harness import Sandbox
from tests.spans import by_day

SERVICES = "/configuration/services"
CALL_CENTER_ID = 433


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
    hours = by_day(found["inboundHours"])
    return found | {"inboundHours": hours}


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
