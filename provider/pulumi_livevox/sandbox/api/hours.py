"""The Inbound tab: when a service that takes calls is open."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import Call, done, ok, within_range
from pulumi_livevox.sandbox.bodies import HOURS, NEW_HOURS, NewHours
from pulumi_livevox.sandbox.catalog import Catalog
from pulumi_livevox.sandbox.database import Row
from pulumi_livevox.sandbox.refusals import bad_request, not_found

_EASTERN = ZoneInfo("America/New_York")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def content(catalog: Catalog, service_id: int) -> list[dict[str, Any]]:
    """Return a service's inbound hours as the API shows them: a date only where there is one."""
    return [
        {key: hours[key] for key in hours.keys() if hours[key] is not None}  # noqa: SIM118
        for hours in catalog.hours(service_id)
    ]


def read(call: Call) -> Response:
    """Read Service Inbound Hours."""
    return ok({"inboundHour": content(call.listed, call.service()["serviceId"])})


def add(call: Call) -> Response:
    """Update Service Add Inbound Hours."""
    service = _service_that_takes_calls(call)
    hours = NEW_HOURS.read(call.body)
    _refuse_wrong_date(hours)
    _refuse_wrong_order(hours["startTime"], hours["endTime"])
    return ok({"id": call.catalog.add_hours(service["serviceId"], hours)})


def update(call: Call) -> Response:
    """Update Service Update Inbound Hours: one of the times, or both."""
    service = _service_that_takes_calls(call)
    hours = next(
        (
            hours
            for hours in call.catalog.hours(service["serviceId"])
            if hours["id"] == call.path["hoursId"]
        ),
        None,
    )
    if hours is None:
        raise _no_such_hours(call)
    changes = HOURS.read(call.body)
    if not changes:
        raise bad_request("At least one of startTime and endTime is needed")
    start = changes.get("startTime", hours["startTime"])
    end = changes.get("endTime", hours["endTime"])
    _refuse_wrong_order(start, end)
    call.catalog.change_hours(hours["id"], start, end)
    return done()


def remove(call: Call) -> Response:
    """Update Service Remove Inbound Hours."""
    service, hours_id = call.service(), call.path["hoursId"]
    if not (within_range(hours_id) and call.catalog.remove_hours(service["serviceId"], hours_id)):
        raise _no_such_hours(call)
    return done()


def _service_that_takes_calls(call: Call) -> Row:
    service = call.service()
    if service["callDirection"] not in ("INBOUND", "BLENDED"):
        raise bad_request(
            f"Service {service['serviceId']} is {service['callDirection']}:"
            " only an INBOUND or BLENDED service has inbound hours"
        )
    return service


def _no_such_hours(call: Call) -> Exception:
    return not_found(f"Service {call.path['id']} has no inbound hours {call.path['hoursId']}")


def _refuse_wrong_order(start: int, end: int) -> None:
    if end <= start:
        raise bad_request("endTime must be after startTime")


def _refuse_wrong_date(hours: NewHours) -> None:
    if hours["dayOfWeek"] != "SPECIFIC_DATE":
        if "date" in hours:
            raise bad_request("date belongs to the dayOfWeek SPECIFIC_DATE only")
        return
    if "date" not in hours:
        raise bad_request("date is mandatory for the dayOfWeek SPECIFIC_DATE")
    if not _is_eastern_midnight(hours["date"]):
        raise bad_request("date must be a midnight in US Eastern time")


def _is_eastern_midnight(milliseconds: int) -> bool:
    try:
        moment = (_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(_EASTERN)
    except OverflowError:
        return False
    return (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)
