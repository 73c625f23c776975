"""What held nothing on a service that is saved, and can't be emptied once it is written to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pulumi_livevox.declaring.near_names import meant
from pulumi_livevox.resources.service.as_program.numbers import DEFAULT
from pulumi_livevox.resources.service.as_program.properties import Values, standing
from pulumi_livevox.resources.service.inputs import GENERAL, PHONE
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.enumerations import MessagingProperty
from pulumi_livevox.wire.settings import SettingsUpdate

_OLD_NAMES: Final = frozenset(old for old, _ in DEPRECATED_PAIRS)


def held_nothing(
    service: WholeService, declared: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[str, ...]]:
    """Return the names, by section, of what could be declared and held nothing.

    That is what reads lack, show as null, or as blank where no blank can be declared. What is
    `declared`, as a null that the API takes, is not among it, nor is what could not be read.
    Messages that no read shows are those which are known.
    """
    found = standing(service)
    found["phone"][DEFAULT] = service.phone.default_caller_id
    names = {
        "general": tuple(each for each in GENERAL if each != "name"),
        "phone": (*PHONE, DEFAULT),
        "settings": tuple(each for each in SettingsUpdate.model_fields if each not in _OLD_NAMES),
        "messaging": _messages(found["messaging"]),
    }
    return {
        section: tuple(
            name
            for name in known
            if name not in declared[section] and is_nothing(found[section].get(name))
        )
        for section, known in names.items()
        if section not in service.unreadable
    }


def _messages(shown: Values) -> list[str]:
    """Return the messages that a program may name: those which are known, and are shown."""
    others = [each for each in shown if each.strip() and not meant(each, MessagingProperty)]
    return list(dict.fromkeys([*map(str, MessagingProperty), *others]))


def is_nothing(value: Any) -> bool:
    """Tell whether a value is none, or blank."""
    return value is None or (isinstance(value, str) and not value.strip())
