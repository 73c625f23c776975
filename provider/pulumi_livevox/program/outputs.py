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
    """
    annotated: dict[str, Any] = inspect.get_annotations(cls, eval_str=True)
    outputs = {name for name, each in annotated.items() if _is_output(each)}
    for name in outputs:
        setattr(cls, name, property(pulumi.getter(_getter(name, annotated[name]))))
    cls.__annotations__ = {name: annotated[name] for name in annotated.keys() - outputs}
    return cls


def _is_output(annotation: Any) -> bool:
    origin: Any = get_origin(annotation)
    return origin is pulumi.Output


def _getter(name: str, annotation: Any) -> Callable[[pulumi.Resource], Any]:
    def get(self: pulumi.Resource) -> Any:
        return pulumi.get(self, name)

    get.__name__ = name
    get.__annotations__ = {"return": annotation}
    get.__doc__ = f"Output of the argument of that name: {inspect.formatannotation(annotation)}."
    return get
