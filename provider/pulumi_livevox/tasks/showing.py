"""One service with everything that the API shows of it, as a person reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from pulumi_livevox.client import LiveVoxError, LoginRefused, NotFound
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import odd
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.service.whole import properties, reads
from pulumi_livevox.run.at_once import at_once
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.models import Answer
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.services import Related
from pulumi_livevox.wire.settings import Settings

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

Values = dict[str, Any]
"""What a section shows, by the names of a program; None is the API's null."""


@dataclass(frozen=True)
class Number:
    """A caller ID of a service, as the platform has it."""

    phone_number: str
    default: bool
    """Whether it is the default caller ID."""
    on_list: bool = True
    """False for a default that is not among the service's caller IDs."""


@dataclass(frozen=True)
class Hours:
    """The inbound hours of a service, in Eastern time; a day's spans are one text."""

    week: Mapping[str, str]
    """By the days of the platform (WEEKDAY, SATURDAY); a day that is not there has no entry."""
    dates: Mapping[str, str]
    """From today on, by ISO dates."""
    past_dates: Mapping[str, str]
    odd: tuple[str, ...]
    """Entries of no day and no date, and what others say beyond their day or date, in sentences."""


@dataclass(frozen=True)
class ShownService:
    """A service as it stands. A section is None where it could not be read: `unread` says why."""

    id: int
    general: Values | None
    """Name and call center (`name`, `call_center_id`), direction and kind."""
    phone: Values | None
    caller_ids: tuple[Number, ...] | None
    settings: Values | None
    messaging: Values | None
    """Messaging properties, in capitals as programs write them, and `default_input_filter_id`."""
    hours: Hours | None
    pacing: Values | None
    related: Values | None
    """Ids of its call center, agents, campaigns and resource groups."""
    unread: Mapping[str, LiveVoxError]
    """Sections that could not be read (`caller_ids` are part of `phone`)."""


def show(client: LiveVoxClient, service_id: int) -> ShownService:
    """Read everything of a service, side by side.

    Read Service General, Phone, Settings, Messaging, Inbound Hours and Pacing Settings, Get Service
    Related Objects. Raises NotFound where there is no such service, and the first error where
    nothing could be read.
    """
    calls: dict[str, Callable[[], Any]] = {
        **reads(client, service_id),
        "pacing": partial(client.read_pacing, service_id),
        "related": partial(client.related, service_id),
    }
    outcomes = at_once({name: partial(_outcome, call) for name, call in calls.items()})
    unread = {name: each for name, each in outcomes.items() if isinstance(each, LiveVoxError)}
    if len(unread) == len(calls) or isinstance(unread.get("general"), NotFound):
        raise next(iter(unread.values()))

    def section(name: str, shown: Callable[[Any], Any]) -> Any:
        return None if name in unread else shown(outcomes[name])

    return ShownService(
        id=service_id,
        general=section("general", _general),
        phone=section("phone", _properties),
        caller_ids=section("phone", _numbers),
        settings=section("settings", _properties),
        messaging=section("messaging", _properties),
        hours=section("hours", _hours),
        pacing=section("pacing", _values),
        related=section("related", _related),
        unread=unread,
    )


def _outcome(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except LoginRefused:
        # So is every other section.
        raise
    except LiveVoxError as error:
        return error


def _values(answer: Answer) -> Values:
    """Return what an answer shows; keys that this package does not know keep the API's names."""
    return answer.shown() | (answer.model_extra or {})


def _properties(section: General | Phone | Settings | Messaging) -> Values:
    return properties(section) | (section.model_extra or {})


def _general(general: General) -> Values:
    values = _properties(general)
    del values["service_id"]
    return values


def _numbers(phone: Phone) -> tuple[Number, ...]:
    default = phone.default_caller_id
    listed = [Number(each, default=each == default) for each in phone.caller_id]
    if default and default not in phone.caller_id:
        listed.append(Number(default, default=True, on_list=False))
    return tuple(listed)


def _hours(live: Sequence[HoursEntry]) -> Hours:
    found = DeclaredHours.as_found(live).to_inputs()
    now = today().isoformat()
    return Hours(
        week=found["week"],
        dates={date: spans for date, spans in found["dates"].items() if date >= now},
        past_dates={date: spans for date, spans in found["dates"].items() if date < now},
        odd=tuple(odd(live)),
    )


def _related(related: Related) -> Values:
    group = related.inbound_resource_group
    return {
        "call_center_id": related.call_center.id,
        "agent_ids": [each.id for each in related.agent],
        "campaign_ids": [each.id for each in related.campaign],
        "inbound_resource_group_id": None if group is None else group.id,
        "outbound_resource_group_ids": [each.id for each in related.outbound_resource_group],
    }
