"""What goes wrong between a program and the platform, and what the user does next.

LiveVoxError                   the root of every error of this package (see client.errors)
├── ConfigurationError         a setting is missing or wrong (see config)
└── ProviderError              a resource can't be brought about; nothing is done in silence
    ├── NameTaken              a service's name is taken by another service
    ├── WrongAccount           the object belongs to another account than the configured one
    ├── ServiceGone            a service that was to be written to is not there any more
    ├── NotVisible             a 404 that does not prove that the object is gone
    └── PartlyWritten          of several writes some failed
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pulumi_livevox.client import CallFailed, LiveVoxError, NotFound


class ProviderError(LiveVoxError):
    """A resource can't be brought about as declared. The message says what to do next."""


NEVER_REPLACED: Final = (
    "A service is never replaced (--replace, `pulumi state taint`): its id, and with it its "
    "numbers, hours and campaigns, would be lost. Run without --replace, or after `pulumi state "
    "untaint`. To have it made anew all the same, take it out of the program, run `pulumi up`, and "
    "declare it again"
)
"""What a replacement of a service that somebody asked for means, and what to do instead."""


class NameTaken(ProviderError):
    """A service's name is taken by another service than the resource's own.

    The message tells whose it is and what to do: adopt that service, say that a resource was
    renamed, roll out in two steps, or choose another name.
    """

    def __init__(self, name: str, service_id: int, call_center_id: int, advice: str) -> None:
        self.service_id = service_id
        super().__init__(
            f'the name "{name}" is taken in call center {call_center_id} by service {service_id}'
            f"{advice}"
        )


class WrongAccount(ProviderError):
    """The object belongs to another account than the one configured; nothing was sent for it.

    The user sets the account back; another account needs a stack of its own.
    """


class ServiceGone(ProviderError):
    """A service that was to be written to is not on the platform any more.

    The message says what was not done for it, and what brings it back.
    """

    def __init__(self, service_id: int, consequence: str) -> None:
        self.service_id = service_id
        super().__init__(f"service {service_id} is not on the platform any more{consequence}")


def not_written(service_id: int, what: str, error: NotFound) -> ServiceGone:
    """Return the error of what belongs to a service that is gone, "caller IDs" for example."""
    told = f", so its {what} can't be written: {error.problem}"
    return ServiceGone(service_id, f"{told} Run `pulumi refresh`, then `pulumi up`.")


def no_service(service_id: int, error: NotFound) -> ProviderError:
    """Return the error of a service that a program names by its id, and that is not there."""
    return ProviderError(
        f"service {service_id} does not exist, or this user may not see it: {error.problem}"
    )


class NotVisible(ProviderError):
    """The API answers 404, yet nothing proves that the object is gone; the state is kept.

    The user runs again with a user who may see the call center, or a minute later.
    """


class PartlyWritten(ProviderError):
    """Of several writes to one object some failed; the message says each reason once.

    The user mends what the reasons name and runs `pulumi up` again.
    """

    def __init__(self, written: Sequence[str], failed: Mapping[str, LiveVoxError]) -> None:
        self.failed = failed
        alike: dict[object, list[str]] = {}
        for name, error in failed.items():
            alike.setdefault(_reason(error), []).append(name)
        told = [f"{', '.join(written)} written."] if written else []
        told += [
            f"Not written: {', '.join(names)}, because {failed[names[0]]}"
            for names in alike.values()
        ]
        super().__init__(" ".join(told))


def _reason(error: LiveVoxError) -> object:
    """Return what is the same of two errors that have one reason, whatever the calls were."""
    if isinstance(error, CallFailed):
        return type(error), error.status, error.message
    return str(error)
