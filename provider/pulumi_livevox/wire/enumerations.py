"""The values that the API knows by name.

The lists that the vendor documents in full are closed: another value is a mistake. The lists at
the end are known in part: a member is offered with its type, and any other text passes, to be
judged by the API itself.
"""

from enum import StrEnum


class CallDirection(StrEnum):
    """Tell whether a service launches calls, takes them, or both."""

    INBOUND = "INBOUND"
    OUTBOUND = "OUTBOUND"
    BLENDED = "BLENDED"


class AcdFeatureCode(StrEnum):
    """How the audio connection of an agent is made."""

    AGENT_AT_READY_IN = "AGENT_AT_READY_IN"
    AGENT_AT_READY_OUT = "AGENT_AT_READY_OUT"
    AGENT_CALL_OUT = "AGENT_CALL_OUT"
    MANUAL = "MANUAL"
    HCI = "HCI"
    STRICT_HCI = "STRICT_HCI"
    TEN_DMT = "10_DMT"
    NO_ACD = "NO_ACD"


class PreviewMode(StrEnum):
    """Which calls an agent has to preview before they are launched."""

    NONE = "NONE"
    WIRELESS = "WIRELESS"
    ALL = "ALL"


class Attended(StrEnum):
    """Tell whether agents work on a service: a criterion of the search."""

    ATTENDED = "ATTENDED"
    UNATTENDED = "UNATTENDED"


class DialingSort(StrEnum):
    """The order in which the accounts of a campaign are dialed."""

    DEFAULT = "DEFAULT"
    CONTACT_NAME = "CONTACT_NAME"
    CONSECUTIVE = "CONSECUTIVE"
    INVERTED_CONSECUTIVE = "INVERTED_CONSECUTIVE"
    MIDPOINT_CONSECUTIVE = "MIDPOINT_CONSECUTIVE"
    CONTACT_NAME_NO_AREA_CODE = "CONTACT_NAME_NO_AREA_CODE"
    CAMPAIGN_ROUND_ROBIN = "CAMPAIGN_ROUND_ROBIN"


class ZipAreaMismatch(StrEnum):
    """When the zip code of an account is compared with the area code of its number."""

    OFF = "OFF"
    LOADTIME = "LOADTIME"
    LOADTIME_OPTIMIZED = "LOADTIME_OPTIMIZED"
    DIALTIME = "DIALTIME"
    DIALTIME_OPTIMIZED = "DIALTIME_OPTIMIZED"


class AnsweringMachineOption(StrEnum):
    """What happens by default when a machine answers."""

    NO_MESSAGES = "NO_MESSAGES"
    LEAVE_MESSAGES = "LEAVE_MESSAGES"
    TRANSFER = "TRANSFER"


class AcdScheduledCallback(StrEnum):
    """Tell whether agents may schedule callbacks, and who gets them."""

    DISABLED = "DISABLED"
    ROUTE_TO_SERVICE_POOL = "ROUTE_TO_SERVICE_POOL"
    ROUTE_TO_ORIG_AGENT_FIRST = "ROUTE_TO_ORIG_AGENT_FIRST"
    ROUTE_TO_ORIG_AGENT_ONLY = "ROUTE_TO_ORIG_AGENT_ONLY"


class PreviewDialAction(StrEnum):
    """What happens when the time of a preview is over."""

    DIAL = "DIAL"
    SKIP = "SKIP"


class DayOfWeek(StrEnum):
    """The days that one entry of the inbound hours is for (known in part)."""

    WEEKDAY = "WEEKDAY"
    WEEKEND = "WEEKEND"
    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"
    SPECIFIC_DATE = "SPECIFIC_DATE"


class MessagingProperty(StrEnum):
    """The messaging properties that can be updated (known in part)."""

    INBOUND_TEMPLATE_ID = "INBOUND_TEMPLATE_ID"
    TEMPLATE_ID = "TEMPLATE_ID"
    PREVIEW_TEMPLATE_ID = "PREVIEW_TEMPLATE_ID"


class PacingMethod(StrEnum):
    """How outbound calls are paced (known in part)."""

    LINES_AGENT = "LINES_AGENT"
