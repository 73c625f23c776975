"""One typed client for the 21 methods of the LiveVox Configuration API.

The client itself is loaded when it is first asked for: a program that only names it, or catches
its errors, does not wait for the HTTP library.
"""

from typing import TYPE_CHECKING, Any

from pulumi_livevox.client.account import Account, Limits
from pulumi_livevox.client.errors import (
    AnswerNotUnderstood,
    BadRequest,
    CallFailed,
    Conflict,
    EmptyCallCenter,
    Forbidden,
    LiveVoxError,
    LoginRefused,
    MethodNotAllowed,
    NotFound,
    OutcomeUnknown,
    PartlyDone,
    PlatformError,
    RateLimited,
    Unauthenticated,
    Unreachable,
    UntrustedCertificate,
)

if TYPE_CHECKING:
    from pulumi_livevox.client.client import LiveVoxClient

__all__ = [
    "Account",
    "AnswerNotUnderstood",
    "BadRequest",
    "CallFailed",
    "Conflict",
    "EmptyCallCenter",
    "Forbidden",
    "Limits",
    "LiveVoxClient",
    "LiveVoxError",
    "LoginRefused",
    "MethodNotAllowed",
    "NotFound",
    "OutcomeUnknown",
    "PartlyDone",
    "PlatformError",
    "RateLimited",
    "Unauthenticated",
    "Unreachable",
    "UntrustedCertificate",
]


def __getattr__(name: str) -> Any:
    if name != "LiveVoxClient":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pulumi_livevox.client.client import LiveVoxClient

    globals()[name] = LiveVoxClient
    return LiveVoxClient
