"""The services of the sandbox's seed, whole, without a sandbox that runs."""

from dataclasses import replace
from typing import Any

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.sandbox.seed_services import SERVICES, SETTINGS, SeedService
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.settings import Settings


def _whole(seed: SeedService) -> WholeService:
    head = {"service_id": seed.id, "name": seed.name, "call_center_id": seed.call_center}
    general = {
        "abbreviation": seed.abbreviation,
        "unattended": seed.unattended,
        "term_code_enabled": seed.term_code_enabled,
        "acd_feature_code": seed.acd_feature,
        "inbound_service_id": seed.inbound_service,
        "call_direction": seed.direction,
        "preview_mode": seed.preview_mode,
    }
    phone = {
        "caller_id": list(seed.caller_ids),
        "operator_phone": seed.operator_phone,
        "callback_phone": seed.callback_phone,
        "agent_call_in_number": seed.agent_call_in_number,
        "default_caller_id": seed.default_caller_id,
    }
    messages = [{"key": key, "value": value} for key, value in seed.messaging.items()]
    hours = [
        HoursEntry(id=id, day_of_week=day, date=date, start_time=start, end_time=end)
        for id, day, date, start, end in seed.hours
    ]
    return WholeService(
        General.model_validate(head | general),
        Phone.model_validate(head | phone),
        Settings.model_validate(head | SETTINGS | dict(seed.settings)),
        Messaging.model_validate(
            {"property": messages, "default_input_filter_id": seed.input_filter}
        ),
        hours,
    )


SEEDED = [_whole(seed) for seed in SERVICES]
"""All of them, as reads show them."""


def seeded(service_id: int) -> WholeService:
    """One of them."""
    (found,) = [each for each in SEEDED if each.id == service_id]
    return found


def with_general(service: WholeService, **values: Any) -> WholeService:
    """The service with other general properties."""
    head = {"service_id": service.id, "name": service.name, "call_center_id": 0}
    general = General.model_validate(head | service.general.shown() | values)
    return replace(service, general=general)
