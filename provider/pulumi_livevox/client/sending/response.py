"""What comes of one try of one call: an answer, or the reason why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Response:
    """What the other side answered."""

    status: int
    body: bytes
    asked_pause: float = 0.0
    """How many seconds the other side asks to wait before the next try."""

    broken: str = ""
    """Why the body is not whole, in words; nothing where it is."""


@dataclass(frozen=True)
class NoResponse:
    """Why there is no answer."""

    reason: str
    sent: bool
    """Tell whether the call may have been carried out all the same."""

    lasting: bool = False
    """Tell whether another try would end the same way."""

    untrusted: bool = False
    """Tell whether the host's certificate is the reason."""
