"""The outputs of a resource, as its class annotates them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeVar, get_origin

import pulumi

ResourceT = TypeVar("ResourceT", bound=pulumi.Resource)


def typed_outputs(cls: type[ResourceT]) -> type[ResourceT]:
    """Make properties of the outputs that a class annotates, as in the SDKs that Pulumi generates.

    The types of annotations the SDK works out again for each resource, those of properties once.

    What is not declared is None. Were it handed to the SDK, that would make five futures and a task
    for it, for programs that hardly ever ask.
    """
    for name, annotation in inspect.get_annotations(cls, eval_str=True).items():
        origin: Any = get_origin(annotation)
        if origin is pulumi.Output:
            setattr(cls, name, property(pulumi.getter(_getter(name, annotation))))
    cls.__annotations__ = {}
    return cls


def _getter(name: str, annotation: Any) -> Callable[[pulumi.Resource], Any]:
    def get(self: pulumi.Resource) -> Any:
        output = pulumi.get(self, name)
        return pulumi.Output.from_input(None) if output is None else output

    get.__name__ = name
    get.__annotations__ = {"return": annotation}
    return get
