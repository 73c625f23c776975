"""The bodies that the API takes: their keys, types and enumerations.

Typed dictionaries, because updates are partial: a key that was not sent is not in the dictionary.
"""

from typing import Annotated, Generic, Literal, Required, TypeVar

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError, with_config
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict

from pulumi_livevox.sandbox.refusals import bad_request

STRICT = ConfigDict(extra="forbid", strict=True)

#: What SQLite and every JSON reader can hold exactly.
LARGEST_INTEGER = 2**53

#: Eastern wall-clock times in milliseconds after 1970-01-01T00:00Z: 00:00 is five hours, and a day
#: later is 24:00, which ends a span and begins none.
MIDNIGHT = 5 * 3_600_000
END_OF_DAY = MIDNIGHT + 24 * 3_600_000


def is_phone_number(value: str) -> bool:
    """Tell whether this is a number as the API writes numbers: ten digits, and nothing else."""
    return len(value) == 10 and value.isascii() and value.isdecimal()


def _ten_digits(value: str) -> str:
    if not is_phone_number(value):
        raise PydanticCustomError("phone_number", "must be ten digits")
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "must not be blank")
    return value


CallDirection = Literal["INBOUND", "OUTBOUND", "BLENDED"]
AcdFeature = Literal[
    "AGENT_AT_READY_IN",
    "AGENT_AT_READY_OUT",
    "AGENT_CALL_OUT",
    "MANUAL",
    "HCI",
    "STRICT_HCI",
    "10_DMT",
    "NO_ACD",
]
PreviewMode = Literal["NONE", "WIRELESS", "ALL"]
Attended = Literal["ATTENDED", "UNATTENDED"]
DayOfWeek = Literal[
    "MONDAY",
    "TUESDAY",
    "WEDNESDAY",
    "THURSDAY",
    "FRIDAY",
    "SATURDAY",
    "SUNDAY",
    "WEEKDAY",
    "WEEKEND",
    "SPECIFIC_DATE",
]
DialingSort = Literal[
    "DEFAULT",
    "CONTACT_NAME",
    "CONSECUTIVE",
    "INVERTED_CONSECUTIVE",
    "MIDPOINT_CONSECUTIVE",
    "CONTACT_NAME_NO_AREA_CODE",
    "CAMPAIGN_ROUND_ROBIN",
]
ZipAreaMismatch = Literal["OFF", "LOADTIME", "LOADTIME_OPTIMIZED", "DIALTIME", "DIALTIME_OPTIMIZED"]
AnsweringMachineOption = Literal["NO_MESSAGES", "LEAVE_MESSAGES", "TRANSFER"]
ScheduledCallback = Literal[
    "DISABLED", "ROUTE_TO_SERVICE_POOL", "ROUTE_TO_ORIG_AGENT_FIRST", "ROUTE_TO_ORIG_AGENT_ONLY"
]
PreviewDialAction = Literal["DIAL", "SKIP"]

Count = Annotated[int, Field(ge=0, le=LARGEST_INTEGER)]
StartTime = Annotated[int, Field(ge=MIDNIGHT, lt=END_OF_DAY)]
EndTime = Annotated[int, Field(ge=MIDNIGHT, le=END_OF_DAY)]
Date = Annotated[int, Field(ge=-LARGEST_INTEGER, le=LARGEST_INTEGER)]
Name = Annotated[str, AfterValidator(_not_blank)]
PhoneNumber = Annotated[str, AfterValidator(_ten_digits)]


@with_config(STRICT)
class Credentials(TypedDict):
    """Body of a login."""

    clientName: str
    userName: str
    password: str


@with_config(STRICT)
class CallCenterReference(TypedDict):
    """One call center of a search."""

    id: Count


@with_config(STRICT)
class SearchCriteria(TypedDict, total=False):
    """Body of Find Matching Services."""

    callDirection: Required[CallDirection]
    acdFeature: Required[Annotated[list[AcdFeature], Field(min_length=1)]]
    callCenter: list[CallCenterReference]
    attended: Attended


