"""What only the program can see: its configuration, its stack, and a resource's siblings."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import pulumi
from pulumi.runtime import is_config_secret

from pulumi_livevox import config
from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.program import siblings


def require_configuration() -> None:
    """Refuse a program whose configuration is incomplete, or keeps a secret in plain text.

    A unit test with mocks needs none.
    """
    if siblings.is_mocked():
        return
    stack = pulumi.Config(config.NAMESPACE)
    for key in config.SECRETS:
        full = f"{config.NAMESPACE}:{key}"
        if stack.get(key) and not is_config_secret(full):
            raise pulumi.RunError(
                f"{full} is plain configuration, which the engine keeps readable in files and "
                f"state: set it with `pulumi config set --secret {full}`, or remove it with "
                f"`pulumi config rm {full}` and set {config.VARIABLES[key]}"
            )
    try:
        _resolved()
    except LiveVoxError as error:
        raise pulumi.RunError(str(error)) from None


def require(told: str, what: Mapping[str, tuple[Any, str]]) -> None:
    """Refuse a required argument that is None: `what` has each value and what it may be."""
    for name, (value, may_be) in what.items():
        if value is None:
            raise pulumi.RunError(f"{told}: {name} was None; it may be {may_be}")


def judge_options(told: str, opts: Any, instead_of_import: str) -> None:
    """Refuse what is no options, and an import, which dynamic resources do not have."""
    if opts is None:
        return
    if not isinstance(opts, pulumi.ResourceOptions):
        raise pulumi.RunError(
            f"{told}: opts was a {type(opts).__name__}; it may be pulumi.ResourceOptions(...), "
            "such as pulumi.ResourceOptions(protect=True)"
        )
    if opts.import_ is not None:
        raise pulumi.RunError(
            f"{told}: import_ was {opts.import_}; it may not be set, as the engine can't import "
            f"dynamic resources: {instead_of_import}"
        )


def base_url() -> str:
    """Return where the stack's objects live."""
    return _resolved().account.base_url


def _resolved() -> config.Configuration:
    stack = pulumi.Config(config.NAMESPACE)
    return config.resolve(
        lambda key: stack.get(key.removeprefix(f"{config.NAMESPACE}:")), os.environ
    )


def identity(resource_name: str, opts: pulumi.ResourceOptions | None) -> str:
    """Return which resource this is in the world: project, stack, its parent and its own name."""
    parent = opts.parent if opts is not None else None
    within = [] if parent is None else [parent.pulumi_resource_type, parent.pulumi_resource_name]
    return "/".join([pulumi.get_project(), pulumi.get_stack(), *within, resource_name])


def plain(value: Any) -> Any:
    """Return a typed value with enumerations and dates as the text that the engine keeps."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _plain_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    plained: dict[str, Any] = {}
    for key, item in value.items():
        text = _plain_key(key)
        if text in plained:
            raise pulumi.RunError(f"{text} is declared twice, in two ways of writing it")
        plained[text] = plain(item)
    return plained


def _plain_key(key: Any) -> str:
    if isinstance(key, datetime.datetime):
        key = key.date()
    if isinstance(key, datetime.date):
        return key.isoformat()
    return str(key.value if isinstance(key, Enum) else key)


def has_output(value: Any) -> bool:
    """Tell whether a value is an output, or holds one."""
    if isinstance(value, Mapping):
        return any(has_output(item) for item in value.values())
    if isinstance(value, list | tuple):
        return any(has_output(item) for item in value)
    return isinstance(value, pulumi.Output)


def when_known(values: list[Any], judge: Callable[..., None]) -> None:
    """Call `judge` with the values: at once where they are plain, else when they are known."""
    if not any(isinstance(value, pulumi.Output) for value in values):
        judge(*values)
        return
    pulumi.Output.all(*values).apply(lambda known: judge(*known))


def warn_of_secret(resource: pulumi.Resource, value: Any, warning: str) -> None:
    """Warn of a resource's value where it is secret."""

    def warn(is_secret: bool) -> None:
        if is_secret:
            pulumi.log.warn(warning, resource=resource)

    if isinstance(value, pulumi.Output):
        # As an output it is awaited before the program ends.
        secret: Any = value.is_secret()
        pulumi.Output.from_input(secret).apply(warn)


def id_text(service_id: Any) -> str:
    """Return an id as a resource has it; a number from another stack's outputs is a float."""
    if isinstance(service_id, float) and service_id.is_integer():
        service_id = int(service_id)
    return str(service_id)


def declare(resource: str, thing: tuple[str, ...], refusal: str) -> None:
    """Note that a resource declares a thing; refuse a second of this run that declares the same.

    `refusal` says what the two have in common ("both declare ...").
    """
    declared = siblings.current().declared
    if thing in declared:
        raise pulumi.RunError(f"{declared[thing]} and {resource} {refusal}")
    declared[thing] = resource
