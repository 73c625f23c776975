"""The properties of a service as a program declares them: judged, or left out with the reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pulumi_livevox.declaring.sentences import reason_of, shown
from pulumi_livevox.declaring.values import CLEAR
from pulumi_livevox.resources.service.as_program.left_out import Trouble
from pulumi_livevox.resources.service.inputs import DICTS, GENERAL, PHONE, SELF, judge
from pulumi_livevox.resources.service.sections import path_of
from pulumi_livevox.resources.service.whole import WholeService, messages
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.models import Body
from pulumi_livevox.wire.phone import PhoneUpdate
from pulumi_livevox.wire.settings import READ_ONLY_SETTINGS, SettingsUpdate

Values = dict[str, Any]

_CLEARABLE: Final[Mapping[str, frozenset[str]]] = {
    name: model.CLEARABLE
    for name, model in (
        ("general", GeneralUpdate),
        ("phone", PhoneUpdate),
        ("settings", SettingsUpdate),
        ("messaging", Body),
    )
}


@dataclass(frozen=True)
class Properties:
    """What a program declares of a service, by section, and what it can't."""

    sections: Mapping[str, Values]
    troubles: tuple[Trouble, ...]


def properties_of(
    service: WholeService,
    template: WholeService | None,
    *,
    beside: Collection[int],
    settings: bool,
    brings_back: bool,
) -> Properties:
    """Return what a program declares: all, or what differs from what a copy of a template has.

    A link to the service itself, to the template and to those `beside` it is declared in any case:
    their ids are of one environment. Without `settings` the sections of settings and messages stay
    out. With `brings_back` what the reads lack is null, as what they show so, where the API takes a
    null. A section that could not be read is empty; where that is the template's, all that stands
    is declared.
    """
    found = standing(service)
    if brings_back:
        for section, names in _CLEARABLE.items():
            if section not in service.unreadable:
                found[section] = found[section] | {
                    name: None for name in sorted(names) if name not in found[section]
                }
    copied = None if template is None else standing(template)
    unread = {*service.unreadable, *(() if template is None else template.unreadable)}
    troubles: list[Trouble] = []
    wanted: dict[str, Values] = {}
    for section in found:
        if settings or section in ("general", "phone"):
            base = None if copied is None or section in unread else copied[section]
            wanted[section], wrong = _wanted(section, found[section], base)
            troubles += wrong
    wanted["general"]["name"] = service.name
    linked = service.general.inbound_service_id
    if linked == service.id:
        wanted["general"]["inbound_service_id"] = SELF
    elif linked in beside or (template is not None and linked == template.id):
        wanted["general"]["inbound_service_id"] = linked
    declared, wrong = _judged(service.id, wanted)
    troubles += wrong
    if settings:
        troubles += [*_twins(service), *_hidden_messages(service.messaging)]
        if template is not None:
            troubles += _read_only(service, template)
        declared["messaging"] = {
            name: _number(text) for name, text in declared["messaging"].items()
        }
    return Properties(declared, tuple(troubles))


def standing(service: WholeService) -> dict[str, Values]:
    """Return what stands of all that could be declared; an empty message is none."""
    shown = service.properties()
    names = {"general": GENERAL, "phone": PHONE, "settings": tuple(SettingsUpdate.model_fields)}
    found = {
        section: {name: shown[section][name] for name in known if name in shown[section]}
        for section, known in names.items()
    }
    listed = sorted(messages(service.messaging).items(), key=lambda each: each[0].lower())
    return found | {
        "messaging": {
            name: last if last is not None and last.strip() else None for name, (*_, last) in listed
        }
    }


def _wanted(section: str, standing: Values, copied: Values | None) -> tuple[Values, list[Trouble]]:
    """Return the values to declare, null as CLEAR where the API takes a null."""
    wanted: Values = {}
    troubles: list[Trouble] = []
    names = dict.fromkeys([*standing, *(copied or {})])
    for name in names:
        value, base = standing.get(name), (copied or {}).get(name)
        if value is not None and (copied is None or value != base):
            wanted[name] = value
        elif value is None and name in standing and name in _CLEARABLE[section]:
            if copied is None or base is not None:
                wanted[name] = CLEAR
        elif value is None and base is not None:
            reason = f"a copy keeps the template's {shown(base)}, as the API can't clear it"
            troubles.append(Trouble(path_of(section, name), None, reason))
    return wanted, troubles


def _judged(
    service_id: int, wanted: Mapping[str, Values]
) -> tuple[dict[str, Values], list[Trouble]]:
    """Leave out what a program may not declare, in the words in which it would be refused."""
    values, problems = _judge(service_id, wanted)
    if not problems:
        return values, []
    declared: dict[str, Values] = {}
    troubles: list[Trouble] = []
    for section, typed in wanted.items():
        values, problems = _judge(service_id, {section: typed})
        declared[section] = {} if problems else values[section]
        for name, value in typed.items() if problems else ():
            values, wrong = _judge(service_id, {section: {name: value}})
            declared[section] |= {} if wrong else values[section]
            troubles += [Trouble(path_of(section, name), value, reason_of(each)) for each in wrong]
    return declared, troubles


def _judge(service_id: int, wanted: Mapping[str, Values]) -> tuple[dict[str, Values], list[str]]:
    general = {"name": "(any)", **wanted.get("general", {})}
    dicts = {section: values for section, values in wanted.items() if section in DICTS}
    judged = judge({"adopt_id": service_id, **general, **dicts}, None)
    values = {section: judged.values.get(section, {}) for section in dicts}
    named = {
        name: judged.values[name] for name in wanted.get("general", {}) if name in judged.values
    }
    return {"general": named, **values}, judged.problems


def _number(text: str) -> int | str:
    """Return the id of a message as a number where it is one that a state keeps as it is."""
    is_number = text.isascii() and text.isdigit() and len(text) <= 15
    return int(text) if is_number and str(int(text)) == text else text


def _twins(service: WholeService) -> list[Trouble]:
    """Return the settings whose old name says something else than the current one."""
    settings = service.settings.shown()
    return [
        Trouble(
            f"settings.{old}",
            settings[old],
            f"{current}, the current name of this setting, is {shown(settings[current])}",
        )
        for old, current in DEPRECATED_PAIRS
        if settings.get(old) is not None
        and current in settings
        and settings[current] != settings[old]
    ]


def _hidden_messages(messaging: Messaging) -> list[Trouble]:
    """Return the messages that a read shows again as something else."""
    reason = "a read shows this property twice, and the last one counts"
    return [
        Trouble(f"messaging.{name}", value, reason)
        for name, (*hidden, last) in messages(messaging).items()
        for value in hidden
        if value and value != last
    ]


def _read_only(service: WholeService, template: WholeService) -> list[Trouble]:
    """Return what the API shows and takes from nobody, where a copy would have another value."""
    unread = {*service.unreadable, *template.unreadable}
    mine, copied = service.settings.shown(), template.settings.shown()
    values: list[tuple[str, Any, Any]] = [
        (f"settings.{name}", mine.get(name), copied.get(name))
        for name in sorted(READ_ONLY_SETTINGS)
    ]
    input_filter = service.messaging.default_input_filter_id
    copied_filter = template.messaging.default_input_filter_id
    values.append(("messaging.default_input_filter_id", input_filter, copied_filter))
    return [
        Trouble(path, value, f"a copy keeps the template's {shown(base)}, as the API takes none")
        for path, value, base in values
        if value != base and path.partition(".")[0] not in unread
    ]
