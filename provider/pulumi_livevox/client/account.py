"""Whose account the client works on, and within which limits."""

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_AN_ADDRESS = "an address such as https://api.livevox.com"


@dataclass(frozen=True)
class Account:
    """An API user of a LiveVox client. Its repr keeps the password and the token to itself."""

    base_url: str
    """The API's host, such as https://api.livevox.com; kept without a trailing slash."""

    client_name: str
    """The client *code* of the console's client editor."""

    username: str
    """The API user; upper and lower case count."""

    password: str = field(repr=False)
    api_token: str = field(repr=False)

    def __post_init__(self) -> None:
        try:
            object.__setattr__(self, "base_url", normalised_url(self.base_url))
        except ValueError:
            raise ValueError(f"The base URL may be {_AN_ADDRESS}.") from None


@dataclass(frozen=True)
class Limits:
    """How long, how often and how much."""

    timeout_seconds: float = 30.0
    """How long one step of a try may take: to connect, to send, to wait for the next bytes."""

    requests_per_second: float | None = None
    """The most requests that all threads together send in a second; None is as many as they can."""

    max_retries: int = 6
    """How often a call is tried again."""

    deadline_seconds: float = 120.0
    """How long one call may take with all its tries."""

    backoff_seconds: float = 0.1
    """About how long the pause before the first repeat is; it doubles with each."""

    max_answer_bytes: int = 16 * 1024 * 1024
    """The largest answer that is read."""

    max_pages: int = 10_000
    """The most pages that one list is followed for."""

    def __post_init__(self) -> None:
        pace = 1.0 if self.requests_per_second is None else self.requests_per_second
        # Written so that it refuses nan as well.
        if not all(each > 0 for each in (self.timeout_seconds, self.deadline_seconds, pace)):
            raise ValueError("Timeouts and requests per second may be numbers greater than 0.")
        if self.max_retries < 0:
            raise ValueError("The number of retries may be a whole number from 0.")


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def normalised_url(typed: str) -> str:
    """Return a base URL in the one form that it is kept in.

    Raises ValueError, whose text is what it may be, and quotes nothing of it.
    """
    no_address = ValueError(_AN_ADDRESS)
    try:
        parts = urlsplit(typed.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise no_address from None
    if parts.scheme not in ("http", "https") or not host:
        raise no_address
    # User info in it would be a credential in every message; a query could not be joined to.
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("an address without user, query or fragment")
    host = f"[{host}]" if ":" in host else host
    netloc = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{netloc}{parts.path.rstrip('/')}"
