"""What is asked of the API for each lookup of services, and how what is typed is judged before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Final

from pydantic import BaseModel, PlainValidator, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from pulumi_livevox.client import EmptyCallCenter
from pulumi_livevox.declaring.judging import validate
from pulumi_livevox.program.account import Reading
from pulumi_livevox.program.lookups import Arguments, found
from pulumi_livevox.resources.service.named import id_of
from pulumi_livevox.resources.service.results import (
    FoundService,
    GetMessagingResult,
    GetPacingResult,
    GetPhoneResult,
    GetRelatedResult,
    GetServiceListInfoResult,
    GetServiceResult,
    GetSettingsResult,
    ListedService,
)
from pulumi_livevox.resources.service.whole import messages
from pulumi_livevox.wire.enumerations import AcdFeatureCode, Attended, CallDirection
from pulumi_livevox.wire.fields import Id, NonEmptyText, one_of
from pulumi_livevox.wire.services import SearchCriteria, ServiceListItem

_AN_ID: Final = "a whole number from 1"


def _one_or_more(item: Any, may_be: str) -> PlainValidator:
    """Take a list of one thing or more, each once."""
    adapter = TypeAdapter(item)

    def parse(value: Any) -> list[Any]:
        try:
            if isinstance(value, list | tuple) and value:
                return list(dict.fromkeys(map(adapter.validate_python, value)))
        except ValidationError:
            pass
        raise PydanticCustomError("may_be", "{may_be}", {"may_be": may_be})

    return PlainValidator(parse)


_FEATURE: Final = Annotated[AcdFeatureCode, one_of(AcdFeatureCode)]
_FEATURES: Final = f"a list of one or more of {', '.join(AcdFeatureCode)}"
_IDS: Final = "a list of one or more ids of call centers, or left out for all"


class _Typed(BaseModel):
    """What lookups take."""

    name: NonEmptyText | None = None
    service_id: Id | None = None
    call_center_id: Id | None = None
    call_direction: Annotated[CallDirection, one_of(CallDirection)] | None = None
    acd_features: Annotated[list[str], _one_or_more(_FEATURE, _FEATURES)] = []
    call_center_ids: Annotated[list[int], _one_or_more(Id, _IDS)] = []
    attended: Annotated[Attended, one_of(Attended)] | None = None


_REQUIRED: Final = {
    "service_id": _AN_ID,
    "call_center_id": _AN_ID,
    "call_direction": f"one of {', '.join(CallDirection)}",
    "acd_features": _FEATURES,
}


def requires(*names: str) -> Callable[[Arguments], tuple[Arguments, list[str]]]:
    """Return what judges the arguments of a lookup that requires some."""

    def judge(given: Arguments) -> tuple[Arguments, list[str]]:
        arguments, problems = validate(_Typed, given)
        missing = [
            f"{name} was None; it may be {_REQUIRED[name]}" for name in names if name not in given
        ]
        return arguments, missing + problems

    return judge


def judge_which(given: Arguments) -> tuple[Arguments, list[str]]:
    """Judge what says which service is meant: its id, or its name in a call center."""
    arguments, problems = validate(_Typed, given)
    match [name in given for name in ("service_id", "name", "call_center_id")]:
        case [False, False, _]:
            told = "neither name nor service_id is given: give name and call_center_id"
            problems.insert(0, f"{told}, or service_id")
        case [True, True, _]:
            problems.insert(0, "both name and service_id are given: give one of them")
        case [True, False, True]:
            told = "call_center_id is given with service_id, which needs none"
            problems.insert(0, f"{told}: leave it out, or give name in the place of service_id")
        case [False, True, False]:
            told = "name is given without call_center_id, and the API lists names by call center"
            problems.insert(0, f"{told}: give call_center_id too, or service_id in their place")
    return arguments, problems


def service(reading: Reading, arguments: Arguments) -> GetServiceResult:
    """Read Service General; of a name, List Services before it."""
    service_id = arguments.get("service_id")
    if service_id is None:
        service_id = _id_of(reading, arguments["name"], arguments["call_center_id"])
    general = reading.client.read_general(service_id, shared=True)
    return found(GetServiceResult, general, id=general.service_id)


def services(reading: Reading, arguments: Arguments) -> list[ListedService]:
    """List Services; nothing where there are none."""
    try:
        listed = _listed(reading, arguments["call_center_id"])
    except EmptyCallCenter:
        return []
    return [found(ListedService, each, id=each.service_id) for each in listed]


def matching(reading: Reading, arguments: Arguments) -> list[FoundService]:
    """Find Matching Services."""
    criteria = {
        "call_direction": arguments["call_direction"],
        "acd_feature": arguments["acd_features"],
        "call_center": arguments.get("call_center_ids"),
        "attended": arguments.get("attended"),
    }
    search = SearchCriteria.model_validate(criteria, by_name=True)
    matched = reading.once(
        ("search", search.model_dump_json()), lambda: list(reading.client.find_services(search))
    )
    return [found(FoundService, each, id=each.service_id) for each in matched]


def list_info(reading: Reading, arguments: Arguments) -> GetServiceListInfoResult:
    """Get Service List Info."""
    call_center_id = arguments["call_center_id"]
    ask = partial(reading.client.service_list_info, call_center_id)
    return found(GetServiceListInfoResult, reading.once(("info", call_center_id), ask))


def related(reading: Reading, arguments: Arguments) -> GetRelatedResult:
    """Get Service Related Objects."""
    service_id = arguments["service_id"]
    answer = reading.once(("related", service_id), partial(reading.client.related, service_id))
    inbound = answer.inbound_resource_group
    return GetRelatedResult(
        answer.call_center.id,
        tuple(each.id for each in answer.agent),
        tuple(each.id for each in answer.campaign),
        None if inbound is None else inbound.id,
        tuple(each.id for each in answer.outbound_resource_group),
    )


def phone(reading: Reading, arguments: Arguments) -> GetPhoneResult:
    """Read Service Phone."""
    answer = reading.client.read_phone(arguments["service_id"], shared=True)
    return found(GetPhoneResult, answer, caller_ids=answer.caller_id)


def settings(reading: Reading, arguments: Arguments) -> GetSettingsResult:
    """Read Service Settings."""
    answer = reading.client.read_settings(arguments["service_id"], shared=True)
    return found(GetSettingsResult, answer)


def messaging(reading: Reading, arguments: Arguments) -> GetMessagingResult:
    """Read Service Messaging."""
    answer = reading.client.read_messaging(arguments["service_id"], shared=True)
    properties = {name: values[-1] for name, values in messages(answer).items()}
    return found(GetMessagingResult, answer, properties=properties)


def pacing(reading: Reading, arguments: Arguments) -> GetPacingResult:
    """Read Service Pacing Settings."""
    service_id = arguments["service_id"]
    ask = partial(reading.client.read_pacing, service_id)
    return found(GetPacingResult, reading.once(("pacing", service_id), ask))


def _listed(reading: Reading, call_center_id: int) -> list[ServiceListItem]:
    return reading.once(
        ("list", call_center_id), lambda: list(reading.client.list_services(call_center_id))
    )


def _id_of(reading: Reading, name: str, call_center_id: int) -> int:
    """Return the id of the one service of a name. Raises NotOneService."""
    try:
        listed = _listed(reading, call_center_id)
    except EmptyCallCenter:
        listed = []
    return id_of(name, call_center_id, listed)
