"""The Phone tab: a service's numbers and its caller IDs."""

from typing import Any

from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import Call, done, ok
from pulumi_livevox.sandbox.bodies import PHONE, is_phone_number
from pulumi_livevox.sandbox.catalog import Catalog
from pulumi_livevox.sandbox.database import Row
from pulumi_livevox.sandbox.parameters import flag
from pulumi_livevox.sandbox.refusals import bad_request, not_found

_KEYS = (
    "serviceId",
    "name",
    "callCenterId",
    "operatorPhone",
    "callbackPhone",
    "agentCallInNumber",
    "defaultCallerId",
)


def content(catalog: Catalog, service: Row) -> dict[str, Any]:
    """Return a service's Phone tab as the API shows it."""
    return {
        "callerId": catalog.caller_ids(service["serviceId"]),
        **{key: service[key] for key in _KEYS},
    }


def read(call: Call) -> Response:
    """Read Service Phone."""
    return ok(content(call.catalog, call.service()))


def update(call: Call) -> Response:
    """Update Service Phone. The default caller ID can only be one of the list."""
    service = call.service()
    changes = PHONE.read(call.body)
    default = changes.get("defaultCallerId")
    if default is not None and default not in call.catalog.caller_ids(service["serviceId"]):
        raise bad_request(
            f"defaultCallerId: {default} is not a caller ID of service {service['serviceId']}"
        )
    call.catalog.change(service, changes)
    return done()


def add_caller_id(call: Call) -> Response:
    """Update Service Add Caller ID; one that is there already stays."""
    service, number = call.service(), _number(call)
    default = flag(call.query, "default")
    call.catalog.add_caller_id(service["serviceId"], number)
    if default:
        call.catalog.change(service, {"defaultCallerId": number})
    return done()


def remove_caller_id(call: Call) -> Response:
    """Update Service Remove Caller ID; without its default, a service has none."""
    service, number = call.service(), _number(call)
    if not call.catalog.remove_caller_id(service["serviceId"], number):
        raise not_found(f"Service {service['serviceId']} has no caller ID {number}")
    if service["defaultCallerId"] == number:
        call.catalog.change(service, {"defaultCallerId": None})
    return done()


def _number(call: Call) -> str:
    number = str(call.path["callerId"])
    if not is_phone_number(number):
        raise bad_request(f"callerId must be ten digits, not {number!r}")
    return number
