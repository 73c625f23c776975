"""What the engine hands over and takes back."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

import pulumi
from pulumi.dynamic import (
    CheckFailure,
    CheckResult,
    ConfigureRequest,
    DiffResult,
    ResourceProvider,
)
from pulumi.runtime import rpc

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.client.sending.purpose import on_behalf_of
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.engine import process
from pulumi_livevox.engine.lifeline import end_with_the_engine
from pulumi_livevox.engine.pool import answer_more_at_once
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.location import Location
from pulumi_livevox.run.markers import MARKER
from pulumi_livevox.run.notices import Told, warn

if TYPE_CHECKING:
    from pulumi_livevox.declaring.judging import Judged

LOCATION: Final = "__location"
"""Output that says where the object lives; hidden by the engine."""

WRITE: Final = "__write"
"""Output that is the token of the last write that the engine heard of; hidden by the engine."""

_HIDDEN: Final = "__"


class Failure(Exception):
    """What the engine prints of a failed operation: one message, no trace, no module path."""

    # The engine prints the name of an exception's module but for built-in ones.
    __module__ = "builtins"


class Provider(ResourceProvider):
    """What the providers of all three resources have in common.

    Instances hold nothing: they are pickled by reference into users' states, so the module
    path and the name of each subclass may not change. (`_id`, `_olds` and `_news` are the
    SDK's names of the parameters.) A program names the classes and asks them nothing, so the
    methods load what they need.
    """

    serialize_as_secret_always = False

    def configure(self, req: ConfigureRequest) -> None:
        """Take the stack's configuration; called once for each subclass in a process."""
        sys.tracebacklimit = 0
        end_with_the_engine()
        answer_more_at_once()
        process.configure(req.config.get)


def from_engine(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the engine's properties as this package works with them: declared ones alone."""
    return {
        name: _plain(value) for name, value in properties.items() if not name.startswith(_HIDDEN)
    }


def to_engine(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return properties as the engine takes them."""
    return {name: _for_engine(value) for name, value in values.items()}


def marker_of(properties: Mapping[str, Any]) -> str:
    """Return which resource the properties belong to."""
    return str(properties.get(MARKER, ""))


def with_marker(values: Mapping[str, Any], properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with the marker that the properties have, if they have one."""
    return {**values, **{name: properties[name] for name in properties if name == MARKER}}


def write_of(properties: Mapping[str, Any]) -> str:
    """Return the token of the last write that the state knows, "" where it knows none."""
    return str(properties.get(WRITE, ""))


def location_of(properties: Mapping[str, Any]) -> Location:
    """Return where an object of the state lives."""
    stored = properties[LOCATION]
    return Location(
        str(stored["base_url"]), int(stored["client_id"]), int(stored["call_center_id"])
    )


def outputs(inputs: Mapping[str, Any], location: Location, write: str = "") -> dict[str, Any]:
    """Return what state keeps of an object: every input, where it lives, and its last write."""
    kept = {**to_engine(inputs), LOCATION: asdict(location)}
    return kept | {WRITE: write} if write else kept


def checked(news: Mapping[str, Any], judged: Judged) -> CheckResult:
    """Return the answer to a check: the values, and a failure for each problem; warn."""
    for warning in judged.warnings:
        warn(warning)
    # Without a property's name the engine prints the sentence alone: it names the property.
    failures = [CheckFailure("", problem) for problem in judged.problems]
    return CheckResult(to_engine(with_marker(judged.values, news)), failures)


def compared(difference: Difference) -> DiffResult:
    """Return the answer to a diff, its warnings told."""
    for warning in difference.warnings:
        warn(warning)
    return DiffResult(changes=difference.changed, replaces=list(difference.replaces))


_told = Told()

P = ParamSpec("P")
Result = TypeVar("Result")
Self = TypeVar("Self", bound=Provider)


def as_one_message(
    answer: Callable[Concatenate[Self, P], Result],
) -> Callable[Concatenate[Self, P], Result]:
    """Tell every error of an answer to the engine as one message, without a trace.

    What many resources have in common, such as a missing password, is told in full to one of them.
    """

    @functools.wraps(answer)
    def answered(self: Self, /, *args: P.args, **kwargs: P.kwargs) -> Result:
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


def _named(provider: Provider, subject: object) -> str:
    """Name a resource for the request log by its id, or before it has one by what it declares."""
    kind = type(provider).__name__.removesuffix("Provider")
    if isinstance(subject, Mapping):
        own = (subject.get(name) for name in (MARKER, "service", "phone_number"))
        subject = "/".join(str(part) for part in own if part is not None)
    return f"{kind} {subject}"


def _plain(value: Any) -> Any:
    if isinstance(value, pulumi.output.Unknown):
        return UNKNOWN
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _for_engine(value: Any) -> Any:
    if value is UNKNOWN:
        return rpc.UNKNOWN
    if isinstance(value, Mapping):
        return {key: _for_engine(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_for_engine(item) for item in value]
    return value
