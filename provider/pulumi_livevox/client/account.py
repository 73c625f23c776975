"""Whose account the client works on, and within which limits."""

from dataclasses import dataclass, field

from pulumi_livevox.client.addresses import AN_ADDRESS, normalised_url


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
            raise ValueError(f"The base URL may be {AN_ADDRESS}.") from None


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
