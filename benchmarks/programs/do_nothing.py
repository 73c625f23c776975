"""A dynamic resource whose provider does nothing but keep its properties.

It is laid beside each program, as both the *floor* and the *filled* use it.
"""

from collections.abc import Mapping
from typing import Any

from pulumi import Input, ResourceOptions
from pulumi.dynamic import CreateResult, Resource, ResourceProvider, UpdateResult


class NothingProvider(ResourceProvider):
    """The SDK's defaults, and no request."""

    serialize_as_secret_always = False

    def create(self, props: dict[str, Any]) -> CreateResult:
        return CreateResult("nothing", props)

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        return UpdateResult(_news)


class Nothing(Resource):
    def __init__(
        self, name: str, props: Mapping[str, Input[Any]], opts: ResourceOptions | None = None
    ) -> None:
        super().__init__(NothingProvider(), name, dict(props), opts)
