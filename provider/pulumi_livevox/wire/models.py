"""What all models share: how answers are read and how bodies are written."""

from typing import Any, ClassVar

from pydantic import AliasGenerator, BaseModel, ConfigDict, model_validator
from pydantic.alias_generators import to_camel


class Answer(BaseModel):
    """What the API answers.

    Lenient where the API may grow: keys that are not known are kept, and so are values that are
    not in a list of choices. A value of the wrong type is an error.
    """

    # The build of a model waits for its first use: a program uses few of them.
    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="allow",
        frozen=True,
        defer_build=True,
    )

    def shown(self) -> dict[str, Any]:
        """Return the values of the keys which the answer carried, by their names in Python."""
        return {
            name: _shown(getattr(self, name))
            for name in type(self).model_fields
            if name in self.model_fields_set
        }


class ListAnswer(Answer):
    """An answer that is mainly a list, which may be left out where nothing stands in it.

    Only an object that is empty, or has no other key than known ones, says so: a document of
    something else is none.
    """

    LIST: ClassVar[str]
    """The API's key of the list."""

    @model_validator(mode="before")
    @classmethod
    def _left_out_is_empty(cls, answer: Any) -> Any:
        known = {field.alias or name for name, field in cls.model_fields.items()}
        if isinstance(answer, dict) and cls.LIST not in answer and answer.keys() <= known:
            return {**answer, cls.LIST: []}
        return answer


class Body(BaseModel):
    """What is sent to the API: judged strictly, written by the API's names."""

    CLEARABLE: ClassVar[frozenset[str]] = frozenset()
    """The fields that None clears; elsewhere None says nothing."""

    model_config = ConfigDict(
        alias_generator=AliasGenerator(serialization_alias=to_camel),
        extra="forbid",
        frozen=True,
        defer_build=True,
    )

    def to_wire(self) -> dict[str, Any]:
        """Return the body as JSON values: the fields that were set, by the API's names."""
        carried = {
            name
            for name in self.model_fields_set
            if name in self.CLEARABLE or getattr(self, name) is not None
        }
        return self.model_dump(mode="json", by_alias=True, include=carried)


def _shown(value: Any) -> Any:
    if isinstance(value, Answer):
        return value.shown()
    if isinstance(value, list):
        return [_shown(item) for item in value]
    return value