@with_config(STRICT)
class GeneralUpdate(TypedDict, total=False):
    """Body of Update Service General."""

    name: Name
    abbreviation: str
    unattended: bool
    termCodeEnabled: bool
    acdFeatureCode: AcdFeature
    inboundService: Count
    callDirection: CallDirection
    previewMode: PreviewMode | None


@with_config(STRICT)
class PhoneUpdate(TypedDict, total=False):
    """Body of Update Service Phone."""

    operatorPhone: PhoneNumber
    callbackPhone: PhoneNumber
    agentCallInNumber: PhoneNumber
    defaultCallerId: PhoneNumber


@with_config(STRICT)
class NewHours(TypedDict, total=False):
    """Body of Add Inbound Hours."""

    dayOfWeek: Required[DayOfWeek]
    date: Date
    startTime: Required[StartTime]
    endTime: Required[EndTime]


@with_config(STRICT)
class HoursUpdate(TypedDict, total=False):
    """Body of Update Inbound Hours."""

    startTime: StartTime
    endTime: EndTime


@with_config(STRICT)
class SettingsUpdate(TypedDict, total=False):
    """Body of Update Service Settings."""

    cycleSortDaily: bool
    serviceLevelSeconds: Count
    dialingSort: DialingSort
    zipAreaMismatch: ZipAreaMismatch
    voiceId: Count
    scrubWireless: bool
    answeringMachineOption: AnsweringMachineOption
    volumeControlEnabled: bool
    acdScheduledCallbackPhReadonly: bool
    acdScheduledCallback: ScheduledCallback
    acdPtpEnabled: bool
    previewManualAllowed: bool
    previewSkipAllowed: bool
    previewConfirmDial: bool
    previewTimeout: Count
    previewDialAction: PreviewDialAction
    callRecordingEnabled: bool
    acctRealtimeDnc: bool
    callAcceptanceEnabled: bool
    callAcceptanceTimeout: Count | None
    callerIdSourceId: Count
    callbackPhoneSourceId: Count
    dialTollFree: bool
    lcidPackageId: Count | None
    operatorPhoneSourceId: Count
    accountMaxAttemptsPerDay: Count
    contactMaxAttemptsPerDay: Count
    leaveMessages: bool
    leaveNoMessages: bool
    crossRequeueable: bool
    isCrossRequeueable: bool


Body = TypeVar("Body")


class Reader(Generic[Body]):
    """Reads bodies of one type, and says in words what is wrong with one."""

    def __init__(self, body: type[Body], read_only: frozenset[str] = frozenset()) -> None:
        self._adapter = TypeAdapter(body)
        self._read_only = read_only

    def read(self, raw: bytes) -> Body:
        """Parse and check a request's body; a wrong one is refused with 400."""
        try:
            return self._adapter.validate_json(raw)
        except ValidationError as error:
            problems = (
                self._words(problem["type"], problem["loc"], problem["msg"])
                for problem in error.errors(include_url=False, include_context=False)
            )
            raise bad_request("; ".join(problems)) from None

    def _words(self, kind: str, where: tuple[int | str, ...], message: str) -> str:
        key = ".".join(map(str, where))
        if kind == "extra_forbidden":
            return f"{key} is read only" if key in self._read_only else f"{key} is not a known key"
        return f"{key}: {message}" if key else f"The body is not valid: {message}"


_IDENTITY = frozenset({"serviceId", "name", "callCenterId"})

CREDENTIALS = Reader(Credentials)
SEARCH = Reader(SearchCriteria)
GENERAL = Reader(GeneralUpdate, _IDENTITY)
PHONE = Reader(PhoneUpdate, _IDENTITY | {"callerId"})
NEW_HOURS = Reader(NewHours)
HOURS = Reader(HoursUpdate, frozenset({"id", "dayOfWeek", "date"}))
SETTINGS = Reader(
    SettingsUpdate,
    _IDENTITY
    | {
        "screenPopId",
        "dialingProfileId",
        "dialingRestriction",
        "transferOptionEnabled",
        "acdScheduledCallbackPreviewEnabled",
        "manualTransferEnabled",
        "agentToAgentTransferEnabled",
        "phonebookTransferEnabled",
    },
)
