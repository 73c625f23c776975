"""What can go wrong with a call, and what the user does next.

    LiveVoxError
    ├── CallFailed                 the API answered, and refused or failed
    │   ├── PartlyDone             202
    │   ├── BadRequest             400
    │   ├── Unauthenticated        401
    │   ├── Forbidden              403
    │   ├── NotFound               404
    │   ├── MethodNotAllowed       405
    │   ├── Conflict               409
    │   ├── RateLimited            429
    │   ├── PlatformError          5xx
    │   ├── LoginRefused           a login was refused, whatever the status
    │   └── EmptyCallCenter        how the API says that a call center has no services
    ├── OutcomeUnknown             sent, not answered, and not to be sent again
    ├── Unreachable                no answer of the API, however often it was asked
    └── AnswerNotUnderstood        an answer of the API that does not fit

Each error is one paragraph: the call, what happened, in the API's own words where it has any, and
what to do. None of them ever holds a credential or a session.
"""

from typing import Any, ClassVar


class LiveVoxError(Exception):
    """The root of every error of this package.

    Raised as it is when a call could not even be made: the message names the cause to remove.
    """

    advice: ClassVar[str] = ""
    """What the user does next."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.problem, self.advice)))

    @property
    def problem(self) -> str:
        """What happened, without the advice."""
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        # A copy has the text that was made; what a constructor takes differs from error to error.
        return _restored, (type(self), self.args, self.__dict__)


def _restored(
    kind: type[LiveVoxError], args: tuple[Any, ...], attributes: dict[str, Any]
) -> LiveVoxError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(attributes)
    return error


class CallFailed(LiveVoxError):
    """The API answered a call with another status than the documented one.

    Raised as it is for a status without a class of its own, such as a redirect: a redirect is not
    followed, because the API has none; check the base URL, and whether a proxy stands between.
    """

    advice = "Check the base URL, and whether a proxy answers in the API's place."

    def __init__(
        self, call: str, status: int, code: int | None = None, message: str = "", note: str = ""
    ) -> None:
        self.call = call
        self.status = status
        self.code = code
        self.message = message
        self.note = note
        words = f": {_as_sentence(message)}" if message else "."
        super().__init__(" ".join(filter(None, (f"{call} was answered {status}{words}", note))))


class PartlyDone(CallFailed):
    """202: a write was carried out in part, and the message says what is missing."""

    advice = "It was done in part only: put right what is missing, then run it again."


class BadRequest(CallFailed):
    """400: the API refuses what was sent."""

    advice = "Correct what the message names."


class Unauthenticated(CallFailed):
    """401: the API knows no valid session, right after a fresh login."""

    advice = (
        "A fresh login did not help: check that the user may use the Configuration API, "
        "and that the base URL belongs to the account."
    )


class Forbidden(CallFailed):
    """403: the role of the user may not do this, or not see this object."""

    advice = (
        "The API user needs the role Sysadmin, Superuser or IT User (a Manager may update only "
        'with the power "Modify Services") and has to see the object: ask an administrator.'
    )


class NotFound(CallFailed):
    """404: there is no such object."""

    advice = "Check the id: the object may have been removed, or belong to another account."


class MethodNotAllowed(CallFailed):
    """405: the API has no such method at this address."""

    advice = "Check that the base URL is the API's, and that no proxy rewrites requests."


class Conflict(CallFailed):
    """409: something of this name or id is there already."""

    advice = "Choose another name or number, or work with the one that is there."


class RateLimited(CallFailed):
    """429: too many requests, still after the pauses that the API asked for."""

    advice = "Try again later, or with fewer requests a second (requestsPerSecond)."


class PlatformError(CallFailed):
    """5xx: the platform failed, still after repeats where the call may be repeated."""

    advice = "The platform failed: try again later, and turn to LiveVox's support if it stays."


class LoginRefused(CallFailed):
    """The API refused the login. It is not tried again: that could lock the user out."""

    advice = (
        "Check the client name (the client code of the console, not its display name), the "
        "username (upper and lower case count), the password, the API token, and whether the "
        "base URL is the account's."
    )


class EmptyCallCenter(CallFailed):
    """The API's "Unauthorized" for the list of a call center, on a session that is valid.

    This is how it says that a call center has no services. The user need not do anything where no
    service is expected; else the id of the call center is checked.
    """

    advice = "The session is valid: this is how the API says that a call center has no services."


class OutcomeUnknown(LiveVoxError):
    """A call that must not be repeated was sent, and its documented answer did not arrive.

    It may have been carried out or not. The user looks at what is there before it is sent again.
    """

    advice = "It may have been carried out or not: look at what is there before it is sent again."

    def __init__(self, call: str, reason: str) -> None:
        self.call = call
        self.reason = reason
        super().__init__(
            f"{call} was sent, and its documented answer did not arrive: {_as_sentence(reason)}"
        )


class Unreachable(LiveVoxError):
    """No answer of the API arrived, in all the tries and the time that a call has."""

    advice = "Check the base URL, the network and its proxy, then try again."

    def __init__(self, call: str, reason: str, tries: int, seconds: float) -> None:
        self.call = call
        self.reason = reason
        self.tries = tries
        self.seconds = seconds
        super().__init__(
            f"{call} got no answer of the API ({how_often(tries, seconds)}): {_as_sentence(reason)}"
        )


class UntrustedCertificate(Unreachable):
    """The host's certificate is not to be trusted, so that nothing was sent to it."""

    advice = (
        "Check that the base URL's host is the API's; if a proxy of your network opens encrypted "
        "connections, name the file of its certificate authority in SSL_CERT_FILE."
    )


class AnswerNotUnderstood(LiveVoxError):
    """The API's answer arrived whole, and does not fit what is known of the API."""

    advice = "Check that the base URL is the API's; if it is, the API has changed: report it."

    def __init__(self, call: str, key: str, reason: str) -> None:
        self.call = call
        self.key = key
        self.reason = reason
        super().__init__(f'The answer to {call} does not fit at "{key}": {_as_sentence(reason)}')


_BY_STATUS: dict[int, type[CallFailed]] = {
    202: PartlyDone,
    400: BadRequest,
    401: Unauthenticated,
    403: Forbidden,
    404: NotFound,
    405: MethodNotAllowed,
    409: Conflict,
    429: RateLimited,
}


def class_for_status(status: int) -> type[CallFailed]:
    """Return the error that stands for a status."""
    return PlatformError if status >= 500 else _BY_STATUS.get(status, CallFailed)


def how_often(tries: int, seconds: float) -> str:
    """Say how often and how long a call was tried."""
    times = {0: "not sent", 1: "tried once"}.get(tries, f"tried {tries} times")
    return f"{times} in {seconds:.1f} s"


def _as_sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
