"""How what users type for a service is normalised and judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import BaseModel

from pulumi_livevox.declaring.judged import Judged
from pulumi_livevox.declaring.judging import validate
from pulumi_livevox.declaring.near_names import meant, nearest
from pulumi_livevox.declaring.sentences import Problem, missing, reason_of, shown, was
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.enumerations import MessagingProperty
from pulumi_livevox.wire.fields import Flag, Id
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.phone import PhoneUpdate
from pulumi_livevox.wire.settings import READ_ONLY_SETTINGS, SettingsUpdate

SELF: Final = "self"
"""As `inbound_service_id`: the service is linked to itself."""

GENERAL: Final = tuple(GeneralUpdate.model_fields)
"""Names of the general properties, which are typed at the top level."""

PHONE: Final = tuple(name for name in PhoneUpdate.model_fields if name != "default_caller_id")
"""Names of the phone properties. The default caller ID is declared by a CallerId."""


class _Making(BaseModel):
    """The properties that say which service is meant and how it comes to be."""

    template_id: Id | None = None
    adopt_id: Id | None = None
    inherit_caller_ids: Flag | None = None


def judge(typed: Mapping[str, Any], old: Mapping[str, Any] | None) -> Judged:
    """Judge what is typed. Unknown values pass.

    `old` is the declaration in the state; where it has one, the service exists, and neither
    `template_id` nor `adopt_id` is asked for.
    """
    identity = {name: typed[name] for name in _Making.model_fields if name in typed}
    inputs, problems = validate(_Making, identity)
    if old:
        # It has done its work: whatever is said of it by now is no difference.
        inputs.pop("adopt_id", None)
        inputs |= {name: old[name] for name in ("adopt_id",) if name in old}
    general, wrong = _normalise_general(typed)
    inputs |= general
    problems += wrong
    problems += missing(typed, ("name",))
    for section, normalise in _NORMALISERS.items():
        if section in typed:
            inputs[section], wrong = _normalise_section(section, typed[section], normalise)
            problems += wrong
    if not old and "template_id" not in typed and "adopt_id" not in typed:
        problems.append(
            "neither template_id nor adopt_id is declared, and the service does not exist yet: "
            "declare template_id (the id of a service to copy) or adopt_id (the id of a service "
            "that is there already), or name the service in livevox:adopt"
        )
    return Judged(inputs, problems)


def _normalise_general(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    general = {name: typed[name] for name in GENERAL if name in typed}
    linked_to_itself = general.get("inbound_service_id") == SELF
    if linked_to_itself:
        general.pop("inbound_service_id")
    values, problems = validate(GeneralUpdate, general)
    problems = [
        Problem(f'{each}, or "{SELF}"', f'{reason_of(each)}, or "{SELF}"')
        if each.startswith("inbound_service_id ")
        else each
        for each in problems
    ]
    if linked_to_itself:
        values["inbound_service_id"] = SELF
    return values, problems


def _normalise_section(
    section: str,
    typed: Any,
    normalise: Callable[[Mapping[str, Any]], tuple[dict[str, Any], list[str]]],
) -> tuple[Any, list[str]]:
    if typed is UNKNOWN:
        return typed, []
    if not isinstance(typed, Mapping):
        return typed, [was(section, typed, "a dict of properties and their values")]
    return normalise(typed)


def _normalise_phone(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    settable = {name: value for name, value in typed.items() if name != "default_caller_id"}
    known, problems = _declarable("phone", settable, PHONE)
    if "default_caller_id" in typed:
        problems.append(
            was(
                "phone.default_caller_id",
                typed["default_caller_id"],
                "declared by a CallerId: livevox.CallerId(..., default=True)",
            )
        )
    values, wrong = validate(PhoneUpdate, known, path="phone.")
    return values, problems + wrong


def _normalise_settings(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    settable = {name: value for name, value in typed.items() if name not in READ_ONLY_SETTINGS}
    problems = [
        f"settings.{name} was {shown(value)}; it may not be set: the API shows this setting "
        "and does not take it"
        for name, value in typed.items()
        if name in READ_ONLY_SETTINGS
    ]
    known, wrong = _declarable("settings", settable, tuple(SettingsUpdate.model_fields))
    problems += wrong
    values, wrong = validate(SettingsUpdate, known, path="settings.")
    problems += wrong
    for old, current in DEPRECATED_PAIRS:
        pair = values.get(old), values.get(current)
        if None not in pair and UNKNOWN not in pair and pair[0] != pair[1]:
            problems.append(
                f"settings.{old} was {shown(pair[0])} and settings.{current} was "
                f"{shown(pair[1])}; they are an old and a new name of one setting and may not "
                f"differ: declare {current} alone"
            )
    return values, problems


def _normalise_messaging(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in typed.items():
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        values[name] = text
        if text is not UNKNOWN and not (isinstance(text, str) and text.strip()):
            problems.append(was(f"messaging.{name}", value, "text or a number: the message's id"))
        if not name.strip():
            problems.append(was("messaging", name, "keyed by properties' names"))
        elif known := meant(name, MessagingProperty):
            problems.append(
                f"messaging had the key {shown(name)}; it may be {' or '.join(known)}, as the API "
                "names properties"
            )
    return values, problems


def _declarable(
    section: str, typed: Mapping[str, Any], names: tuple[str, ...]
) -> tuple[dict[str, Any], list[str]]:
    known = {name: value for name, value in typed.items() if name in names}
    problems = [
        f"{section}.{name} was {shown(value)}; it may not be declared: there is no such property, "
        f"{_instead(name, names)}"
        for name, value in typed.items()
        if name not in names
    ]
    return known, problems


def _instead(name: str, names: tuple[str, ...]) -> str:
    near = nearest(name, names)
    return f"the nearest known name is {near}" if near else f"known are {', '.join(names)}"


_NORMALISERS: Final = {
    "phone": _normalise_phone,
    "settings": _normalise_settings,
    "messaging": _normalise_messaging,
}

DICTS: Final = tuple(_NORMALISERS)
"""The sections that are dicts of their own in a program."""
