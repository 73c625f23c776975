"""A dynamic resource whose provider does nothing but keep its properties."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pulumi import Input, ResourceOptions
from pulumi.dynamic import CreateResult, Resource, ResourceProvider, UpdateResult


class NothingProvider(ResourceProvider):
    """The SDK's defaults, and no request."""

    serialize_as_secret_always = False
    besides: ClassVar[dict[str, Any]] = {}
    """What the state keeps besides the properties."""

    def create(self, props: dict[str, Any]) -> CreateResult:
        return CreateResult("nothing", props | self.besides)

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        return UpdateResult(_news | self.besides)


class FullProvider(NothingProvider):
    """Keeps as much as ours: also where the object lives, and as many letters of module paths."""

    besides: ClassVar[dict[str, Any]] = {
        "__location": {
            "base_url": "http://127.0.0.1:27313",
            "call_center_id": 433,
            "client_id": 4199,
        },
        "__paths": "-" * 225,
    }


class Nothing(Resource):
    """Has few properties."""

    kept_by: ClassVar[type[NothingProvider]] = NothingProvider

    def __init__(
        self, name: str, props: Mapping[str, Input[Any]], opts: ResourceOptions | None = None
    ) -> None:
        super().__init__(self.kept_by(), name, dict(props), opts)


class Full(Nothing):
    """Has as many properties as ours."""

    kept_by = FullProvider
