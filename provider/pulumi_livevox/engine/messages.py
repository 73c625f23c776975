"""What the engine prints of an operation that failed: one message, without a trace."""

from __future__ import annotations

import functools
import os
import traceback
from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec, TypeVar

from pulumi.dynamic import ResourceProvider

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.client.purpose import on_behalf_of
from pulumi_livevox.run.identity import IDENTITY
from pulumi_livevox.run.notices import Told


class Failure(Exception):
    """What the engine prints of a failed operation: one message, no trace, no module path."""

    # The engine prints the name of an exception's module but for built-in ones.
    __module__ = "builtins"


_told = Told()

P = ParamSpec("P")
Result = TypeVar("Result")
ProviderT = TypeVar("ProviderT", bound=ResourceProvider)


def as_one_message(
    answer: Callable[Concatenate[ProviderT, P], Result],
) -> Callable[Concatenate[ProviderT, P], Result]:
    """Tell every error of an answer to the engine as one message, without a trace.

    What many resources have in common, such as a missing password, is told in full to one of them.
    """

    @functools.wraps(answer)
    def answered(self: ProviderT, /, *args: P.args, **kwargs: P.kwargs) -> Result:
        on_behalf_of.set(_named(self, args[0]))
        try:
            return answer(self, *args, **kwargs)
        except LiveVoxError as error:
            raise Failure(_told.once_in_full(str(error))) from None
        except Exception as error:
            # The text of an unforeseen error may quote anything: only its place is told.
            place = traceback.extract_tb(error.__traceback__, limit=-1)[-1]
            message = (
                f"unforeseen {type(error).__name__} in {os.path.basename(place.filename)}, line "
                f"{place.lineno}, of pulumi-livevox; please report it"
            )
            raise Failure(_told.once_in_full(message)) from None

    return answered


def _named(provider: ResourceProvider, subject: Any) -> str:
    """Name a resource for the request log by its id, or before it has one by what it declares."""
    kind = type(provider).__name__.removesuffix("Provider")
    if isinstance(subject, Mapping):
        own = (subject.get(name) for name in (IDENTITY, "service", "phone_number"))
        subject = "/".join(str(part) for part in own if part is not None)
    return f"{kind} {subject}"
