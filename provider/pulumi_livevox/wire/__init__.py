"""The API as data: the models of every body, the enumerations, times and phone numbers.

Each name is loaded when it is first asked for, so that a program which needs one of them does not
wait for all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS as DEPRECATED_PAIRS
    from pulumi_livevox.wire.enumerations import AcdFeatureCode as AcdFeatureCode
    from pulumi_livevox.wire.enumerations import AcdScheduledCallback as AcdScheduledCallback
    from pulumi_livevox.wire.enumerations import AnsweringMachineOption as AnsweringMachineOption
    from pulumi_livevox.wire.enumerations import Attended as Attended
    from pulumi_livevox.wire.enumerations import CallDirection as CallDirection
    from pulumi_livevox.wire.enumerations import DayOfWeek as DayOfWeek
    from pulumi_livevox.wire.enumerations import DialingSort as DialingSort
    from pulumi_livevox.wire.enumerations import MessagingProperty as MessagingProperty
    from pulumi_livevox.wire.enumerations import PacingMethod as PacingMethod
    from pulumi_livevox.wire.enumerations import PreviewDialAction as PreviewDialAction
    from pulumi_livevox.wire.enumerations import PreviewMode as PreviewMode
    from pulumi_livevox.wire.enumerations import ZipAreaMismatch as ZipAreaMismatch
    from pulumi_livevox.wire.fields import Flag as Flag
    from pulumi_livevox.wire.fields import Id as Id
    from pulumi_livevox.wire.fields import NonEmptyText as NonEmptyText
    from pulumi_livevox.wire.fields import PhoneNumber as PhoneNumber
    from pulumi_livevox.wire.fields import Text as Text
    from pulumi_livevox.wire.fields import WholeNumber as WholeNumber
    from pulumi_livevox.wire.general import General as General
    from pulumi_livevox.wire.general import GeneralUpdate as GeneralUpdate
    from pulumi_livevox.wire.inbound_hours import HoursEntry as HoursEntry
    from pulumi_livevox.wire.inbound_hours import HoursEntryUpdate as HoursEntryUpdate
    from pulumi_livevox.wire.inbound_hours import InboundHours as InboundHours
    from pulumi_livevox.wire.inbound_hours import NewHoursEntry as NewHoursEntry
    from pulumi_livevox.wire.messaging import Messaging as Messaging
    from pulumi_livevox.wire.messaging import MessagingEntry as MessagingEntry
    from pulumi_livevox.wire.models import Answer as Answer
    from pulumi_livevox.wire.models import Body as Body
    from pulumi_livevox.wire.pacing import Pacing as Pacing
    from pulumi_livevox.wire.phone import Phone as Phone
    from pulumi_livevox.wire.phone import PhoneUpdate as PhoneUpdate
    from pulumi_livevox.wire.phone_numbers import parse_phone_number as parse_phone_number
    from pulumi_livevox.wire.services import Created as Created
    from pulumi_livevox.wire.services import MatchedService as MatchedService
    from pulumi_livevox.wire.services import MatchedServicePage as MatchedServicePage
    from pulumi_livevox.wire.services import Reference as Reference
    from pulumi_livevox.wire.services import Related as Related
    from pulumi_livevox.wire.services import SearchCriteria as SearchCriteria
    from pulumi_livevox.wire.services import ServiceListInfo as ServiceListInfo
    from pulumi_livevox.wire.services import ServiceListItem as ServiceListItem
    from pulumi_livevox.wire.services import ServicePage as ServicePage
    from pulumi_livevox.wire.sessions import Login as Login
    from pulumi_livevox.wire.sessions import Session as Session
    from pulumi_livevox.wire.settings import READ_ONLY_SETTINGS as READ_ONLY_SETTINGS
    from pulumi_livevox.wire.settings import Settings as Settings
    from pulumi_livevox.wire.settings import SettingsUpdate as SettingsUpdate
    from pulumi_livevox.wire.times import EASTERN as EASTERN
    from pulumi_livevox.wire.times import date_from_wire as date_from_wire
    from pulumi_livevox.wire.times import date_to_wire as date_to_wire
    from pulumi_livevox.wire.times import time_from_wire as time_from_wire
    from pulumi_livevox.wire.times import time_to_wire as time_to_wire

_CONTENTS = {
    "deprecated": "DEPRECATED_PAIRS",
    "enumerations": (
        "AcdFeatureCode AcdScheduledCallback AnsweringMachineOption Attended CallDirection "
        "DayOfWeek DialingSort MessagingProperty PacingMethod PreviewDialAction PreviewMode "
        "ZipAreaMismatch"
    ),
    "fields": "Flag Id NonEmptyText PhoneNumber Text WholeNumber",
    "general": "General GeneralUpdate",
    "inbound_hours": "HoursEntry HoursEntryUpdate InboundHours NewHoursEntry",
    "messaging": "Messaging MessagingEntry",
    "models": "Answer Body",
    "pacing": "Pacing",
    "phone": "Phone PhoneUpdate",
    "phone_numbers": "parse_phone_number",
    "services": (
        "Created MatchedService MatchedServicePage Reference Related SearchCriteria "
        "ServiceListInfo ServiceListItem ServicePage"
    ),
    "sessions": "Login Session",
    "settings": "READ_ONLY_SETTINGS Settings SettingsUpdate",
    "times": "EASTERN date_from_wire date_to_wire time_from_wire time_to_wire",
}
_HOME = {name: module for module, names in _CONTENTS.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
