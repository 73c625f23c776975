"""Services as a whole: create, delete, find, list, and what they are related to."""

import json
from collections.abc import Sequence

from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import Call, done, ok
from pulumi_livevox.sandbox.bodies import SEARCH
from pulumi_livevox.sandbox.parameters import Page, integer, optional_integer, text
from pulumi_livevox.sandbox.refusals import conflict, unauthorized


def create(call: Call) -> Response:
    """Create Service: a copy of another one, in the same call center."""
    template_id, name = integer(call.query, "service"), text(call.query, "name")
    template = call.visible(template_id)
    refuse_taken_name(call, name, template["callCenterId"])
    return ok({"id": call.catalog.copy(template, name)}, status=201)


def delete(call: Call) -> Response:
    """Delete Service, unless it had campaigns lately."""
    service = call.service()
    if call.catalog.is_in_use(service["serviceId"]):
        raise conflict(
            f"Service {service['serviceId']} cannot be deleted:"
            " campaigns were associated to it in the past 90 days"
        )
    call.catalog.delete(service)
    return done()


def search(call: Call) -> Response:
    """Find Matching Services: by direction and ACD feature, among all that the user may see."""
    page, client = Page.of(call.query), optional_integer(call.query, "client")
    criteria = SEARCH.read(call.body)
    where: dict[str, Sequence[object]] = {
        "callDirection": [criteria["callDirection"]],
        "acdFeatureCode": criteria["acdFeature"],
    }
    if client is not None:
        where["callCenter.clientId"] = [client]
    if criteria.get("callCenter"):
        where["callCenterId"] = [entry["id"] for entry in criteria["callCenter"]]
    if "attended" in criteria:
        where["unattended"] = [int(criteria["attended"] == "UNATTENDED")]
    rows, more = call.catalog.page(call.user, where, page)
    of_client = "" if client is None else f"client={client}&"
    following = (
        f"configuration/services/search?{of_client}count={page.count}&offset={page.following}"
    )
    return ok({"service": [dict(row) for row in rows], "next": following if more else None})


def info(call: Call) -> Response:
    """Get Service List Info: 0, where the list itself would be refused."""
    call_center = integer(call.query, "callCenter")
    if not call.catalog.belongs_to(call_center, call.user):
        return ok({"size": 0})
    last_modified = call.catalog.last_modified(call_center)
    return ok({"size": call.catalog.size(call_center), "lastModified": last_modified})


def related(call: Call) -> Response:
    """Get Service Related Objects."""
    service = call.service()
    others = json.loads(service["related"])
    content = {
        "callCenter": {"id": service["callCenterId"]},
        "agent": [{"id": agent} for agent in others["agent"]],
        "campaign": [
            {"id": campaign["id"]} for campaign in call.catalog.campaigns(service["serviceId"])
        ],
    }
    if "inboundResourceGroup" in others:
        content["inboundResourceGroup"] = {"id": others["inboundResourceGroup"]}
    content["outboundResourceGroup"] = [{"id": group} for group in others["outboundResourceGroup"]]
    return ok(content)


def list_services(call: Call) -> Response:
    """List Services of a call center. An empty call center is a fault; an empty view is not."""
    call_center, page = integer(call.query, "callCenter"), Page.of(call.query)
    if not call.listed.size(call_center):
        raise unauthorized()
    rows, more = call.listed.page(call.user, {"callCenterId": [call_center]}, page)
    entries = [{key: row[key] for key in ("serviceId", "name", "callCenterId")} for row in rows]
    following = (
        f"configuration/services?count={page.count}&callCenter={call_center}"
        f"&offset={page.following}"
    )
    return ok({"service": entries, "next": following if more else None})


def refuse_taken_name(call: Call, name: str, call_center: int, besides: int | None = None) -> None:
    """Refuse a name that another service of the call center has."""
    allowed = call.platform.options.allow_duplicate_names
    if not allowed and call.catalog.is_taken(name, call_center, besides):
        raise conflict(f"A service named {name!r} already exists in call center {call_center}")
