"""The API as data: the models of every body, the enumerations, times and phone numbers.

Each name is loaded when it is first asked for, so that a program which needs one of them does not
wait for all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .enumerations import AcdFeatureCode as AcdFeatureCode
    from .enumerations import AcdScheduledCallback as AcdScheduledCallback
    from .enumerations import AnsweringMachineOption as AnsweringMachineOption
    from .enumerations import Attended as Attended
    from .enumerations import CallDirection as CallDirection
    from .enumerations import DayOfWeek as DayOfWeek
    from .enumerations import DialingSort as DialingSort
    from .enumerations import MessagingProperty as MessagingProperty
    from .enumerations import PacingMethod as PacingMethod
    from .enumerations import PreviewDialAction as PreviewDialAction
    from .enumerations import PreviewMode as PreviewMode
    from .enumerations import ZipAreaMismatch as ZipAreaMismatch
    from .fields import Flag as Flag
    from .fields import Id as Id
    from .fields import NonEmptyText as NonEmptyText
    from .fields import PhoneNumber as PhoneNumber
    from .fields import Text as Text
    from .fields import WholeNumber as WholeNumber
    from .general import General as General
    from .general import GeneralUpdate as GeneralUpdate
    from .inbound_hours import HoursEntry as HoursEntry
    from .inbound_hours import HoursEntryUpdate as HoursEntryUpdate
    from .inbound_hours import InboundHours as InboundHours
    from .inbound_hours import NewHoursEntry as NewHoursEntry
    from .messaging import Messaging as Messaging
    from .messaging import MessagingEntry as MessagingEntry
    from .models import Answer as Answer
    from .models import Body as Body
    from .pacing import Pacing as Pacing
    from .phone import Phone as Phone
    from .phone import PhoneUpdate as PhoneUpdate
    from .phone_numbers import parse_phone_number as parse_phone_number
    from .services import Created as Created
    from .services import MatchedService as MatchedService
    from .services import MatchedServicePage as MatchedServicePage
    from .services import Reference as Reference
    from .services import Related as Related
    from .services import SearchCriteria as SearchCriteria
    from .services import ServiceListInfo as ServiceListInfo
    from .services import ServiceListItem as ServiceListItem
    from .services import ServicePage as ServicePage
    from .sessions import Login as Login
    from .sessions import Session as Session
    from .settings import DEPRECATED_PAIRS as DEPRECATED_PAIRS
    from .settings import READ_ONLY_SETTINGS as READ_ONLY_SETTINGS
    from .settings import Settings as Settings
    from .settings import SettingsUpdate as SettingsUpdate
    from .times import EASTERN as EASTERN
    from .times import date_from_wire as date_from_wire
    from .times import date_to_wire as date_to_wire
    from .times import parse_time as parse_time
    from .times import time_from_wire as time_from_wire
    from .times import time_to_wire as time_to_wire

_CONTENTS = {
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
    "settings": "DEPRECATED_PAIRS READ_ONLY_SETTINGS Settings SettingsUpdate",
    "times": "EASTERN date_from_wire date_to_wire parse_time time_from_wire time_to_wire",
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
