"""A dynamic resource whose provider does nothing."""

from typing import Any

from pulumi import Input
from pulumi.dynamic import CreateResult, Resource, ResourceProvider


class NothingProvider(ResourceProvider):
    """The SDK's defaults, and a create that sends nothing."""

    serialize_as_secret_always = False

    def create(self, props: dict[str, Any]) -> CreateResult:
        return CreateResult("nothing", props)


class Nothing(Resource):
    def __init__(self, name: str, props: dict[str, Input[Any]]) -> None:
        super().__init__(NothingProvider(), name, dict(props))
